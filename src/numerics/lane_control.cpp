// SPDX-License-Identifier: Apache-2.0
#include "lane_control.hpp"

#include <cmath>

namespace cicatrix {

namespace {

constexpr double safety = 0.9, most_growth = 6.0, most_shrinking = 0.2;
constexpr double least_error = 1e-20;  // squared
constexpr double calmest_root = 0.3;   // a step that was far too short tells little about the next

Lanes square_root(const Lanes& x) {
    Lanes r;
    for (std::size_t i = 0; i < Lanes::width; ++i) r.v[i] = std::sqrt(x.v[i]);
    return r;
}
Lanes magnitude(const Lanes& x) {
    return max(x, -x);
}

}  // namespace

LaneControl::LaneControl(const LaneTolerance& tolerance, Power power, std::size_t width)
    : tolerance_{tolerance}, power_{power}, h_(width, Lanes{0.0}) {}

std::span<const Lanes> LaneControl::choose_steps(const LaneTissues& tissues) {
    for (std::size_t w = 0; w < h_.size(); ++w) {
        const Lanes left = tissues.goal[w] - tissues.time[w], stride = tissues.stride[w];
        // Two even steps rather than a whole one and a crumb.
        const Lanes towards = choose_greater(Lanes{2.0} * stride, left, Lanes{0.5} * left, stride);
        h_[w] = choose_greater(left, stride, towards, max(left, Lanes{0.0}));
    }
    return h_;
}

/// Square roots are rounded alike everywhere; powers are not.
Lanes LaneControl::root(const Lanes& error_squared) const {
    const Lanes r = square_root(square_root(error_squared));
    return power_ == Power::fourth ? square_root(r) : r;
}

Lanes LaneControl::share(const LaneTissues& tissues, std::size_t unknown, std::size_t group,
                         std::span<const Lanes> after, std::span<const Lanes> error) const {
    const std::size_t k = unknown * h_.size() + group;
    const Lanes size = max(magnitude(tissues.y[k]), magnitude(after[k]));
    return error[k] / (Lanes{tolerance_.absolute[unknown]} + Lanes{tolerance_.relative} * size);
}

void LaneControl::judge(LaneTissues& tissues, std::span<const Lanes> after, std::span<const Lanes> error) {
    const Lanes yes{1.0}, no{0.0};
    for (std::size_t w = 0; w < h_.size(); ++w) {
        Lanes squares{0.0};
        for (std::size_t i = 0; i < tolerance_.absolute.size(); ++i) {
            const Lanes s = share(tissues, i, w, after, error);
            squares += s * s;
        }
        Lanes &time = tissues.time[w], &stride = tissues.stride[w], &last_h = tissues.last_h[w];
        const Lanes h = h_[w], size = max(squares, Lanes{least_error});
        const Lanes tried = choose_greater(h, no, yes, no);
        // An error that is no number is not smaller than one.
        const Lanes taken = tried * choose_greater(yes, squares, yes, no);

        const Lanes error_root = root(size);
        const Lanes by_error = Lanes{safety} / error_root;
        const Lanes by_trend = by_error * (h / last_h) * (tissues.last_root[w] / error_root);
        const Lanes growth = choose_greater(last_h, no, min(by_trend, by_error), by_error);
        const Lanes wanted = h * min(max(growth, Lanes{most_shrinking}), Lanes{most_growth});
        // A step that was cut short by its goal does not make the stride shorter.
        const Lanes after_taken = choose_greater(stride, h, max(wanted, stride), wanted);
        // Refused though the error seems small: it was no number.
        const Lanes shrinking = choose_greater(yes, by_error, max(by_error, Lanes{most_shrinking}), most_shrinking);
        const Lanes after_refused = h * shrinking;

        const Lanes still_moves = choose_greater(time + after_refused, time, yes, no);
        tissues.stuck[w] = (tried - taken) * (yes - still_moves);
        tissues.accepted[w] += taken;
        tissues.rejected[w] += tried - taken;
        stride = choose_greater(tried, no, choose_greater(taken, no, after_taken, after_refused), stride);
        tissues.last_root[w] = choose_greater(taken, no, max(error_root, Lanes{calmest_root}), tissues.last_root[w]);
        last_h = choose_greater(taken, no, h, last_h);
        const Lanes goal = tissues.goal[w];
        time = choose_greater(taken, no, choose_greater(goal - time, h, time + h, goal), time);
        for (std::size_t k = w; k < after.size(); k += h_.size())
            tissues.y[k] = choose_greater(taken, no, after[k], tissues.y[k]);
    }
}

std::size_t LaneControl::worst_unknown(const LaneTissues& tissues, std::size_t lane, std::span<const Lanes> after,
                                       std::span<const Lanes> error) const {
    std::size_t worst = 0;
    double largest = -1.0;
    for (std::size_t i = 0; i < tolerance_.absolute.size(); ++i) {
        const Lanes here = share(tissues, i, lane / Lanes::width, after, error);
        const double size = std::abs(here[lane % Lanes::width]);
        if (size <= largest) continue;
        largest = size;
        worst = i;
        if (std::isnan(size)) break;
    }
    return worst;
}

}  // namespace cicatrix
