// SPDX-License-Identifier: Apache-2.0
// What must differ between routines: the cautionary case against safe ones, and with one mistake taken away.
#include "checks.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace cicatrix {
namespace {

using namespace test;

/// Where the needles fall is chance; none of this may hang on it.
class ContrastsCautionary : public testing::TestWithParam<std::tuple<const char*, std::uint64_t>> {};

TEST_P(ContrastsCautionary, CaseHarmsMoreThanASafeRoutine) {
    const auto [routine, seed] = GetParam();
    expect_more_harm(shipped("cautionary_case", seed), shipped(routine, seed));
}

/// The clinic's needles go deeper: one flare of theirs lasts as long as one of the cautionary case.
TEST(Contrasts, AFlareOfTheCautionaryCaseOutlastsOneOfTheHomeRoutine) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        EXPECT_GT(scalar(shipped("cautionary_case", seed), "erythema_duration"),
                  scalar(shipped("safe_home", seed), "erythema_duration"))
            << seed;
}

INSTANTIATE_TEST_SUITE_P(Contrasts, ContrastsCautionary,
                         testing::Combine(testing::Values("safe_home", "safe_clinic"),
                                          testing::Range<std::uint64_t>(1, 6)),
                         [](const auto& run) {
                             return std::get<0>(run.param) + ("_seed_" + std::to_string(std::get<1>(run.param)));
                         });

TEST(Contrasts, TakingAwayAMistakeLowersTheHarmItShould) {
    const RunResult& bad = shipped("cautionary_case", 1);
    EXPECT_LT(peak(shipped("cautionary_disinfected", 1), "bacterial_load"), peak(bad, "bacterial_load"));
    EXPECT_GT(mean(before_sessions(shipped("cautionary_bland_aftercare", 1), "barrier_integrity")),
              mean(before_sessions(bad, "barrier_integrity")));
    EXPECT_GT(mean(before_sessions(shipped("cautionary_spaced", 1), "barrier_integrity")),
              mean(before_sessions(bad, "barrier_integrity")));
    EXPECT_LT(mean(before_sessions(shipped("cautionary_spaced", 1), "erythema")),
              mean(before_sessions(bad, "erythema")));
    EXPECT_LT(final(shipped("cautionary_shallow", 1), "scar_index"), final(bad, "scar_index"));
    EXPECT_LT(scalar(shipped("cautionary_shallow", 1), "inflammation_auc"), scalar(bad, "inflammation_auc"));
}

TEST(Contrasts, TherapyShortensTheDarkening) {
    EXPECT_LT(scalar(shipped("cautionary_case_therapy", 1), "pih_duration"),
              scalar(shipped("cautionary_case", 1), "pih_duration"));
}

class ContrastsClinic : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ContrastsClinic, CourseReddensForDaysAndGainsCollagenOverMonths) {
    expect_clinic_course(shipped("safe_clinic", GetParam()));
}
TEST_P(ContrastsClinic, CellsComeInTheOrderOfHealing) {
    expect_order_of_healing(shipped("safe_clinic", GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Contrasts, ContrastsClinic, testing::Range<std::uint64_t>(1, 6),
                         [](const auto& run) { return "Seed" + std::to_string(run.param); });

/// The same on the grid that users get when they ask for nothing else.
TEST(Standard, GridShowsTheSameContrastsAndCourses) {
    const auto standard = [](const char* name) -> const RunResult& { return shipped(name, 1, "standard"); };
    for (const char* safe : {"safe_home", "safe_clinic"}) expect_more_harm(standard("cautionary_case"), standard(safe));
    expect_clinic_course(standard("safe_clinic"));
    expect_order_of_healing(standard("safe_clinic"));
    for (const char* name : {"safe_home", "safe_clinic", "cautionary_case"}) {
        EXPECT_GE(standard(name).voxels, 100000U) << name;
        expect_own_expectations(standard(name));
    }
}

}  // namespace
}  // namespace cicatrix
