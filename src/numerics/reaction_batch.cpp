// SPDX-License-Identifier: Apache-2.0
#include "reaction_batch.hpp"

#include "cicatrix/base/unrolled.hpp"

namespace cicatrix {

namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

template <class Real>
bool any_negative(const BasicLanes<Real>& x) {
    bool any = false;
    for (std::size_t i = 0; i < BasicLanes<Real>::width; ++i) any |= x[i] < 0;
    return any;
}

/// Asks memory for the groups that come after these: there are too many arrays for the machine to foresee it.
template <std::size_t Voxels, int to_write, class Number>
void prefetch_next(const Number* from) {
    constexpr std::size_t line = 64 / sizeof(Number);
    unrolled<Voxels / line>([&](std::size_t i) { __builtin_prefetch(from + Voxels + i * line, to_write); });
}

}  // namespace

template <class Real, std::size_t Width>
ReactionBatch<Real, Width>::ReactionBatch(const Kinetics& kinetics, const Elimination& elimination, const Grid& grid,
                                          Layer layer, const std::vector<bool>& spreads)
    : kinetics_{kinetics},
      pattern_{kinetics.pattern(layer)},
      elimination_{elimination},
      row_end_{grid.nx(), at(grid.pitch())},
      row_end_of_eights_{grid.nx(), at(grid.pitch())},
      n_{pattern_.fields.size()},
      sheet_{pattern_, static_cast<int>(Width), kinetics.extra_registers(layer)},
      offset_(n_),
      column_offset_(pattern_.columns.size()),
      rest_(n_),
      below_(n_ * Width),
      kept_(n_ * Width),
      factors_(elimination.storage() * Width),
      sums_(n_) {
    site_.layer = layer;
    for (std::size_t e = 0; e < pattern_.nonzeros.size(); ++e)
        if (pattern_.left_out.empty() || !pattern_.left_out[e]) solved_nonzeros_.push_back(e);
    for (int field : pattern_.fields) spreads_.push_back(spreads[at(field)]);
    for (std::size_t c = 0; c < pattern_.carried.size(); ++c)
        if (spreads_[at(pattern_.carried[c].row)]) carried_.push_back(c);
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::move_to(const State& u, int plane) {
    const Layout& layout = u.layout();
    const auto offset = [&](int field, int k) { return at(k - layout.planes(field).first) * u.grid().plane_size(); };
    plane_ = plane;
    site_.depth_um = u.grid().centre_um(plane);
    site_.environment = &u.environment;
    for (std::size_t i = 0; i < n_; ++i) offset_[i] = offset(pattern_.fields[i], plane);
    for (std::size_t c = 0; c < column_offset_.size(); ++c) {
        const ColumnRead& read = pattern_.columns[c];
        column_offset_[c] = offset(read.field, column_plane(u.grid(), read, plane));
    }
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::restart_sums(const std::vector<FieldShape>& shapes) {
    for (std::size_t i = 0; i < n_; ++i) {
        const FieldShape& shape = shapes[at(pattern_.fields[i])];
        rest_[i] = shape.rest[at(plane_ - shape.planes.first)];
        sums_[i] = {};
    }
}

/// Calls visit(local unknown, global field, where the plane begins in its array).
template <class Real, std::size_t Width>
template <class Visit>
void ReactionBatch<Real, Width>::over_unknowns(const Visit& visit) const {
    for (std::size_t i = 0; i < n_; ++i) visit(i, at(pattern_.fields[i]), offset_[i]);
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::gather(const State& u, std::size_t group) {
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const double* const from = u.array(static_cast<int>(field)).data() + offset + group;
        Group* const to = sheet_.unknown(i);
        prefetch_next<Width * Group::width, 0>(from);
        unrolled<Width>([&](std::size_t w) { to[w] = Group::load(from + w * Group::width); });
    });
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::gather_columns(const State& u, std::size_t group) {
    for (std::size_t c = 0; c < column_offset_.size(); ++c) {
        const double* const from = u.array(pattern_.columns[c].field).data() + column_offset_[c] + group;
        Group* const to = sheet_.column(c);
        unrolled<Width>([&](std::size_t w) {
            const Group value = Group::load(from + w * Group::width);
            to[w] = value - negative_part(value);
        });
    }
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::gather_stage_columns(const State& u, const Stages<Real>& stages, std::size_t group) {
    for (std::size_t c = 0; c < column_offset_.size(); ++c) {
        const int field = pattern_.columns[c].field;
        const std::size_t offset = column_offset_[c] + group;
        const double* const before = u.array(field).data() + offset;
        const Real* const added = stages.first[at(field)].data() + offset;
        Group* const to = sheet_.column(c);
        unrolled<Width>([&](std::size_t w) {
            const Group value = Group::load(before + w * Group::width) + Group::load(added + w * Group::width);
            to[w] = value - negative_part(value);
        });
    }
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::linearise(const State& u, std::size_t group) {
    gather(u, group);
    gather_columns(u, group);
    kinetics_.batch_linearise_for_step(site_, sheet_);
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::factor(double s) {
    elimination_.factor({sheet_.nonzero(0), sheet_.nonzeros() * Width}, s, factors_);
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::solve() {
    elimination_.solve(factors_, {sheet_.rate(0), n_ * Width});
}

/// What still fields add to those that spread, from the slopes in the sheet. It must be there before the row's own
/// diffusion is solved: entering later, where it is made, it takes fast fields below zero.
template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::carry() {
    for (const std::size_t c : carried_) {
        Group* const to = sheet_.rate(at(pattern_.carried[c].row));
        const Group* const from = sheet_.rate(at(pattern_.carried[c].column));
        const Group* const share = sheet_.carried(c);
        unrolled<Width>([&](std::size_t w) { to[w] += share[w] * from[w]; });
    }
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::add_spreading_rates(const State& u, double s, Stages<Real>& stages,
                                                     std::size_t group) {
    gather(u, group);
    gather_columns(u, group);
    site_.ahead_h = s;
    kinetics_.batch_spreading_rates(site_, sheet_);
    carry();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        if (!spreads_[i]) return;
        const Real* const from = stages.second[field].data() + offset + group;
        Real* const to = stages.first[field].data() + offset + group;
        const Group* const rate = sheet_.rate(i);
        prefetch_next<Width * Group::width, 0>(from);
        prefetch_next<Width * Group::width, 1>(to);
        unrolled<Width>(
            [&](std::size_t w) { (Group::load(from + w * Group::width) + rate[w]).store(to + w * Group::width); });
    });
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::enter(const State& u, double h, double s, Stages<Real>& stages, std::size_t group) {
    linearise(u, group);
    factor(s);
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const Real* const from = stages.first[field].data() + offset + group;
        prefetch_next<Width * Group::width, 1>(from);
        if (!spreads_[i]) return;
        Group* const slope = sheet_.rate(i);
        unrolled<Width>([&](std::size_t w) { slope[w] = Group::load(from + w * Group::width); });
    });
    solve();
    typename RowEnd<Real>::Kind kinds[Width];
    unrolled<Width>([&](std::size_t w) { kinds[w] = row_end_.kind(group + w * Group::width); });
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        Real* const to = stages.first[field].data() + offset + group;
        const Group* const k1 = sheet_.rate(i);
        Group* const value = sheet_.unknown(i);
        unrolled<Width>([&](std::size_t w) {
            const Group added = row_end_.mended(kinds[w], Group{h} * k1[w], Group{0.0});
            value[w] += added;
            added.store(to + w * Group::width);
            kept_[i * Width + w] = Group{-2.0} * k1[w];
        });
    });
}

/// Takes what is below zero out of the unknowns.
template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::find_below() {
    Group all_below{0.0};
    Group* const value = sheet_.unknown(0);
    for (std::size_t i = 0; i < below_.size(); ++i) {
        below_[i] = negative_part(value[i]);
        value[i] -= below_[i];
        all_below += below_[i];
    }
    any_below_ = any_negative(all_below);
}

/// Laws never see a negative amount: below zero they go on as straight lines.
template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::continue_below_zero() {
    for (const std::size_t e : solved_nonzeros_) {
        const std::size_t row = at(pattern_.nonzeros[e].first), column = at(pattern_.nonzeros[e].second);
        unrolled<Width>(
            [&](std::size_t w) { kept_[row * Width + w] += sheet_.nonzero(e)[w] * below_[column * Width + w]; });
    }
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::stage_rates(const State& u, double s, Stages<Real>& stages, std::size_t group) {
    gather_stage_columns(u, stages, group);
    site_.ahead_h = s;
    kinetics_.batch_rates(site_, sheet_);
    Group* const slopes = sheet_.rate(0);
    for (std::size_t i = 0; i < kept_.size(); ++i) slopes[i] += kept_[i];
    carry();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        Real* const to = stages.second[field].data() + offset + group;
        const Group* const slope = sheet_.rate(i);
        prefetch_next<Width * Group::width, 1>(to);
        unrolled<Width>([&](std::size_t w) {
            Group whole = slope[w];
            if (spreads_[i]) whole += Group::load(to + w * Group::width);
            whole.store(to + w * Group::width);
        });
    });
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::add_stage_rates(const State& u, double s, Stages<Real>& stages, std::size_t group) {
    find_below();
    if (any_below_) continue_below_zero();
    stage_rates(u, s, stages, group);
}

template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::add_stage_rates_later(const State& u, double h, double s, Stages<Real>& stages,
                                                       std::size_t group) {
    const Group minus_twice_per_h{-2.0 / h};
    const auto load_stage = [&] {
        gather(u, group);
        over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
            const Real* const from = stages.first[field].data() + offset + group;
            unrolled<Width>([&](std::size_t w) {
                const Group added = Group::load(from + w * Group::width);
                kept_[i * Width + w] = minus_twice_per_h * added;
                sheet_.unknown(i)[w] += added;
            });
        });
        find_below();
    };
    load_stage();
    if (any_below_) {
        linearise(u, group);
        load_stage();
        continue_below_zero();
    }
    stage_rates(u, s, stages, group);
}

