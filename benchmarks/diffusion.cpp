// SPDX-License-Identifier: Apache-2.0
// The diffusion solve of the step, all three axes, against one pass over memory and against a textbook line solver.
#include "cicatrix/numerics/diffusion.hpp"

#include "bandwidth.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/tissue/state.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

namespace cicatrix::bench {
namespace {

template <class Real>
struct Case {
    Case(int n, int nz, int fields)
        : grid{n, n, 10.0, 10.0, edges(nz), std::vector<Layer>(static_cast<std::size_t>(nz), Layer::papillary)},
          diffusivity{} {
        diffusivity.fill(1e4);
        for (int f = 0; f < fields; ++f)
            values.emplace_back(grid.plane_size() * static_cast<std::size_t>(nz), static_cast<Real>(1.0 + 0.1 * f));
    }
    static std::vector<double> edges(int nz) {
        std::vector<double> e{0.0};
        for (int k = 0; k < nz; ++k) e.push_back(e.back() + 5.0 + 0.1 * k);
        return e;
    }
    double voxel_fields() const { return static_cast<double>(grid.voxel_count()) * static_cast<double>(values.size()); }
    double bound_seconds() const {
        return one_pass_seconds(values.front().size() * values.size() * sizeof(Real) / sizeof(double));
    }

    Grid grid;
    std::array<double, layer_count> diffusivity;
    std::vector<BasicAlignedArray<Real>> values;
};

constexpr double step_h = 0.05;

/// Line by line, one number at a time, along each axis; rings by Sherman and Morrison's formula, as books have it.
class Textbook {
public:
    explicit Textbook(const Case<double>& c) : grid_{c.grid}, d_{c.diffusivity.front()} {}
    void solve(double* a) const {
        const int nx = grid_.nx(), ny = grid_.ny(), nz = grid_.nz();
        const std::size_t row = static_cast<std::size_t>(grid_.pitch()), plane = grid_.plane_size();
        const double r = step_h * d_ / (grid_.dx_um() * grid_.dx_um());
        for (int k = 0; k < nz; ++k)
            for (int j = 0; j < ny; ++j)
                ring(a + static_cast<std::size_t>(k) * plane + static_cast<std::size_t>(j) * row, 1, nx, r);
        for (int k = 0; k < nz; ++k)
            for (int i = 0; i < nx; ++i)
                ring(a + static_cast<std::size_t>(k) * plane + static_cast<std::size_t>(i), row, ny, r);
        for (int j = 0; j < ny; ++j)
            for (int i = 0; i < nx; ++i)
                depth(a + static_cast<std::size_t>(j) * row + static_cast<std::size_t>(i), plane, nz);
    }

private:
    static void thomas(const std::vector<double>& lower, const std::vector<double>& diagonal,
                       const std::vector<double>& upper, std::vector<double>& x) {
        const std::size_t n = x.size();
        std::vector<double> c(n);
        c[0] = upper[0] / diagonal[0];
        x[0] /= diagonal[0];
        for (std::size_t i = 1; i < n; ++i) {
            const double m = 1.0 / (diagonal[i] - lower[i] * c[i - 1]);
            c[i] = upper[i] * m;
            x[i] = (x[i] - lower[i] * x[i - 1]) * m;
        }
        for (std::size_t i = n - 1; i-- > 0;) x[i] -= c[i] * x[i + 1];
    }
    static void ring(double* a, std::size_t stride, int cells, double r) {
        const auto n = static_cast<std::size_t>(cells);
        std::vector<double> off(n, -r), diagonal(n, 1.0 + 2.0 * r), x(n), u(n, 0.0);
        for (std::size_t i = 0; i < n; ++i) x[i] = a[i * stride];
        const double gamma = -diagonal[0];
        diagonal[0] -= gamma;
        diagonal[n - 1] -= r * r / gamma;
        u[0] = gamma;
        u[n - 1] = -r;
        thomas(off, diagonal, off, x);
        thomas(off, diagonal, off, u);
        const double factor = (x[0] - r * x[n - 1] / gamma) / (1.0 + u[0] - r * u[n - 1] / gamma);
        for (std::size_t i = 0; i < n; ++i) a[i * stride] = x[i] - factor * u[i];
    }
    void depth(double* a, std::size_t stride, int planes) const {
        const auto n = static_cast<std::size_t>(planes);
        std::vector<double> lower(n, 0.0), diagonal(n, 1.0), upper(n, 0.0), x(n);
        for (int k = 0; k + 1 < planes; ++k) {
            const auto i = static_cast<std::size_t>(k);
            const double flux = step_h * d_ / (0.5 * (grid_.thickness_um(k) + grid_.thickness_um(k + 1)));
            upper[i] = -flux / grid_.thickness_um(k);
            lower[i + 1] = -flux / grid_.thickness_um(k + 1);
            diagonal[i] -= upper[i];
            diagonal[i + 1] -= lower[i + 1];
        }
        for (std::size_t i = 0; i < n; ++i) x[i] = a[i * stride];
        thomas(lower, diagonal, upper, x);
        for (std::size_t i = 0; i < n; ++i) a[i * stride] = x[i];
    }
    const Grid& grid_;
    double d_;
};

/// solve(field, its array), on all threads.
template <class Real, class Solve>
void time_solve(benchmark::State& state, Case<Real>& c, const Solve& solve) {
    const double bound = c.bound_seconds();
    double seconds = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        parallel_for(static_cast<int>(c.values.size()),
                     [&](int f) { solve(static_cast<std::size_t>(f), c.values[static_cast<std::size_t>(f)].data()); });
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        state.SetIterationTime(took);
        seconds += took;
    }
    const double mean = seconds / static_cast<double>(state.iterations());
    state.counters["ns_per_voxel_field"] = 1e9 * mean / c.voxel_fields();
    state.counters["share_of_one_pass"] = bound / mean;
}

template <class Real>
void diffusion_of_the_step(benchmark::State& state) {
    Case<Real> c{static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), static_cast<int>(state.range(2))};
    std::vector<Diffusion<Real>> of_field;  // each has its own room to work in
    for (std::size_t f = 0; f < c.values.size(); ++f) {
        of_field.emplace_back(c.grid, PlaneRange{0, c.grid.nz()}, c.diffusivity);
        of_field.back().prepare(step_h);
    }
    time_solve(state, c, [&](std::size_t f, Real* a) { of_field[f].solve(a); });
}

