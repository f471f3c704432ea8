// SPDX-License-Identifier: Apache-2.0
// The step of the whole tissue (see step.cpp), lane by lane and with the matrix kept:
//   (I - g h A) k1 = F(y)      (I - g h A) k2 = F(y + h k1) - 2 k1      y+ = y + 3/2 h k1 + 1/2 h k2
// The error estimate is the distance to the first-order result y + h k1.
#include "ros2w.hpp"

#include "ros2.hpp"

#include <algorithm>

namespace cicatrix {

namespace {

constexpr double moving = 0.56;  // an error above 0.3 (this is its root) says that much is changing: the Jacobian too

}  // namespace

Ros2W::Ros2W(const Kinetics& kinetics, const Site& site, const Elimination& elimination, const LaneTolerance& tolerance,
             int width)
    : kinetics_{kinetics},
      site_{site},
      elimination_{elimination},
      control_{tolerance, LaneControl::Power::second, static_cast<std::size_t>(width)},
      width_{static_cast<std::size_t>(width)},
      sheet_{kinetics.pattern(site.layer), width, kinetics.extra_registers(site.layer)},
      first_(kinetics.pattern(site.layer).fields.size() * width_),
      second_(first_.size()),
      new_(first_.size(), Lanes{0.0}),
      error_(first_.size(), Lanes{0.0}),
      factors_(elimination.storage() * width_),
      stale_(width_),
      scaled_h_(width_),
      rejected_(width_) {}

/// Marks the lanes whose factors will not do, and tells whether there are any. Idle ones do not ask.
bool Ros2W::find_stale(const LaneTissues& tissues, std::span<const Lanes> h) {
    const Lanes yes{1.0}, no{0.0};
    Lanes any{0.0};
    for (std::size_t w = 0; w < width_; ++w) {
        const Lanes other = h[w] - tissues.factored_h[w];
        const Lanes same_step = choose_greater(other * other, no, no, yes);
        const Lanes good = same_step - tissues.doubtful[w];
        stale_[w] = choose_greater(h[w], no, choose_greater(good, no, no, yes), no);
        any += stale_[w];
    }
    for (std::size_t i = 0; i < Lanes::width; ++i)
        if (any[i] > 0.0) return true;
    return false;
}

void Ros2W::refactor(LaneTissues& tissues, std::span<const Lanes> h) {
    for (std::size_t w = 0; w < width_; ++w) {
        scaled_h_[w] = Lanes{ros2::gamma} * h[w];
        tissues.factored_h[w] = choose_greater(stale_[w], Lanes{0.0}, h[w], tissues.factored_h[w]);
    }
    elimination_.factor({sheet_.nonzero(0), sheet_.nonzeros() * width_}, scaled_h_, factors_);
    if (tissues.factors.empty()) tissues.factors.assign(factors_.size(), Lanes{0.0});
    for (std::size_t k = 0; k < factors_.size(); k += width_)
        for (std::size_t w = 0; w < width_; ++w)
            tissues.factors[k + w] = choose_greater(stale_[w], Lanes{0.0}, factors_[k + w], tissues.factors[k + w]);
}

void Ros2W::step(LaneTissues& tissues) {
    const std::span<const Lanes> h = control_.choose_steps(tissues);
    std::copy(tissues.columns.begin(), tissues.columns.end(), sheet_.column(0));
    std::copy(tissues.y.begin(), tissues.y.end(), sheet_.unknown(0));
    if (find_stale(tissues, h)) {
        kinetics_.batch_linearise(site_, sheet_);
        refactor(tissues, h);
    } else {
        kinetics_.batch_rates(site_, sheet_);
    }
    std::copy_n(sheet_.rate(0), first_.size(), first_.begin());
    elimination_.solve(tissues.factors, first_);
    Lanes* const middle = sheet_.unknown(0);
    for (std::size_t k = 0; k < first_.size(); k += width_)
        for (std::size_t w = 0; w < width_; ++w) middle[k + w] += h[w] * first_[k + w];
    kinetics_.batch_rates(site_, sheet_);
    const Lanes* const rate = sheet_.rate(0);
    for (std::size_t k = 0; k < first_.size(); ++k) second_[k] = rate[k] - Lanes{2.0} * first_[k];
    elimination_.solve(tissues.factors, second_);
    for (std::size_t k = 0; k < first_.size(); k += width_)
        for (std::size_t w = 0; w < width_; ++w) {
            error_[k + w] = Lanes{0.5} * h[w] * (first_[k + w] + second_[k + w]);
            new_[k + w] = middle[k + w] + error_[k + w];
        }
    const Lanes yes{1.0}, no{0.0};
    for (std::size_t w = 0; w < width_; ++w) rejected_[w] = tissues.rejected[w];
    control_.judge(tissues, new_, error_);
    for (std::size_t w = 0; w < width_; ++w) {
        const Lanes failed = tissues.rejected[w] - rejected_[w];
        const Lanes moves = choose_greater(tissues.last_root[w], Lanes{moving}, yes, no);
        const Lanes doubtful = choose_greater(failed + moves, no, yes, no);
        tissues.doubtful[w] = choose_greater(h[w], no, doubtful, tissues.doubtful[w]);
    }
}

}  // namespace cicatrix
