// SPDX-License-Identifier: Apache-2.0
#include "../../verification/toy_tissue.hpp"
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/numerics/well_mixed.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace cicatrix {
namespace {

/// Supply from the column, decay, and a dependence on the environment.
struct SupplyLaw {
    static constexpr std::size_t size = 2;
    template <class Num>
    void operator()(const Site& site, const Num* u, Num* rate) const {
        rate[0] = Num{site.columns[0]} - 0.5 * u[0];
        rate[1] = site.environment->occlusion * u[0] - site.depth_um * u[1];
    }
};

WellMixedSite site() {
    WellMixedSite s;
    s.depth_um = 2.0;
    s.environment.occlusion = 0.25;
    s.columns = {3.0};
    return s;
}

const toy::DenseKinetics<SupplyLaw> kinetics{{}, {{0, Layer::papillary}}};

TEST(WellMixed, FollowsALinearSystemAtTheTimesAskedFor) {
    const std::vector<double> start{0.0, 0.0}, times{0.0, 0.5, 3.0, 60.0};
    const WellMixedCourse course = run_well_mixed(kinetics, site(), start, times);
    ASSERT_EQ(course.time_h, times);
    EXPECT_EQ(course.values[0], start);
    for (std::size_t t = 0; t < times.size(); ++t) {
        EXPECT_NEAR(course.values[t][0], 6 * (1 - std::exp(-0.5 * times[t])), 1e-5);
        const double second = 0.75 - 1.0 * std::exp(-0.5 * times[t]) + 0.25 * std::exp(-2 * times[t]);
        EXPECT_NEAR(course.values[t][1], second, 1e-5);
    }
}

TEST(WellMixed, RefusesInputThatDoesNotFit) {
    const std::vector<double> start{0.0, 0.0}, one{0.0}, times{1.0}, backwards{2.0, 1.0};
    WellMixedSite bare = site();
    bare.columns.clear();
    EXPECT_THROW(run_well_mixed(kinetics, site(), one, times), std::invalid_argument);
    EXPECT_THROW(run_well_mixed(kinetics, bare, start, times), std::invalid_argument);
    EXPECT_THROW(run_well_mixed(kinetics, site(), start, backwards), std::invalid_argument);
    WellMixedSettings settings;
    settings.absolute = {0.0};
    EXPECT_THROW(run_well_mixed(kinetics, site(), start, times, settings), std::invalid_argument);
}

struct ExplodingLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = u[0] * u[0];
    }
};

TEST(WellMixed, SaysSoWhenASystemExplodes) {
    const toy::DenseKinetics<ExplodingLaw> exploding;
    const std::vector<double> start{1.0}, times{2.0};
    EXPECT_THROW(run_well_mixed(exploding, {}, start, times), RunError);
}

/// What a run says when it cannot be done; nothing if it can.
template <class Run>
std::string complaint(const Run& run) {
    try {
        run();
    } catch (const RunError& e) {
        return e.what();
    }
    return {};
}
std::string complaint_about(const std::vector<double>& start, const WellMixedSettings& settings = {}) {
    const std::vector<double> times{1.0};
    return complaint([&] { run_well_mixed(kinetics, site(), start, times, settings); });
}
void expect_mentions(const std::string& text, const std::string& what) {
    EXPECT_NE(text.find(what), std::string::npos) << "it says: " << text;
}

TEST(WellMixed, NamesWhatATissueCannotStartWith) {
    const double infinity = std::numeric_limits<double>::infinity();
    expect_mentions(complaint_about({0.0, std::nan("")}), "nan in unknown 1");
    expect_mentions(complaint_about({infinity, 0.0}), "inf in unknown 0");
    expect_mentions(complaint_about({0.0, -1e-3}), "-0.001 in unknown 1");
    WellMixedSite bottomless = site();
    bottomless.columns = {infinity};
    const std::vector<double> start{0.0, 0.0}, times{1.0};
    expect_mentions(complaint([&] { run_well_mixed(kinetics, bottomless, start, times); }), "inf from its column 0");
}

TEST(WellMixed, NamesAToleranceThatNumbersCannotMeet) {
    WellMixedSettings settings;
    settings.relative = 1e-18;
    settings.absolute = {1e-30};
    expect_mentions(complaint_about({0.0, 4.0}, settings), "unknown 1");
    expect_mentions(complaint_about({0.0, 4.0}, settings), "so many digits");
    settings.absolute = {1e-9};  // the same relative tolerance does no harm beside an absolute one
    EXPECT_EQ(complaint_about({0.0, 4.0}, settings), "");
}

