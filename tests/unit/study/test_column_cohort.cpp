// SPDX-License-Identifier: Apache-2.0
// Patients as depth columns side by side: what they share, what they do not, and who is refused.
#include "cicatrix/study/column_cohort.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/expectations.hpp"
#include "cicatrix/study/run.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cicatrix {
namespace {

/// Some days of a coarse patch of 4 mm2, needled once.
Scenario coarse_scenario(double follow_up_d = 10.0) {
    Scenario s;
    s.run.resolution = {
        .nx = 20, .ny = 20, .lateral_um = 100.0, .finest_um = 15.0, .growth = 1.4, .coarsest_um = 200.0};
    s.plan.device = Device{};
    s.run.end_h = follow_up_d * 24.0;
    return s;
}

/// From shallow to deep and from sparse to dense, not in order.
std::vector<ColumnPatient> unlike_patients(int count) {
    std::vector<ColumnPatient> patients(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        ColumnPatient& p = patients[static_cast<std::size_t>(i)];
        p.device.needle_length_mm = 0.3 + 1.2 * ((7 * i) % count) / count;
        p.technique.passes = 2 + (5 * i) % 7;
        p.seed = static_cast<std::uint64_t>(i + 1);
    }
    return patients;
}

std::string refusal(const Scenario& scenario, const std::vector<ColumnPatient>& patients) {
    try {
        run_column_cohort(scenario, patients);
    } catch (const RunError& e) {
        return e.what();
    }
    return "nothing was refused";
}

TEST(ColumnCohort, OfOnePatientIsARunOfTheScenarioAsOneColumn) {
    const Scenario scenario = coarse_scenario();
    const std::vector<ColumnPatient> patients{
        {"", *scenario.plan.device, scenario.plan.routine.technique, scenario.run.seed}};
    const ColumnCohort cohort = run_column_cohort(scenario, patients);
    const RunResult alone = run(as_one_column(scenario));
    ASSERT_EQ(cohort.values.size(), 1U);
    for (std::size_t o = 0; o < cohort.observables.size(); ++o) {
        const auto expected = named_number(alone.findings, cohort.observables[o]);
        ASSERT_TRUE(expected) << cohort.observables[o];
        EXPECT_EQ(cohort.values[0][o], expected->value) << cohort.observables[o];
        EXPECT_EQ(cohort.units[o], expected->unit);
    }
    EXPECT_EQ(cohort.accepted, alone.steps);
}

TEST(ColumnCohort, OfEqualPatientsGivesEqualNumbers) {
    std::vector<ColumnPatient> patients(69);
    for (ColumnPatient& p : patients) p.seed = 3;
    Scenario scenario = coarse_scenario();
    scenario.run.precision = Precision::double_;
    const ColumnCohort cohort = run_column_cohort(scenario, patients);
    for (std::size_t p = 0; p < patients.size(); ++p)
        for (std::size_t o = 0; o < cohort.observables.size(); ++o) {
            const double first = cohort.values[0][o];
            // Steps follow a mean over the chunk, whose last digits depend on how many it has.
            const bool of_first_chunk = p < static_cast<std::size_t>(ColumnCohortOptions{}.columns_per_chunk);
            if (of_first_chunk)
                EXPECT_EQ(cohort.values[p][o], first) << cohort.observables[o];
            else
                EXPECT_NEAR(cohort.values[p][o], first, 1e-9 * first) << cohort.observables[o];
        }
    EXPECT_GT(cohort.values.front().front(), 100.0) << "nobody was needled";
}

TEST(ColumnCohort, HasTheSameBitsOnAnyNumberOfThreads) {
    const auto patients = unlike_patients(21);
    ColumnCohortOptions options;
    options.columns_per_chunk = 4;
    const auto with_threads = [&](int threads) {
        const ThreadLimit limit{threads};
        return run_column_cohort(coarse_scenario(3.0), patients, options);
    };
    const ColumnCohort once = with_threads(1), twice = with_threads(2);
    EXPECT_EQ(once.values, twice.values);
    EXPECT_EQ(once.accepted, twice.accepted);
    EXPECT_NE(once.values.front(), once.values.back());
}

TEST(ColumnCohort, GivesAPatientAmongOthersWhatThePatientHasAlone) {
    Scenario scenario = coarse_scenario();
    const auto patients = unlike_patients(16);
    ColumnCohortOptions alone, together;
    alone.columns_per_chunk = 1;
    together.columns_per_chunk = 16;
    const auto apart = [&](double tolerance) {
        scenario.adjustments.set["numerics.tolerance"] = tolerance;
        const ColumnCohort a = run_column_cohort(scenario, patients, alone);
        const ColumnCohort b = run_column_cohort(scenario, patients, together);
        double worst = 0.0;
        for (std::size_t o = 0; o < a.observables.size(); ++o) {
            double largest = 0.0, difference = 0.0;
            for (std::size_t p = 0; p < patients.size(); ++p) {
                largest = std::max(largest, std::abs(a.values[p][o]));
                difference = std::max(difference, std::abs(a.values[p][o] - b.values[p][o]));
            }
            worst = std::max(worst, difference / largest);
        }
        return worst;
    };
    const double loose = apart(0.03), tight = apart(0.003);
    EXPECT_LT(loose, 0.03);
    EXPECT_LT(tight, 0.003);
    EXPECT_GT(loose, 0.0) << "they do share their steps";
}

TEST(ColumnCohort, FollowsThePatientsOwnHand) {
    std::vector<ColumnPatient> patients(2);
    patients[0].device.needle_length_mm = 0.3;
    patients[1].device.needle_length_mm = 1.5;
    ColumnCohortOptions options;
    options.observables = {"wound_depth", "inflammation.peak", "inflammation.final"};
    const ColumnCohort cohort = run_column_cohort(coarse_scenario(3.0), patients, options);
    EXPECT_GT(cohort.values[1][0], 3.0 * cohort.values[0][0]);
    EXPECT_GT(cohort.values[1][1], cohort.values[0][1]);
    EXPECT_LT(cohort.values[1][2], cohort.values[1][1]);
}

TEST(ColumnCohort, NamesThePatientWhoCannotBeRun) {
    const Scenario scenario = coarse_scenario(1.0);
    auto patients = unlike_patients(3);
    patients[1].technique.pressure = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NE(refusal(scenario, patients).find("patient 2: routine.pressure is"), std::string::npos);
    patients[1].technique.pressure = 1.0;
    patients[2].technique.passes = 1'000'000'000;
    EXPECT_NE(refusal(scenario, patients).find("patient 3: routine.passes is"), std::string::npos);
    patients[2].technique.passes = 4;
    patients[0].name = "Ada";
    patients[0].device.needle_length_mm = -0.5;
    EXPECT_NE(refusal(scenario, patients).find("Ada: device.needle_length is -0.5 mm"), std::string::npos);
    patients[0].device.needle_length_mm = 3.4;
    EXPECT_NE(refusal(scenario, patients).find("Ada: a pen has needles of at most"), std::string::npos);
}

TEST(ColumnCohort, RefusesWhatItCannotTellAndIsEmptyForNobody) {
    Scenario scenario = coarse_scenario(1.0);
    ColumnCohortOptions options;
    for (const char* written : {"happiness", "inflammation.median", "wound_depth.peak"}) {
        options.observables = {written};
        EXPECT_THROW(run_column_cohort(scenario, unlike_patients(1), options), InputError) << written;
    }
    EXPECT_TRUE(run_column_cohort(scenario, {}).values.empty());
    scenario.plan.device.reset();
    EXPECT_THROW(run_column_cohort(scenario, unlike_patients(1)), InputError);
}

}  // namespace
}  // namespace cicatrix
