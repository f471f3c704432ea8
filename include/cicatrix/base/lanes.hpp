// SPDX-License-Identifier: Apache-2.0
// Eight neighbouring voxels treated as one number. Compilers turn it into whatever vectors the machine has.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace cicatrix {

struct alignas(64) Lanes {
    static constexpr std::size_t width = 8;
    using Vector = double __attribute__((vector_size(64)));
    using Rounded = float __attribute__((vector_size(32)));
    Vector v;

    Lanes() = default;
    Lanes(double x) : v{x, x, x, x, x, x, x, x} {}  // NOLINT(google-explicit-constructor): a constant is a number
    explicit Lanes(Vector x) : v{x} {}
    static Lanes load(const double* p) {
        Lanes r;
        std::memcpy(&r.v, p, sizeof r.v);
        return r;
    }
    void store(double* p) const { std::memcpy(p, &v, sizeof v); }
    /// The same through single precision, for what is kept in bulk.
    void store_rounded(float* p) const {
        const auto rounded = __builtin_convertvector(v, Rounded);
        std::memcpy(p, &rounded, sizeof rounded);
    }
    static Lanes load_rounded(const float* p) {
        Rounded rounded;
        std::memcpy(&rounded, p, sizeof rounded);
        return Lanes{__builtin_convertvector(rounded, Vector)};
    }
    double operator[](std::size_t i) const { return v[i]; }
    void set(std::size_t i, double x) { v[i] = x; }

    Lanes& operator+=(const Lanes& o) {
        v += o.v;
        return *this;
    }
    Lanes& operator-=(const Lanes& o) {
        v -= o.v;
        return *this;
    }
    Lanes& operator*=(const Lanes& o) {
        v *= o.v;
        return *this;
    }
    Lanes& operator/=(const Lanes& o) {
        v /= o.v;
        return *this;
    }
    friend Lanes operator+(const Lanes& a, const Lanes& b) { return Lanes{a.v + b.v}; }
    friend Lanes operator-(const Lanes& a, const Lanes& b) { return Lanes{a.v - b.v}; }
    friend Lanes operator*(const Lanes& a, const Lanes& b) { return Lanes{a.v * b.v}; }
    friend Lanes operator/(const Lanes& a, const Lanes& b) { return Lanes{a.v / b.v}; }
    friend Lanes operator-(const Lanes& a) { return Lanes{-a.v}; }
};

/// `if_greater` where a > b, else `otherwise`; lane by lane.
inline Lanes choose_greater(const Lanes& a, const Lanes& b, const Lanes& if_greater, const Lanes& otherwise) {
    return Lanes{a.v > b.v ? if_greater.v : otherwise.v};
}
inline Lanes max(const Lanes& a, const Lanes& b) {
    return choose_greater(a, b, a, b);
}
inline Lanes min(const Lanes& a, const Lanes& b) {
    return choose_greater(a, b, b, a);
}

}  // namespace cicatrix
