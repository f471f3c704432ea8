// SPDX-License-Identifier: Apache-2.0
// One whole step of the cautionary case on the standard grid, an hour after the first session, and its parts.
#include "bandwidth.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <benchmark/benchmark.h>

namespace cicatrix::bench {
namespace {

/// Numbers in a state, padding left out.
double numbers(const Layout& layout) {
    double n = 0;
    for (int f = 0; f < layout.field_count(); ++f)
        n += static_cast<double>(layout.planes(f).count()) * layout.grid().nx() * layout.grid().ny();
    return n;
}

void whole_step(benchmark::State& state, Precision precision) {
    const ThreadLimit threads{static_cast<int>(state.range(0))};
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    scenario.run.precision = precision;
    const Model model{scenario};
    Simulation simulation{model, model.rest()};
    simulation.advance_to(1.0, {}, {});
    State skin = simulation.state();
    Integrator integrator{model.network(), model.rest(), model.settings()};
    const double n = numbers(skin.layout()), bound = one_pass_seconds(static_cast<std::size_t>(n));
    const auto start = std::chrono::steady_clock::now();
    for (auto _ : state) integrator.step(skin, 0.05);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto steps = static_cast<double>(state.iterations());
    const StepStatistics& spent = integrator.statistics();
    state.counters["voxels"] = static_cast<double>(skin.grid().voxel_count());
    state.counters["ns_per_voxel_field"] = 1e9 * seconds / steps / n;
    state.counters["share_of_one_pass"] = bound / (seconds / steps);
    state.counters["reaction_share"] = spent.seconds_reaction / seconds;
    state.counters["diffusion_share"] = spent.seconds_diffusion / seconds;
}

BENCHMARK_CAPTURE(whole_step, single, Precision::single)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_step, double, Precision::double_)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cicatrix::bench
