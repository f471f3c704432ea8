// SPDX-License-Identifier: Apache-2.0
// Numbers that several mechanisms use alike: how strong a signal must be to be heard, and what a needle does to fibres.
// A cell hears a signal through one receptor, whatever it does then; a half-level for each answer would be a guess
// each.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/base/unit.hpp"

namespace cicatrix::shared {

inline constexpr SharedDeclaration<Concentration> alarm_half{
    "signals",
    {.name = "alarm_half",
     .symbol = "K_A",
     .unit = pg_per_mm3,
     .value = 7,
     .range = {0.1, 1e3},
     .plausible = {3, 15},
     .source = assumed("the middle of what seven answers had, 3 to 10, most of them by likeness; the unit of alarm is "
                       "set by what debris releases"),
     .meaning = "Alarm at which a cell's answer is half its greatest"}};

inline constexpr SharedDeclaration<Concentration> tnf_half{
    "signals",
    {.name = "tnf_half",
     .symbol = "K_T",
     .unit = pg_per_mm3,
     .value = 0.97,
     .range = {0.001, 100},
     .plausible = {0.3, 5},
     .source = {"grell1998",
                "abstract: receptor 1 binds soluble TNF with 1.9e-11 M at 37 C; times 51 kDa, three of 17 kDa "
                "(tnf_product)",
                Evidence::derived},
     .meaning = "TNF at which its effect on a cell is half its greatest"}};

inline constexpr SharedDeclaration<CellDensity> bacteria_half{
    "signals",
    {.name = "bacteria_half",
     .symbol = "K_B",
     .unit = cfu_per_mm3,
     .value = 100,
     .range = {0.1, 1e6},
     .plausible = {20, 500},
     .source =
         assumed("grafts fail from 1e5 CFU per g (shulman1979), 100 per mm3; that cells answer half-way there is our "
                 "choice"),
     .meaning = "Bacteria at which what they set off is half its greatest"}};

inline constexpr SharedDeclaration<Fraction> steroid_half{
    "signals",
    {.name = "steroid_half",
     .symbol = "K_R",
     .unit = one,
     .value = 0.5,
     .range = {0.01, 100},
     .plausible = {0.04, 1},
     .source =
         assumed("half a usual dose in the tissue halves what a cell does; blanching falls only from a thirtieth of "
                 "a dose on the skin (ryatt1982), of which little reaches the tissue"),
     .meaning = "Steroid that halves what inflamed cells do"}};

inline constexpr SharedDeclaration<Fraction> remembered{
    "fibres",
    {.name = "remembered",
     .symbol = "w",
     .unit = one,
     .value = 0.5,
     .range = {0, 1},
     .plausible = {0.2, 1},
     .source = assumed("one pulse keeps collagen secretion up for 7 d in culture; by how much was not read"),
     .meaning = "Making of fibres that a full matrix memory keeps up, as a share of that under full signal"}};

inline constexpr SharedDeclaration<Fraction> cut_share{"fibres",
                                                       {.name = "cut_share",
                                                        .symbol = "q_c",
                                                        .unit = one,
                                                        .value = 0.1,
                                                        .range = {0, 1},
                                                        .plausible = {0.02, 0.4},
                                                        .source = assumed("a needle parts most fibres and cuts some"),
                                                        .meaning = "Share of fibres in the swept volume that are cut"}};

/// Takes fibres out of the young, and fixes how they lie.
inline constexpr SharedDeclaration<Rate> cross_linking{
    "collagen",
    {.name = "cross_linking",
     .symbol = "k_x",
     .unit = per_day,
     .value = 0.05,
     .range = {0.001, 1},
     .plausible = {0.005, 0.1},
     .source =
         assumed("first cross-links form within weeks; the mature one of skin is at a quarter of normal at 6 months "
                 "(robins2003)"),
     .meaning = "Maturing of new collagen I"}};

}  // namespace cicatrix::shared
