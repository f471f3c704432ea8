// SPDX-License-Identifier: Apache-2.0
#include "../../../src/numerics/ring_waves.hpp"

#include "cicatrix/base/lanes.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <random>

namespace cicatrix {
namespace {

constexpr int sizes[] = {1, 2, 3, 8, 11, 30, 150};

template <class Real>
struct RingWavesOf : testing::Test {};
using Precisions = testing::Types<double, float>;
TYPED_TEST_SUITE(RingWavesOf, Precisions);

TYPED_TEST(RingWavesOf, GoThereAndBack) {
    constexpr std::size_t width = 2 * BasicLanes<TypeParam>::width, stride = width + 16;
    std::mt19937 random{3};
    for (const int n : sizes) {
        RingWaves<TypeParam> waves{n};
        std::vector<TypeParam> cells(stride * static_cast<std::size_t>(n));
        for (TypeParam& x : cells) x = static_cast<TypeParam>(random() % 1000) / 500 - 1;
        std::vector<TypeParam> there = cells;
        waves.forward(there.data(), stride, width);
        double square = 0, square_there = 0;
        for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
            square += std::pow(static_cast<double>(cells[i * stride]), 2);
            square_there += std::pow(static_cast<double>(there[i * stride]), 2);
        }
        const double rounding = std::is_same_v<TypeParam, double> ? 1e-13 : 1e-5;
        EXPECT_NEAR(square_there, square, rounding * (1 + square)) << n;
        waves.back(there.data(), stride, width);
        for (std::size_t i = 0; i < cells.size(); ++i) ASSERT_NEAR(there[i], cells[i], rounding) << n;
    }
}

/// Second differences along the ring leave each wave as it is, but for its curvature.
TEST(RingWaves, AreWhatDiffusionKeeps) {
    constexpr std::size_t w = Lanes::width;
    for (const int n : sizes) {
        RingWaves<double> waves{n};
        for (int wave = 0; wave < n; ++wave) {
            std::vector<double> cells(w * static_cast<std::size_t>(n), 0.0);
            cells[w * static_cast<std::size_t>(wave)] = 1.0;
            waves.back(cells.data(), w, w);
            const auto cell = [&](int i) { return cells[w * static_cast<std::size_t>((i + n) % n)]; };
            for (int i = 0; i < n; ++i)
                ASSERT_NEAR(2 * cell(i) - cell(i - 1) - cell(i + 1), waves.curvature(wave) * cell(i), 1e-13)
                    << n << " cells, wave " << wave;
        }
    }
}

}  // namespace
}  // namespace cicatrix
