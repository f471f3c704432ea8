// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

#include "cicatrix/study/expectations.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cicatrix::test {
namespace {

/// Day of the highest value within `days` after the first session.
double peak_day(const RunResult& r, const std::string& name, double days) {
    const auto& v = r.findings.series.at(name).value;
    const auto& t = r.findings.time_d;
    std::size_t top = 0;
    for (std::size_t i = 0; i < v.size(); ++i)
        if (t[i] <= days && v[i] > v[top]) top = i;
    return t[top];
}

double highest(const std::vector<double>& v) {
    return *std::max_element(v.begin(), v.end());
}
double lowest(const std::vector<double>& v) {
    return *std::min_element(v.begin(), v.end());
}

/// Hours of visible redness in the first three weeks. One flare of a shallow session need not outlast one of a deep
/// session; what overuse does is to bring the next before the skin has rested.
double red_hours(const RunResult& r) {
    constexpr double three_weeks_d = 21.0;
    double visible = 0;
    for (const ParameterRecord& p : r.parameters)
        if (p.owner == "appearance" && p.name == "visible_redness") visible = p.value;
    EXPECT_GT(visible, 0);
    const auto& v = r.findings.series.at("erythema").value;
    const auto& t = r.findings.time_d;
    double hours = 0;
    for (std::size_t i = 1; i < v.size() && t[i] <= three_weeks_d; ++i)
        if (0.5 * (v[i] + v[i - 1]) > visible) hours += 24.0 * (t[i] - t[i - 1]);
    return hours;
}

}  // namespace

void expect_more_harm(const RunResult& bad, const RunResult& safe) {
    EXPECT_GT(scalar(bad, "inflammation_auc"), scalar(safe, "inflammation_auc"));
    EXPECT_GT(scalar(bad, "erythema_duration"), 48.0);
    EXPECT_GT(red_hours(bad), 2 * red_hours(safe));
    EXPECT_GT(lowest(before_sessions(bad, "erythema")), highest(before_sessions(safe, "erythema")));
    EXPECT_LT(highest(before_sessions(bad, "barrier_integrity")), lowest(before_sessions(safe, "barrier_integrity")));
    EXPECT_GT(final(bad, "scar_index"), final(safe, "scar_index"));
    EXPECT_GT(peak(bad, "pih_index"), peak(safe, "pih_index"));
    EXPECT_GT(peak(bad, "bacterial_load"), peak(safe, "bacterial_load"));
    EXPECT_LT(scalar(bad, "collagen_per_injury"), scalar(safe, "collagen_per_injury"));
}

void expect_clinic_course(const RunResult& clinic) {
    const auto& gain = clinic.findings.series.at("collagen_gain").value;
    const auto& t = clinic.findings.time_d;
    const auto third_day = static_cast<std::size_t>(std::upper_bound(t.begin(), t.end(), 3.0) - t.begin() - 1);
    EXPECT_GT(gain.back(), 0.0);
    EXPECT_LT(gain[third_day], 0.25 * gain.back());
    EXPECT_GE(scalar(clinic, "erythema_duration"), 24.0);
    EXPECT_LE(scalar(clinic, "erythema_duration"), 72.0);
}

void expect_order_of_healing(const RunResult& clinic) {
    EXPECT_GE(peak_day(clinic, "neutrophils", 21.0), 0.5);
    EXPECT_LE(peak_day(clinic, "neutrophils", 21.0), 1.5);
    EXPECT_GE(peak_day(clinic, "macrophages", 21.0), 1.5);
    EXPECT_LE(peak_day(clinic, "macrophages", 21.0), 3.5);
    EXPECT_GE(peak_day(clinic, "myofibroblasts", 27.0), 9.0);
    EXPECT_LE(peak_day(clinic, "myofibroblasts", 27.0), 16.0);
    EXPECT_LE(scalar(clinic, "barrier_recovery_time"), 72.0);
    EXPECT_LE(scalar(clinic, "reepithelialisation_time"), 24.0);
}

void expect_own_expectations(const RunResult& r) {
    EXPECT_FALSE(r.scenario.expect.empty()) << "a shipped scenario without [expect] shows nothing";
    for (const Answer& a : answers(r))
        EXPECT_TRUE(a.met) << r.scenario.title << ": " << a.observable << " should be " << a.expected << " but is "
                           << (a.found.empty() ? "no observable" : a.found);
}

}  // namespace cicatrix::test
