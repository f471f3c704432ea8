// SPDX-License-Identifier: Apache-2.0
#include "reaction_batch.hpp"

#include "cicatrix/base/unrolled.hpp"

namespace cicatrix {

namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

bool any_negative(const Lanes& x) {
    bool any = false;
    for (std::size_t i = 0; i < Lanes::width; ++i) any |= x[i] < 0.0;
    return any;
}

}  // namespace

template <std::size_t Width>
ReactionBatch<Width>::ReactionBatch(const Kinetics& kinetics, const Elimination& elimination, const Grid& grid,
                                    Layer layer, const std::vector<bool>& spreads)
    : kinetics_{kinetics},
      pattern_{kinetics.pattern(layer)},
      elimination_{elimination},
      row_end_{grid.nx()},
      n_{pattern_.fields.size()},
      pitch_{at(grid.pitch())},
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

template <std::size_t Width>
void ReactionBatch<Width>::move_to(const State& u, int plane) {
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

template <std::size_t Width>
void ReactionBatch<Width>::restart_sums(const std::vector<FieldShape>& shapes) {
    for (std::size_t i = 0; i < n_; ++i) {
        const FieldShape& shape = shapes[at(pattern_.fields[i])];
        rest_[i] = shape.rest[at(plane_ - shape.planes.first)];
        sums_[i] = {};
    }
}

/// Calls visit(local unknown, global field, where the plane begins in its array).
template <std::size_t Width>
template <class Visit>
void ReactionBatch<Width>::over_unknowns(const Visit& visit) const {
    for (std::size_t i = 0; i < n_; ++i) visit(i, at(pattern_.fields[i]), offset_[i]);
}

/// Loads one batch and asks memory for the next: there are too many arrays for the machine to foresee it.
template <std::size_t Width>
void ReactionBatch<Width>::gather(const State& u, std::size_t group) {
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const double* const from = u.array(static_cast<int>(field)).data() + offset + group;
        Lanes* const to = sheet_.unknown(i);
        unrolled<Width>([&](std::size_t w) {
            __builtin_prefetch(from + (Width + w) * Lanes::width);
            to[w] = Lanes::load(from + w * Lanes::width);
        });
    });
}

template <std::size_t Width>
template <class Array>
void ReactionBatch<Width>::gather_columns(const Array& array, std::size_t group) {
    for (std::size_t c = 0; c < column_offset_.size(); ++c) {
        const double* const from = array(pattern_.columns[c].field) + column_offset_[c] + group;
        Lanes* const to = sheet_.column(c);
        unrolled<Width>([&](std::size_t w) {
            const Lanes value = Lanes::load(from + w * Lanes::width);
            to[w] = value - negative_part(value);
        });
    }
}

template <std::size_t Width>
void ReactionBatch<Width>::linearise(const State& u, std::size_t group) {
    gather(u, group);
    gather_columns([&](int f) { return u.array(f).data(); }, group);
    kinetics_.batch_linearise_for_step(site_, sheet_);
}

template <std::size_t Width>
void ReactionBatch<Width>::factor(double s) {
    elimination_.factor({sheet_.nonzero(0), sheet_.nonzeros() * Width}, s, factors_);
}

template <std::size_t Width>
void ReactionBatch<Width>::solve() {
    elimination_.solve(factors_, {sheet_.rate(0), n_ * Width});
}

/// What still fields add to those that spread, from the slopes in the sheet. It must be there before the row's own
/// diffusion is solved: entering later, where it is made, it takes fast fields below zero.
template <std::size_t Width>
void ReactionBatch<Width>::carry() {
    for (const std::size_t c : carried_) {
        Lanes* const to = sheet_.rate(at(pattern_.carried[c].row));
        const Lanes* const from = sheet_.rate(at(pattern_.carried[c].column));
        const Lanes* const share = sheet_.carried(c);
        unrolled<Width>([&](std::size_t w) { to[w] += share[w] * from[w]; });
    }
}

template <std::size_t Width>
void ReactionBatch<Width>::add_spreading_rates(const State& u, double s, FieldArrays& slope, std::size_t group) {
    gather(u, group);
    gather_columns([&](int f) { return u.array(f).data(); }, group);
    site_.ahead_h = s;
    kinetics_.batch_spreading_rates(site_, sheet_);
    carry();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        if (!spreads_[i]) return;
        double* const to = slope[field].data() + offset + group;
        const Lanes* const rate = sheet_.rate(i);
        unrolled<Width>(
            [&](std::size_t w) { (Lanes::load(to + w * Lanes::width) + rate[w]).store(to + w * Lanes::width); });
    });
}

