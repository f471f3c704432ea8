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

TEST(Insertion, EntrySlantGrowsWithDepthAndShrinksWithTheDrum) {
    EXPECT_NEAR(entry_tangent(0.77, 20), 0.3999, 2e-3);  // cos = 10/10.77
    EXPECT_GT(entry_tangent(1.5, 20), entry_tangent(0.77, 20));
    EXPECT_LT(entry_tangent(0.77, 40), entry_tangent(0.77, 20));
}

}  // namespace
}  // namespace cicatrix
