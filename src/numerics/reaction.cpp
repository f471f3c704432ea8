// SPDX-License-Identifier: Apache-2.0
// Runs the local systems of all voxels, eight at a time, in fixed blocks.
#include "cicatrix/numerics/reaction.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/numerics/parallel.hpp"

#include <algorithm>
#include <string>

namespace cicatrix {

namespace {

constexpr std::size_t groups_per_block = 96;  // 768 voxels: enough work to pay for its workspace
constexpr std::size_t groups_per_batch = 4;   // one list of operations serves so many groups at once

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

/// The part below zero; zero where there is none.
Lanes negative_part(const Lanes& x) {
    return Lanes{x.v < 0.0 ? x.v : Lanes::Vector{}};
}
bool any_negative(const Lanes& x) {
    bool any = false;
    for (std::size_t i = 0; i < Lanes::width; ++i) any |= x[i] < 0.0;
    return any;
}

}  // namespace

/// What one block needs while it is being worked on: pointers into its plane and room for one batch of lane groups.
class Reaction::Workspace {
public:
    Workspace(const Reaction& reaction, const State& u, int plane, int width)
        : kinetics_{*reaction.kinetics_},
          system_{reaction.systems_[at(index(u.grid().layer(plane)))]},
          pattern_{*system_.pattern},
          n_{pattern_.fields.size()},
          width_{at(width)},
          sheet_{pattern_, width, kinetics_.extra_registers(u.grid().layer(plane))},
          below_(n_ * width_),
          kept_rate_(n_ * width_),
          factors_(system_.elimination.storage() * width_) {
        const Grid& grid = u.grid();
        site_.layer = grid.layer(plane);
        site_.depth_um = grid.centre_um(plane);
        site_.environment = &u.environment;
        for (int field : pattern_.fields) {
            offset_.push_back(offset(u.layout(), field, plane));
            covered_.push_back(reaction.covered_[at(field)]);
            set_.push_back(reaction.set_[at(field)]);
        }
        for (const ColumnRead& read : pattern_.columns)
            column_offset_.push_back(offset(u.layout(), read.field, reaction.column_plane(read, plane)));
    }

    /// `kept` receives the factors of I - s J, rounded to single precision.
    void add_rates_and_factor(const State& u, double s, FieldArrays& slope, std::size_t group, float* kept) {
        linearise(u, group);
        add_rates(slope, group, sheet_.rate(0));
        system_.elimination.factor({sheet_.nonzero(0), sheet_.nonzeros() * width_}, s, factors_);
        for (std::size_t e = 0; e < factors_.size(); ++e) factors_[e].store_rounded(kept + e * Lanes::width);
    }

    void add_rates_of_stage(const State& u, const FieldArrays& w, double h, FieldArrays& slope, std::size_t group) {
        const auto stage = [&](int f) { return w[at(f)].data(); };
        gather(stage, group);
        Lanes* const moved = sheet_.unknown(0);
        Lanes all_below{0.0};
        for (std::size_t i = 0; i < below_.size(); ++i) {
            below_[i] = negative_part(moved[i]);
            moved[i] -= below_[i];
            all_below += below_[i];
        }
        kinetics_.batch_rates(site_, sheet_);
        std::copy_n(sheet_.rate(0), kept_rate_.size(), kept_rate_.begin());
        take_first_slope(u, h, group);
        if (any_negative(all_below)) {
            linearise(u, group);
            continue_below_zero();
        }
        add_rates(slope, group, kept_rate_.data());
    }

    void solve(FieldArrays& slope, std::size_t group, const float* kept) {
        Lanes* const x = solved(slope, group, kept);
        over_places(slope, group, [&](double* to, std::size_t i) { x[i].store(to); });
    }

