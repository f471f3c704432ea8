// SPDX-License-Identifier: Apache-2.0
// The refinement study in a form that the suite can afford: ten days after one session, on a small patch.
#include "../../support/figures.hpp"
#include "study/study.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cicatrix::refinement {
namespace {

/// Ten days after one session. Steps are made smaller on a coarse grid; a fine grid wants a smaller patch, and seed 4
/// is the first whose needles hit it.
const StudyPlan small_steps{
    .scenario = "cautionary_case", .patch_um = 800, .sessions = 1, .follow_up_d = 10, .grid = "preview"};
const StudyPlan fine_grids{.scenario = "cautionary_case", .patch_um = 400, .seed = 4, .sessions = 1, .follow_up_d = 10};

const Refinement& steps() {
    static const Refinement done = refine_steps(small_steps, [](const Level&) {});
    return done;
}
const Refinement& grid() {
    static const Refinement done = refine_grid(fine_grids, [](const Level&) {});
    return done;
}

double worst(const Refinement& refinement, std::size_t level, const std::string& but_for = "") {
    double most = 0;
    for (std::size_t i = 0; i < refinement.reference().values.size(); ++i) {
        const Headline& reference = refinement.reference().values[i];
        if (reference.name == but_for) continue;
        most = test::farther(most, difference(refinement.levels.at(level).values.at(i), reference));
    }
    return most;
}

const std::string finest_steps = "the same at tolerance 0.003", finest_grid = "the same on the fine grid";

TEST(Refinement, ShowsThatSmallerStepsChangeLittle) {
    const std::string closure = "reepithelialisation_time";
    const auto named = [](const char* resolution) { return "step tolerance of " + std::string{resolution}; };
    test::expect_below({"steps", named("preview") + ", but for the hour of closure", finest_steps},
                       worst(steps(), 0, closure), 0.01);
    test::expect_below({"steps", named("standard") + ", but for the hour of closure", finest_steps},
                       worst(steps(), 1, closure), 0.01);
    test::expect_below({"steps", named("fine"), finest_steps}, worst(steps(), 2), 0.005);
    test::tell({"steps", named("preview") + ", with the hour of closure", finest_steps}, worst(steps(), 0));
    test::tell({"steps", named("standard") + ", with the hour of closure", finest_steps}, worst(steps(), 1));
    test::expect_below({"steps", "error of fine over error of standard", finest_steps},
                       worst(steps(), 2) / worst(steps(), 1), 0.6);
}

TEST(Refinement, ShowsThatFinerGridsComeNearer) {
    test::expect_below({"grids", "preview", finest_grid}, worst(grid(), 0), 0.08);
    test::expect_below({"grids", "standard", finest_grid}, worst(grid(), 1), 0.02);
    // An error in proportion to the width of voxels would fall to (25 - 10) / (40 - 10).
    test::expect_below({"grids", "error on standard over error on preview", finest_grid},
                       worst(grid(), 1) / worst(grid(), 0), 0.5);
}

TEST(Refinement, ComparesRunsOfTheSameWound) {
    const auto depth = [](const Level& level) {
        return std::find_if(level.values.begin(), level.values.end(),
                            [](const Headline& h) { return h.name == "wound_depth"; })
            ->value;
    };
    EXPECT_GT(depth(grid().reference()), 100.0);
    for (const Level& level : grid().levels) EXPECT_EQ(depth(level), depth(grid().reference())) << level.name;
    // Both tables as they stand, for the page.
    test::keep_file("cautionary_case.study.json", as_json(steps(), grid(), "", ""));
}

}  // namespace
}  // namespace cicatrix::refinement