template <std::size_t Width>
void ReactionBatch<Width>::enter(const State& u, double h, double s, FieldArrays& first, std::size_t group) {
    linearise(u, group);
    factor(s);
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        double* const from = first[field].data() + offset + group;
        unrolled<Width>([&](std::size_t w) { __builtin_prefetch(from + (Width + w) * Lanes::width, 1); });
        if (!spreads_[i]) return;
        Lanes* const slope = sheet_.rate(i);
        unrolled<Width>([&](std::size_t w) { slope[w] = Lanes::load(from + w * Lanes::width); });
    });
    solve();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        double* const to = first[field].data() + offset + group;
        const Lanes* const k1 = sheet_.rate(i);
        Lanes* const value = sheet_.unknown(i);
        unrolled<Width>([&](std::size_t w) {
            value[w] += Lanes{h} * k1[w];
            if (ends_row(group + w * Lanes::width)) value[w] = row_end_.mended(value[w]);
            value[w].store(to + w * Lanes::width);
            kept_[i * Width + w] = Lanes{-2.0} * k1[w];
        });
    });
}

/// Takes what is below zero out of the unknowns.
template <std::size_t Width>
void ReactionBatch<Width>::find_below() {
    Lanes all_below{0.0};
    Lanes* const value = sheet_.unknown(0);
    for (std::size_t i = 0; i < below_.size(); ++i) {
        below_[i] = negative_part(value[i]);
        value[i] -= below_[i];
        all_below += below_[i];
    }
    any_below_ = any_negative(all_below);
}

/// Laws never see a negative amount: below zero they go on as straight lines.
template <std::size_t Width>
void ReactionBatch<Width>::continue_below_zero() {
    for (const std::size_t e : solved_nonzeros_) {
        const std::size_t row = at(pattern_.nonzeros[e].first), column = at(pattern_.nonzeros[e].second);
        unrolled<Width>(
            [&](std::size_t w) { kept_[row * Width + w] += sheet_.nonzero(e)[w] * below_[column * Width + w]; });
    }
}

template <std::size_t Width>
void ReactionBatch<Width>::stage_rates(const FieldArrays& first, double s, FieldArrays& second, std::size_t group) {
    gather_columns([&](int f) { return first[at(f)].data(); }, group);
    site_.ahead_h = s;
    kinetics_.batch_rates(site_, sheet_);
    Lanes* const slopes = sheet_.rate(0);
    for (std::size_t i = 0; i < kept_.size(); ++i) slopes[i] += kept_[i];
    carry();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        double* const to = second[field].data() + offset + group;
        const Lanes* const slope = sheet_.rate(i);
        unrolled<Width>([&](std::size_t w) {
            __builtin_prefetch(to + (Width + w) * Lanes::width, 1);
            slope[w].store(to + w * Lanes::width);
        });
    });
}

template <std::size_t Width>
void ReactionBatch<Width>::add_stage_rates(const FieldArrays& first, double s, FieldArrays& second, std::size_t group) {
    find_below();
    if (any_below_) continue_below_zero();
    stage_rates(first, s, second, group);
}

template <std::size_t Width>
void ReactionBatch<Width>::add_stage_rates_later(const State& u, const FieldArrays& first, double h, double s,
                                                 FieldArrays& second, std::size_t group) {
    const Lanes twice_per_h{2.0 / h};
    const auto load_stage = [&] {
        over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
            const double* const from = first[field].data() + offset + group;
            const double* const before = u.array(static_cast<int>(field)).data() + offset + group;
            unrolled<Width>([&](std::size_t w) {
                const Lanes value = Lanes::load(from + w * Lanes::width);
                kept_[i * Width + w] = twice_per_h * (Lanes::load(before + w * Lanes::width) - value);
                sheet_.unknown(i)[w] = value;
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
    stage_rates(first, s, second, group);
}

template <std::size_t Width>
void ReactionBatch<Width>::finish(const State& u, double h, double s, FieldArrays& first, const FieldArrays& second,
                                  std::size_t group) {
    const Lanes all{1.0};
    linearise(u, group);
    factor(s);
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        const double* const from = second[field].data() + offset + group;
        Lanes* const slope = sheet_.rate(i);
        unrolled<Width>([&](std::size_t w) {
            __builtin_prefetch(from + (Width + w) * Lanes::width);
            slope[w] = Lanes::load(from + w * Lanes::width);
        });
    });
    solve();
    over_unknowns([&](std::size_t i, std::size_t field, std::size_t offset) {
        double* const to = first[field].data() + offset + group;
        unrolled<Width>([&](std::size_t w) {
            double* const place = to + w * Lanes::width;
            __builtin_prefetch(place + Width * Lanes::width, 1);
            const bool last = ends_row(group + w * Lanes::width);
            const Lanes after = sums_[i].finish(h, rest_[i], sheet_.unknown(i)[w], Lanes::load(place),
                                                sheet_.rate(i)[w], last ? row_end_.real() : all);
            (last ? row_end_.mended(after) : after).store(place);
        });
    });
}

template class ReactionBatch<1>;
template class ReactionBatch<4>;

}  // namespace cicatrix
