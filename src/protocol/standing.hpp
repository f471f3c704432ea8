// SPDX-License-Identifier: Apache-2.0
// What acts continuously, collected as spans of time and turned into the few moments at which it changes.
#pragma once

#include "cicatrix/tissue/act.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// Something that acts from one time until another.
struct Span {
    double from_h, until_h;
    std::string label;
    Environment::Supply supply{};
    double occlusion = 0.0;
};

/// One Exposure at time 0 and one at each change within (0, end_h): supplies add up, of dressings the tightest counts.
std::vector<Act> exposures(const std::vector<Span>& spans, double uv_sed_per_h, double end_h);

}  // namespace cicatrix
