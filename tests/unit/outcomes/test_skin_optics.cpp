// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/skin_optics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

TEST(SkinOptics, AColourlessSkinThatThrowsAllBackIsWhite) {
    Adjustments none;
    none.set["skin_optics.background_absorption"] = 0.0;
    const SkinOptics optics{none};
    const Colour c = optics.colour({.epidermal_melanin_um = 0.0, .dermal_melanin = 0.0, .blood = 0.0});
    EXPECT_NEAR(c.lightness, 100.0, 1e-9);
    EXPECT_NEAR(c.a, 0.0, 1e-9);
    EXPECT_NEAR(c.b, 0.0, 1e-9);
    for (const double part : c.srgb) EXPECT_NEAR(part, 1.0, 0.01);
}

TEST(SkinOptics, MelaninDimsLightByBeerAndLambertTwice) {
    const SkinOptics optics;
    const OpticsRow& row = optics_table()[10];
    ASSERT_EQ(row.wavelength_nm, 500.0);
    const double bare = optics.reflectance({0.0, 0.0, 1.0}, row), dark = optics.reflectance({10.0, 0.0, 1.0}, row);
    const double pigment = *optics.melanosome_share * optics.melanin_absorption.in(cicatrix::per_um);
    EXPECT_NEAR(dark / bare, std::exp(-2.0 * *optics.path_factor * pigment * 10.0), 1e-12);
}

TEST(SkinOptics, ThinlyAbsorbingDermisFollowsKubelkaAndMunk) {
    const SkinOptics optics;
    const OpticsRow& row = optics_table()[10];
    const double bloodless = optics.reflectance({0.0, 0.0, 0.0}, row);
    const double q = (1.0 - bloodless) * (1.0 - bloodless) / (2.0 * bloodless);  // the law solved for K / S
    const double expected =
        2.0 * optics.background_absorption.in(cicatrix::per_um) / (0.75 * optics.scattering.in(cicatrix::per_um));
    EXPECT_NEAR(q, expected, 1e-12);
}

TEST(SkinOptics, MoreBloodIsRedderAndDarker) {
    const SkinOptics optics;
    for (const double melanin_um : {1.0, 8.0, 20.0}) {
        const Colour pale = optics.colour({melanin_um, 0.0, 1.0}), flushed = optics.colour({melanin_um, 0.0, 2.0});
        EXPECT_GT(flushed.a, pale.a + 2.0);
        EXPECT_LT(flushed.lightness, pale.lightness);
    }
}

TEST(SkinOptics, MoreMelaninIsDarkerAndLowersTheTypologyAngle) {
    const SkinOptics optics;
    double before = 91.0;
    for (const double melanin_um : {0.5, 4.0, 10.0, 20.0, 40.0}) {
        const double angle = optics.colour({melanin_um, 0.0, 1.0}).ita();
        EXPECT_LT(angle, before);
        before = angle;
    }
    EXPECT_GT(optics.colour({1.0, 0.0, 1.0}).ita(), 41.0);  // light skin by the usual classes
}

TEST(SkinOptics, MelaninBelowTheJunctionDarkensToo) {
    const SkinOptics optics;
    EXPECT_LT(optics.colour({5.0, 0.02, 1.0}).ita(), optics.colour({5.0, 0.0, 1.0}).ita());
}

TEST(SkinOptics, TheTypologyAngleIsFortyFiveDegreesWhereBothSidesAreEqual) {
    EXPECT_DOUBLE_EQ((Colour{.lightness = 60.0, .a = 0.0, .b = 10.0}.ita()), 45.0);
    EXPECT_DOUBLE_EQ((Colour{.lightness = 50.0, .a = 0.0, .b = 10.0}.ita()), 0.0);
}

TEST(SkinOptics, TheTablesRiseByTenNanometresThroughTheVisible) {
    const auto table = optics_table();
    ASSERT_EQ(table.size(), 31U);
    for (std::size_t i = 0; i < table.size(); ++i)
        EXPECT_EQ(table[i].wavelength_nm, 400.0 + 10.0 * static_cast<double>(i));
    double x = 0, y = 0;
    for (const OpticsRow& r : table) x += r.x * r.daylight, y += r.y * r.daylight;
    EXPECT_NEAR(x / y, 0.9505, 0.002);  // the white point of D65
}

}  // namespace
}  // namespace cicatrix
