// SPDX-License-Identifier: Apache-2.0
// The saturating forms that kinetic laws share, for any number type.
#pragma once

namespace cicatrix {

/// Rising saturation x / (K + x).
template <class Num>
Num saturating(const Num& x, double half) {
    return x / (x + half);
}
/// Rising saturation of second order x^2 / (K^2 + x^2).
template <class Num>
Num saturating2(const Num& x, double half) {
    const Num square = x * x;
    return square / (square + half * half);
}
/// Falling saturation K / (K + x).
template <class Num>
Num inhibited(const Num& x, double half) {
    return half / (x + half);
}
/// Falling saturation of second order K^2 / (K^2 + x^2).
template <class Num>
Num inhibited2(const Num& x, double half) {
    return (half * half) / (x * x + half * half);
}

}  // namespace cicatrix
