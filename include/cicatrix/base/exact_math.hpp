// SPDX-License-Identifier: Apache-2.0
// Elementary functions with the same bits on every machine. The C library's differ in the last place (fused
// multiply-add or not, glibc or musl); these use exactly rounded operations only. A few units in the last place.
#pragma once

#include <cmath>
#include <numbers>

namespace cicatrix {

namespace exact_detail {
inline constexpr double ln2_high = 6.93147180369123816490e-01;  ///< exact in products with small integers
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// sin for |x| <= pi/4 (first_power 1) or cos (first_power 0): the tail of the alternating series, nested.
inline double alternating(double x, int first_power) {
    double sum = 1;
    for (int n = first_power + 18; n > first_power; n -= 2) sum = 1 - sum * x * x / (n * (n - 1));
    return first_power == 1 ? x * sum : sum;
}
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

inline double exact_log10(double x) {
    return exact_log(x) / std::numbers::ln10;
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

/// A positive base, or zero, to any positive power; a positive base to any power.
inline double exact_pow(double base, double power) {
    return base > 0 ? exact_exp(power * exact_log(base)) : 0.0;
}

/// For angles of a few turns; the error grows with the angle.
inline double exact_sin(double x) {
    const double quarters = std::floor(x / (0.5 * std::numbers::pi) + 0.5), r = x - quarters * 0.5 * std::numbers::pi;
    switch (static_cast<int>(quarters) & 3) {
        case 0:
            return exact_detail::alternating(r, 1);
        case 1:
            return exact_detail::alternating(r, 0);
        case 2:
            return -exact_detail::alternating(r, 1);
        default:
            return -exact_detail::alternating(r, 0);
    }
}
inline double exact_cos(double x) {
    return exact_sin(x + 0.5 * std::numbers::pi);
}

inline double exact_atan(double x) {
    double t = x, factor = 1;
    for (; std::abs(t) > 0.1; factor *= 2) t /= 1 + std::sqrt(1 + t * t);  // half the angle
    double series = 0;
    for (int odd = 17; odd >= 1; odd -= 2) series = 1.0 / odd - series * t * t;
    return factor * t * series;
}

/// Angle of the point (x, y) from the x axis, in (-pi, pi]; 0 for the origin.
inline double exact_atan2(double y, double x) {
    if (x > 0) return exact_atan(y / x);
    if (x < 0) return exact_atan(y / x) + (y < 0 ? -std::numbers::pi : std::numbers::pi);
    return y > 0 ? 0.5 * std::numbers::pi : y < 0 ? -0.5 * std::numbers::pi : 0.0;
}

}  // namespace cicatrix
