// SPDX-License-Identifier: Apache-2.0
// How fast new collagen is cross-linked, written once: maturing takes fibres out of the young, and fixes how they lie.
#pragma once

#include "cicatrix/base/parameter.hpp"

namespace cicatrix {

/// The part of the parameters of `collagen` that says how fast new collagen matures.
struct CollagenMaturing {
    explicit CollagenMaturing(Declared* declared) : owner{declared} {}
    Declared* owner;

    Parameter<Rate> cross_linking{owner,
                                  {.name = "cross_linking",
                                   .symbol = "k_x",
                                   .unit = per_day,
                                   .value = 0.05,
                                   .range = {0.001, 1},
                                   .plausible = {0.005, 0.1},
                                   .source = assumed("first cross-links form within weeks; the mature one of skin is "
                                                     "at a quarter of normal at 6 months (robins2003)"),
                                   .meaning = "Maturing of new collagen I"}};
};

}  // namespace cicatrix
