// SPDX-License-Identifier: Apache-2.0
// The cautionary case from start to end, as `cicatrix run` computes it.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/simulation/simulation.hpp"
#include "cicatrix/study/run.hpp"

#include <benchmark/benchmark.h>

namespace cicatrix::bench {
namespace {

Scenario cautionary_case(const char* resolution, Precision precision) {
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, resolution);
    scenario.run.precision = precision;
    return scenario;
}

void whole_run(benchmark::State& state, const char* resolution, Precision precision) {
    const ThreadLimit threads{static_cast<int>(state.range(0))};
    const Scenario scenario = cautionary_case(resolution, precision);
    double days = 0;
    RunResult result;
    for (auto _ : state) {
        result = run(scenario);
        days += scenario.run.end_h / 24.0;
    }
    state.counters["simulated_days_per_s"] = benchmark::Counter(days, benchmark::Counter::kIsRate);
    state.counters["steps"] = static_cast<double>(result.steps);
    state.counters["rejected"] = static_cast<double>(result.rejected);
    state.counters["voxels"] = static_cast<double>(result.voxels);
}

/// All that comes before the first step.
void ready_for_whole_run(benchmark::State& state) {
    const Scenario scenario = cautionary_case("fine", Precision::single);
    for (auto _ : state) {
        const Model model{scenario};
        const Simulation simulation{model, model.rest()};
        state.counters["voxels"] = static_cast<double>(simulation.state().grid().voxel_count());
    }
}

void once_per_repetition(benchmark::internal::Benchmark* b) {
    b->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);
}

BENCHMARK_CAPTURE(whole_run, ps, "preview", Precision::single)
    ->Name("whole_run/preview/single")
    ->Arg(1)
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, pd, "preview", Precision::double_)
    ->Name("whole_run/preview/double")
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, ss, "standard", Precision::single)
    ->Name("whole_run/standard/single")
    ->Arg(1)
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, sd, "standard", Precision::double_)
    ->Name("whole_run/standard/double")
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK(ready_for_whole_run)->Apply(once_per_repetition);

/// Takes a quarter of an hour, so it is only run when asked for by name.
void fine_run(benchmark::State& state) {
    whole_run(state, "fine", Precision::single);
}
BENCHMARK(fine_run)->Arg(2)->Apply(once_per_repetition);

}  // namespace
}  // namespace cicatrix::bench
