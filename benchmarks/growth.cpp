// SPDX-License-Identifier: Apache-2.0
// How time grows with the patch and with the number of sessions: the cost per voxel and per session should not.
#include "cicatrix/io/files.hpp"
#include "cicatrix/simulation/simulation.hpp"
#include "cicatrix/study/run.hpp"

#include <benchmark/benchmark.h>

#include <chrono>

namespace cicatrix::bench {
namespace {

constexpr int smallest_side = 24;  // voxels

void growth_of_voxels(benchmark::State& state) {
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    scenario.run.resolution.nx = smallest_side * static_cast<int>(state.range(0));
    scenario.run.resolution.ny = smallest_side * static_cast<int>(state.range(1));
    const Model model{scenario};
    Simulation simulation{model, model.rest()};
    simulation.advance_to(0.1, {}, {});
    State skin = simulation.state();
    Integrator integrator{model.network(), model.rest(), model.settings()};
    integrator.step(skin, 0.02);  // takes its room
    const auto start = std::chrono::steady_clock::now();
    for (auto _ : state) integrator.step(skin, 0.02);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto voxels = static_cast<double>(skin.grid().voxel_count());
    state.counters["voxels"] = voxels;
    state.counters["ns_per_voxel"] = 1e9 * seconds / (static_cast<double>(state.iterations()) * voxels);
}

void growth_of_sessions(benchmark::State& state) {
    constexpr double every_h = 84.0;
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, "preview");
    scenario.plan.routine.sessions = static_cast<int>(state.range(0));
    scenario.plan.routine.every_h = every_h;
    scenario.run.end_h = every_h * static_cast<double>(state.range(0));
    const auto start = std::chrono::steady_clock::now();
    RunResult result;
    for (auto _ : state) result = run(scenario);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto runs = static_cast<double>(state.iterations()) * static_cast<double>(state.range(0));
    state.counters["s_per_session"] = seconds / runs;
    state.counters["steps_per_session"] = static_cast<double>(result.steps) / static_cast<double>(state.range(0));
}

BENCHMARK(growth_of_voxels)
    ->Args({1, 1})
    ->Args({2, 1})
    ->Args({2, 2})
    ->Args({4, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(growth_of_sessions)->Arg(2)->Arg(4)->Arg(8)->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace cicatrix::bench
