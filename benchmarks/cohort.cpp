// SPDX-License-Identifier: Apache-2.0
// Ten thousand patients as depth columns, thirty days after one session of the cautionary case.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/column_cohort.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace cicatrix::bench {
namespace {

/// Needles from 0.3 to 1.5 mm, two to eight passes, light and heavy hands; in no order.
std::vector<ColumnPatient> patients(std::size_t count) {
    std::vector<ColumnPatient> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto share = [&](std::size_t stride) {
            return static_cast<double>(i * stride % count) / static_cast<double>(count);
        };
        all[i].device.needle_length_mm = 0.3 + 1.2 * share(7919);
        all[i].technique.pressure = 0.7 + 0.6 * share(3571);
        all[i].technique.passes = 2 + static_cast<int>(i * 5 % 7);
        all[i].seed = i + 1;
    }
    return all;
}

Scenario thirty_days() {
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    scenario.plan.routine.sessions = 1;
    scenario.run.end_h = 30 * 24.0;
    return scenario;
}

/// How far apart the numbers of two runs are, as share of the observable's largest, for the worst observable: of any
/// patient, and the root of the mean square over patients.
struct Difference {
    double worst = 0, typical = 0;
};
Difference difference(const ColumnCohort& a, const ColumnCohort& b) {
    Difference found;
    for (std::size_t o = 0; o < a.observables.size(); ++o) {
        double largest = 0, worst = 0, sum = 0;
        for (std::size_t p = 0; p < a.values.size(); ++p) {
            const double apart = std::abs(a.values[p][o] - b.values[p][o]);
            largest = std::max(largest, std::abs(a.values[p][o]));
            worst = std::max(worst, apart);
            sum += apart * apart;
        }
        if (largest == 0) continue;
        found.worst = std::max(found.worst, worst / largest);
        found.typical = std::max(found.typical, std::sqrt(sum / static_cast<double>(a.values.size())) / largest);
    }
    return found;
}

void cohort(benchmark::State& state) {
    const ThreadLimit threads{static_cast<int>(state.range(0))};
    const Scenario scenario = thirty_days();
    const auto all = patients(static_cast<std::size_t>(state.range(1)));
    ColumnCohort found;
    double run = 0;
    for (auto _ : state) {
        found = run_column_cohort(scenario, all);
        run += static_cast<double>(all.size());
    }
    state.counters["patients"] = static_cast<double>(all.size());
    state.counters["patients_per_s"] = benchmark::Counter(run, benchmark::Counter::kIsRate);
    const double chunks = std::ceil(state.counters["patients"] / ColumnCohortOptions{}.columns_per_chunk);
    state.counters["steps"] = static_cast<double>(found.accepted) / chunks;
}

/// What sharing steps costs in accuracy, on fewer patients over the same range: mates are less alike than in the whole
/// cohort. Alone at a tenth of the tolerance is taken for true.
void cohort_error(benchmark::State& state) {
    Scenario scenario = thirty_days();
    const auto some = patients(static_cast<std::size_t>(state.range(0)));
    ColumnCohortOptions one_each;
    one_each.columns_per_chunk = 1;
    Difference alone, among;
    for (auto _ : state) {
        const ColumnCohort chunks = run_column_cohort(scenario, some);
        const ColumnCohort single = run_column_cohort(scenario, some, one_each);
        Scenario tight = scenario;
        tight.adjustments.set["numerics.tolerance"] = 0.1 * *step_tolerance("standard");
        const ColumnCohort reference = run_column_cohort(tight, some, one_each);
        alone = difference(reference, single);
        among = difference(reference, chunks);
    }
    state.counters["patients"] = static_cast<double>(some.size());
    state.counters["alone_worst"] = alone.worst;
    state.counters["alone_typical"] = alone.typical;
    state.counters["among_worst"] = among.worst;
    state.counters["among_typical"] = among.typical;
}

BENCHMARK(cohort)
    ->Args({1, 10000})
    ->Args({2, 10000})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK(cohort_error)->Arg(192)->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace cicatrix::bench
