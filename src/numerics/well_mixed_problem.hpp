// SPDX-License-Identifier: Apache-2.0
// What the forms of the well-mixed mode share: a checked question, and words for what went wrong.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "lane_control.hpp"

#include <string>

namespace cicatrix {

class WellMixedProblem {
public:
    /// Throws std::invalid_argument for what a programmer got wrong.
    WellMixedProblem(const Kinetics& kinetics, const WellMixedSite& place, const WellMixedSettings& settings);
    WellMixedProblem(const WellMixedProblem&) = delete;
    WellMixedProblem& operator=(const WellMixedProblem&) = delete;

    std::size_t unknowns() const { return pattern_.fields.size(); }
    std::size_t columns() const { return pattern_.columns.size(); }
    const std::vector<double>& site_columns() const { return columns_; }
    const WellMixedSettings& settings() const { return settings_; }
    template <class Stepper>
    Stepper stepper(int width) const {
        return {kinetics_, site_, elimination_, {settings_.relative, settings_.absolute}, width};
    }
    /// Enough groups side by side for so many tissues, and no more than are of use.
    static int width_for(std::size_t tissues);

    /// Sizes, and values that no tissue can have. `tissue` is for the message only.
    void check(std::span<const double> start, std::span<const double> columns, std::size_t tissue) const;
    /// Why a lane cannot go on; empty if it can. `tries` were made since the last goal.
    template <class Stepper>
    std::string complaint(const LaneTissues& tissues, const Stepper& stepper, std::size_t lane, std::size_t tissue,
                          long tries) const {
        const bool too_many = tries >= settings_.most_steps && !tissues.arrived(lane);
        if (!tissues.is_stuck(lane) && !too_many) return {};
        return failure(tissues, lane, tissue, stepper.worst_unknown(tissues, lane));
    }

private:
    std::string name(std::size_t tissue) const;
    std::string name_of_unknown(std::size_t i) const;
    std::string failure(const LaneTissues& tissues, std::size_t lane, std::size_t tissue, std::size_t unknown) const;

    const Kinetics& kinetics_;
    const LocalPattern& pattern_;
    Environment environment_;
    WellMixedSettings settings_;
    std::vector<double> columns_;
    Site site_;
    Elimination elimination_;
};

/// Throws the first complaint, so that the same one is told whatever came first in time.
void throw_first(const std::vector<std::string>& complaints);

}  // namespace cicatrix