TEST(WellMixed, NamesTheTissueAndTheTimeAtWhichACohortFails) {
    const toy::DenseKinetics<ExplodingLaw> exploding;
    const std::vector<std::vector<double>> starts{{0.1}, {0.25}, {1.0}, {0.5}};
    const std::vector<double> early{0.5}, late{2.5};
    EXPECT_EQ(run_well_mixed_cohort(exploding, {}, starts, {}, early).size(), starts.size());
    const std::string text = complaint([&] { run_well_mixed_cohort(exploding, {}, starts, {}, late); });
    expect_mentions(text, "Tissue 2");
    expect_mentions(text, "at 1 h");
    expect_mentions(text, "unknown 0");
}

TEST(WellMixed, GivesUpAfterTheStepsItIsAllowed) {
    WellMixedSettings settings;
    settings.most_steps = 3;
    expect_mentions(complaint_about({1.0, 1.0}, settings), "3 steps were used up");
}

TEST(WellMixed, ReadsEachTissuesOwnColumns) {
    const std::vector<std::vector<double>> starts(11, {0.0, 0.0});
    std::vector<std::vector<double>> columns;
    for (std::size_t i = 0; i < starts.size(); ++i) columns.push_back({static_cast<double>(i)});
    const std::vector<double> times{100.0};
    const auto courses = run_well_mixed_cohort(kinetics, site(), starts, columns, times);
    for (std::size_t i = 0; i < starts.size(); ++i)
        EXPECT_NEAR(courses[i].values[0][0], 2.0 * static_cast<double>(i), 1e-5);
    columns.pop_back();
    EXPECT_THROW(run_well_mixed_cohort(kinetics, site(), starts, columns, times), std::invalid_argument);
    EXPECT_TRUE(run_well_mixed_cohort(kinetics, site(), {}, {}, times).empty());
}

TEST(WellMixed, SharesACohortAmongThreadsWithoutAChangeOfBits) {
    const std::vector<double> times{0.5, 40.0};
    std::vector<std::vector<double>> starts;
    for (int i = 0; i < 150; ++i) starts.push_back({0.1 * i, 40.0 - 0.2 * i});
    const auto with_threads = [&](int threads) {
        const ThreadLimit limit{threads};
        return run_well_mixed_cohort(kinetics, site(), starts, {}, times);
    };
    const auto alone = with_threads(1), shared = with_threads(2);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        EXPECT_EQ(alone[i].values, shared[i].values) << i;
        EXPECT_EQ(alone[i].time_h, times) << i;
        EXPECT_NEAR(alone[i].values[1][0], 6.0, 1e-5) << i;
    }
}

TEST(WellMixedTissues, CanBeChangedBetweenStops) {
    const std::vector<double> start{0.0, 0.0}, column{5.0};
    WellMixedTissues tissues{kinetics, site(), 20};
    ASSERT_EQ(tissues.size(), 20U);
    for (std::size_t i = 0; i < tissues.size(); ++i) tissues.set(i, start);
    tissues.advance(3.0);
    std::vector<double> values(2);
    tissues.get(19, values);
    EXPECT_NEAR(values[0], 6 * (1 - std::exp(-1.5)), 1e-5);
    tissues.set(19, start, column);
    tissues.forget_step(19);
    tissues.advance(3.0);
    tissues.get(19, values);
    EXPECT_NEAR(values[0], 10 * (1 - std::exp(-1.5)), 1e-5);
    tissues.get(18, values);
    EXPECT_NEAR(values[0], 6 * (1 - std::exp(-3.0)), 1e-5);
    EXPECT_THROW(tissues.set(20, start), std::invalid_argument);
    EXPECT_THROW(tissues.advance(-1.0), std::invalid_argument);
}

TEST(WellMixedTissues, SayWhichOneFailed) {
    const toy::DenseKinetics<ExplodingLaw> exploding;
    WellMixedTissues tissues{exploding, {}, 9};
    for (std::size_t i = 0; i < tissues.size(); ++i) tissues.set(i, std::vector<double>{i == 4 ? 1.0 : 0.01});
    expect_mentions(complaint([&] { tissues.advance(2.0); }), "Tissue 4");
}

}  // namespace
}  // namespace cicatrix
