// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/lanes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace cicatrix {
namespace {

template <class Real>
std::vector<Real> counted(std::size_t count, double first = 1.0) {
    std::vector<Real> x(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = static_cast<Real>(first + 0.1 * static_cast<double>(i));
    return x;
}

template <class Real>
class LanesOf : public testing::Test {};
using Reals = testing::Types<double, float>;
TYPED_TEST_SUITE(LanesOf, Reals);

TYPED_TEST(LanesOf, AreSixtyFourBytes) {
    using Group = BasicLanes<TypeParam>;
    EXPECT_EQ(sizeof(Group), 64u);
    EXPECT_EQ(Group::width * sizeof(TypeParam), 64u);
    EXPECT_EQ(Group::eights * 8, Group::width);
}

TYPED_TEST(LanesOf, CalculateLaneByLane) {
    using Group = BasicLanes<TypeParam>;
    using std::max, std::min;
    const auto x = counted<TypeParam>(Group::width), y = counted<TypeParam>(Group::width, -0.45);
    const Group a = Group::load(x.data()), b = Group::load(y.data());
    Group changed = a;
    changed += b;
    changed *= a;
    changed -= b;
    changed /= a;
    for (std::size_t i = 0; i < Group::width; ++i) {
        EXPECT_EQ((a + b)[i], x[i] + y[i]);
        EXPECT_EQ((a - b)[i], x[i] - y[i]);
        EXPECT_EQ((a * b)[i], x[i] * y[i]);
        EXPECT_EQ((a / b)[i], x[i] / y[i]);
        EXPECT_EQ((-a)[i], -x[i]);
        EXPECT_EQ((2.0 * a)[i], TypeParam{2} * x[i]);
        EXPECT_EQ(max(b, Group{0.0})[i], std::max(y[i], TypeParam{0}));
        EXPECT_EQ(min(b, Group{0.0})[i], std::min(y[i], TypeParam{0}));
        EXPECT_EQ(choose_greater(b, Group{0.0}, a, Group{7.0})[i], y[i] > 0 ? x[i] : TypeParam{7});
        EXPECT_EQ(changed[i], ((x[i] + y[i]) * x[i] - y[i]) / x[i]);
    }
    EXPECT_TRUE(std::signbit(Group{-0.0}[Group::width - 1]));
}

TYPED_TEST(LanesOf, AreReadInEitherPrecision) {
    using Group = BasicLanes<TypeParam>;
    const auto doubles = counted<double>(Group::width);
    const auto floats = counted<float>(Group::width);
    const Group from_doubles = Group::load(doubles.data()), from_floats = Group::load(floats.data());
    for (std::size_t i = 0; i < Group::width; ++i) {
        EXPECT_EQ(from_doubles[i], static_cast<TypeParam>(doubles[i]));
        EXPECT_EQ(from_floats[i], static_cast<TypeParam>(floats[i]));
    }
}

TYPED_TEST(LanesOf, ComeApartIntoEights) {
    using Group = BasicLanes<TypeParam>;
    const auto x = counted<TypeParam>(Group::width);
    const Group whole = Group::load(x.data());
    Group again{0.0};
    for (std::size_t e = 0; e < Group::eights; ++e) {
        const Lanes part = whole.eight(e);
        for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(part[i], static_cast<double>(x[8 * e + i]));
        again.set_eight(e, part);
    }
    for (std::size_t i = 0; i < Group::width; ++i) EXPECT_EQ(again[i], x[i]);
}

TEST(Lanes, AreWrittenRounded) {
    const auto x = counted<double>(8);
    std::vector<float> written(8);
    Lanes::load(x.data()).store(written.data());
    for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(written[i], static_cast<float>(x[i]));
}

}  // namespace
}  // namespace cicatrix