    void solve_and_enter(const State& u, double h, FieldArrays& slope, std::size_t group, const float* kept) {
        Lanes* const x = solved(slope, group, kept);
        over_places_of(u, group, [&](const double* from, std::size_t i) {
            if (covered_[i / width_]) x[i] = Lanes::load(from) + Lanes{h} * x[i];
        });
        over_places(slope, group, [&](double* to, std::size_t i) { x[i].store(to); });
    }

private:
    static std::size_t offset(const Layout& layout, int field, int plane) {
        return at(plane - layout.planes(field).first) * layout.grid().plane_size();
    }
    Lanes* solved(FieldArrays& slope, std::size_t group, const float* kept) {
        Lanes* const x = sheet_.rate(0);
        over_places(slope, group, [&](const double* from, std::size_t i) { x[i] = Lanes::load(from); });
        for (std::size_t e = 0; e < factors_.size(); ++e) factors_[e] = Lanes::load_rounded(kept + e * Lanes::width);
        system_.elimination.solve(factors_, {x, n_ * width_});
        return x;
    }
    /// Takes 2 k from the kept rates, with k = (stage - u) / h. The sheet still holds the stage.
    void take_first_slope(const State& u, double h, std::size_t group) {
        const Lanes twice_per_h{2.0 / h};
        const Lanes* const moved = sheet_.unknown(0);
        over_places_of(u, group, [&](const double* from, std::size_t i) {
            if (covered_[i / width_]) kept_rate_[i] -= twice_per_h * ((moved[i] + below_[i]) - Lanes::load(from));
        });
    }
    template <class Visit>
    void over_places_of(const State& u, std::size_t group, const Visit& visit) const {
        for (std::size_t i = 0; i < n_; ++i) {
            const double* const place = u.array(pattern_.fields[i]).data() + offset_[i] + group;
            for (std::size_t w = 0; w < width_; ++w) visit(place + w * Lanes::width, i * width_ + w);
        }
    }
    /// Calls visit(pointer to a lane group of the field, its place on the sheet) for all fields of the layer.
    template <class Visit>
    void over_places(FieldArrays& arrays, std::size_t group, const Visit& visit) const {
        for (std::size_t i = 0; i < n_; ++i) {
            double* const place = arrays[at(pattern_.fields[i])].data() + offset_[i] + group;
            for (std::size_t w = 0; w < width_; ++w) visit(place + w * Lanes::width, i * width_ + w);
        }
    }
    /// Loads one batch and asks memory for the next: there are too many arrays for the machine to foresee it.
    template <class Array>
    void gather(const Array& array, std::size_t group) {
        for (std::size_t i = 0; i < n_; ++i) {
            const double* const from = array(pattern_.fields[i]) + offset_[i] + group;
            Lanes* const to = sheet_.unknown(i);
            for (std::size_t w = 0; w < width_; ++w) {
                __builtin_prefetch(from + (width_ + w) * Lanes::width);
                to[w] = Lanes::load(from + w * Lanes::width);
            }
        }
        for (std::size_t c = 0; c < column_offset_.size(); ++c) {
            const double* const from = array(pattern_.columns[c].field) + column_offset_[c] + group;
            Lanes* const to = sheet_.column(c);
            for (std::size_t w = 0; w < width_; ++w) {
                const Lanes value = Lanes::load(from + w * Lanes::width);
                to[w] = value - negative_part(value);
            }
        }
    }
    void add_rates(FieldArrays& slope, std::size_t group, const Lanes* rate) const {
        over_places(slope, group, [&](double* to, std::size_t i) {
            (set_[i / width_] ? rate[i] : rate[i] + Lanes::load(to)).store(to);
        });
    }
    /// Laws never see a negative amount: below zero they go on as straight lines, which also keeps stiff decay damped.
    void continue_below_zero() {
        for (std::size_t e = 0; e < pattern_.nonzeros.size(); ++e) {
            const auto [row, column] = pattern_.nonzeros[e];
            for (std::size_t w = 0; w < width_; ++w)
                kept_rate_[at(row) * width_ + w] += sheet_.nonzero(e)[w] * below_[at(column) * width_ + w];
        }
    }
    /// Rates and Jacobian at the state itself.
    void linearise(const State& u, std::size_t group) {
        gather([&](int f) { return u.array(f).data(); }, group);
        kinetics_.batch_linearise(site_, sheet_);
    }

