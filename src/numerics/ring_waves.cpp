// SPDX-License-Identifier: Apache-2.0
#include "ring_waves.hpp"

#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/unrolled.hpp"

#include <numbers>

namespace cicatrix {

namespace {

/// to[i] = sum over j of matrix[i][j] from[j], for vectors.
template <class Real>
void multiply(const std::vector<Real>& matrix, std::size_t n, const Real* from, Real* to) {
    using Group = BasicLanes<Real>;
    constexpr std::size_t at_once = 8;  // sums that grow side by side
    const auto rows = [&]<std::size_t Rows>(std::size_t i) {
        Group sum[Rows];
        unrolled<Rows>([&](std::size_t r) { sum[r] = Group{0.0}; });
        const Real* const row = matrix.data() + i * n;
        for (std::size_t j = 0; j < n; ++j) {
            const Group x = Group::load(from + j * Group::width);
            unrolled<Rows>([&](std::size_t r) { sum[r] += Group{row[r * n + j]} * x; });
        }
        unrolled<Rows>([&](std::size_t r) { sum[r].store(to + (i + r) * Group::width); });
    };
    std::size_t i = 0;
    for (; i + at_once <= n; i += at_once) rows.template operator()<at_once>(i);
    for (; i < n; ++i) rows.template operator()<1>(i);
}

}  // namespace

template <class Real>
RingWaves<Real>::RingWaves(int n)
    : n_{static_cast<std::size_t>(n)},
      cosines_{n_ / 2 + 1},
      sines_{n_ - cosines_},
      cosine_(cosines_ * cosines_),
      cosine_back_(cosines_ * cosines_),
      sine_(sines_ * sines_),
      room_(n_ * BasicLanes<Real>::width),
      answer_(n_ * BasicLanes<Real>::width) {
    const double count = static_cast<double>(n_);
    // Waves that are alike on both sides of the ring have half the square of the others' mean.
    const auto weight = [&](std::size_t i) { return std::sqrt((2 * i % n_ == 0 ? 1.0 : 2.0) / count); };
    const auto angle = [&](std::size_t i, std::size_t j) {
        return 2.0 * std::numbers::pi * static_cast<double>(i * j % n_) / count;
    };
    for (std::size_t i = 0; i < cosines_; ++i)
        for (std::size_t j = 0; j < cosines_; ++j) {
            const double value = exact_cos(angle(i, j));
            cosine_[i * cosines_ + j] = static_cast<Real>(weight(i) * value);
            cosine_back_[i * cosines_ + j] = static_cast<Real>(weight(j) * value);
        }
    for (std::size_t i = 0; i < sines_; ++i)
        for (std::size_t j = 0; j < sines_; ++j)
            sine_[i * sines_ + j] = static_cast<Real>(weight(1) * exact_sin(angle(i + 1, j + 1)));
}

template <class Real>
double RingWaves<Real>::curvature(int i) const {
    return 2.0 - 2.0 * exact_cos(2.0 * std::numbers::pi * i / static_cast<double>(n_));
}

template <class Real>
void RingWaves<Real>::forward(Real* first, std::size_t stride, std::size_t width) {
    using Group = BasicLanes<Real>;
    constexpr std::size_t w = Group::width;
    Real* const odd = room_.data() + cosines_ * w;
    for (std::size_t offset = 0; offset < width; offset += w) {
        Real* const cells = first + offset;
        // Cells of equal distance from the first, on both sides of the ring: their sums and differences.
        for (std::size_t j = 0; j < cosines_; ++j) {
            const Group near = Group::load(cells + j * stride);
            if (2 * j % n_ == 0) {
                near.store(room_.data() + j * w);
                continue;
            }
            const Group far = Group::load(cells + (n_ - j) * stride);
            (near + far).store(room_.data() + j * w);
            (near - far).store(odd + (j - 1) * w);
        }
        multiply(cosine_, cosines_, room_.data(), answer_.data());
        multiply(sine_, sines_, odd, answer_.data() + cosines_ * w);
        for (std::size_t i = 0; i < cosines_; ++i) Group::load(answer_.data() + i * w).store(cells + i * stride);
        for (std::size_t i = 0; i < sines_; ++i)
            Group::load(answer_.data() + (cosines_ + i) * w).store(cells + (n_ - 1 - i) * stride);
    }
}

template <class Real>
void RingWaves<Real>::back(Real* first, std::size_t stride, std::size_t width) {
    using Group = BasicLanes<Real>;
    constexpr std::size_t w = Group::width;
    for (std::size_t offset = 0; offset < width; offset += w) {
        Real* const cells = first + offset;
        for (std::size_t i = 0; i < cosines_; ++i) Group::load(cells + i * stride).store(room_.data() + i * w);
        for (std::size_t i = 0; i < sines_; ++i)
            Group::load(cells + (n_ - 1 - i) * stride).store(room_.data() + (cosines_ + i) * w);
        multiply(cosine_back_, cosines_, room_.data(), answer_.data());
        multiply(sine_, sines_, room_.data() + cosines_ * w, answer_.data() + cosines_ * w);
        for (std::size_t j = 0; j < cosines_; ++j) {
            const Group even = Group::load(answer_.data() + j * w);
            if (2 * j % n_ == 0) {
                even.store(cells + j * stride);
                continue;
            }
            const Group odd = Group::load(answer_.data() + (cosines_ + j - 1) * w);
            (even + odd).store(cells + j * stride);
            (even - odd).store(cells + (n_ - j) * stride);
        }
    }
}

template class RingWaves<double>;
template class RingWaves<float>;

}  // namespace cicatrix
