// SPDX-License-Identifier: Apache-2.0
// Tissues in lanes: what remains of them between two steps. Every lane has a time and a step of its own.
#pragma once

#include "cicatrix/base/lanes.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace cicatrix {

struct LaneTissues {
    LaneTissues(std::size_t unknowns, std::size_t column_reads, std::size_t groups)
        : width{groups}, y(unknowns * groups, Lanes{0.0}), columns(column_reads * groups, Lanes{0.0}) {
        for (auto* v :
             {&time, &goal, &stride, &last_h, &last_root, &stuck, &accepted, &rejected, &factored_h, &doubtful})
            v->assign(groups, Lanes{0.0});
    }

    std::size_t width;              ///< lane groups side by side
    std::vector<Lanes> y, columns;  ///< number by number, `width` lanes each
    // One number per lane. A lane whose time is its goal is idle; `last_root` is the root of its last error that steps
    // go by.
    std::vector<Lanes> time, goal, stride, last_h, last_root, stuck, accepted, rejected;
    // For a method that uses a Jacobian more than once: its factors, the step they were made for, and whether to renew
    // them.
    std::vector<Lanes> factors, factored_h, doubtful;

    std::size_t lanes() const { return width * Lanes::width; }
    static double of(const std::vector<Lanes>& v, std::size_t lane) {
        return v[lane / Lanes::width][lane % Lanes::width];
    }
    static void set(std::vector<Lanes>& v, std::size_t lane, double x) {
        v[lane / Lanes::width].set(lane % Lanes::width, x);
    }

    void load(std::size_t lane, std::span<const double> values, std::span<const double> reads) {
        const std::size_t w = lane / Lanes::width, l = lane % Lanes::width;
        for (std::size_t i = 0; i < values.size(); ++i) y[i * width + w].set(l, values[i]);
        for (std::size_t c = 0; c < reads.size(); ++c) columns[c * width + w].set(l, reads[c]);
    }
    void unload(std::size_t lane, std::span<double> values) const {
        const std::size_t w = lane / Lanes::width, l = lane % Lanes::width;
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = y[i * width + w][l];
    }
    /// From when to when; `step_h` is tried first. What was known of the step before is forgotten.
    void set_out(std::size_t lane, double from_h, double goal_h, double step_h) {
        set(time, lane, from_h);
        set(goal, lane, goal_h);
        set(stride, lane, step_h);
        set(last_h, lane, 0.0);
        set(stuck, lane, 0.0);
    }
    void idle(std::size_t lane) { set_out(lane, 0.0, 0.0, 0.0); }
    /// Onwards with the stride that the lane has.
    void go_on(std::size_t lane, double goal_h) { set(goal, lane, goal_h); }

    bool arrived(std::size_t lane) const { return of(time, lane) >= of(goal, lane); }
    /// Its step shrank to nothing: what is asked cannot be met.
    bool is_stuck(std::size_t lane) const { return of(stuck, lane) > 0.0; }
    long tried(std::size_t lane) const { return static_cast<long>(of(accepted, lane) + of(rejected, lane)); }
};

}  // namespace cicatrix
