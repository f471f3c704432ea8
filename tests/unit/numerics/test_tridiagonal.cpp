// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/lanes.hpp"
#include "cicatrix/numerics/tridiagonal.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <random>

namespace cicatrix {
namespace {

std::vector<double> random_numbers(std::size_t count) {
    std::mt19937 random{17};
    std::vector<double> x(count);
    for (double& v : x) v = static_cast<double>(random() % 2001) / 1000 - 1;
    return x;
}

TEST(PeriodicLine, SolvesRingsOfAnyLength) {
    const std::size_t width = 40;  // one bundle of four vectors and one of one
    for (int n : {2, 3, 4, 7, 48, 300})
        for (double r : {1e-9, 0.3, 1e5}) {
            const auto cells = static_cast<std::size_t>(n);
            const std::vector<double> right = random_numbers(cells * width);
            std::vector<double> x = right;
            PeriodicLine{n, r}.solve(x.data(), width, width);
            for (std::size_t i = 0; i < cells; ++i)
                for (std::size_t l = 0; l < width; ++l) {
                    const double before = x[(i + cells - 1) % cells * width + l],
                                 after = x[(i + 1) % cells * width + l];
                    const double here = x[i * width + l];
                    EXPECT_NEAR(here + r * (2 * here - before - after), right[i * width + l], 1e-14 * (10 + r));
                }
        }
}

TEST(PeriodicLine, LeavesASingleCellAlone) {
    std::vector<double> x = random_numbers(8), before = x;
    PeriodicLine{1, 5.0}.solve(x.data(), 8, 8);
    EXPECT_EQ(x, before);
}

TEST(OpenLine, SolvesALineOfUnevenCouplings) {
    const std::size_t cells = 9, width = 48;
    std::vector<double> to_previous{0, 1, 0.2, 4, 0, 3, 9, 0.1, 2}, to_next{2, 0.4, 7, 0, 1, 1, 5, 0.6, 0};
    const std::vector<double> leaving{3, 1.4, 8, 5, 0.5, 4, 15, 0.7, 1.5};
    const std::vector<double> right = random_numbers(cells * width);
    std::vector<double> x = right;
    OpenLine line;
    line.prepare(to_previous, to_next, leaving);
    line.solve(x.data(), width, width);
    for (std::size_t i = 0; i < cells; ++i)
        for (std::size_t l = 0; l < width; ++l) {
            const double here = x[i * width + l];
            double left = (1 + leaving[i]) * here;
            if (i > 0) left -= to_previous[i] * x[(i - 1) * width + l];
            if (i + 1 < cells) left -= to_next[i] * x[(i + 1) * width + l];
            EXPECT_NEAR(left, right[i * width + l], 1e-13);
        }
}

}  // namespace
}  // namespace cicatrix
