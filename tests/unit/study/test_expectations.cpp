// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/expectations.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

RunResult sample() {
    RunResult r;
    r.findings.scalars["erythema_duration"] = {"h", "", 50.0};
    r.findings.scalars["pih_duration"] = {"d", "", 2.0};
    r.findings.series["collagen_gain"] = {"%", "", {0.0, 5.0, 3.0}};
    r.findings.series["erythema"] = {"delta a*", "", {0.0, 7.0, 1.0}};
    r.verdict = {{"scar", Level::mild, ""}, {"collagen loss", Level::none, ""}};
    return r;
}

bool met(const std::string& observable, double low, double high) {
    RunResult r = sample();
    Expectation e;
    e.observable = observable;
    e.low = low;
    e.high = high;
    r.scenario.expect = {e};
    return answers(r).at(0).met;
}

TEST(Expectations, AreHeldAgainstNumbersInTheirOwnUnits) {
    EXPECT_TRUE(met("erythema_duration", 24.0, 72.0));
    EXPECT_FALSE(met("erythema_duration", 51.0, 72.0));
    EXPECT_TRUE(met("pih_duration", 48.0, 48.0));             // canonical time is hours
    EXPECT_TRUE(met("collagen_gain.final", 0.0299, 0.0301));  // per cent
    EXPECT_TRUE(met("collagen_gain", 0.0299, 0.0301));
    EXPECT_TRUE(met("collagen_gain.peak", 0.0499, HUGE_VAL));
    EXPECT_TRUE(met("collagen_gain.lowest", -HUGE_VAL, 0.0));
    EXPECT_TRUE(met("erythema.peak", 7.0, 7.0));
}

TEST(Expectations, ABoundThatIsMeantStrictlyIsNotMetByItself) {
    RunResult r = sample();
    Expectation above, below;
    above.observable = below.observable = "erythema_duration";
    above.low = 50.0, above.high = HUGE_VAL, above.beyond_low = true;
    below.low = -HUGE_VAL, below.high = 50.0, below.beyond_high = true;
    r.scenario.expect = {above, below};
    EXPECT_FALSE(answers(r)[0].met);
    EXPECT_FALSE(answers(r)[1].met);
    r.findings.scalars["erythema_duration"].value = 50.1;
    EXPECT_TRUE(answers(r)[0].met);
    r.findings.scalars["erythema_duration"].value = 49.9;
    EXPECT_TRUE(answers(r)[1].met);
}

TEST(Expectations, OfUnknownObservablesAreNotMet) {
    EXPECT_FALSE(met("happiness", -HUGE_VAL, HUGE_VAL));
    EXPECT_FALSE(met("collagen_gain.median", -HUGE_VAL, HUGE_VAL));
    EXPECT_FALSE(met("verdict.boredom", -HUGE_VAL, HUGE_VAL));
}

TEST(Expectations, OfVerdictsNameTheLevelsThatWillDo) {
    RunResult r = sample();
    Expectation scar, loss;
    scar.observable = "verdict.scar";
    scar.levels = {"none", "mild"};
    loss.observable = "verdict.collagen_loss";
    loss.levels = {"marked"};
    r.scenario.expect = {scar, loss};
    const auto a = answers(r);
    ASSERT_EQ(a.size(), 2U);
    EXPECT_TRUE(a[0].met);
    EXPECT_EQ(a[0].found, "mild");
    EXPECT_FALSE(a[1].met);
    EXPECT_EQ(a[1].found, "none");
}

}  // namespace
}  // namespace cicatrix
