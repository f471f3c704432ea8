// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/numerics/elimination.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <random>
#include <stdexcept>

namespace cicatrix {
namespace {

using Pattern = std::vector<std::pair<int, int>>;

struct System {
    int size;
    Pattern pattern;
    std::vector<Lanes> jacobian, right;
};

System random_system(int size, double density, unsigned seed) {
    std::mt19937 random{seed};
    const auto number = [&] { return 2.0 * static_cast<double>(random()) / 4294967295.0 - 1.0; };
    System s{size, {}, {}, {}};
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column)
            if (row == column || 0.5 * (number() + 1) < density) s.pattern.emplace_back(row, column);
    for (const auto& [row, column] : s.pattern) {
        Lanes value;
        for (std::size_t l = 0; l < Lanes::width; ++l)
            value.set(l, row == column ? -2 - 3 * std::abs(number()) : number());
        s.jacobian.push_back(value);
    }
    for (int row = 0; row < size; ++row) {
        Lanes value;
        for (std::size_t l = 0; l < Lanes::width; ++l) value.set(l, number());
        s.right.push_back(value);
    }
    return s;
}

/// Largest entry of b - (I - s J) x over all lanes.
double residual(const System& system, double s, const std::vector<Lanes>& x) {
    std::vector<Lanes> r = system.right;
    for (std::size_t i = 0; i < r.size(); ++i) r[i] -= x[i];
    for (std::size_t e = 0; e < system.pattern.size(); ++e)
        r[static_cast<std::size_t>(system.pattern[e].first)] +=
            Lanes{s} * system.jacobian[e] * x[static_cast<std::size_t>(system.pattern[e].second)];
    double worst = 0;
    for (const Lanes& row : r)
        for (std::size_t l = 0; l < Lanes::width; ++l) worst = std::max(worst, std::abs(row[l]));
    return worst;
}

std::vector<Lanes> solve(const System& system, double s) {
    const Elimination elimination{system.size, system.pattern};
    std::vector<Lanes> store(elimination.storage()), x = system.right;
    elimination.factor(system.jacobian, s, store);
    elimination.solve(store, x);
    return x;
}

TEST(Elimination, SolvesRandomSparseSystems) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const int size = 1 + static_cast<int>(seed) % 23;
        const System system = random_system(size, 0.15, seed);
        EXPECT_LT(residual(system, 0.4, solve(system, 0.4)), 1e-12) << "seed " << seed;
    }
}

TEST(Elimination, SolvesAFullSystem) {
    const System system = random_system(6, 1.0, 3);
    EXPECT_LT(residual(system, 0.2, solve(system, 0.2)), 1e-12);
}

TEST(Elimination, SolvesInSinglePrecisionToo) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const System system = random_system(1 + static_cast<int>(seed) % 23, 0.15, seed);
        const std::vector<Lanes> exact = solve(system, 0.4);
        const Elimination elimination{system.size, system.pattern};
        const auto rounded = [](const std::vector<Lanes>& from) {
            std::vector<FloatLanes> to(from.size());
            for (std::size_t i = 0; i < from.size(); ++i)
                for (std::size_t l = 0; l < FloatLanes::width; ++l) to[i].set(l, from[i][l % Lanes::width]);
            return to;
        };
        std::vector<FloatLanes> store(elimination.storage()), x = rounded(system.right);
        elimination.factor(rounded(system.jacobian), 0.4, store);
        elimination.solve(store, x);
        for (std::size_t i = 0; i < x.size(); ++i)
            for (std::size_t l = 0; l < FloatLanes::width; ++l)
                EXPECT_NEAR(static_cast<double>(x[i][l]), exact[i][l % Lanes::width], 1e-5) << "seed " << seed;
    }
}

TEST(Elimination, LeavesTheRightSideAloneWhenTheStepIsZero) {
    const System system = random_system(9, 0.3, 5);
    const std::vector<Lanes> x = solve(system, 0.0);
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t l = 0; l < Lanes::width; ++l) EXPECT_EQ(x[i][l], system.right[i][l]);
}

TEST(Elimination, FindsAnOrderWithoutFillForAnArrow) {
    Pattern arrow;
    const int size = 20;
    for (int i = 0; i < size; ++i) {
        arrow.emplace_back(i, i);
        if (i == 0) continue;
        arrow.emplace_back(0, i);
        arrow.emplace_back(i, 0);
    }
    EXPECT_EQ(Elimination(size, arrow).storage(), arrow.size());
}

TEST(Elimination, RefusesEntriesOutsideTheSystemOrListedTwice) {
    EXPECT_THROW(Elimination(2, {{0, 0}, {0, 1}, {0, 1}}), std::logic_error);
    EXPECT_THROW(Elimination(2, {{0, 0}, {1, 1}, {2, 0}}), std::logic_error);
}

}  // namespace
}  // namespace cicatrix
