// SPDX-License-Identifier: Apache-2.0
// A number that carries derivatives in a few directions: the same law text gives rates and exact Jacobian.
#pragma once

#include "cicatrix/base/lanes.hpp"

#include <array>
#include <cmath>

namespace cicatrix {

struct Dual {
    static constexpr std::size_t directions = 4;
    Lanes value;
    std::array<Lanes, directions> slope;

    Dual() = default;
    Dual(double x) : value{x} { slope.fill(Lanes{0.0}); }        // NOLINT(google-explicit-constructor)
    Dual(const Lanes& x) : value{x} { slope.fill(Lanes{0.0}); }  // NOLINT(google-explicit-constructor)

    Dual& operator+=(const Dual& o) {
        value += o.value;
        for (std::size_t i = 0; i < directions; ++i) slope[i] += o.slope[i];
        return *this;
    }
    Dual& operator-=(const Dual& o) {
        value -= o.value;
        for (std::size_t i = 0; i < directions; ++i) slope[i] -= o.slope[i];
        return *this;
    }
    Dual& operator*=(const Dual& o) { return *this = *this * o; }
    friend Dual operator+(Dual a, const Dual& b) { return a += b; }
    friend Dual operator-(Dual a, const Dual& b) { return a -= b; }
    friend Dual operator-(const Dual& a) {
        Dual r;
        r.value = -a.value;
        for (std::size_t i = 0; i < directions; ++i) r.slope[i] = -a.slope[i];
        return r;
    }
    friend Dual operator*(const Dual& a, const Dual& b) {
        Dual r;
        r.value = a.value * b.value;
        for (std::size_t i = 0; i < directions; ++i) r.slope[i] = a.slope[i] * b.value + a.value * b.slope[i];
        return r;
    }
    friend Dual operator/(const Dual& a, const Dual& b) {
        Dual r;
        const Lanes inverse = Lanes{1.0} / b.value;
        r.value = a.value / b.value;
        for (std::size_t i = 0; i < directions; ++i) r.slope[i] = (a.slope[i] - r.value * b.slope[i]) * inverse;
        return r;
    }
    // A constant has no slope: these keep laws with many parameters cheap.
    friend Dual operator+(Dual a, double b) {
        a.value += b;
        return a;
    }
    friend Dual operator+(double a, Dual b) {
        b.value += a;
        return b;
    }
    friend Dual operator-(Dual a, double b) {
        a.value -= b;
        return a;
    }
    friend Dual operator-(double a, const Dual& b) { return -b + a; }
    friend Dual operator*(Dual a, double b) {
        a.value *= b;
        for (auto& s : a.slope) s *= b;
        return a;
    }
    friend Dual operator*(double a, const Dual& b) { return b * a; }
    friend Dual operator/(Dual a, double b) {
        a.value /= b;
        for (auto& s : a.slope) s /= b;
        return a;
    }
    friend Dual operator/(double a, const Dual& b) {
        Dual r;
        r.value = a / b.value;
        const Lanes factor = -r.value / b.value;
        for (std::size_t i = 0; i < directions; ++i) r.slope[i] = factor * b.slope[i];
        return r;
    }
};

inline Lanes log(const Lanes& x) {
    Lanes r;
    for (std::size_t i = 0; i < Lanes::width; ++i) r.set(i, std::log(x[i]));
    return r;
}
inline Dual log(const Dual& x) {
    Dual r;
    r.value = log(x.value);
    for (std::size_t d = 0; d < Dual::directions; ++d) r.slope[d] = x.slope[d] / x.value;
    return r;
}

/// The slope follows whichever argument is taken, lane by lane.
inline Dual max(const Dual& a, const Dual& b) {
    Dual r;
    r.value = max(a.value, b.value);
    for (std::size_t d = 0; d < Dual::directions; ++d)
        r.slope[d] = choose_greater(a.value, b.value, a.slope[d], b.slope[d]);
    return r;
}
inline Dual min(const Dual& a, const Dual& b) {
    return -max(-a, -b);
}

}  // namespace cicatrix
