// SPDX-License-Identifier: Apache-2.0
// Threefry blocks turned into distributions of our own: the standard library's differ between platforms.
#include "cicatrix/base/random.hpp"

#include "cicatrix/base/exact_math.hpp"

// Random123 knows no WebAssembly; to its portable C code one more 32-bit machine is like another.
#ifdef __EMSCRIPTEN__
#define __riscv 1
#endif
#include <Random123/threefry.h>
#ifdef __EMSCRIPTEN__
#undef __riscv
#endif

#include <cmath>

namespace cicatrix {
namespace {

struct Block {
    std::uint64_t first, second;
};

Block block(std::uint64_t seed, std::uint32_t purpose, std::uint32_t entity, std::uint32_t counter) {
    const r123::Threefry4x32::key_type key{
        {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), purpose, entity}};
    const r123::Threefry4x32::ctr_type out = r123::Threefry4x32{}({{counter, 0, 0, 0}}, key);
    const auto join = [&](std::size_t i) { return (std::uint64_t{out[i + 1]} << 32) | out[i]; };
    return {join(0), join(2)};
}

/// 52 bits and a half: never 0, never 1, symmetric about 1/2.
double open_unit(std::uint64_t bits) {
    constexpr double cell = 1.0 / 4503599627370496.0;  // 2^-52
    return (static_cast<double>(bits >> 12) + 0.5) * cell;
}

/// ln(k!) by Stirling's series; exact table below where the series is poor.
double log_factorial(double k) {
    if (k < 10) {
        double product = 1;
        for (double i = 2; i <= k; ++i) product *= i;
        return exact_log(product);
    }
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const double x = k + 1, r = 1 / x, r2 = r * r;
    return (x - 0.5) * exact_log(x) - x + half_log_two_pi + r * (1.0 / 12 - r2 * (1.0 / 360 - r2 * (1.0 / 1260)));
}

}  // namespace

double RandomStream::uniform() {
    return open_unit(block(seed_, purpose_, entity_, counter_++).first);
}

double RandomStream::normal() {
    // Polar method (Marsaglia): a point in the unit disc. The second number of the pair is thrown away so that a
    // stream has no hidden half-step.
    for (;;) {
        const Block drawn = block(seed_, purpose_, entity_, counter_++);
        const double a = 2 * open_unit(drawn.first) - 1, b = 2 * open_unit(drawn.second) - 1;
        const double s = a * a + b * b;
        if (s > 0 && s < 1) return a * std::sqrt(-2 * exact_log(s) / s);
    }
}

double RandomStream::lognormal(double median, double sigma) {
    return median * exact_exp(sigma * normal());
}

std::uint64_t RandomStream::poisson(double mean) {
    if (!(mean > 0)) return 0;
    if (mean < 12) {  // count arrivals
        const double limit = exact_exp(-mean);
        std::uint64_t n = 0;
        for (double product = uniform(); product > limit; product *= uniform()) ++n;
        return n;
    }
    // Transformed rejection with squeeze (Hoermann 1993, "PTRS"): the cost does not grow with the mean.
    const double b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), v_r = 0.9277 - 3.6224 / (b - 2);
    const double log_mean = exact_log(mean);
    for (;;) {
        const double u = uniform() - 0.5, v = uniform();
        const double us = 0.5 - std::fabs(u);
        const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= v_r) return static_cast<std::uint64_t>(k);
        if (k < 0 || (us < 0.013 && v > us)) continue;
        if (exact_log(v * inverse_alpha / (a / (us * us) + b)) <= k * log_mean - mean - log_factorial(k))
            return static_cast<std::uint64_t>(k);
    }
}

}  // namespace cicatrix
