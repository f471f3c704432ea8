// SPDX-License-Identifier: Apache-2.0
// Sunscreen, sunburn and pigment laser: what reaches the skin of daylight, and what one laser pass does.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/protocol/plan.hpp"

namespace cicatrix {

/// Sunscreen lets through 1 / SPF^q of the dose: absorption grows with film thickness, of which people apply a share q.
class SunscreenParameters final : public Declared {
public:
    explicit SunscreenParameters(const Adjustments& a) : Declared{"sunscreen", a} {}

    Parameter<Fraction> film_share{
        this,
        {"film_share",
         "q",
         one,
         0.5,
         {0, 1},
         {0.25, 0.75},
         Source{"photoprotection_text",
                "users put on 0.5-1.5 mg/cm2 where the test takes 2; middle (faurschou2007: sunbathers 0.5)",
                Evidence::derived},
         "thickness of the film that is really applied, relative to the test"}};
};
/// Erythemal dose that reaches the epidermis, SED per hour.
double transmitted_uv_sed_per_h(const SunExposure& sun, const SunscreenParameters& sunscreen);

class SunburnParameters final : public Declared {
public:
    explicit SunburnParameters(const Adjustments& a) : Declared{"sunburn", a} {}

    Parameter<Dose> dose{this,
                         {"dose",
                          "u_b",
                          sed,
                          15,
                          {0, 100},
                          {6, 25},
                          convention("says what a sunburn of level 1 is: a hot summer day of it at once"),
                          "dose of a sunburn of level 1"}};
};

class LaserParameters final : public Declared {
public:
    explicit LaserParameters(const Adjustments& a) : Declared{"pigment_laser", a} {}

    Parameter<Fraction> melanin_removed{
        this,
        {"melanin_removed",
         "q_m",
         one,
         0.25,
         {0, 1},
         {0.1, 0.5},
         convention("says what one usual pass is, as no fluence is simulated: a quarter of the melanin gone"),
         "share of melanin destroyed by one usual pass"}};
    Parameter<Fraction> epidermal_injury{this,
                                         {"epidermal_injury",
                                          "q_e",
                                          one,
                                          0.02,
                                          {0, 1},
                                          {0.005, 0.1},
                                          assumed("a gentle setting hardly harms other cells"),
                                          "share of epidermal cells injured by one usual pass"}};
};

}  // namespace cicatrix
