// SPDX-License-Identifier: Apache-2.0
// Holds a finished run against what its scenario expects.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cicatrix {

/// A number that findings hold, in its own unit.
struct NamedNumber {
    double value;
    std::string unit;
    /// In canonical units, as expectations are. Units that only colorimeters know count as they are.
    double canonical() const;
};
/// "reepithelialisation_time", "erythema.peak"; of a series that is named alone, the last value. Nothing when there is
/// no such number.
std::optional<NamedNumber> named_number(const Findings& findings, const std::string& observable);

/// What became of one line of [expect].
struct Answer {
    std::string observable, expected;
    std::string found;  ///< as a person would write it; empty when there is no such observable
    bool met = false;
};

/// One answer per expectation, in the scenario's order. A series is judged by its last value unless `.final`, `.peak`
/// or `.lowest` is written after its name.
std::vector<Answer> answers(const RunResult& result);

}  // namespace cicatrix
