// SPDX-License-Identifier: Apache-2.0
// Wear, contamination and disinfection from use to use.
#include "cases.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

double left_behind(const Disinfection& d, double uses, bool shared = false) {
    const Adjustments none;
    Device device = cases::device(DeviceKind::pen, 1.0);
    device.shared = shared;
    return contamination_cfu_per_cm2(device, d, uses, HygieneParameters{none});
}

Disinfection alcohol(double minutes) {
    return {.agent = "isopropanol 70 %", .soak_h = minutes / 60};
}

TEST(Hygiene, AnUncleanedDeviceGathersBacteriaUpToACeiling) {
    double before = -1.0;
    for (const double uses : {0.0, 1.0, 3.0, 10.0}) {
        EXPECT_GT(left_behind({}, uses), before) << uses;
        before = left_behind({}, uses);
    }
    EXPECT_LT(left_behind({}, 1e4), 1100);
    EXPECT_NEAR(left_behind({}, 1e4), left_behind({}, 1e5), 1e-6);
}

TEST(Hygiene, SharingMakesItWorse) {
    EXPECT_GT(left_behind({}, 5, true), 1.5 * left_behind({}, 5));
}

TEST(Hygiene, LongerSoaksLeaveFewer) {
    double before = left_behind({}, 5);
    for (const double minutes : {1.0, 5.0, 10.0, 30.0}) {
        EXPECT_LT(left_behind(alcohol(minutes), 5), before) << minutes;
        before = left_behind(alcohol(minutes), 5);
    }
    EXPECT_GT(before, 0.0);
}

TEST(Hygiene, FiveToTenMinutesInAlcoholPreventMostOfIt) {
    EXPECT_LT(left_behind(alcohol(5), 5), 0.1 * left_behind({}, 5));
    EXPECT_LT(left_behind(alcohol(10), 5), 0.01 * left_behind({}, 5));
}

TEST(Hygiene, CleaningEveryTimeKeepsTheLoadFromGrowing) {
    EXPECT_NEAR(left_behind(alcohol(5), 20) / left_behind(alcohol(5), 5), 1.0, 0.01);
}

TEST(Hygiene, SterileSingleUseLeavesNothing) {
    EXPECT_EQ(left_behind({.agent = "sterile single use"}, 10, true), 0.0);
}

TEST(Hygiene, AlcoholBeatsWashing) {
    const double soak = 10.0 / 60;
    EXPECT_LT(left_behind(alcohol(10), 5), left_behind({.agent = "soap and water", .soak_h = soak}, 5));
    EXPECT_LT(left_behind({.agent = "soap and water", .soak_h = soak}, 5), left_behind({}, 5));
}

TEST(Hygiene, NamesTheNearestAgentWhenOneIsMisspelt) {
    EXPECT_EQ(disinfectant_names().size(), disinfectant_table().size());
    try {
        left_behind({.agent = "isopropanol 70%"}, 1);
        FAIL() << "no complaint";
    } catch (const InputError& e) {
        EXPECT_NE(std::string{e.what()}.find("isopropanol 70 %"), std::string::npos) << e.what();
    }
}

TEST(Wear, NeedlesAreHalfWornAtTheEndOfTheirLifeAndNeverMoreThanWhollyWorn) {
    const Adjustments none;
    const WearParameters wear{none};
    EXPECT_EQ(bluntness(DeviceKind::pen, 0, wear), 0.0);
    EXPECT_DOUBLE_EQ(bluntness(DeviceKind::pen, 4, wear), 0.5);
    EXPECT_LT(bluntness(DeviceKind::roller, 4, wear), bluntness(DeviceKind::pen, 4, wear));
    EXPECT_GT(bluntness(DeviceKind::pen, 15, wear), 0.9);
    EXPECT_LE(bluntness(DeviceKind::pen, 1e6, wear), 1.0);
}

}  // namespace
}  // namespace cicatrix
