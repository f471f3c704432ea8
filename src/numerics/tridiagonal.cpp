// SPDX-License-Identifier: Apache-2.0
// Thomas' algorithm for rings and open lines, run on bundles of lines.
#include "cicatrix/numerics/tridiagonal.hpp"

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/unrolled.hpp"

#include <algorithm>

namespace cicatrix {

namespace {

constexpr double negligible = 1e-60;  // keeps decayed weights from becoming slow denormal numbers

/// Runs body(offset) over the vectors of a bundle of lines, a few at a time so that their chains overlap.
template <std::size_t Vectors, class Body>
void over_vectors(std::size_t width, const Body& body) {
    std::size_t offset = 0;
    for (; offset + Vectors * Lanes::width <= width; offset += Vectors * Lanes::width)
        body.template operator()<Vectors>(offset);
    for (; offset < width; offset += Lanes::width) body.template operator()<1>(offset);
}

}  // namespace

void PeriodicLine::prepare(int n, double r) {
    cells_.resize(static_cast<std::size_t>(n));
    r_ = r;
    const double diagonal = 1.0 + 2.0 * r;
    double next = 0.0, border = 1.0, to_last = 1.0, border_sum = 0.0;
    for (int i = 0; i + 1 < n; ++i) {
        const double inverse = 1.0 / (diagonal - r * next);
        border = r * border * inverse;
        if (border < negligible) border = 0.0;
        next = r * inverse;
        cells_[static_cast<std::size_t>(i)] = {inverse, next, border, to_last};
        border_sum += to_last * border;
        to_last *= next;
        if (to_last < negligible) to_last = 0.0;
    }
    // x_0 = sum of to_last * d + (border_sum + to_last) x_last;  x_(n-2) = d + (next + border) x_last
    last_inverse_ = n > 1 ? 1.0 / (diagonal - r * (next + border) - r * (border_sum + to_last)) : 1.0;
}

void PeriodicLine::solve(double* first, std::size_t stride, std::size_t width) const {
    const std::size_t last = cells_.size() - 1;
    if (cells_.size() < 2) return;
    over_vectors<4>(width, [&]<std::size_t V>(std::size_t offset) {
        Lanes running[V], first_cell[V], final_value[V];
        double* p = first + offset;
        unrolled<V>([&](std::size_t v) { running[v] = first_cell[v] = Lanes{0.0}; });
        for (std::size_t i = 0; i < last; ++i, p += stride) {
            const Lanes inverse{cells_[i].inverse}, r{r_}, weight{cells_[i].to_last};
            unrolled<V>([&](std::size_t v) {
                double* const q = p + v * Lanes::width;
                running[v] = (Lanes::load(q) + r * running[v]) * inverse;
                first_cell[v] += weight * running[v];
                running[v].store(q);
            });
        }
        unrolled<V>([&](std::size_t v) {
            double* const q = p + v * Lanes::width;
            final_value[v] = (Lanes::load(q) + Lanes{r_} * (running[v] + first_cell[v])) * Lanes{last_inverse_};
            final_value[v].store(q);
            running[v] = final_value[v];
        });
        for (std::size_t i = last; i-- > 0;) {
            p -= stride;
            const Lanes next{cells_[i].next}, border{cells_[i].border};
            unrolled<V>([&](std::size_t v) {
                double* const q = p + v * Lanes::width;
                running[v] = Lanes::load(q) + next * running[v] + border * final_value[v];
                running[v].store(q);
            });
        }
    });
}

void OpenLine::prepare(const std::vector<double>& to_previous, const std::vector<double>& to_next,
                       const std::vector<double>& leaving) {
    cells_.resize(to_previous.size());
    double next = 0.0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double inverse = 1.0 / (1.0 + leaving[i] - to_previous[i] * next);
        next = to_next[i] * inverse;
        cells_[i] = {inverse, next, to_previous[i]};
    }
}

void OpenLine::forward(std::size_t cell, double* here, std::size_t stride, std::size_t width) const {
    const Lanes inverse{cells_[cell].inverse}, previous{cells_[cell].previous};
    const double* const before = cell == 0 ? here : here - stride;  // the first cell's coupling is zero
    for (std::size_t i = 0; i < width; i += Lanes::width)
        ((Lanes::load(here + i) + previous * Lanes::load(before + i)) * inverse).store(here + i);
}

void OpenLine::back(std::size_t cell, double* here, std::size_t stride, std::size_t width) const {
    if (cell + 1 == cells_.size()) return;
    const Lanes next{cells_[cell].next};
    for (std::size_t i = 0; i < width; i += Lanes::width)
        (Lanes::load(here + i) + next * Lanes::load(here + stride + i)).store(here + i);
}

void OpenLine::solve(double* first, std::size_t stride, std::size_t width) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) forward(i, first + i * stride, stride, width);
    for (std::size_t i = cells_.size(); i-- > 0;) back(i, first + i * stride, stride, width);
}

}  // namespace cicatrix
