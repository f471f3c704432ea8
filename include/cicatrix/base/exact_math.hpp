// SPDX-License-Identifier: Apache-2.0
// Logarithm and exponential with the same bits on every machine. The C library's differ in the last place (fused
// multiply-add or not); these use exactly rounded operations only. Accurate to about one unit in the last place.
#pragma once

#include <cmath>

namespace cicatrix {

namespace exact_detail {
inline constexpr double ln2_high = 6.93147180369123816490e-01;  ///< exact in products with small integers
inline constexpr double ln2_low = 1.90821492927058770002e-10;
}  // namespace exact_detail

/// Natural logarithm of a positive, finite number.
inline double exact_log(double x) {
    int exponent = 0;
    double m = std::frexp(x, &exponent);  // in [1/2, 1)
    if (m < 0.70710678118654752440) {
        m *= 2;
        --exponent;
    }
    const double s = (m - 1) / (m + 1), s2 = s * s;
    double series = 0;
    for (int odd = 23; odd >= 3; odd -= 2) series = s2 * (series + 1.0 / odd);
    return exponent * exact_detail::ln2_high + (2 * s + (2 * s * series + exponent * exact_detail::ln2_low));
}

/// e to the x; 0 below -700 and infinite above 700.
inline double exact_exp(double x) {
    if (x < -700) return 0;
    if (x > 700) return HUGE_VAL;
    const double k = std::floor(x / (exact_detail::ln2_high + exact_detail::ln2_low) + 0.5);
    const double r = (x - k * exact_detail::ln2_high) - k * exact_detail::ln2_low;
    double sum = 1;
    for (int n = 15; n >= 1; --n) sum = 1 + sum * r / n;
    return std::ldexp(sum, static_cast<int>(k));
}

/// A positive base to any power.
inline double exact_pow(double base, double power) {
    return exact_exp(power * exact_log(base));
}

}  // namespace cicatrix
