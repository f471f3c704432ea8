// SPDX-License-Identifier: Apache-2.0
// Traced laws as MathML. What is used more than once gets a name, or a line would grow beyond measure.
#pragma once

#include "cicatrix/base/trace.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace cicatrix::io {

/// What an input of the trace is called, and the quantity of its unit that the laws count as 1 (empty: a plain number).
struct MathInput {
    std::string id, scale;
};

class MathML {
public:
    struct Named {
        std::string id, math;
    };
    /// `inputs`: by their numbers on the trace. `results`: the nodes that will be asked for.
    MathML(const Trace& trace, const std::map<int, MathInput>& inputs, std::span<const int> results);

    /// Whether any result depends on this input.
    bool uses(int input) const;
    /// Names for what is used more than once, each after those that it needs. All are plain numbers.
    const std::vector<Named>& named() const { return named_; }
    /// A node as it stands in a formula.
    std::string refer(int node) const;

    static std::string name(const std::string& id) { return "<ci>" + id + "</ci>"; }
    static std::string apply(const std::string& operation, const std::string& operands) {
        return "<apply><" + operation + "/>" + operands + "</apply>";
    }

private:
    std::string written_out(int node) const;

    const Trace& trace_;
    const std::map<int, MathInput>& inputs_;
    std::vector<int> uses_;  ///< by node, by other nodes and by results
    std::map<int, std::string> name_of_;
    std::vector<Named> named_;
};

}  // namespace cicatrix::io
