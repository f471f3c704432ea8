// SPDX-License-Identifier: Apache-2.0
// The well-mixed mode: one layer's kinetics without space, for cohorts, calibration and published models.
// Many tissues are stepped at once (RODASP, order 4), each with steps of its own: the bits of a tissue's course depend
// neither on the other tissues nor on the number of threads.
#pragma once

#include "cicatrix/tissue/kinetics.hpp"

#include <memory>
#include <span>
#include <vector>

namespace cicatrix {

struct WellMixedSettings {
    double relative = 1e-6;                 ///< error allowed per step, of each value
    std::vector<double> absolute = {1e-9};  ///< the same in each value's own unit: one for all, or one per unknown
    double first_step_h = 1e-3;
    long most_steps = 1'000'000;  ///< between two output times
};

/// The place that the well-mixed tissue stands for.
struct WellMixedSite {
    Layer layer = Layer::papillary;
    double depth_um = 0.0;
    Environment environment;
    std::vector<double> columns;  ///< fixed values of LocalPattern::columns
};

/// Values at each output time, in the local numbering of the layer's pattern (LocalPattern::fields).
struct WellMixedCourse {
    std::vector<double> time_h;
    std::vector<std::vector<double>> values;  ///< one vector per time
    long accepted = 0, rejected = 0;          ///< steps
};

/// Integrates from `start` at time 0 to each of the rising output times. Values are amounts: none may start below zero.
/// Throws RunError when the system cannot be integrated.
WellMixedCourse run_well_mixed(const Kinetics& kinetics, const WellMixedSite& site, std::span<const double> start,
                               std::span<const double> output_times_h, const WellMixedSettings& settings = {});

/// The same for many tissues. `columns`: of each tissue, or empty if all have the site's.
std::vector<WellMixedCourse> run_well_mixed_cohort(const Kinetics& kinetics, const WellMixedSite& site,
                                                   std::span<const std::vector<double>> starts,
                                                   std::span<const std::vector<double>> columns,
                                                   std::span<const double> output_times_h,
                                                   const WellMixedSettings& settings = {});

/// Tissues that are stopped again and again, because something else changes them in between. Steps are short then, and
/// a method of order two (the whole tissue's own) is cheaper: each tissue keeps the step that it has found, and its
/// Jacobian for two dozen stops at most. For long ways without stops take the functions above. `kinetics` must outlive
/// them.
class WellMixedTissues {
public:
    WellMixedTissues(const Kinetics& kinetics, const WellMixedSite& site, std::size_t count,
                     const WellMixedSettings& settings = {});
    ~WellMixedTissues();
    WellMixedTissues(WellMixedTissues&&) noexcept;
    WellMixedTissues& operator=(WellMixedTissues&&) noexcept;

    std::size_t size() const;
    /// `columns`: empty for those of the site. The step is kept: after a blow, call `forget_step` as well.
    void set(std::size_t tissue, std::span<const double> values, std::span<const double> columns = {});
    void forget_step(std::size_t tissue);
    void get(std::size_t tissue, std::span<double> values) const;
    /// Throws RunError when a tissue cannot be integrated; the others have arrived all the same.
    void advance(double hours);
    long accepted_steps() const;
    long rejected_steps() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace cicatrix
