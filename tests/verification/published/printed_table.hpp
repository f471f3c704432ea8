// SPDX-License-Identifier: Apache-2.0
// A reference table as it was printed: the text of each number tells how many of its digits can be trusted.
#pragma once

#include "../../support/figures.hpp"

#include <string>
#include <vector>

namespace cicatrix::published {

/// "0.524029", "5.38731e-3"; "" where the table is silent.
struct Printed {
    std::string text;
    double value() const;
    /// Half a unit of the last digit, as a share of the value: what rounding has taken.
    double rounding() const;
};

struct TableRow {
    double time = 0;
    std::vector<Printed> values;
};

/// Courses that a model gave at the times of a table, held to the table.
struct Reproduction {
    std::string model;               ///< "Reynolds 2006"
    std::string time_unit;           ///< "h" or "d"
    std::vector<std::string> names;  ///< of the columns
    std::vector<TableRow> table;
};

/// The project's rule: 1e-4 of each printed value, or what its digits leave open if that is more.
inline constexpr double agreement = 1e-4;
/// A value below this is not judged: the reference itself was made with an absolute tolerance of 1e-12.
inline constexpr double smallest_judged = 1e-6;

/// One claim per time: the worst value. `courses` has a row per time of the table, with the table's columns first.
void expect_printed(const Reproduction& what, const std::vector<std::vector<double>>& courses);
/// One claim: both integrators at all of those times.
void expect_same(const Reproduction& what, const std::vector<std::vector<double>>& courses,
                 const std::vector<std::vector<double>>& cvode);
/// A threshold, a height or a resting value, to 1e-3 of it.
void expect_threshold(const std::string& model, const std::string& what, double measured, const Printed& printed);

std::vector<double> times_of(const Reproduction& what);

}  // namespace cicatrix::published
