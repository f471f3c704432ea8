// SPDX-License-Identifier: Apache-2.0
// Steps of the full model ask for no memory once the first ones are done. A program of its own, because it counts every
// request made anywhere in the process.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include "counted_new.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

TEST(Heap, CountsRequests) {
    const long before = memory_requests();
    const std::vector<double> some(100);
    EXPECT_EQ(memory_requests() - before, 1) << some.size();
}

class HeapAt : public testing::TestWithParam<Precision> {};
INSTANTIATE_TEST_SUITE_P(EitherPrecision, HeapAt, testing::Values(Precision::double_, Precision::single));

TEST_P(HeapAt, IsStillWhileTheModelSteps) {
    const ThreadLimit one{1};  // the scheduler's own store grows when it likes
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, "preview");
    scenario.run.precision = GetParam();
    const Model model{scenario};
    Simulation simulation{model, model.rest()};
    simulation.advance_to(1.0, {}, {});
    State skin = simulation.state();
    Integrator integrator{model.network(), model.rest(), model.settings()};
    integrator.step(skin, 0.05);  // takes its room
    const long before = memory_requests();
    for (double h : {0.05, 0.06, 0.05}) integrator.step(skin, h);
    EXPECT_EQ(memory_requests(), before);
    integrator.advance(skin, skin.time_h + 1.0);
    EXPECT_EQ(memory_requests(), before);
}

}  // namespace
}  // namespace cicatrix
