// SPDX-License-Identifier: Apache-2.0
// Some neighbouring voxels treated as one number: eight in double precision, sixteen in single. Compilers turn it into
// whatever vectors the machine has.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace cicatrix {

/// Vectors of one number type. Eight at a time is how one type is turned into the other.
template <class Real>
struct VectorsOf;
template <>
struct VectorsOf<double> {
    using Full = double __attribute__((vector_size(64)));
    using Eight = Full;
};
template <>
struct VectorsOf<float> {
    using Full = float __attribute__((vector_size(64)));
    using Eight = float __attribute__((vector_size(32)));
};

template <class Real>
struct alignas(64) BasicLanes {
    static constexpr std::size_t width = 64 / sizeof(Real);
    static constexpr std::size_t eights = width / 8;
    using Vector = typename VectorsOf<Real>::Full;
    Vector v;

    BasicLanes() = default;
    BasicLanes(double number) {  // NOLINT(google-explicit-constructor): a constant is a number
        const auto x = static_cast<Real>(number);
        if constexpr (eights == 1)
            v = Vector{x, x, x, x, x, x, x, x};
        else
            v = Vector{x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x};
    }
    explicit BasicLanes(Vector x) : v{x} {}

    /// From memory and to it, in either precision.
    static BasicLanes load(const Real* p) {
        BasicLanes r;
        std::memcpy(&r.v, p, sizeof r.v);
        return r;
    }
    template <class Other>
    static BasicLanes load(const Other* p) {
        BasicLanes r;
        if constexpr (eights == 1)
            r.v = eight_from<Real>(p);
        else
            r.v = joined(eight_from<Real>(p), eight_from<Real>(p + 8));
        return r;
    }
    void store(Real* p) const { std::memcpy(p, &v, sizeof v); }
    void store(float* p) const requires(eights == 1) {
        const auto rounded = __builtin_convertvector(v, VectorsOf<float>::Eight);
        std::memcpy(p, &rounded, sizeof rounded);
    }

    /// One eight of the lanes in double precision, and back.
    BasicLanes<double> eight(std::size_t i) const {
        if constexpr (eights == 1) {
            return *this;
        } else {
            const auto part = i == 0 ? __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7)
                                     : __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15);
            return BasicLanes<double>{__builtin_convertvector(part, VectorsOf<double>::Eight)};
        }
    }
    void set_eight(std::size_t i, const BasicLanes<double>& x) {
        if constexpr (eights == 1) {
            v = x.v;
        } else {
            const auto part = __builtin_convertvector(x.v, typename VectorsOf<Real>::Eight);
            std::memcpy(reinterpret_cast<char*>(&v) + i * sizeof part, &part, sizeof part);
        }
    }

    Real operator[](std::size_t i) const { return v[i]; }
    void set(std::size_t i, double x) { v[i] = static_cast<Real>(x); }

    BasicLanes& operator+=(const BasicLanes& o) {
        v += o.v;
        return *this;
    }
    BasicLanes& operator-=(const BasicLanes& o) {
        v -= o.v;
        return *this;
    }
    BasicLanes& operator*=(const BasicLanes& o) {
        v *= o.v;
        return *this;
    }
    BasicLanes& operator/=(const BasicLanes& o) {
        v /= o.v;
        return *this;
    }
    friend BasicLanes operator+(const BasicLanes& a, const BasicLanes& b) { return BasicLanes{a.v + b.v}; }
    friend BasicLanes operator-(const BasicLanes& a, const BasicLanes& b) { return BasicLanes{a.v - b.v}; }
    friend BasicLanes operator*(const BasicLanes& a, const BasicLanes& b) { return BasicLanes{a.v * b.v}; }
    friend BasicLanes operator/(const BasicLanes& a, const BasicLanes& b) { return BasicLanes{a.v / b.v}; }
    friend BasicLanes operator-(const BasicLanes& a) { return BasicLanes{-a.v}; }

    /// `if_greater` where a > b, else `otherwise`; lane by lane.
    friend BasicLanes choose_greater(const BasicLanes& a, const BasicLanes& b, const BasicLanes& if_greater,
                                     const BasicLanes& otherwise) {
        return BasicLanes{a.v > b.v ? if_greater.v : otherwise.v};
    }
    friend BasicLanes max(const BasicLanes& a, const BasicLanes& b) { return choose_greater(a, b, a, b); }
    friend BasicLanes min(const BasicLanes& a, const BasicLanes& b) { return choose_greater(a, b, b, a); }

private:
    template <class To, class From>
    static typename VectorsOf<To>::Eight eight_from(const From* p) {
        typename VectorsOf<From>::Eight x;
        std::memcpy(&x, p, sizeof x);
        return __builtin_convertvector(x, typename VectorsOf<To>::Eight);
    }
    template <class Half>
    static Vector joined(const Half& a, const Half& b) {
        return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }
};

using Lanes = BasicLanes<double>;
using FloatLanes = BasicLanes<float>;

}  // namespace cicatrix
