// SPDX-License-Identifier: Apache-2.0
// Density, order and chance of punctures.
#include "cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double wide_um = 20000;  // 4 cm2

struct Setting {
    Device device;
    Technique technique{};
    Skin skin = cases::skin_at();
    double width_um = wide_um, height_um = wide_um, bluntness = 0;
    Adjustments adjustments{};

    std::vector<Puncture> draw(std::uint64_t seed = 1, int session = 1) const {
        return draw_punctures({.device = device,
                               .technique = technique,
                               .skin = skin,
                               .bluntness = bluntness,
                               .width_um = width_um,
                               .height_um = height_um,
                               .seed = seed,
                               .number = session},
                              PatternParameters{adjustments}, InsertionParameters{adjustments});
    }
    double per_cm2(std::uint64_t seed = 1) const {
        return static_cast<double>(draw(seed).size()) / (width_um * height_um * 1e-8);
    }
    /// A drum's passes share their line, so that one draw tells little of the density.
    double mean_per_cm2(int seeds) const {
        double sum = 0;
        for (int i = 0; i < seeds; ++i) sum += per_cm2(static_cast<std::uint64_t>(i));
        return sum / seeds;
    }
};

Setting setting(DeviceKind kind, double length_mm = 1.0) {
    return {.device = cases::device(kind, length_mm)};
}

struct Moments {
    double mean, spread;
};
Moments depths(const std::vector<Puncture>& punctures) {
    double sum = 0, squares = 0;
    for (const auto& p : punctures) sum += p.depth_um;
    const double n = static_cast<double>(punctures.size()), mean = sum / n;
    for (const auto& p : punctures) squares += (p.depth_um - mean) * (p.depth_um - mean);
    return {mean, std::sqrt(squares / n) / mean};
}

bool same(const std::vector<Puncture>& a, const std::vector<Puncture>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Puncture& p, const Puncture& q) {
        return p.x_um == q.x_um && p.y_um == q.y_um && p.depth_um == q.depth_um && p.lean_x == q.lean_x &&
               p.drag_x_um == q.drag_x_um && p.drag_y_um == q.drag_y_um;
    });
}

TEST(Pattern, ARollerWith192NeedlesMakes16HolesPerSquareCentimetreAndRoll) {
    Setting s = setting(DeviceKind::roller);
    s.technique.passes = 1;
    EXPECT_NEAR(s.mean_per_cm2(20), 16, 1.5);
    s.technique.passes = 15;
    EXPECT_NEAR(s.mean_per_cm2(20), 250, 25);
}

TEST(Pattern, APenMakesFiftyToAHundredAndFiftyHolesPerPass) {
    Setting s = setting(DeviceKind::pen);
    s.technique.passes = 1;
    EXPECT_GT(s.per_cm2(), 50);
    EXPECT_LT(s.per_cm2(), 150);
    s.device.needles = 6;
    EXPECT_NEAR(s.per_cm2(), 55, 15);
}

TEST(Pattern, HolesRiseWithPasses) {
    for (const auto& facts : device_table()) {
        Setting s = setting(facts.kind);
        s.technique.passes = 2;
        const double two = s.per_cm2();
        s.technique.passes = 8;
        EXPECT_NEAR(s.per_cm2() / two, 4.0, 0.5) << facts.name;
        s.technique.passes = 0;
        EXPECT_TRUE(s.draw().empty());
    }
}

TEST(Pattern, SmallPatchesHaveTheSameDensityOnAverage) {
    for (const auto& facts : device_table()) {
        Setting s = setting(facts.kind);
        const double expected = s.mean_per_cm2(20);
        s.width_um = s.height_um = 1200;
        EXPECT_NEAR(s.mean_per_cm2(400), expected, 0.1 * expected) << facts.name;
    }
}

