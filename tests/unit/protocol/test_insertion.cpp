// SPDX-License-Identifier: Apache-2.0
// Real depth against nominal length: bands and directions of the evidence.
#include "cases.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

using cases::device;
using cases::skin_at;

const InsertionParameters& standard() {
    static const Adjustments none;
    static const InsertionParameters parameters{none};
    return parameters;
}

double ratio(const Device& d, double pressure = 1.0, double blunt = 0.0, const Skin& skin = skin_at()) {
    return insertion_depth_um(d, pressure, blunt, skin, standard()) / (1e3 * d.needle_length_mm);
}

TEST(Insertion, ARollerOf770MicrometresReachesAFifthToAThirdOfItsLength) {
    for (const double pressure : {0.5, 1.0}) {
        EXPECT_GT(ratio(cases::studied_roller(), pressure), 0.10) << pressure;
        EXPECT_LT(ratio(cases::studied_roller(), pressure), 0.35) << pressure;
    }
}

TEST(Insertion, ShortRollerNeedlesAreBuriedByLessThanHalf) {
    for (const double length : {0.25, 0.5, 0.77, 1.0})
        EXPECT_LT(ratio(device(DeviceKind::roller, length)), 0.5) << length;
}

TEST(Insertion, APenReachesAboutItsLengthUpToOneMillimetre) {
    for (const double length : {0.5, 1.0, 1.5}) {
        EXPECT_GT(ratio(device(DeviceKind::pen, length)), 0.7) << length;
        EXPECT_LE(ratio(device(DeviceKind::pen, length)), 1.0) << length;
    }
}

TEST(Insertion, APlateOf600MicrometreNeedlesReachesHalfToFourFifths) {
    Device plate = device(DeviceKind::stamp, 0.6);
    plate.tip_length_um = 600;
    EXPECT_GT(ratio(plate), 0.45);
    EXPECT_LT(ratio(plate), 0.80);
}

TEST(Insertion, VeryLongPenNeedlesAreReachedWorse) {
    EXPECT_LT(ratio(device(DeviceKind::pen, 2.5)), ratio(device(DeviceKind::pen, 1.5)));
}

TEST(Insertion, MorePressureGoesDeeperAndNeverBeyondTheNeedle) {
    for (const auto& facts : device_table())
        for (const double length : {0.25, 0.5, 1.0, 2.0}) {
            double before = 0.0;
            for (const double pressure : {0.5, 1.0, 2.0, 4.0}) {
                const double now = ratio(device(facts.kind, length), pressure);
                EXPECT_GT(now, before) << facts.name << " " << length << " " << pressure;
                EXPECT_LT(now, 1.0);
                before = now;
            }
        }
}

TEST(Insertion, LongerNeedlesGoDeeper) {
    for (const auto& facts : device_table()) {
        double before = 0.0;
        for (const double length : {0.25, 0.5, 1.0, 1.5}) {
            const double depth = length * ratio(device(facts.kind, length));
            EXPECT_GT(depth, before) << facts.name << " " << length;
            before = depth;
        }
    }
}

TEST(Insertion, BluntAndThickNeedlesGoLessDeep) {
    for (const auto& facts : device_table()) {
        const Device thin = device(facts.kind, 1.0);
        Device thick = thin;
        thick.needle_diameter_um *= 1.6;
        EXPECT_LT(ratio(thick), ratio(thin)) << facts.name;
        EXPECT_LT(ratio(thin, 1.0, 0.5), ratio(thin)) << facts.name;
        EXPECT_LT(ratio(thin, 1.0, 1.0), ratio(thin, 1.0, 0.5)) << facts.name;
    }
}

TEST(Insertion, ThinSkinYieldsMore) {
    EXPECT_LT(ratio(device(DeviceKind::roller, 0.5), 1, 0, skin_at("eyelid")), ratio(device(DeviceKind::roller, 0.5)));
}

TEST(Insertion, AWornShortNeedleMayNotBreakThrough) {
    EXPECT_EQ(ratio(device(DeviceKind::roller, 0.25), 1.0, 1.0), 0.0);
    EXPECT_EQ(ratio(device(DeviceKind::pen, 0.5), 0.0), 0.0);
}

double shared(const Device& d, const InsertionParameters& p, double height, double pressure = 1.0) {
    return shared_depth_um(d, pressure, 0.0, skin_at(), p, height, RandomStream{1, 2, 3});
}

TEST(Insertion, ANeedleOverAHollowComesLessDeepAndNoneDeeperThanOnEvenSkin) {
    Adjustments rough;
    rough.set["insertion.unevenness"] = 0.1;
    const InsertionParameters p{rough};
    for (const DeviceKind kind : {DeviceKind::roller, DeviceKind::stamp}) {
        const Device d = device(kind, 1.0);
        const double even = insertion_depth_um(d, 1.0, 0.0, skin_at(), p);
        EXPECT_NEAR(shared(d, p, 0.0), even, 1e-3);
        EXPECT_NEAR(shared(d, p, -2.0), even, 1e-3);  // its base is up: the skin that bulges is pressed down
        EXPECT_LT(shared(d, p, 1.0), even);
        EXPECT_LT(shared(d, p, 2.0), shared(d, p, 1.0));
    }
}

TEST(Insertion, WhereForceIsScarceTheNeedlesThatMeetHighSkinCarryTheLoad) {
    Adjustments light;
    light.set["insertion.unevenness"] = 0.05;
    light.set["insertion.roller_force"] = 2.0;
    const InsertionParameters p{light};
    const Device d = device(DeviceKind::roller, 1.5);
    const double even = insertion_depth_um(d, 1.0, 0.0, skin_at(), p);
    ASSERT_LT(even, 0.8 * insertion_depth_um(d, 1.0, 0.0, skin_at(), standard()));
    EXPECT_GT(shared(d, p, -2.0), 1.05 * even);
    EXPECT_LT(shared(d, p, 2.0), 0.95 * even);
}

TEST(Insertion, EntrySlantGrowsWithDepthAndShrinksWithTheDrum) {
    EXPECT_NEAR(entry_tangent(0.77, 20), 0.3999, 2e-3);  // cos = 10/10.77
    EXPECT_GT(entry_tangent(1.5, 20), entry_tangent(0.77, 20));
    EXPECT_LT(entry_tangent(0.77, 40), entry_tangent(0.77, 20));
}

}  // namespace
}  // namespace cicatrix
