// SPDX-License-Identifier: Apache-2.0
// Thomas' algorithm for rings and open lines, run on bundles of lines.
#include "cicatrix/numerics/tridiagonal.hpp"

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/unrolled.hpp"

#include <type_traits>

namespace cicatrix {

namespace {

// Keeps decayed weights from becoming slow denormal numbers.
template <class Real>
constexpr double negligible = std::is_same_v<Real, double> ? 1e-60 : 1e-20;

/// Runs body(offset) over the vectors of a bundle of lines, four at a time so that their chains overlap.
template <std::size_t Step, class Body>
void over_vectors(std::size_t width, const Body& body) {
    std::size_t offset = 0;
    for (; offset + 4 * Step <= width; offset += 4 * Step) body.template operator()<4>(offset);
    switch ((width - offset) / Step) {
        case 3:
            return body.template operator()<3>(offset);
        case 2:
            return body.template operator()<2>(offset);
        case 1:
            return body.template operator()<1>(offset);
        default:
            return;
    }
}

}  // namespace

template <class Real>
void PeriodicLine<Real>::prepare(int n, double r) {
    cells_.resize(static_cast<std::size_t>(n));
    r_ = static_cast<Real>(r);
    const double diagonal = 1.0 + 2.0 * r;
    double next = 0.0, border = 1.0, to_last = 1.0, border_sum = 0.0;
    for (int i = 0; i + 1 < n; ++i) {
        const double inverse = 1.0 / (diagonal - r * next);
        border = r * border * inverse;
        if (border < negligible<Real>) border = 0.0;
        next = r * inverse;
        cells_[static_cast<std::size_t>(i)] = {static_cast<Real>(inverse), static_cast<Real>(next),
                                               static_cast<Real>(border), static_cast<Real>(to_last)};
        border_sum += to_last * border;
        to_last *= next;
        if (to_last < negligible<Real>) to_last = 0.0;
    }
    // x_0 = sum of to_last * d + (border_sum + to_last) x_last;  x_(n-2) = d + (next + border) x_last
    const double last = diagonal - r * (next + border) - r * (border_sum + to_last);
    last_inverse_ = n > 1 ? static_cast<Real>(1.0 / last) : Real{1};
}

template <class Real>
void PeriodicLine<Real>::solve(Real* first, std::size_t stride, std::size_t width) const {
    using Group = BasicLanes<Real>;
    const std::size_t last = cells_.size() - 1;
    if (cells_.size() < 2) return;
    over_vectors<Group::width>(width, [&]<std::size_t V>(std::size_t offset) {
        Group running[V], first_cell[V], final_value[V];
        Real* p = first + offset;
        unrolled<V>([&](std::size_t v) { running[v] = first_cell[v] = Group{0.0}; });
        for (std::size_t i = 0; i < last; ++i, p += stride) {
            const Group inverse{cells_[i].inverse}, r{r_}, weight{cells_[i].to_last};
            unrolled<V>([&](std::size_t v) {
                Real* const q = p + v * Group::width;
                running[v] = (Group::load(q) + r * running[v]) * inverse;
                first_cell[v] += weight * running[v];
                running[v].store(q);
            });
        }
        unrolled<V>([&](std::size_t v) {
            Real* const q = p + v * Group::width;
            final_value[v] = (Group::load(q) + Group{r_} * (running[v] + first_cell[v])) * Group{last_inverse_};
            final_value[v].store(q);
            running[v] = final_value[v];
        });
        for (std::size_t i = last; i-- > 0;) {
            p -= stride;
            const Group next{cells_[i].next}, border{cells_[i].border};
            unrolled<V>([&](std::size_t v) {
                Real* const q = p + v * Group::width;
                running[v] = Group::load(q) + next * running[v] + border * final_value[v];
                running[v].store(q);
            });
        }
    });
}

template <class Real>
void OpenLine<Real>::prepare(const std::vector<double>& to_previous, const std::vector<double>& to_next,
                             const std::vector<double>& leaving) {
    cells_.resize(to_previous.size());
    double next = 0.0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double inverse = 1.0 / (1.0 + leaving[i] - to_previous[i] * next);
        next = to_next[i] * inverse;
        cells_[i] = {static_cast<Real>(inverse), static_cast<Real>(next), static_cast<Real>(to_previous[i])};
    }
}

template <class Real>
void OpenLine<Real>::forward(std::size_t cell, Real* here, std::size_t stride, std::size_t width) const {
    using Group = BasicLanes<Real>;
    const Group inverse{cells_[cell].inverse}, previous{cells_[cell].previous};
    const Real* const before = cell == 0 ? here : here - stride;  // the first cell's coupling is zero
    for (std::size_t i = 0; i < width; i += Group::width)
        ((Group::load(here + i) + previous * Group::load(before + i)) * inverse).store(here + i);
}

template <class Real>
void OpenLine<Real>::back(std::size_t cell, Real* here, std::size_t stride, std::size_t width) const {
    if (cell + 1 == cells_.size()) return;
    using Group = BasicLanes<Real>;
    const Group next{cells_[cell].next};
    for (std::size_t i = 0; i < width; i += Group::width)
        (Group::load(here + i) + next * Group::load(here + stride + i)).store(here + i);
}

template <class Real>
void OpenLine<Real>::solve(Real* first, std::size_t stride, std::size_t width) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) forward(i, first + i * stride, stride, width);
    for (std::size_t i = cells_.size(); i-- > 0;) back(i, first + i * stride, stride, width);
}

template class PeriodicLine<double>;
template class PeriodicLine<float>;
template class OpenLine<double>;
template class OpenLine<float>;

}  // namespace cicatrix