TEST(Pattern, APenScattersAndAPlateDoesNot) {
    // Counts per square millimetre: variance equals the mean for chance, far less for a lattice.
    const auto scatter = [](DeviceKind kind) {
        Setting s = setting(kind);
        s.technique.passes = 1;
        std::vector<double> counts(100, 0.0);
        for (const auto& p : s.draw())
            counts[static_cast<std::size_t>(p.y_um / 2000) * 10 + static_cast<std::size_t>(p.x_um / 2000)] += 1;
        double mean = 0, variance = 0;
        for (double c : counts) mean += c / 100;
        for (double c : counts) variance += (c - mean) * (c - mean) / 99;
        return variance / mean;
    };
    EXPECT_NEAR(scatter(DeviceKind::pen), 1.0, 0.45);
    EXPECT_LT(scatter(DeviceKind::stamp), 0.5);
}

TEST(Pattern, AllPuncturesLieOnThePatchAndWithinTheNeedle) {
    for (const auto& facts : device_table()) {
        Setting s = setting(facts.kind);
        s.width_um = 5000;
        s.height_um = 3000;
        s.technique.depth_spread = 0.5;
        for (const auto& p : s.draw()) {
            EXPECT_GE(p.x_um, -100) << facts.name;  // a rocking needle enters a little before its place
            EXPECT_LE(p.x_um, 5100);
            EXPECT_GE(p.y_um, -100);
            EXPECT_LE(p.y_um, 3100);
            EXPECT_GT(p.depth_um, 0);
            EXPECT_LE(p.depth_um, 1000);
        }
    }
}

TEST(Pattern, IsReproducibleAndDiffersBySeedAndSession) {
    for (const auto& facts : device_table()) {
        const Setting s = setting(facts.kind);
        const auto first = s.draw(7, 3);
        EXPECT_FALSE(same(first, s.draw(8, 3))) << facts.name;
        EXPECT_FALSE(same(first, s.draw(7, 4))) << facts.name;
        EXPECT_TRUE(same(first, s.draw(7, 3))) << facts.name << ": earlier calls must not matter";
    }
}

TEST(Pattern, EachNeedleHasItsOwnDepthWithTheOperatorsSpread) {
    Setting s = setting(DeviceKind::pen, 2.0);
    s.device.needles = 6;
    s.technique.depth_spread = 0.05;
    EXPECT_NEAR(depths(s.draw()).spread, 0.05, 0.015);
    s.technique.depth_spread = 0.0;
    EXPECT_LT(depths(s.draw()).spread, 1e-9);
}

/// Spread of depth when the hand's force or the skin's height varies, one without the other.
double spread_of(DeviceKind kind, double hand, double unevenness_mm, double plate_support = 0.6) {
    Setting s = setting(kind);
    s.technique.depth_spread = hand;
    s.technique.passes = 12;
    s.adjustments.set = {{"insertion.unevenness", unevenness_mm}, {"insertion.plate_support", plate_support}};
    return depths(s.draw()).spread;
}

TEST(Pattern, AStampIsMoreEvenThanARollerBecauseItsPlatePressesSkinFlat) {
    EXPECT_LT(spread_of(DeviceKind::stamp, 0.15, 0.05), 0.7 * spread_of(DeviceKind::roller, 0.15, 0.05));
    EXPECT_LT(spread_of(DeviceKind::stamp, 0.0, 0.05), 0.5 * spread_of(DeviceKind::stamp, 0.0, 0.05, 0.0));
    for (const DeviceKind kind : {DeviceKind::roller, DeviceKind::stamp}) {
        EXPECT_GT(spread_of(kind, 0.15, 0.0), 0.01);
        EXPECT_GT(spread_of(kind, 0.0, 0.05), 0.001);
        EXPECT_LT(spread_of(kind, 0.0, 0.0), 1e-9);
    }
}

TEST(Pattern, ARollerCutsSlitsAlongItsWayAndAStampDoesNot) {
    Setting roller = setting(DeviceKind::roller, 1.5);
    roller.technique.directions = 1;
    for (const auto& p : roller.draw()) {
        EXPECT_GT(p.drag_x_um, 2 * std::abs(p.drag_y_um));
        EXPECT_DOUBLE_EQ(p.drag_taper, 1.0);
        // It leans so that the tip lies under the middle of the slit.
        EXPECT_NEAR(p.lean_x * p.depth_um, 0.5 * p.drag_x_um, 1e-3);
    }
    for (const auto& p : setting(DeviceKind::stamp).draw()) {
        EXPECT_EQ(p.drag_x_um, 0.0);
        EXPECT_EQ(p.lean_x, 0.0);
    }
}

