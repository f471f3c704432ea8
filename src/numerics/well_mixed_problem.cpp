// SPDX-License-Identifier: Apache-2.0
#include "well_mixed_problem.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace cicatrix {

namespace {

constexpr double finest = 8 * std::numeric_limits<double>::epsilon();  // rounding alone makes errors of this size

std::string number(double x) {
    std::ostringstream text;
    text << x;
    return text.str();
}

}  // namespace

WellMixedProblem::WellMixedProblem(const Kinetics& kinetics, const WellMixedSite& place,
                                   const WellMixedSettings& settings)
    : kinetics_{kinetics},
      pattern_{kinetics.pattern(place.layer)},
      environment_{place.environment},
      settings_{settings},
      columns_{place.columns},
      elimination_{static_cast<int>(pattern_.fields.size()), pattern_.nonzeros} {
    site_.layer = place.layer;
    site_.depth_um = place.depth_um;
    site_.environment = &environment_;
    if (settings_.absolute.size() == 1) settings_.absolute.assign(unknowns(), settings.absolute.front());
    if (settings_.absolute.size() != unknowns())
        throw std::invalid_argument{"absolute tolerances: give one for all, or one per unknown"};
    if (!std::all_of(settings_.absolute.begin(), settings_.absolute.end(), [](double a) { return a > 0.0; }))
        throw std::invalid_argument{"absolute tolerances must be positive"};
    if (!(settings_.relative >= 0.0)) throw std::invalid_argument{"the relative tolerance must not be negative"};
    if (!(settings_.first_step_h > 0.0)) throw std::invalid_argument{"the first step must be positive"};
}

int WellMixedProblem::width_for(std::size_t tissues) {
    if (tissues <= Lanes::width) return 1;
    return tissues <= 2 * Lanes::width ? 2 : 4;
}

std::string WellMixedProblem::name(std::size_t tissue) const {
    return "Tissue " + std::to_string(tissue) + " of the well-mixed " + std::string{to_string(site_.layer)} + " layer ";
}

std::string WellMixedProblem::name_of_unknown(std::size_t i) const {
    return "unknown " + std::to_string(i) + " (field " + std::to_string(pattern_.fields[i]) + ")";
}

void WellMixedProblem::check(std::span<const double> start, std::span<const double> columns, std::size_t tissue) const {
    if (start.size() != unknowns()) throw std::invalid_argument{"the start needs one value per unknown of the layer"};
    if (columns.size() != pattern_.columns.size())
        throw std::invalid_argument{"the site needs one value per column read of the layer"};
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (!std::isfinite(columns[c]))
            throw RunError{name(tissue) + "reads " + number(columns[c]) + " from its column " + std::to_string(c) +
                           "."};
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (!std::isfinite(start[i]) || start[i] < 0.0)
            throw RunError{name(tissue) + "cannot start with " + number(start[i]) + " in " + name_of_unknown(i) +
                           ": amounts are numbers and not below zero."};
        const double allowed = settings_.absolute[i] + settings_.relative * start[i];
        if (allowed < finest * start[i])
            throw RunError{name(tissue) + "is asked for an error below " + number(allowed) + " in " +
                           name_of_unknown(i) + ", which starts at " + number(start[i]) +
                           ": a number does not have so many digits."};
    }
}

std::string WellMixedProblem::failure(const LaneTissues& tissues, std::size_t lane, std::size_t tissue,
                                      std::size_t unknown) const {
    return name(tissue) + "could not be integrated to " + number(LaneTissues::of(tissues.goal, lane)) + " h: at " +
           number(LaneTissues::of(tissues.time, lane)) + " h " +
           (tissues.is_stuck(lane) ? "its steps shrank to nothing"
                                   : std::to_string(settings_.most_steps) + " steps were used up") +
           ", last because of " + name_of_unknown(unknown) + ".";
}

void throw_first(const std::vector<std::string>& complaints) {
    for (const std::string& text : complaints)
        if (!text.empty()) throw RunError{text};
}

}  // namespace cicatrix
