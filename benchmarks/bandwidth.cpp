// SPDX-License-Identifier: Apache-2.0
#include "bandwidth.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/tissue/state.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace cicatrix::bench {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 17;  // a megabyte at a time for each thread

void pass(AlignedArray& a) {
    const std::size_t chunks = (a.size() + chunk - 1) / chunk;
    parallel_for(static_cast<int>(chunks), [&](int c) {
        const std::size_t first = static_cast<std::size_t>(c) * chunk, last = std::min(first + chunk, a.size());
        double* const p = a.data();
        for (std::size_t i = first; i < last; ++i) p[i] = 0.5 * p[i] + 1.0;
    });
}

}  // namespace

double one_pass_seconds(std::size_t doubles) {
    AlignedArray a{doubles, 1.0};
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 7; ++i) {
        const auto start = std::chrono::steady_clock::now();
        pass(a);
        benchmark::DoNotOptimize(a.data());
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

}  // namespace cicatrix::bench