/// Both must solve the same system, or the comparison means nothing.
template <class Real>
bool same_answer(double within) {
    Case<double> c{16, 12, 1};
    for (auto& a : c.values)
        for (std::size_t i = 0; i < a.size(); ++i) a[i] = 1.0 + std::sin(0.37 * static_cast<double>(i));
    Diffusion<Real> diffusion{c.grid, {0, c.grid.nz()}, c.diffusivity};
    diffusion.prepare(step_h);
    std::vector<Real> ours(c.values[0].data(), c.values[0].data() + c.values[0].size());
    diffusion.solve(ours.data());
    Textbook{c}.solve(c.values[0].data());
    double apart = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        apart = std::max(apart, std::abs(static_cast<double>(ours[i]) - c.values[0][i]));
    return apart < within;
}

void diffusion_by_the_textbook(benchmark::State& state) {
    Case<double> c{static_cast<int>(state.range(0)), static_cast<int>(state.range(1)),
                   static_cast<int>(state.range(2))};
    const Textbook textbook{c};
    if (!same_answer<double>(1e-12) || !same_answer<float>(1e-5))
        return state.SkipWithError("the two solvers disagree");
    time_solve(state, c, [&](std::size_t, double* a) { textbook.solve(a); });
}

void both_grids(benchmark::internal::Benchmark* b) {
    b->Args({128, 128, 8})->Args({150, 100, 24})->UseManualTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK_TEMPLATE(diffusion_of_the_step, double)->Apply(both_grids);
BENCHMARK_TEMPLATE(diffusion_of_the_step, float)->Apply(both_grids);
BENCHMARK(diffusion_by_the_textbook)->Apply(both_grids)->Iterations(1);

}  // namespace
}  // namespace cicatrix::bench
