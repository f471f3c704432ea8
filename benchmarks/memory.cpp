// SPDX-License-Identifier: Apache-2.0
// What a whole run takes at its peak, seen from outside, against the size of its state.
#include "cicatrix/io/files.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <benchmark/benchmark.h>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace cicatrix::bench {
namespace {

constexpr double bytes_per_kb = 1024.0;  // as the kernel counts

/// Most memory that the program held while it ran, bytes.
double peak_bytes(std::vector<std::string> arguments) {
    std::vector<char*> pointers;
    for (std::string& a : arguments) pointers.push_back(a.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1 /* O_WRONLY */, 0);
    const int failed = posix_spawn(&child, CICATRIX_PROGRAM, &quiet, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failed != 0) throw std::runtime_error{"could not start " CICATRIX_PROGRAM};
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child || status != 0)
        throw std::runtime_error{CICATRIX_PROGRAM " did not end well"};
    return static_cast<double>(used.ru_maxrss) * bytes_per_kb;
}

void memory_of_a_run(benchmark::State& state, const char* resolution) {
    const std::string path = CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml";
    Scenario scenario = io::load_scenario(path);
    set_resolution(scenario, resolution);
    const Model model{scenario};
    const Layout& layout = *model.layout();
    double values = 0;
    for (int f = 0; f < layout.field_count(); ++f)
        values += static_cast<double>(layout.planes(f).count()) * layout.grid().nx() * layout.grid().ny();
    double peak = 0, bare = 0;
    for (auto _ : state) {
        bare = peak_bytes({"cicatrix", "--version"});
        peak = peak_bytes({"cicatrix", "run", path, "--resolution", resolution, "-q"});
    }
    state.counters["voxels"] = static_cast<double>(layout.grid().voxel_count());
    state.counters["peak_mb"] = 1e-6 * peak;
    state.counters["bare_mb"] = 1e-6 * bare;
    state.counters["peak_bytes_per_voxel_field"] = (peak - bare) / values;
    state.counters["peak_over_state"] = (peak - bare) / (values * sizeof(double));
}

BENCHMARK_CAPTURE(memory_of_a_run, preview, "preview")->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(memory_of_a_run, standard, "standard")->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace cicatrix::bench
