// SPDX-License-Identifier: Apache-2.0
// Tissues that stay in their lanes between stops. A few sets of working room go from group to group.
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "ros2w.hpp"
#include "well_mixed_problem.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cicatrix {

class WellMixedTissues::Work {
public:
    Work(const Kinetics& kinetics, const WellMixedSite& site, std::size_t count, const WellMixedSettings& settings)
        : problem_{kinetics, site, settings}, count_{count} {
        const int width = WellMixedProblem::width_for(count);
        per_set_ = static_cast<std::size_t>(width) * Lanes::width;
        for (std::size_t first = 0; first < count; first += per_set_)
            sets_.emplace_back(problem_.unknowns(), problem_.columns(), static_cast<std::size_t>(width));
        for (std::size_t s = 0; s < std::min(sets_.size(), rooms); ++s)
            steppers_.push_back(problem_.stepper<Ros2W>(width));
        for (std::size_t i = 0; i < count; ++i) forget_step(i);
    }
    void set(std::size_t tissue, std::span<const double> values, std::span<const double> columns) {
        const std::span<const double> reads = columns.empty() ? std::span{problem_.site_columns()} : columns;
        problem_.check(values, reads, tissue);
        set_of(tissue).load(tissue % per_set_, values, reads);
    }
    void forget_step(std::size_t tissue) {
        LaneTissues& set = set_of(tissue);
        set.set_out(tissue % per_set_, 0.0, 0.0, problem_.settings().first_step_h);
        LaneTissues::set(set.doubtful, tissue % per_set_, 1.0);
    }
    void get(std::size_t tissue, std::span<double> values) const {
        if (tissue >= count_ || values.size() != problem_.unknowns())
            throw std::invalid_argument{"there is no such tissue, or it has another number of values"};
        sets_[tissue / per_set_].unload(tissue % per_set_, values);
    }
    void advance(double hours) {
        if (!(hours >= 0.0) || !std::isfinite(hours)) throw std::invalid_argument{"time only goes on"};
        std::vector<std::string> complaints(count_);
        const bool renew = stops_++ % stops_per_jacobian == 0;
        parallel_for(static_cast<int>(steppers_.size()), [&](int room) {
            for (auto s = static_cast<std::size_t>(room); s < sets_.size(); s += steppers_.size()) {
                if (renew) Ros2W::forget(sets_[s]);
                advance(s, steppers_[static_cast<std::size_t>(room)], hours, complaints);
            }
        });
        throw_first(complaints);
    }
    std::size_t count() const { return count_; }
    long total(std::vector<Lanes> LaneTissues::*numbers) const {
        double sum = 0;
        for (std::size_t i = 0; i < count_; ++i) sum += LaneTissues::of(sets_[i / per_set_].*numbers, i % per_set_);
        return static_cast<long>(sum);
    }

private:
    static constexpr std::size_t rooms = 16;
    // All tissues at the same stops: a set in which one lane asks must work it out for all.
    static constexpr long stops_per_jacobian = 24;

    LaneTissues& set_of(std::size_t tissue) {
        if (tissue >= count_) throw std::invalid_argument{"there is no such tissue"};
        return sets_[tissue / per_set_];
    }
    void advance(std::size_t s, Ros2W& stepper, double hours, std::vector<std::string>& complaints) {
        LaneTissues& set = sets_[s];
        const std::size_t first = s * per_set_, used = std::min(per_set_, count_ - first);
        std::vector<long> before(used);
        for (std::size_t lane = 0; lane < used; ++lane) {
            LaneTissues::set(set.time, lane, 0.0);
            LaneTissues::set(set.goal, lane, hours);
            before[lane] = set.tried(lane);
        }
        for (bool busy = hours > 0.0; busy;) {
            stepper.step(set);
            busy = false;
            for (std::size_t lane = 0; lane < used; ++lane) {
                if (set.arrived(lane)) continue;
                std::string& complaint = complaints[first + lane];
                complaint = problem_.complaint(set, stepper, lane, first + lane, set.tried(lane) - before[lane]);
                if (!complaint.empty()) set.idle(lane);
                busy = busy || complaint.empty();
            }
        }
    }

    WellMixedProblem problem_;
    std::size_t count_, per_set_ = 0;
    long stops_ = 0;
    std::vector<LaneTissues> sets_;
    std::vector<Ros2W> steppers_;
};

WellMixedTissues::WellMixedTissues(const Kinetics& kinetics, const WellMixedSite& site, std::size_t count,
                                   const WellMixedSettings& settings)
    : work_{std::make_unique<Work>(kinetics, site, count, settings)} {}
WellMixedTissues::~WellMixedTissues() = default;
WellMixedTissues::WellMixedTissues(WellMixedTissues&&) noexcept = default;
WellMixedTissues& WellMixedTissues::operator=(WellMixedTissues&&) noexcept = default;

std::size_t WellMixedTissues::size() const {
    return work_->count();
}
void WellMixedTissues::set(std::size_t tissue, std::span<const double> values, std::span<const double> columns) {
    work_->set(tissue, values, columns);
}
void WellMixedTissues::forget_step(std::size_t tissue) {
    work_->forget_step(tissue);
}
void WellMixedTissues::get(std::size_t tissue, std::span<double> values) const {
    work_->get(tissue, values);
}
void WellMixedTissues::advance(double hours) {
    work_->advance(hours);
}
long WellMixedTissues::accepted_steps() const {
    return work_->total(&LaneTissues::accepted);
}
long WellMixedTissues::rejected_steps() const {
    return work_->total(&LaneTissues::rejected);
}

}  // namespace cicatrix
