// SPDX-License-Identifier: Apache-2.0
// The six stages on flat arrays of lanes, and each lane's own step control (Gustafsson's predictive controller).
#include "rodas.hpp"

#include "rodas_table.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

namespace {

constexpr double safety = 0.9, most_growth = 6.0, most_shrinking = 0.2;
constexpr double calmest_error = 1e-4, least_error = 1e-20;  // squared: a step that was far too short tells little

Lanes root(const Lanes& x) {
    Lanes r;
    for (std::size_t i = 0; i < Lanes::width; ++i) r.v[i] = std::sqrt(x.v[i]);
    return r;
}
/// The fourth root of an error that is kept squared. Square roots are rounded alike everywhere; powers are not.
Lanes fourth_root_of_squared(const Lanes& x) {
    return root(root(root(x)));
}
Lanes magnitude(const Lanes& x) {
    return max(x, -x);
}

}  // namespace

Rodas::Rodas(const Kinetics& kinetics, const Site& site, const Elimination& elimination,
             const RodasTolerance& tolerance, int width)
    : kinetics_{kinetics},
      site_{site},
      elimination_{elimination},
      tolerance_{tolerance},
      unknowns_{kinetics.pattern(site.layer).fields.size()},
      width_{static_cast<std::size_t>(width)},
      sheet_{kinetics.pattern(site.layer), width, kinetics.extra_registers(site.layer)},
      new_(unknowns_ * width_, Lanes{0.0}),
      stages_(new_.size() * rodas::stages, Lanes{0.0}),
      factors_(elimination.storage() * width_, Lanes{0.0}),
      h_(width_),
      scaled_h_(width_),
      error_(width_) {}

void Rodas::step(LaneTissues& tissues) {
    choose_steps(tissues);
    std::copy(tissues.columns.begin(), tissues.columns.end(), sheet_.column(0));
    std::copy(tissues.y.begin(), tissues.y.end(), sheet_.unknown(0));
    kinetics_.batch_linearise(site_, sheet_);
    elimination_.factor({sheet_.nonzero(0), sheet_.nonzeros() * width_}, scaled_h_, factors_);
    std::fill_n(stage(0), new_.size(), Lanes{0.0});
    finish_stage(stage(0));
    run_stage<1>(tissues);
    run_stage<2>(tissues);
    run_stage<3>(tissues);
    run_stage<4>(tissues);
    run_stage<5>(tissues);
    measure(tissues);
    judge(tissues);
}

/// Idle lanes step by zero, which changes nothing.
void Rodas::choose_steps(const LaneTissues& tissues) {
    for (std::size_t w = 0; w < width_; ++w) {
        const Lanes left = tissues.goal[w] - tissues.time[w], stride = tissues.stride[w];
        // Two even steps rather than a whole one and a crumb.
        const Lanes towards = choose_greater(Lanes{2.0} * stride, left, Lanes{0.5} * left, stride);
        h_[w] = choose_greater(left, stride, towards, max(left, Lanes{0.0}));
        scaled_h_[w] = Lanes{rodas::gamma} * h_[w];
    }
}

template <std::size_t Stage>
void Rodas::run_stage(const LaneTissues& tissues) {
    start_stage<Stage>(tissues.y.data());
    kinetics_.batch_rates(site_, sheet_);
    finish_stage(stage(Stage));
}

/// Sets where the laws are asked next, and the part of the right-hand side that does not need them.
template <std::size_t Stage>
void Rodas::start_stage(const Lanes* const y) {
    constexpr bool from_start = Stage < rodas::a.size();
    constexpr auto& a = rodas::a[from_start ? Stage : 0];
    constexpr auto& c = rodas::c[Stage];
    const std::size_t size = new_.size();
    const Lanes* const earlier = stages_.data();
    Lanes* const point = sheet_.unknown(0);
    Lanes* const right = stage(Stage);
    for (std::size_t k = 0; k < size; ++k) {
        Lanes to = from_start ? y[k] : point[k];
        Lanes known{0.0};
        for (std::size_t j = 0; j < Stage; ++j) {
            const Lanes u = earlier[j * size + k];
            if constexpr (from_start) to += Lanes{a[j]} * u;
            if (!from_start && j + 1 == Stage) to += u;
            known += Lanes{rodas::gamma * c[j]} * u;
        }
        point[k] = to;
        right[k] = known;
    }
}

void Rodas::finish_stage(Lanes* const right) {
    const Lanes* const rate = sheet_.rate(0);
    for (std::size_t k = 0; k < new_.size(); k += width_)
        for (std::size_t w = 0; w < width_; ++w) right[k + w] += scaled_h_[w] * rate[k + w];
    elimination_.solve(factors_, {right, new_.size()});
}

Lanes Rodas::share_of_allowed(const LaneTissues& tissues, std::size_t unknown, std::size_t group) const {
    const std::size_t k = unknown * width_ + group;
    const Lanes size = max(magnitude(tissues.y[k]), magnitude(new_[k]));
    const Lanes& error = stages_[(rodas::stages - 1) * new_.size() + k];
    return error / (Lanes{tolerance_.absolute[unknown]} + Lanes{tolerance_.relative} * size);
}

void Rodas::measure(const LaneTissues& tissues) {
    std::fill(error_.begin(), error_.end(), Lanes{0.0});
    const Lanes* const point = sheet_.unknown(0);
    const Lanes* const last = stage(rodas::stages - 1);
    for (std::size_t i = 0; i < unknowns_; ++i)
        for (std::size_t w = 0; w < width_; ++w) {
            new_[i * width_ + w] = point[i * width_ + w] + last[i * width_ + w];
            const Lanes share = share_of_allowed(tissues, i, w);
            error_[w] += share * share;
        }
}

void Rodas::judge(LaneTissues& tissues) const {
    const Lanes yes{1.0}, no{0.0};
    for (std::size_t w = 0; w < width_; ++w) {
        Lanes &time = tissues.time[w], &stride = tissues.stride[w], &last_h = tissues.last_h[w];
        const Lanes h = h_[w], error = max(error_[w], Lanes{least_error});
        const Lanes tried = choose_greater(h, no, yes, no);
        // An error that is no number is not smaller than one.
        const Lanes taken = tried * choose_greater(yes, error_[w], yes, no);

        const Lanes by_error = Lanes{safety} / fourth_root_of_squared(error);
        const Lanes by_trend = by_error * (h / last_h) * fourth_root_of_squared(tissues.last_error[w] / error);
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
        tissues.last_error[w] = choose_greater(taken, no, max(error, Lanes{calmest_error}), tissues.last_error[w]);
        last_h = choose_greater(taken, no, h, last_h);
        const Lanes goal = tissues.goal[w];
        time = choose_greater(taken, no, choose_greater(goal - time, h, time + h, goal), time);
        for (std::size_t k = w; k < new_.size(); k += width_)
            tissues.y[k] = choose_greater(taken, no, new_[k], tissues.y[k]);
    }
}

std::size_t Rodas::worst_unknown(const LaneTissues& tissues, std::size_t lane) const {
    std::size_t worst = 0;
    double largest = -1.0;
    for (std::size_t i = 0; i < unknowns_; ++i) {
        const double share = std::abs(share_of_allowed(tissues, i, lane / Lanes::width)[lane % Lanes::width]);
        if (share <= largest) continue;
        largest = share;
        worst = i;
        if (std::isnan(share)) break;
    }
    return worst;
}

}  // namespace cicatrix
