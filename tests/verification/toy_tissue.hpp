// SPDX-License-Identifier: Apache-2.0
// Small tissues and laws for tests: a law written once as a template gives kinetics with a dense exact Jacobian.
#pragma once

#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/tissue/kinetics.hpp"
#include "dual.hpp"

#include <cmath>
#include <memory>
#include <numeric>
#include <string_view>
#include <vector>

namespace cicatrix::toy {

inline Field field(std::string_view name, double diffusivity_um2_per_h = 0.0, double scale = 1.0,
                   LayerSet layers = everywhere) {
    Field f;
    f.name = name;
    f.symbol = name;
    f.unit = "1";
    f.layers = layers;
    for (Layer l : all_layers)
        if (layers.has(l)) f.diffusivity_um2_per_h[static_cast<std::size_t>(index(l))] = diffusivity_um2_per_h;
    f.scale = scale;
    return f;
}

inline std::vector<double> even_edges(int planes, double depth_um) {
    std::vector<double> edges;
    for (int k = 0; k <= planes; ++k) edges.push_back(depth_um * k / planes);
    return edges;
}

/// All planes in one layer.
inline Grid one_layer_grid(int nx, int ny, double width_um, const std::vector<double>& edges,
                           Layer layer = Layer::papillary) {
    return {nx, ny, width_um, width_um, edges, std::vector<Layer>(edges.size() - 1, layer)};
}

inline State state_of(Grid grid, std::vector<Field> fields) {
    return State{std::make_shared<const Layout>(std::move(grid), std::move(fields))};
}

/// Sets a field from a function of the voxel's place (i, j, k).
template <class Function>
void fill(State& state, int field, const Function& value) {
    const Grid& grid = state.grid();
    const PlaneRange planes = state.layout().planes(field);
    for (int k = planes.first; k < planes.last; ++k)
        for (int j = 0; j < grid.ny(); ++j)
            for (int i = 0; i < grid.nx(); ++i)
                state.plane(field, k)[static_cast<std::size_t>(j * grid.pitch() + i)] = value(i, j, k);
}

/// Calls visit(value, i, j, k) for each real voxel.
template <class Visitor>
void visit(const State& state, int field, const Visitor& visitor) {
    const Grid& grid = state.grid();
    const PlaneRange planes = state.layout().planes(field);
    for (int k = planes.first; k < planes.last; ++k)
        for (int j = 0; j < grid.ny(); ++j)
            for (int i = 0; i < grid.nx(); ++i)
                visitor(state.plane(field, k)[static_cast<std::size_t>(j * grid.pitch() + i)], i, j, k);
}

/// Between two states of one field; not a number if either is not.
inline double largest_difference(const State& a, const State& b, int field) {
    double worst = 0;
    visit(a, field, [&](double v, int i, int j, int k) {
        const double apart = std::abs(v - b.plane(field, k)[static_cast<std::size_t>(j * b.grid().pitch() + i)]);
        if (!(apart <= worst) && !std::isnan(worst)) worst = apart;
    });
    return worst;
}
/// The same of all fields.
inline double largest_difference(const State& a, const State& b) {
    double worst = 0;
    for (int f = 0; f < a.layout().field_count(); ++f)
        if (const double apart = largest_difference(a, b, f); !(apart <= worst) && !std::isnan(worst)) worst = apart;
    return worst;
}

/// Amount of a field: value times voxel volume (um3).
inline double amount(const State& state, int field) {
    double total = 0.0;
    const Grid& grid = state.grid();
    visit(state, field,
          [&](double v, int, int, int k) { total += v * grid.dx_um() * grid.dy_um() * grid.thickness_um(k); });
    return total;
}

/// No reaction anywhere.
class Inert final : public Kinetics {
public:
    const LocalPattern& pattern(Layer) const override { return pattern_; }
    void rates(const Site&, std::span<const Lanes>, std::span<Lanes>) const override {}
    void linearise(const Site&, std::span<const Lanes>, std::span<Lanes>, std::span<Lanes>) const override {}

private:
    LocalPattern pattern_;
};

/// The same law in every layer. Law has `static constexpr std::size_t size` and
/// `template <class Num> void operator()(const Site&, const Num* u, Num* rate) const`.
template <class Law>
class DenseKinetics final : public Kinetics {
public:
    explicit DenseKinetics(Law law = {}, std::vector<ColumnRead> columns = {}) : law_{law} {
        const int n = static_cast<int>(Law::size);
        pattern_.fields.resize(Law::size);
        std::iota(pattern_.fields.begin(), pattern_.fields.end(), 0);
        for (int row = 0; row < n; ++row)
            for (int column = 0; column < n; ++column) pattern_.nonzeros.emplace_back(row, column);
        pattern_.columns = std::move(columns);
    }
    const LocalPattern& pattern(Layer) const override { return pattern_; }
    void rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const override {
        law_(site, u.data(), rate.data());
    }
    void linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                   std::span<Lanes> nonzero) const override {
        for (std::size_t first = 0; first < Law::size; first += Dual::directions) {
            Dual x[Law::size], r[Law::size];
            const std::size_t count = std::min(Dual::directions, Law::size - first);
            for (std::size_t i = 0; i < Law::size; ++i) x[i] = Dual{u[i]};
            for (std::size_t d = 0; d < count; ++d) x[first + d].slope[d] = Lanes{1.0};
            law_(site, x, r);
            for (std::size_t i = 0; i < Law::size; ++i) {
                rate[i] = r[i].value;
                for (std::size_t d = 0; d < count; ++d) nonzero[i * Law::size + first + d] = r[i].slope[d];
            }
        }
    }

private:
    Law law_;
    LocalPattern pattern_;
};

inline Adjustments tolerance(double value) {
    Adjustments a;
    a.set["numerics.tolerance"] = value;
    return a;
}

}  // namespace cicatrix::toy
