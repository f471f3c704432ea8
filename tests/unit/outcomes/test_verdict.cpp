// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/verdict.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

/// A run of 60 d with sessions on day 0 and 28 in which nothing bad happened.
Findings quiet() {
    Findings f;
    f.time_d = {0, 1, 14, 28, 29, 60};
    f.session_d = {0, 28};
    const auto series = [&](const char* name, double value) {
        f.series[name] = {"", "", std::vector<double>(f.time_d.size(), value)};
    };
    series("erythema", 0.0);
    series("barrier_integrity", 1.0);
    series("bacterial_load", 3.0);
    series("infected", 0.0);
    series("pih_index", 0.0);
    series("scar_index", 0.0);
    series("collagen_gain", 1.0);
    series("granuloma_index", 0.0);
    f.scalars["erythema_duration"] = {"h", "", 40.0};
    f.scalars["pih_duration"] = {"d", "", 0.0};
    return f;
}

const Harm& harm(const std::vector<Harm>& all, std::string_view name) {
    for (const Harm& h : all)
        if (h.harm == name) return h;
    throw std::runtime_error{"no such harm"};
}

TEST(Verdict, NamesSevenHarmsAndFindsNoneInAQuietRun) {
    const auto all = verdict(quiet());
    ASSERT_EQ(all.size(), 7U);
    for (const Harm& h : all) {
        EXPECT_EQ(h.level, Level::none) << h.harm << ": " << h.because;
        EXPECT_EQ(h.because.back(), '.');
    }
}

TEST(Verdict, RednessRisesThroughTheLevelsWithTime) {
    Findings f = quiet();
    const auto level = [&](double hours) {
        f.scalars["erythema_duration"].value = hours;
        return harm(verdict(f), "inflammation").level;
    };
    EXPECT_EQ(level(72.0), Level::none);
    EXPECT_EQ(level(80.0), Level::mild);
    EXPECT_EQ(level(200.0), Level::marked);
    EXPECT_EQ(level(600.0), Level::severe);
    EXPECT_NE(harm(verdict(f), "inflammation").because.find("600 h"), std::string::npos);
}

TEST(Verdict, SkinThatIsRedWhenTheNextSessionBeginsIsMarked) {
    Findings f = quiet();
    f.series["erythema"].value[3] = 4.0;  // the look at day 28, before the needles
    EXPECT_EQ(harm(verdict(f), "inflammation").level, Level::marked);
    f.series["erythema"].value[3] = 0.0;
    f.series["erythema"].value[4] = 4.0;  // after them it is expected
    EXPECT_EQ(harm(verdict(f), "inflammation").level, Level::none);
}

TEST(Verdict, TheBarrierIsJudgedWhereItShouldHaveRecovered) {
    Findings f = quiet();
    f.series["barrier_integrity"].value[1] = 0.3;  // a day after a session: no harm yet
    EXPECT_EQ(harm(verdict(f), "barrier").level, Level::none);
    f.series["barrier_integrity"].value[3] = 0.7;
    EXPECT_EQ(harm(verdict(f), "barrier").level, Level::marked);
    f.series["barrier_integrity"].value[5] = 0.4;
    EXPECT_EQ(harm(verdict(f), "barrier").level, Level::severe);
}

TEST(Verdict, InfectionIsMarkedAndSevereWhenItLasts) {
    Findings f = quiet();
    f.series["bacterial_load"].value[2] = 4.5;
    EXPECT_EQ(harm(verdict(f), "infection").level, Level::mild);
    f.series["infected"].value[1] = 1.0;
    EXPECT_EQ(harm(verdict(f), "infection").level, Level::severe);  // above the threshold for more than 3 d
    const Adjustments patient{.set = {{"verdict.infection_severe", 24.0 * 30.0}}, .factor = {}};
    EXPECT_EQ(harm(verdict(f, patient), "infection").level, Level::marked);
}

TEST(Verdict, PigmentScarAndCollagenFollowTheirThresholds) {
    Findings f = quiet();
    f.series["pih_index"].value[2] = 9.0;
    f.series["scar_index"].value[5] = 0.02;
    f.series["collagen_gain"].value[5] = -4.0 * HarmThresholds{}.yearly_loss.in(percent);
    const auto all = verdict(f);
    EXPECT_EQ(harm(all, "pigment").level, Level::marked);
    EXPECT_EQ(harm(all, "scar").level, Level::mild);
    EXPECT_EQ(harm(all, "collagen loss").level, Level::marked);
    EXPECT_NE(harm(all, "collagen loss").because.find("4.0 years"), std::string::npos);
}

TEST(Verdict, CellsAroundForeignMaterialAtTheEndRiseThroughTheLevels) {
    Findings f = quiet();
    f.series["granuloma_index"].value[2] = 9.0;  // gone again by the end
    EXPECT_EQ(harm(verdict(f), "foreign body").level, Level::none);
    const auto level = [&](double index) {
        f.series["granuloma_index"].value.back() = index;
        return harm(verdict(f), "foreign body").level;
    };
    EXPECT_EQ(level(0.09), Level::none);
    EXPECT_EQ(level(0.1), Level::mild);
    EXPECT_EQ(level(1.0), Level::marked);
    EXPECT_EQ(level(5.0), Level::severe);
    EXPECT_NE(harm(verdict(f), "foreign body").because.find("500 %"), std::string::npos);
}

TEST(Verdict, ARunWithoutSessionsIsJudgedToo) {
    Findings f = quiet();
    f.session_d.clear();
    f.scalars["erythema_duration"].value = 0.0;
    for (const Harm& h : verdict(f)) EXPECT_EQ(h.level, Level::none) << h.because;
}

}  // namespace
}  // namespace cicatrix
