// SPDX-License-Identifier: Apache-2.0
// A number that only remembers which inputs it was made from: running a law on it finds the Jacobian's pattern.
#pragma once

#include <cstdint>

namespace cicatrix {

struct Dependence {
    std::uint64_t inputs = 0;  ///< bit i set: the value depends on input i
    bool written = false;      ///< something was added to it

    Dependence() = default;
    Dependence(double) {}  // NOLINT(google-explicit-constructor): a constant depends on nothing
    static Dependence on(unsigned i) {
        Dependence r;
        r.inputs = std::uint64_t{1} << i;
        return r;
    }
    Dependence& operator+=(const Dependence& o) {
        inputs |= o.inputs;
        written = true;
        return *this;
    }
    Dependence& operator-=(const Dependence& o) { return *this += o; }
    Dependence& operator*=(const Dependence& o) {
        inputs |= o.inputs;
        return *this;
    }
    friend Dependence operator+(Dependence a, const Dependence& b) { return a += b; }
    friend Dependence operator-(Dependence a, const Dependence& b) { return a += b; }
    friend Dependence operator*(Dependence a, const Dependence& b) { return a += b; }
    friend Dependence operator/(Dependence a, const Dependence& b) { return a += b; }
    friend Dependence operator-(const Dependence& a) { return a; }
    friend Dependence max(Dependence a, const Dependence& b) { return a += b; }
    friend Dependence min(Dependence a, const Dependence& b) { return a += b; }
};

}  // namespace cicatrix
