// SPDX-License-Identifier: Apache-2.0
// Runs a cohort: lanes take the next tissue as soon as they are done with one.
#include "cicatrix/numerics/well_mixed.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "rodas.hpp"
#include "well_mixed_problem.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>

namespace cicatrix {

namespace {

constexpr std::size_t fullest = 4 * Lanes::width;  // tissues that one set of lanes holds at a time

/// What is asked, and where the answers go.
struct Cohort {
    const WellMixedProblem& problem;
    std::span<const std::vector<double>> starts, columns;
    std::span<const double> times_h;
    std::vector<WellMixedCourse>& courses;
    std::vector<std::string>& complaints;
    std::atomic<std::size_t> next{0};  ///< the first tissue that nobody has taken
};

/// One set of lanes at work. Which tissues it gets is chance; what becomes of them is not.
class Worker {
public:
    Worker(Cohort& cohort, int width)
        : cohort_{cohort},
          stepper_{cohort.problem.stepper<Rodas>(width)},
          lanes_{cohort.problem.unknowns(), cohort.problem.columns(), static_cast<std::size_t>(width)},
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
        for (;;) {
            const std::size_t tissue = cohort_.next++;
            if (tissue >= cohort_.starts.size()) break;
            seat = {true, tissue, 0, 0};
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
        seat = {};
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

    Cohort& cohort_;
    std::size_t taken_ = 0;
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
    Cohort cohort{problem, starts, columns, output_times_h, courses, complaints};
    const std::size_t enough = (starts.size() + fullest - 1) / fullest;
    const std::size_t workers = std::min(enough, static_cast<std::size_t>(hardware_threads()));
    parallel_for(static_cast<int>(workers), [&](int) {
        Worker{cohort, WellMixedProblem::width_for(starts.size())}.run();
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
