// SPDX-License-Identifier: Apache-2.0
// Each lane's own step control: how far to go, and what to do with a step that was tried (Gustafsson's predictive
// controller).
#pragma once

#include "lane_tissues.hpp"

#include <span>

namespace cicatrix {

/// The errors of all values, each over what is allowed for it, add up by their squares to at most one.
struct LaneTolerance {
    double relative;
    std::span<const double> absolute;  ///< one per unknown
};

class LaneControl {
public:
    /// Errors grow with this power of the step: 4 or 2.
    enum class Power { second, fourth };
    LaneControl(const LaneTolerance& tolerance, Power power, std::size_t width);

    /// The steps to try: not beyond the goal, and zero, which changes nothing, in idle lanes.
    std::span<const Lanes> choose_steps(const LaneTissues& tissues);
    /// Takes a step where the error allows, and chooses the next stride. `error`: of every value, in its own unit.
    void judge(LaneTissues& tissues, std::span<const Lanes> after, std::span<const Lanes> error);
    /// The unknown that the last try failed on: no number, or the largest error.
    std::size_t worst_unknown(const LaneTissues& tissues, std::size_t lane, std::span<const Lanes> after,
                              std::span<const Lanes> error) const;

private:
    Lanes share(const LaneTissues& tissues, std::size_t unknown, std::size_t group, std::span<const Lanes> after,
                std::span<const Lanes> error) const;
    Lanes root(const Lanes& error_squared) const;

    LaneTolerance tolerance_;
    Power power_;
    std::vector<Lanes> h_;
};

}  // namespace cicatrix
