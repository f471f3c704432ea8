// SPDX-License-Identifier: Apache-2.0
// A reference table as it was written down: the text of each number tells how many of its digits can be trusted.
#pragma once

#include "../../support/figures.hpp"
#include "published_model.hpp"

#include <string>
#include <vector>

namespace cicatrix::published {

/// "0.524029", "5.38731e-3"; "" where the table is silent.
struct Number {
    std::string text;
    double value() const;
    /// Half a unit of the last digit, as a share of the value: what rounding has taken.
    double rounding() const;
};

struct TableRow {
    double time = 0;
    std::vector<Number> values;
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
void expect_reference(const Reproduction& what, const std::vector<std::vector<double>>& courses);
/// One claim: a course against CVODE's, at all of the table's times.
void expect_same(const Reproduction& what, const std::string& how, const std::vector<std::vector<double>>& course,
                 const std::vector<std::vector<double>>& cvode, double limit);
/// A threshold, a height or a resting value, to 1e-3 of it.
void expect_threshold(const std::string& model, const std::string& what, double measured, const Number& printed);

std::vector<double> times_of(const Reproduction& what);

/// A model held to its table, and each of the engine's integrators to CVODE. `shown` gives a table's columns from the
/// model's unknowns.
template <class Model, class Shown>
void expect_reproduced(const Reproduction& what, const Model& model, const Shown& shown) {
    const std::vector<double> times = times_of(what);
    const auto columns = [&](std::vector<Values> course) {
        for (Values& now : course) now = shown(now);
        return course;
    };
    const auto tight = columns(well_mixed(model, Model::start(), times));
    const auto cvode = columns(by_cvode(model, Model::start(), times));
    expect_reference(what, tight);
    expect_same(what, "well-mixed, tolerance 1e-10", tight, cvode, 1e-6);
    expect_same(what, "well-mixed, tolerance 1e-6 as by default",
                columns(well_mixed(model, Model::start(), times, WellMixedSettings{})), cvode, agreement);
    expect_same(what, "whole step in one voxel, tolerance 1e-6",
                columns(whole_step(model, Model::start(), times, 1e-6)), cvode, agreement);
}
template <class Model>
void expect_reproduced(const Reproduction& what, const Model& model) {
    expect_reproduced(what, model, [](const Values& now) { return now; });
}

}  // namespace cicatrix::published
