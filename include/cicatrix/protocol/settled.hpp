// SPDX-License-Identifier: Apache-2.0
// Rounds away the last bits, in which mathematical libraries differ, so that every platform makes the same acts.
#pragma once

#include <cmath>

namespace cicatrix {

inline double settled(double x) {
    constexpr double steps = 1073741824.0;  // 2^30
    return std::round(x * steps) / steps;
}

}  // namespace cicatrix
