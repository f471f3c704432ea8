// SPDX-License-Identifier: Apache-2.0
// Whole runs of a small patch, through the public door.
#include "cicatrix/study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

/// A few days of a coarse patch, needled `sessions` times.
Scenario small_scenario(int sessions, double follow_up_d = 5.0) {
    Scenario s;
    s.title = "small";
    s.person.site = "cheek";
    s.run.resolution = {.nx = 8, .ny = 8, .lateral_um = 300.0, .finest_um = 15.0, .growth = 1.4, .coarsest_um = 200.0};
    if (sessions > 0) {
        s.plan.device = Device{};
        s.plan.device->needle_length_mm = 1.0;
        s.plan.routine.sessions = sessions;
        s.plan.routine.every_h = 72.0;
    }
    s.run.seed = 7;
    s.run.end_h = std::max(0, sessions - 1) * 72.0 + follow_up_d * 24.0;
    return s;
}

struct CountingSink final : FrameSink {
    void begin(const Model& model, const Scenario&) override {
        ++begun;
        voxels = model.layout()->grid().voxel_count();
    }
    void frame(const State& state) override { times.push_back(state.time_h); }
    int begun = 0;
    std::size_t voxels = 0;
    std::vector<double> times;
};

TEST(Run, EverySeriesHasOneFiniteValuePerLook) {
    const RunResult r = run(small_scenario(2));
    ASSERT_GT(r.findings.time_d.size(), 20U);
    EXPECT_EQ(std::adjacent_find(r.findings.time_d.begin(), r.findings.time_d.end(), std::greater_equal<>{}),
              r.findings.time_d.end());
    for (const ObservableFacts& o : observable_table()) {
        if (!o.is_series) {
            ASSERT_TRUE(r.findings.scalars.count(std::string{o.name})) << o.name;
            EXPECT_TRUE(std::isfinite(r.findings.scalars.at(std::string{o.name}).value)) << o.name;
            continue;
        }
        const auto& series = r.findings.series.at(std::string{o.name});
        EXPECT_EQ(series.value.size(), r.findings.time_d.size()) << o.name;
        EXPECT_EQ(series.unit, o.unit);
        for (const double v : series.value) EXPECT_TRUE(std::isfinite(v)) << o.name;
    }
    EXPECT_EQ(r.findings.session_d, (std::vector<double>{0.0, 3.0}));
}

TEST(Run, TheSameScenarioGivesTheSameHashAndAnotherSeedAnother) {
    Scenario s = small_scenario(1, 2.0);
    const std::string first = run(s).hash;
    EXPECT_EQ(first.size(), 64U);
    EXPECT_EQ(run(s).hash, first);
    s.run.seed = 8;
    EXPECT_NE(run(s).hash, first);
}

TEST(Run, UntreatedSkinShowsNoEffect) {
    const RunResult r = run(small_scenario(0, 20.0));
    const auto all_near = [&](const char* name, double expected) {
        for (const double v : r.findings.series.at(name).value) EXPECT_NEAR(v, expected, 1e-6) << name;
    };
    all_near("erythema", 0.0);
    all_near("inflammation", 0.0);
    all_near("barrier_integrity", 1.0);
    all_near("collagen_gain", 0.0);
    all_near("scar_index", 0.0);
    all_near("pih_index", 0.0);
    for (const Harm& h : r.verdict) EXPECT_EQ(h.level, Level::none) << h.harm << ": " << h.because;
}

TEST(Run, NeedlingOpensTheSkinAndTheFirstLookIsBeforeIt) {
    const RunResult r = run(small_scenario(1, 2.0));
    const auto& tewl = r.findings.series.at("tewl").value;
    const auto& closed = r.findings.series.at("reepithelialised").value;
    EXPECT_EQ(r.findings.time_d.front(), 0.0);
    EXPECT_DOUBLE_EQ(r.findings.series.at("barrier_integrity").value.front(), 1.0);
    EXPECT_GT(tewl[1], tewl[0]);
    EXPECT_LT(closed[1], 0.1);
    EXPECT_GT(r.findings.scalars.at("wound_depth").value, 100.0);
}

TEST(Run, ShowsSectionsAndFramesInOrderOfTime) {
    CountingSink sink;
    RunOptions options;
    options.frames = &sink;
    const RunResult r = run(small_scenario(1), options);
    EXPECT_EQ(sink.begun, 1);
    EXPECT_EQ(sink.voxels, r.voxels);
    EXPECT_GE(sink.times.size(), 5U);
    EXPECT_TRUE(std::is_sorted(sink.times.begin(), sink.times.end()));
    ASSERT_FALSE(r.sections.empty());
    for (const SectionSet& set : r.sections) {
        ASSERT_GE(set.frames.size(), 5U) << set.field;
        for (const Section& s : set.frames) {
            EXPECT_EQ(s.value.size(), r.x_um.size() * r.z_um.size());
            for (const float v : s.value) EXPECT_TRUE(std::isfinite(v));
        }
    }
}

TEST(Run, StopsWhenProgressSaysSo) {
    double last = 0.0;
    RunOptions options;
    options.progress = [&](double fraction) {
        last = fraction;
        return fraction < 0.3;
    };
    EXPECT_THROW(run(small_scenario(1), options), Interrupted);
    EXPECT_GE(last, 0.3);
    EXPECT_LT(last, 1.0);
}

TEST(Run, ReportsProgressThatRisesToTheEnd) {
    std::vector<double> seen;
    RunOptions options;
    options.progress = [&](double fraction) {
        seen.push_back(fraction);
        return true;
    };
    run(small_scenario(1, 1.0), options);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_DOUBLE_EQ(seen.back(), 1.0);
}

TEST(Run, TellsTheShareOfAssumedParametersAsResolved) {
    Scenario s = small_scenario(0, 1.0);
    s.adjustments.set["water_loss.intact_loss"] = 9.0 * 1e6;
    const RunResult r = run(s);
    EXPECT_GT(r.assumed_share, 0.0);
    EXPECT_LT(r.assumed_share, 1.0);
    const auto p = std::find_if(r.parameters.begin(), r.parameters.end(), [](const ParameterRecord& x) {
        return x.owner == "water_loss" && x.name == "intact_loss";
    });
    ASSERT_NE(p, r.parameters.end());
    EXPECT_DOUBLE_EQ(p->value, 9.0);
    EXPECT_DOUBLE_EQ(p->standard, 9.7);
}

}  // namespace
}  // namespace cicatrix