TEST(Pattern, ARollersSlitAtTheMouthIsOfTheMeasuredSize) {
    Setting s{.device = cases::studied_roller()};
    s.technique.directions = 1;
    double sum = 0;
    const auto punctures = s.draw();
    for (const auto& p : punctures) {
        const double mouth = 2 * p.radius_um * std::min(1.0, p.depth_um / p.tip_length_um);
        sum += mouth + 0.5 * std::hypot(p.drag_x_um, p.drag_y_um);  // mean of length and breadth
    }
    EXPECT_NEAR(sum / static_cast<double>(punctures.size()), 70.7, 30);
}

TEST(Pattern, DraggingPensCutSlitsThatFollowTheHand) {
    Setting s = setting(DeviceKind::pen);
    s.technique.directions = 1;
    for (const auto& p : s.draw()) EXPECT_EQ(p.drag_x_um, 0.0);
    s.technique.drag_um = 200;
    double sum = 0, across = 0;
    const auto punctures = s.draw();
    for (const auto& p : punctures) {
        sum += p.drag_x_um;
        across += std::abs(p.drag_y_um);
        EXPECT_EQ(p.drag_taper, 0.0);
    }
    const double n = static_cast<double>(punctures.size());
    EXPECT_GT(sum / n, 100);
    EXPECT_LT(sum / n, 220);  // skin goes along for a part of the way
    EXPECT_LT(across, 0.3 * sum);
}

TEST(Pattern, PassesTakeTurnsBetweenDirections) {
    Setting s = setting(DeviceKind::roller, 1.5);
    s.technique.passes = 2;
    s.technique.directions = 2;
    double along_x = 0, along_y = 0;
    for (const auto& p : s.draw()) {
        along_x += std::abs(p.drag_x_um);
        along_y += std::abs(p.drag_y_um);
    }
    EXPECT_NEAR(along_x / along_y, 1.0, 0.25);
}

/// Width of the band around its rows in which half of a roller's punctures lie; rows are 2.5 mm apart.
double band_um(double pressure) {
    Setting s = setting(DeviceKind::roller);
    s.technique.passes = 30;
    s.technique.directions = 1;
    s.technique.pressure = pressure;
    s.width_um = 2000;  // short, so that a slanting line stays where it is
    std::vector<double> across;
    for (const auto& p : s.draw()) across.push_back(std::fmod(p.y_um, 2500.0));
    // The narrowest stretch, on the circle, that holds half of them.
    std::sort(across.begin(), across.end());
    const std::size_t half = across.size() / 2;
    double narrowest = 2500.0;
    for (std::size_t i = 0; i < across.size(); ++i) {
        const std::size_t j = i + half;
        const double end = j < across.size() ? across[j] : across[j - across.size()] + 2500.0;
        narrowest = std::min(narrowest, end - across[i]);
    }
    return narrowest;
}

TEST(Pattern, ADrumThatRollsBackAndForthKeepsItsLineTheBetterTheHarderItIsPressed) {
    // Half of a normal spread lies within 1.35 of its deviation; half of an even one, within 1250 um.
    EXPECT_NEAR(band_um(1.0), 1.35 * 300, 200);
    EXPECT_LT(band_um(4.0), 0.6 * band_um(1.0));
    EXPECT_GT(band_um(0.1), 800);  // the narrowest of many stretches is narrower than the mean one
}

TEST(Pattern, NeedlesThatDoNotBreakThroughLeaveNoPuncture) {
    Setting s = setting(DeviceKind::roller, 0.25);
    EXPECT_FALSE(s.draw().empty());
    s.bluntness = 1;
    EXPECT_TRUE(s.draw().empty());
}

}  // namespace
}  // namespace cicatrix
