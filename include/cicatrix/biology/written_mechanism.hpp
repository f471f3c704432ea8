// SPDX-License-Identifier: Apache-2.0
// A mechanism that is put together while the program runs: data, and laws as lists of operations. Python's are these.
#pragma once

#include "cicatrix/biology/mechanism.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cicatrix {

/// What was done with the numbers of a voxel, and what it gave. Nodes come after those that they need, `greater` is not
/// among them, and an input is numbered by slot, or by what follows the slots.
struct WrittenLaw {
    static constexpr int depth = Voxel<double>::max_handles;    ///< um
    static constexpr int killed = depth + 1, torn = depth + 2;  ///< of an answer to needles
    static constexpr int environment = depth + 3;               ///< of a law: its members, in their order

    struct Result {
        unsigned slot;
        int node;
    };
    std::vector<Trace::Node> nodes;
    std::vector<Result> results;  ///< of a law the rate, of an answer the new value
};

struct WrittenField {
    std::string name, symbol, meaning;
    AnyUnit unit;
    LayerSet layers;
    double scale = 1;                                         ///< a change of this size matters; in the unit
    std::array<double, layer_count> rest{};                   ///< in the unit
    std::array<double, layer_count> diffusivity_um2_per_h{};  ///< where it lives
};

struct WrittenParameter {
    std::string name, symbol, meaning;
    AnyUnit unit;
    double value = 0;  ///< in the unit, as the range
    Range range{}, plausible{};
    std::string source, where;
    Evidence evidence = Evidence::assumed;
};

/// Slots are numbered in the order in which fields are named here. Units and layers are as they must be; fields that
/// are not its own exist in the catalogue.
struct WrittenMechanism {
    std::string name, summary;
    std::vector<WrittenField> owns;
    std::vector<std::string> writes, reads;
    std::vector<std::pair<std::string, Layer>> reads_column;
    std::vector<WrittenParameter> parameters;         ///< for the lists: laws hold their values already
    std::array<WrittenLaw, layer_count> law, answer;  ///< `answer`: to needles
};

/// How it joins the others. Whatever lists its fields and parameters looks at the texts of `written`.
MechanismEntry entry_of(std::shared_ptr<const WrittenMechanism> written);

}  // namespace cicatrix
