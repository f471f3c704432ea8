// SPDX-License-Identifier: Apache-2.0
// Random numbers: the same bits everywhere, the right distributions, no dependence on order.
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <vector>

using namespace cicatrix;

namespace {

std::uint64_t bits(double x) {
    std::uint64_t b = 0;
    std::memcpy(&b, &x, sizeof b);
    return b;
}

/// One number that changes when any bit of the first draws does.
std::uint64_t fingerprint(int count, const std::function<double()>& draw) {
    std::uint64_t h = 1469598103934665603ULL;
    for (int i = 0; i < count; ++i) h = (h ^ bits(draw())) * 1099511628211ULL;
    return h;
}

struct Moments {
    double mean = 0, variance = 0;
};
Moments moments(int count, const std::function<double()>& draw) {
    double sum = 0, squares = 0;
    for (int i = 0; i < count; ++i) {
        const double x = draw();
        sum += x;
        squares += x * x;
    }
    const double mean = sum / count;
    return {mean, squares / count - mean * mean};
}

}  // namespace

TEST(RandomStream, GivesTheSameBitsOnEveryPlatform) {
    RandomStream u{1, 2, 3}, n{1, 2, 3}, l{1, 2, 3}, p{1, 2, 3};
    EXPECT_EQ(fingerprint(10000, [&] { return u.uniform(); }), 3688118396028134973ULL);
    EXPECT_EQ(fingerprint(10000, [&] { return n.normal(); }), 5490665429933638718ULL);
    EXPECT_EQ(fingerprint(10000, [&] { return l.lognormal(2.0, 0.3); }), 14571082836635085422ULL);
    int i = 0;
    EXPECT_EQ(fingerprint(10000, [&] { return static_cast<double>(p.poisson(0.1 * (i++ % 1000))); }),
              3998292104301707331ULL);
}

TEST(RandomStream, DependsOnSeedPurposeAndEntityAndNothingElse) {
    EXPECT_EQ(RandomStream(5, 6, 7).uniform(), RandomStream(5, 6, 7).uniform());
    const double x = RandomStream(5, 6, 7).uniform();
    EXPECT_NE(x, RandomStream(4, 6, 7).uniform());
    EXPECT_NE(x, RandomStream(5, 5, 7).uniform());
    EXPECT_NE(x, RandomStream(5, 6, 6).uniform());
    EXPECT_NE(x, RandomStream(5 + (1ULL << 40), 6, 7).uniform());
    EXPECT_NE(RandomStream(5, 7, 6).uniform(), x);
}

TEST(RandomStream, UniformStaysInsideTheOpenIntervalAndFillsItEvenly) {
    RandomStream r{11, 0, 0};
    std::vector<int> bins(20, 0);
    for (int i = 0; i < 200000; ++i) {
        const double x = r.uniform();
        ASSERT_GT(x, 0.0);
        ASSERT_LT(x, 1.0);
        ++bins[static_cast<std::size_t>(x * 20)];
    }
    for (int b : bins) EXPECT_NEAR(b, 10000, 500);  // five standard deviations
}

TEST(RandomStream, NormalHasItsMomentsAndTails) {
    RandomStream r{12, 0, 0};
    int beyond_two = 0;
    const Moments m = moments(400000, [&] {
        const double x = r.normal();
        beyond_two += std::fabs(x) > 2 ? 1 : 0;
        return x;
    });
    EXPECT_NEAR(m.mean, 0.0, 0.01);
    EXPECT_NEAR(m.variance, 1.0, 0.015);
    EXPECT_NEAR(beyond_two / 400000.0, 0.0455, 0.002);
}

TEST(RandomStream, LognormalHasItsMedian) {
    RandomStream r{13, 0, 0};
    int below = 0;
    for (int i = 0; i < 100000; ++i) below += r.lognormal(3.0, 0.7) < 3.0 ? 1 : 0;
    EXPECT_NEAR(below / 100000.0, 0.5, 0.01);
}

TEST(RandomStream, PoissonHasMeanAndVarianceInBothBranches) {
    RandomStream r{14, 0, 0};
    EXPECT_EQ(r.poisson(0.0), 0U);
    EXPECT_EQ(r.poisson(-1.0), 0U);
    for (double mean : {0.2, 3.0, 11.9, 12.1, 40.0, 1e4}) {
        const Moments m = moments(100000, [&] { return static_cast<double>(r.poisson(mean)); });
        EXPECT_NEAR(m.mean, mean, 5 * std::sqrt(mean / 1e5)) << mean;
        EXPECT_NEAR(m.variance / mean, 1.0, 0.03) << mean;
    }
}

TEST(ExactMath, AgreesWithTheLibraryToTheLastPlaces) {
    RandomStream r{15, 0, 0};
    for (int i = 0; i < 100000; ++i) {
        const double x = r.lognormal(1.0, 10.0), y = 1400 * r.uniform() - 700;
        EXPECT_NEAR(exact_log(x), std::log(x), 1e-15 * std::fabs(std::log(x)) + 1e-16);
        EXPECT_NEAR(exact_exp(y) / std::exp(y), 1.0, 1e-15);
    }
    EXPECT_EQ(exact_log(1.0), 0.0);
    EXPECT_EQ(exact_exp(0.0), 1.0);
    EXPECT_NEAR(exact_pow(2.0, 10.0), 1024.0, 1e-11);
    EXPECT_EQ(exact_exp(-1000.0), 0.0);
    EXPECT_TRUE(std::isinf(exact_exp(1000.0)));
}
