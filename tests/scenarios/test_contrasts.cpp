// SPDX-License-Identifier: Apache-2.0
// What must differ between routines: the cautionary case against safe ones, and with one mistake taken away.
#include "shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace cicatrix {
namespace {

using namespace test;

/// Day of the highest value within `days` after the first session.
double peak_day(const RunResult& r, const std::string& name, double days) {
    const auto& v = r.findings.series.at(name).value;
    const auto& t = r.findings.time_d;
    std::size_t top = 0;
    for (std::size_t i = 0; i < v.size(); ++i)
        if (t[i] <= days && v[i] > v[top]) top = i;
    return t[top];
}

/// Where the needles fall is chance; none of this may hang on it.
class ContrastsCautionary : public testing::TestWithParam<std::tuple<const char*, std::uint64_t>> {};

TEST_P(ContrastsCautionary, CaseHarmsMoreThanASafeRoutine) {
    const auto [routine, seed] = GetParam();
    const RunResult &bad = shipped("cautionary_case", seed), &safe = shipped(routine, seed);
    EXPECT_GT(scalar(bad, "inflammation_auc"), scalar(safe, "inflammation_auc"));
    EXPECT_GT(scalar(bad, "erythema_duration"), 48.0);
    EXPECT_GT(before_sessions(bad, "erythema"), before_sessions(safe, "erythema"));
    EXPECT_LT(before_sessions(bad, "barrier_integrity"), before_sessions(safe, "barrier_integrity"));
    EXPECT_GT(final(bad, "scar_index"), final(safe, "scar_index"));
    EXPECT_GT(peak(bad, "pih_index"), peak(safe, "pih_index"));
    EXPECT_GT(peak(bad, "bacterial_load"), peak(safe, "bacterial_load"));
    EXPECT_LT(scalar(bad, "collagen_per_injury"), scalar(safe, "collagen_per_injury"));
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
    EXPECT_GT(before_sessions(shipped("cautionary_bland_aftercare", 1), "barrier_integrity"),
              before_sessions(bad, "barrier_integrity"));
    EXPECT_GT(before_sessions(shipped("cautionary_spaced", 1), "barrier_integrity"),
              before_sessions(bad, "barrier_integrity"));
    EXPECT_LT(before_sessions(shipped("cautionary_spaced", 1), "erythema"), before_sessions(bad, "erythema"));
    EXPECT_LT(final(shipped("cautionary_shallow", 1), "scar_index"), final(bad, "scar_index"));
    EXPECT_LT(scalar(shipped("cautionary_shallow", 1), "inflammation_auc"), scalar(bad, "inflammation_auc"));
}

TEST(Contrasts, TherapyShortensTheDarkening) {
    EXPECT_LT(scalar(shipped("cautionary_case_therapy", 1), "pih_duration"),
              scalar(shipped("cautionary_case", 1), "pih_duration"));
}

class ContrastsClinic : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ContrastsClinic, CourseReddensForDaysAndGainsCollagenOverMonths) {
    const RunResult& r = shipped("safe_clinic", GetParam());
    const auto& gain = r.findings.series.at("collagen_gain").value;
    const auto& t = r.findings.time_d;
    const auto third_day = static_cast<std::size_t>(std::upper_bound(t.begin(), t.end(), 3.0) - t.begin() - 1);
    EXPECT_GT(gain.back(), 0.0);
    EXPECT_LT(gain[third_day], 0.25 * gain.back());
    EXPECT_GE(scalar(r, "erythema_duration"), 24.0);
    EXPECT_LE(scalar(r, "erythema_duration"), 72.0);
}

INSTANTIATE_TEST_SUITE_P(Contrasts, ContrastsClinic, testing::Range<std::uint64_t>(1, 6),
                         [](const auto& run) { return "Seed" + std::to_string(run.param); });

TEST(Contrasts, CellsComeInTheOrderOfHealingAfterAClinicSession) {
    const RunResult& r = shipped("safe_clinic", 1);
    EXPECT_GE(peak_day(r, "neutrophils", 21.0), 0.5);
    EXPECT_LE(peak_day(r, "neutrophils", 21.0), 1.5);
    EXPECT_GE(peak_day(r, "macrophages", 21.0), 1.5);
    EXPECT_LE(peak_day(r, "macrophages", 21.0), 3.5);
    EXPECT_GE(peak_day(r, "myofibroblasts", 27.0), 9.0);
    EXPECT_LE(peak_day(r, "myofibroblasts", 27.0), 16.0);
    EXPECT_LE(scalar(r, "barrier_recovery_time"), 72.0);
    EXPECT_LE(scalar(r, "reepithelialisation_time"), 24.0);
}

}  // namespace
}  // namespace cicatrix
