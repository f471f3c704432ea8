// SPDX-License-Identifier: Apache-2.0
// The cautionary case from start to end, as `cicatrix run` computes it.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/run.hpp"

#include <benchmark/benchmark.h>

namespace cicatrix::bench {
namespace {

void whole_run(benchmark::State& state, const char* resolution, Precision precision) {
    const ThreadLimit threads{static_cast<int>(state.range(0))};
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, resolution);
    scenario.run.precision = precision;
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

void once_per_repetition(benchmark::internal::Benchmark* b) {
    b->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);
}

BENCHMARK_CAPTURE(whole_run, preview / single, "preview", Precision::single)
    ->Arg(1)
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, preview / double, "preview", Precision::double_)->Arg(2)->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, standard / single, "standard", Precision::single)
    ->Arg(1)
    ->Arg(2)
    ->Apply(once_per_repetition);
BENCHMARK_CAPTURE(whole_run, standard / double, "standard", Precision::double_)->Arg(2)->Apply(once_per_repetition);

}  // namespace
}  // namespace cicatrix::bench
