// SPDX-License-Identifier: Apache-2.0
// The six stages on flat arrays of lanes.
#include "rodas.hpp"

#include "rodas_table.hpp"

#include <algorithm>

namespace cicatrix {

Rodas::Rodas(const Kinetics& kinetics, const Site& site, const Elimination& elimination, const LaneTolerance& tolerance,
             int width)
    : kinetics_{kinetics},
      site_{site},
      elimination_{elimination},
      control_{tolerance, LaneControl::Power::fourth, static_cast<std::size_t>(width)},
      unknowns_{kinetics.pattern(site.layer).fields.size()},
      width_{static_cast<std::size_t>(width)},
      sheet_{kinetics.pattern(site.layer), width, kinetics.extra_registers(site.layer)},
      new_(unknowns_ * width_, Lanes{0.0}),
      stages_(new_.size() * rodas::stages, Lanes{0.0}),
      factors_(elimination.storage() * width_, Lanes{0.0}),
      scaled_h_(width_) {}

void Rodas::step(LaneTissues& tissues) {
    const std::span<const Lanes> h = control_.choose_steps(tissues);
    for (std::size_t w = 0; w < width_; ++w) scaled_h_[w] = Lanes{rodas::gamma} * h[w];
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
    const Lanes* const point = sheet_.unknown(0);
    const std::span<const Lanes> last = last_stage();
    for (std::size_t k = 0; k < new_.size(); ++k) new_[k] = point[k] + last[k];
    control_.judge(tissues, new_, last);
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

}  // namespace cicatrix
