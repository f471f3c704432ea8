// SPDX-License-Identifier: Apache-2.0
// Runs a cohort: lanes take the next tissue as soon as they are done with one.
#include "cicatrix/numerics/well_mixed.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "rodas.hpp"
#include "well_mixed_problem.hpp"

#include <algorithm>
#include <stdexcept>

namespace cicatrix {

namespace {

// A set of lanes is of use only while all are: many tissues per lane keep the last ones from running alone.
constexpr std::size_t most_per_block = 256;
constexpr std::size_t fewest_per_block = 32;
constexpr std::size_t blocks_wanted = 16;

/// What is asked, and where the answers go.
struct Cohort {
    const WellMixedProblem& problem;
    std::span<const std::vector<double>> starts, columns;
    std::span<const double> times_h;
    std::vector<WellMixedCourse>& courses;
    std::vector<std::string>& complaints;
};

/// Some tissues of a cohort, on one set of lanes.
class Block {
public:
    Block(const Cohort& cohort, std::size_t first, std::size_t last)
        : cohort_{cohort},
          next_{first},
          last_{last},
          stepper_{cohort.problem.stepper<Rodas>(WellMixedProblem::width_for(last - first))},
          lanes_{cohort.problem.unknowns(), cohort.problem.columns(),
                 static_cast<std::size_t>(WellMixedProblem::width_for(last - first))},
          seats_(lanes_.lanes()) {}

    void run() {
        for (std::size_t lane = 0; lane < seats_.size(); ++lane) seat_next(lane);
        while (taken_ > 0) {
            stepper_.step(lanes_);
            for (std::size_t lane = 0; lane < seats_.size(); ++lane)
                if (seats_[lane].taken) attend(lane);
        }
    }

private:
    struct Seat {
        bool taken = false;
        std::size_t tissue = 0, output = 0;
        long steps_before = 0;
    };

    void seat_next(std::size_t lane) {
        Seat& seat = seats_[lane];
        for (seat = {}; next_ < last_;) {
            seat = {true, next_++, 0, 0};
            const std::vector<double>& start = cohort_.starts[seat.tissue];
            lanes_.load(lane, start,
                        cohort_.columns.empty() ? cohort_.problem.site_columns() : cohort_.columns[seat.tissue]);
            lanes_.set(lanes_.accepted, lane, 0.0);
            lanes_.set(lanes_.rejected, lane, 0.0);
            lanes_.set_out(lane, 0.0, 0.0, cohort_.problem.settings().first_step_h);
            if (!show(lane)) {
                ++taken_;
                return;
            }
        }
        seat.taken = false;
        lanes_.idle(lane);
    }
    void leave(std::size_t lane) {
        --taken_;
        seat_next(lane);
    }
    void attend(std::size_t lane) {
        Seat& seat = seats_[lane];
        const std::string complaint =
            cohort_.problem.complaint(lanes_, stepper_, lane, seat.tissue, lanes_.tried(lane) - seat.steps_before);
        if (!complaint.empty()) {
            cohort_.complaints[seat.tissue] = complaint;
            leave(lane);
        } else if (lanes_.arrived(lane) && show(lane)) {
            leave(lane);
        }
    }
    /// Keeps the values for every output time that is reached, and sets the next goal. Returns whether there is none.
    bool show(std::size_t lane) {
        Seat& seat = seats_[lane];
        WellMixedCourse& course = cohort_.courses[seat.tissue];
        const double now = LaneTissues::of(lanes_.time, lane);
        for (; seat.output < cohort_.times_h.size() && cohort_.times_h[seat.output] <= now; ++seat.output) {
            course.time_h.push_back(cohort_.times_h[seat.output]);
            lanes_.unload(lane, course.values.emplace_back(cohort_.problem.unknowns()));
        }
        course.accepted = static_cast<long>(LaneTissues::of(lanes_.accepted, lane));
        course.rejected = static_cast<long>(LaneTissues::of(lanes_.rejected, lane));
        if (seat.output == cohort_.times_h.size()) return true;
        lanes_.go_on(lane, cohort_.times_h[seat.output]);
        seat.steps_before = lanes_.tried(lane);
        return false;
    }

    const Cohort& cohort_;
    std::size_t next_, last_, taken_ = 0;
    Rodas stepper_;
    LaneTissues lanes_;
    std::vector<Seat> seats_;
};

}  // namespace

std::vector<WellMixedCourse> run_well_mixed_cohort(const Kinetics& kinetics, const WellMixedSite& site,
                                                   std::span<const std::vector<double>> starts,
                                                   std::span<const std::vector<double>> columns,
                                                   std::span<const double> output_times_h,
                                                   const WellMixedSettings& settings) {
    const WellMixedProblem problem{kinetics, site, settings};
    if (!columns.empty() && columns.size() != starts.size())
        throw std::invalid_argument{"columns: give those of every tissue, or none"};
    for (double before = 0.0; double time : output_times_h) {
        if (!(time >= before)) throw std::invalid_argument{"output times must rise from zero"};
        before = time;
    }
    for (std::size_t i = 0; i < starts.size(); ++i)
        problem.check(starts[i], columns.empty() ? site.columns : columns[i], i);

    std::vector<WellMixedCourse> courses(starts.size());
    std::vector<std::string> complaints(starts.size());
    const Cohort cohort{problem, starts, columns, output_times_h, courses, complaints};
    const std::size_t block = std::clamp(starts.size() / blocks_wanted, fewest_per_block, most_per_block);
    parallel_for(static_cast<int>((starts.size() + block - 1) / block), [&](int b) {
        const std::size_t first = static_cast<std::size_t>(b) * block;
        Block{cohort, first, std::min(first + block, starts.size())}.run();
    });
    throw_first(complaints);
    return courses;
}

WellMixedCourse run_well_mixed(const Kinetics& kinetics, const WellMixedSite& site, std::span<const double> start,
                               std::span<const double> output_times_h, const WellMixedSettings& settings) {
    const std::vector<double> copy(start.begin(), start.end());
    return run_well_mixed_cohort(kinetics, site, {&copy, 1}, {}, output_times_h, settings).front();
}

}  // namespace cicatrix
