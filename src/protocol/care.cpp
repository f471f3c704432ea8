// SPDX-License-Identifier: Apache-2.0
// Sunscreen.
#include "cicatrix/protocol/care.hpp"
#include "cicatrix/base/exact_math.hpp"

#include "cicatrix/protocol/settled.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

double transmitted_uv_sed_per_h(const SunExposure& sun, const SunscreenParameters& sunscreen) {
    const double protection = exact_pow(std::max(1.0, sun.spf), *sunscreen.film_share);
    return settled(sun.uv_sed_per_d / day.size / protection);
}

}  // namespace cicatrix