/// Only the solve runs on `Real`; what it gives is added up eight voxels at a time.
template <class Real, std::size_t Width>
void ReactionBatch<Real, Width>::finish(const State& u, double h, double s, Stages<Real>& stages, std::size_t group) {
    linearise(u, group);
    factor(s);
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const Real* const from = stages.second[field].data() + offset + group;
        Group* const slope = sheet_.rate(i);
        prefetch_next<Width * Group::width, 0>(from);
        unrolled<Width>([&](std::size_t w) { slope[w] = Group::load(from + w * Group::width); });
    });
    solve();
    constexpr std::size_t parts = Width * Group::eights;
    RowEnd<double>::Kind kinds[parts];
    unrolled<parts>([&](std::size_t p) { kinds[p] = row_end_of_eights_.kind(group + 8 * p); });
    FieldArrays<double>& new_state = stages.new_state();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const double* const from = u.array(static_cast<int>(field)).data() + offset + group;
        const Real* const first = stages.first[field].data() + offset + group;
        double* const to = new_state[field].data() + offset + group;
        prefetch_next<Width * Group::width, 1>(to);
        if constexpr (Group::eights > 1) prefetch_next<Width * Group::width, 0>(first);
        PlaneSums sums = sums_[i];  // a copy stays in registers; what is stored below might else be these
        unrolled<parts>([&](std::size_t p) {
            const Lanes before = Lanes::load(from + 8 * p),
                        k2 = sheet_.rate(i)[p / Group::eights].eight(p % Group::eights);
            const Lanes after =
                sums.finish(h, rest_[i], before, Lanes::load(first + 8 * p), k2, row_end_of_eights_.real(kinds[p]));
            row_end_of_eights_.mended(kinds[p], after, before).store(to + 8 * p);
        });
        sums_[i] = sums;
    });
}

template class ReactionBatch<double, 1>;
template class ReactionBatch<double, 4>;
template class ReactionBatch<float, 1>;
template class ReactionBatch<float, 4>;

}  // namespace cicatrix