    const Kinetics& kinetics_;
    const LayerSystem& system_;
    const LocalPattern& pattern_;
    Site site_;
    std::size_t n_, width_;
    Sheet sheet_;
    std::vector<std::size_t> offset_, column_offset_;
    std::vector<char> covered_, set_;  ///< by local unknown
    std::vector<Lanes> below_, kept_rate_, factors_;
};

Reaction::Reaction(const Kinetics& kinetics, std::shared_ptr<const Layout> layout)
    : kinetics_{&kinetics}, layout_{std::move(layout)}, systems_(layer_count) {
    const Grid& grid = layout_->grid();
    for (Layer layer : all_layers) {
        if (grid.planes(layer).count() == 0) continue;
        const LocalPattern& pattern = kinetics.pattern(layer);
        check(layer, pattern);
        systems_[at(index(layer))] = {&pattern, Elimination{static_cast<int>(pattern.fields.size()), pattern.nonzeros}};
    }
    const std::size_t groups = grid.plane_size() / Lanes::width;
    std::size_t kept = 0;
    for (int k = 0; k < grid.nz(); ++k) {
        if (systems_[at(index(grid.layer(k)))].pattern->fields.empty()) continue;
        const std::size_t stride = systems_[at(index(grid.layer(k)))].elimination.storage() * Lanes::width;
        for (std::size_t g = 0; g < groups; g += groups_per_block) {
            const Block& block =
                blocks_.emplace_back(Block{k, g, std::min(g + groups_per_block, groups), kept, stride});
            kept += (block.last - block.first) * stride;
        }
    }
    factors_.resize(kept);
    for (int f = 0; f < layout_->field_count(); ++f) covered_.push_back(find_cover(f));
    set_.assign(covered_.size(), false);
}

bool Reaction::find_cover(int field) const {
    const PlaneRange lives = layout_->planes(field);
    for (int k = lives.first; k < lives.last; ++k) {
        const auto& fields = systems_[at(index(layout_->grid().layer(k)))].pattern->fields;
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) return false;
    }
    return true;
}

void Reaction::check(Layer layer, const LocalPattern& pattern) const {
    const PlaneRange planes = layout_->grid().planes(layer);
    const auto complain = [&](int field, const std::string& what) {
        const bool known = field >= 0 && field < layout_->field_count();
        const std::string name = known ? std::string{layout_->fields()[at(field)].name} : std::to_string(field);
        throw RunError{"The kinetics of layer " + std::string{to_string(layer)} + " uses field " + name + " " + what};
    };
    for (int field : pattern.fields) {
        if (field < 0 || field >= layout_->field_count()) complain(field, "which does not exist.");
        const PlaneRange lives = layout_->planes(field);
        if (lives.first > planes.first || lives.last < planes.last) complain(field, "which does not live there.");
    }
    for (const ColumnRead& read : pattern.columns) {
        if (read.field < 0 || read.field >= layout_->field_count()) complain(read.field, "which does not exist.");
        const std::string of = "of layer " + std::string{to_string(read.layer)} + ", ";
        if (layout_->grid().planes(read.layer).count() == 0) complain(read.field, of + "which the grid does not have.");
        if (!layout_->planes(read.field).contains(column_plane(read, planes.first)))
            complain(read.field, of + "where it does not live.");
    }
}

int Reaction::column_plane(const ColumnRead& read, int asking_plane) const {
    const PlaneRange planes = layout_->grid().planes(read.layer);
    return std::clamp(asking_plane, planes.first, planes.last - 1);
}

template <class Work>
void Reaction::over_groups(const State& u, const Work& work) {
    parallel_for(static_cast<int>(blocks_.size()), [&](int b) {
        const Block& block = blocks_[at(b)];
        const std::size_t width = (block.last - block.first) % groups_per_batch == 0 ? groups_per_batch : 1;
        Workspace workspace{*this, u, block.plane, static_cast<int>(width)};
        float* kept = factors_.data() + block.factors;
        for (std::size_t g = block.first; g < block.last; g += width, kept += width * block.stride)
            work(workspace, g * Lanes::width, kept);
    });
}

void Reaction::add_rates_and_factor(const State& u, double s, FieldArrays& slope) {
    over_groups(
        u, [&](Workspace& w, std::size_t group, float* kept) { w.add_rates_and_factor(u, s, slope, group, kept); });
}

void Reaction::solve_and_enter(const State& u, double h, FieldArrays& slope) {
    over_groups(
        u, [&](Workspace& w, std::size_t group, const float* kept) { w.solve_and_enter(u, h, slope, group, kept); });
}

void Reaction::add_rates(const State& u, const FieldArrays& stage, double h, FieldArrays& slope) {
    over_groups(
        u, [&](Workspace& w, std::size_t group, const float*) { w.add_rates_of_stage(u, stage, h, slope, group); });
}

void Reaction::solve(const State& u, FieldArrays& slope) {
    over_groups(u, [&](Workspace& w, std::size_t group, const float* kept) { w.solve(slope, group, kept); });
}

}  // namespace cicatrix
