// SPDX-License-Identifier: Apache-2.0
// An independent Strang splitting for small patches: reaction by classical Runge-Kutta, diffusion by a dense
// Crank-Nicolson matrix. It shares no code with the engine's integrator.
#pragma once

#include "cicatrix/tissue/state.hpp"

#include <cmath>
#include <vector>

namespace cicatrix::toy {

template <int Fields>
class StrangSplitting {
public:
    explicit StrangSplitting(const State& like) : grid_{like.grid()}, fields_{like.layout().fields()} {
        voxels_ = static_cast<int>(grid_.voxel_count());
    }

    /// Half a step of diffusion, a step of reaction, half a step of diffusion.
    template <class Law>
    void run(State& state, double until_h, int steps, const Law& law) const {
        const double h = until_h / steps;
        std::vector<std::vector<double>> half(Fields), values(Fields);
        for (int f = 0; f < Fields; ++f) {
            half[u(f)] = crank_nicolson(f, 0.5 * h);
            for (int v = 0; v < voxels_; ++v) values[u(f)].push_back(*voxel(state, f, v));
        }
        for (int s = 0; s < steps; ++s) {
            for (int f = 0; f < Fields; ++f) multiply(half[u(f)], values[u(f)]);
            for (int v = 0; v < voxels_; ++v) react(values, v, h, law);
            for (int f = 0; f < Fields; ++f) multiply(half[u(f)], values[u(f)]);
        }
        for (int f = 0; f < Fields; ++f)
            for (int v = 0; v < voxels_; ++v) *voxel(state, f, v) = values[u(f)][u(v)];
    }

private:
    static std::size_t u(int i) { return static_cast<std::size_t>(i); }
    int number(int i, int j, int k) const {
        const int nx = grid_.nx(), ny = grid_.ny();
        return (k * ny + (j + ny) % ny) * nx + (i + nx) % nx;
    }
    double* voxel(State& state, int f, int v) const {
        const int nx = grid_.nx(), ny = grid_.ny();
        return &state.plane(f, v / (nx * ny))[u(v / nx % ny * grid_.pitch() + v % nx)];
    }
    double diffusivity(int f, int k) const { return fields_[u(f)].diffusivity_um2_per_h[u(index(grid_.layer(k)))]; }

    /// The dense operator, by exchange between pairs of neighbours.
    std::vector<double> laplacian(int f) const {
        std::vector<double> m(u(voxels_) * u(voxels_), 0.0);
        const auto flow = [&](int to, int from, double rate) {
            m[u(to) * u(voxels_) + u(from)] += rate;
            m[u(to) * u(voxels_) + u(to)] -= rate;
        };
        for (int k = 0; k < grid_.nz(); ++k)
            for (int j = 0; j < grid_.ny(); ++j)
                for (int i = 0; i < grid_.nx(); ++i) {
                    const int here = number(i, j, k);
                    const double d = diffusivity(f, k);
                    for (int side : {-1, 1}) {
                        flow(here, number(i + side, j, k), d / std::pow(grid_.dx_um(), 2));
                        flow(here, number(i, j + side, k), d / std::pow(grid_.dy_um(), 2));
                        const int other = k + side;
                        if (other < 0 || other >= grid_.nz() || d == 0 || diffusivity(f, other) == 0) continue;
                        const double half_here = 0.5 * grid_.thickness_um(k);
                        const double half_there = 0.5 * grid_.thickness_um(other);
                        const double conductance = 1 / (half_here / d + half_there / diffusivity(f, other));
                        flow(here, number(i, j, other), conductance / grid_.thickness_um(k));
                    }
                }
        return m;
    }

    /// (I - h/2 L)^-1 (I + h/2 L) by Gauss-Jordan elimination.
    std::vector<double> crank_nicolson(int f, double h) const {
        const std::size_t n = u(voxels_);
        std::vector<double> left = laplacian(f), right = left;
        for (std::size_t i = 0; i < n * n; ++i) {
            const double one = i / n == i % n ? 1.0 : 0.0;
            right[i] = one + 0.5 * h * left[i];
            left[i] = one - 0.5 * h * left[i];
        }
        for (std::size_t p = 0; p < n; ++p) {
            const double inverse = 1 / left[p * n + p];
            for (std::size_t c = 0; c < n; ++c) {
                left[p * n + c] *= inverse;
                right[p * n + c] *= inverse;
            }
            for (std::size_t r = 0; r < n; ++r) {
                const double factor = left[r * n + p];
                if (r == p || factor == 0) continue;
                for (std::size_t c = 0; c < n; ++c) {
                    left[r * n + c] -= factor * left[p * n + c];
                    right[r * n + c] -= factor * right[p * n + c];
                }
            }
        }
        return right;
    }

    static void multiply(const std::vector<double>& matrix, std::vector<double>& x) {
        const std::size_t n = x.size();
        std::vector<double> y(n, 0.0);
        for (std::size_t r = 0; r < n; ++r)
            for (std::size_t c = 0; c < n; ++c) y[r] += matrix[r * n + c] * x[c];
        x = y;
    }

    template <class Law>
    static void react(std::vector<std::vector<double>>& values, int v, double h, const Law& law) {
        double y[Fields], stage[Fields], k1[Fields], k2[Fields], k3[Fields], k4[Fields];
        const auto probe = [&](const double* k, double share, double* into) {
            for (int f = 0; f < Fields; ++f) stage[f] = y[f] + share * h * k[f];
            law(stage, into);
        };
        for (int f = 0; f < Fields; ++f) y[f] = values[u(f)][u(v)];
        law(y, k1);
        probe(k1, 0.5, k2);
        probe(k2, 0.5, k3);
        probe(k3, 1.0, k4);
        for (int f = 0; f < Fields; ++f) values[u(f)][u(v)] = y[f] + h / 6 * (k1[f] + 2 * k2[f] + 2 * k3[f] + k4[f]);
    }

    Grid grid_;
    std::vector<Field> fields_;
    int voxels_ = 0;
};

}  // namespace cicatrix::toy
