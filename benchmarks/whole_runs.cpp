// SPDX-License-Identifier: Apache-2.0
// The cautionary case from start to end, as `cicatrix run` computes it.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/run.hpp"

#include <benchmark/benchmark.h>

namespace cicatrix::bench {
namespace {

void whole_run(benchmark::State& state, const char* resolution) {
    const ThreadLimit threads{static_cast<int>(state.range(0))};
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, resolution);
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

BENCHMARK_CAPTURE(whole_run, preview, "preview")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(whole_run, standard, "standard")->Arg(2)->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace cicatrix::bench
