// SPDX-License-Identifier: Apache-2.0
// The thresholds by which a run is judged, and what of the findings they are held against.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/outcomes/skin_optics.hpp"

namespace cicatrix {

/// From where a harm counts as mild, marked, severe.
class HarmThresholds final : public Declared {
public:
    explicit HarmThresholds(const Adjustments& adjustments = {}) : Declared{"verdict", adjustments} {}

    Parameter<Time> redness_usual{
        this,
        {.name = "redness_usual",
         .symbol = "t_r",
         .unit = hour,
         .value = 72.0,
         .range = {1.0, 1000.0},
         .plausible = {48.0, 96.0},
         .source =
             convention("line drawn for the verdict: two to three days are described as usual after a clinic session"),
         .meaning = "Redness up to this long after a session is usual; longer is a mild harm"}};
    Parameter<Time> redness_marked{
        this,
        {.name = "redness_marked",
         .symbol = "t_r2",
         .unit = hour,
         .value = 168.0,
         .range = {1.0, 5000.0},
         .plausible = {120.0, 240.0},
         .source = {"chu2021", "all expected reactions gone within about a week, 2,805 patients pooled",
                    Evidence::measured_human},
         .meaning = "Redness longer than this after a session is a marked harm"}};
    Parameter<Time> redness_severe{
        this,
        {.name = "redness_severe",
         .symbol = "t_r3",
         .unit = hour,
         .value = 504.0,
         .range = {1.0, 10000.0},
         .plausible = {336.0, 1000.0},
         .source = convention(
             "line drawn for the verdict: three weeks, three times the week in which all expected reactions are gone"),
         .meaning = "Redness longer than this after a session is a severe harm"}};
    Parameter<Fraction> redness_carried{
        this,
        {.name = "redness_carried",
         .symbol = "da_c",
         .unit = {"delta a*", 1.0},
         .value = 1.5,
         .range = {0.1, 20.0},
         .plausible = {1.0, 3.0},
         .source = convention("line drawn for the verdict: two thirds of what the eye can just see"),
         .meaning = "Measurable redness left when the next session begins: the skin had not recovered"}};
    Parameter<Fraction> barrier_mild{
        this,
        {.name = "barrier_mild",
         .symbol = "b_1",
         .unit = one,
         .value = 0.95,
         .range = {0.0, 1.0},
         .plausible = {0.9, 0.98},
         .source =
             convention("line drawn for the verdict: a loss of a twentieth, about what a TEWL probe can tell apart"),
         .meaning = "Barrier integrity at rest below which its loss is mild"}};
    Parameter<Fraction> barrier_marked{
        this,
        {.name = "barrier_marked",
         .symbol = "b_2",
         .unit = one,
         .value = 0.8,
         .range = {0.0, 1.0},
         .plausible = {0.7, 0.9},
         .source = convention("line drawn for the verdict: water loss raised by a quarter"),
         .meaning = "Barrier integrity at rest below which its loss is marked"}};
    Parameter<Fraction> barrier_severe{this,
                                       {.name = "barrier_severe",
                                        .symbol = "b_3",
                                        .unit = one,
                                        .value = 0.5,
                                        .range = {0.0, 1.0},
                                        .plausible = {0.4, 0.65},
                                        .source = convention("line drawn for the verdict: twice the water loss"),
                                        .meaning = "Barrier integrity at rest below which its loss is severe"}};
    Parameter<Fraction> bacteria_rise{
        this,
        {.name = "bacteria_rise",
         .symbol = "r_B",
         .unit = {"log10", 1.0},
         .value = 1.0,
         .range = {0.1, 6.0},
         .plausible = {0.5, 2.0},
         .source = convention("line drawn for the verdict: ten times the skin's own bacteria"),
         .meaning = "Rise of bacterial load over the start that counts as mild"}};
    Parameter<Time> infection_severe{
        this,
        {.name = "infection_severe",
         .symbol = "t_i",
         .unit = day,
         .value = 3.0,
         .range = {0.1, 365.0},
         .plausible = {2.0, 7.0},
         .source = convention("line drawn for the verdict: defence that has not won in three days needs treatment"),
         .meaning = "Infection longer than this is severe; any shorter one is marked"}};
    Parameter<Fraction> darkening_mild{
        this,
        {.name = "darkening_mild",
         .symbol = "p_1",
         .unit = degree,
         .value = 3.0,
         .range = {0.1, 90.0},
         .plausible = {2.0, 5.0},
         .source = convention("line drawn for the verdict: a quarter of the narrowest skin colour class (28 to 41 "
                              "degrees), below what the eye can just see"),
         .meaning = "Fall of the typology angle from which darkening is mild"}};
    Parameter<Fraction> darkening_marked{
        this,
        {.name = "darkening_marked",
         .symbol = "p_2",
         .unit = degree,
         .value = 8.0,
         .range = {0.1, 90.0},
         .plausible = {5.0, 12.0},
         .source = convention(
             "line drawn for the verdict: more than half of the narrowest skin colour class (28 to 41 degrees)"),
         .meaning = "Fall of the typology angle from which darkening is marked"}};
    Parameter<Fraction> darkening_severe{
        this,
        {.name = "darkening_severe",
         .symbol = "p_3",
         .unit = degree,
         .value = 18.0,
         .range = {0.1, 90.0},
         .plausible = {12.0, 25.0},
         .source = convention("line drawn for the verdict: the whole class of tan skin (10 to 28 degrees)"),
         .meaning = "Fall of the typology angle from which darkening is severe"}};
    Parameter<Fraction> scar_mild{
        this,
        {.name = "scar_mild",
         .symbol = "s_1",
         .unit = one,
         .value = 0.01,
         .range = {0.0, 1.0},
         .plausible = {0.005, 0.02},
         .source = convention("line drawn for the verdict: one per cent of the network, found under a microscope only"),
         .meaning = "Scar index at the end from which scarring is mild"}};
    Parameter<Fraction> scar_marked{
        this,
        {.name = "scar_marked",
         .symbol = "s_2",
         .unit = one,
         .value = 0.05,
         .range = {0.0, 1.0},
         .plausible = {0.03, 0.1},
         .source = convention("line drawn for the verdict: one twentieth of the network, a texture that can be felt"),
         .meaning = "Scar index at the end from which scarring is marked"}};
    Parameter<Fraction> scar_severe{
        this,
        {.name = "scar_severe",
         .symbol = "s_3",
         .unit = one,
         .value = 0.15,
         .range = {0.0, 1.0},
         .plausible = {0.1, 0.3},
         .source = convention("line drawn for the verdict: a seventh of the network, seen as a scar from a distance"),
         .meaning = "Scar index at the end from which scarring is severe"}};
    Parameter<Fraction> yearly_loss{
        this,
        {.name = "yearly_loss",
         .symbol = "l_y",
         .unit = percent,
         .value = 0.62,
         .range = {0.1, 10.0},
         .plausible = {0.3, 1.5},
         .source = {"branchet1990", "upper inner arm: 6 % of the dermis in ten years, as in ageing.loss",
                    Evidence::derived},
         .meaning = "Collagen lost in a year of ageing: the measure of collagen loss"}};
    Parameter<Fraction> years_mild{this,
                                   {.name = "years_mild",
                                    .symbol = "y_1",
                                    .unit = {"y of ageing", 1.0},
                                    .value = 1.0,
                                    .range = {0.1, 100.0},
                                    .plausible = {0.5, 2.0},
                                    .source = convention("levels of collagen loss are counted in years of ageing"),
                                    .meaning = "Collagen loss from which it is mild"}};
    Parameter<Fraction> years_marked{this,
                                     {.name = "years_marked",
                                      .symbol = "y_2",
                                      .unit = {"y of ageing", 1.0},
                                      .value = 3.0,
                                      .range = {0.1, 100.0},
                                      .plausible = {2.0, 5.0},
                                      .source = convention("levels of collagen loss are counted in years of ageing"),
                                      .meaning = "Collagen loss from which it is marked"}};
    Parameter<Fraction> years_severe{this,
                                     {.name = "years_severe",
                                      .symbol = "y_3",
                                      .unit = {"y of ageing", 1.0},
                                      .value = 10.0,
                                      .range = {0.1, 100.0},
                                      .plausible = {5.0, 20.0},
                                      .source = convention("levels of collagen loss are counted in years of ageing"),
                                      .meaning = "Collagen loss from which it is severe"}};
    Parameter<Fraction> granuloma_mild{
        this,
        {.name = "granuloma_mild",
         .symbol = "g_1",
         .unit = one,
         .value = 0.1,
         .range = {0.0, 100.0},
         .plausible = {0.03, 0.3},
         .source = convention("line drawn for the verdict: scattered nests that only a microscope finds"),
         .meaning = "Granuloma index at the end from which a foreign-body reaction is mild"}};
    Parameter<Fraction> granuloma_marked{
        this,
        {.name = "granuloma_marked",
         .symbol = "g_2",
         .unit = one,
         .value = 1.0,
         .range = {0.0, 100.0},
         .plausible = {0.5, 2.0},
         .source = convention("1 is the density from which granulomas are taken to be felt"),
         .meaning = "Granuloma index at the end from which a foreign-body reaction is marked"}};
    Parameter<Fraction> granuloma_severe{
        this,
        {.name = "granuloma_severe",
         .symbol = "g_3",
         .unit = one,
         .value = 4.0,
         .range = {0.0, 100.0},
         .plausible = {2.0, 8.0},
         .source = convention("line drawn for the verdict: nests that run together"),
         .meaning = "Granuloma index at the end from which a foreign-body reaction is severe"}};
};

}  // namespace cicatrix
