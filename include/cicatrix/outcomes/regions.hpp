// SPDX-License-Identifier: Apache-2.0
// The parts of the skin that several observables look at, declared once.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/outcomes/averages.hpp"

namespace cicatrix {

class Regions final : public Declared {
public:
    explicit Regions(const Adjustments& adjustments = {}) : Declared{"regions", adjustments} {}

    Parameter<Length> upper_dermis_depth{
        this,
        {.name = "upper_dermis_depth",
         .symbol = "d_up",
         .unit = um,
         .value = 400.0,
         .range = {50.0, 2000.0},
         .plausible = {250.0, 600.0},
         .source = convention("papillary dermis and the reticular dermis that needles of 0.5 to 1.5 mm reach"),
         .meaning = "How far below the junction the upper dermis is taken to reach in collagen, scar and cell counts"}};

    DepthRange upper_dermis(const Grid& grid) const { return cicatrix::upper_dermis(grid, upper_dermis_depth.in(um)); }
};

}  // namespace cicatrix
