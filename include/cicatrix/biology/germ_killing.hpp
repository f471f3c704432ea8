// SPDX-License-Identifier: Apache-2.0
// How fast bacteria grow and defence kills them, written once: for those that live free and for those that sit fast.
//   w = i/(1 + B/K_i) + (k_N N P/(K_O + P) + k_M M)/(1 + B/K_p)
// B bacteria [CFU/mm3]; N neutrophils, M = M_1 + M_2; P oxygen tension, without which neutrophils cannot burst.
#pragma once

#include "cicatrix/base/kinetic_forms.hpp"
#include "cicatrix/base/parameter.hpp"

namespace cicatrix {

/// Who kills in one place, and with how much oxygen; canonical units.
template <class Num>
struct GermKillers {
    Num neutrophils, macrophages, oxygen;
};

/// The part of the parameters of `bacteria` that says how they grow and are killed.
struct GermKilling {
    explicit GermKilling(Declared* declared) : owner{declared} {}
    Declared* owner;

    Parameter<Rate> growth{
        owner,
        {.name = "growth",
         .symbol = "g",
         .unit = per_hour,
         .value = 0.48,
         .range = {0, 5},
         .plausible = {0.3, 0.6},
         .source = {"li2002", "g about 8e-3 /min, S. epidermidis with serum at 37 C", Evidence::in_vitro},
         .meaning = "Growth of bacteria in injured tissue"}};
    Parameter<Rate> innate{
        owner,
        {.name = "innate",
         .symbol = "i",
         .unit = per_hour,
         .value = 0.56,
         .range = {0, 10},
         .plausible = {0.2, 1},
         .source = {"kim1976",
                    "abstract, lungs of mice kill S. aureus by 45.8 % in 1 h, 67.9 % in 2 h, 84.1 % in 4 h: 0.61, "
                    "0.57, 0.46 /h; the middle one, a sixth above the growth on debris, or every scratch would fester",
                    Evidence::derived},
         .meaning = "Killing of few bacteria by resident defence"}};
    Parameter<CellDensity> innate_half{
        owner,
        {.name = "innate_half",
         .symbol = "K_i",
         .unit = cfu_per_mm3,
         .value = 20,
         .range = {0.1, 1e6},
         .plausible = {5, 100},
         .source = assumed("a fifth of the 1e5 CFU per g from which wounds count as infected"),
         .meaning = "Bacteria at which resident defence is half overwhelmed"}};
    Parameter<KillRate> by_neutrophils{
        owner,
        {.name = "by_neutrophils",
         .symbol = "k_N",
         .unit = mm3_per_cell_hour,
         .value = 1.2e-4,
         .range = {0, 1},
         .plausible = {3e-5, 1.2e-3},
         .source =
             {"li2004",
              "growth 0.48 /h (li2002) over 4e6 neutrophils per mL of fibrin gel that just hold it; suspension 1.2e-3",
              Evidence::derived},
         .meaning = "Killing by neutrophils"}};
    Parameter<Pressure> oxygen_half{
        owner,
        {.name = "oxygen_half",
         .symbol = "K_O",
         .unit = mmhg,
         .value = 9.9,
         .range = {0.01, 200},
         .plausible = {3.9, 60},
         .source = {"gabig1979",
                    "abstracts, burst half at 10 uM in people, at 31 and 22 (edwards1984) or 5.4 (edwards1988) in "
                    "rats: geometric mean 13.9, over 1.4 uM per Torr; that killing follows the burst is ours",
                    Evidence::derived},
         .meaning = "Oxygen tension at which neutrophils kill half as fast as with plenty"}};
    Parameter<KillRate> by_macrophages{
        owner,
        {.name = "by_macrophages",
         .symbol = "k_M",
         .unit = mm3_per_cell_hour,
         .value = 1.2e-4,
         .range = {0, 1},
         .plausible = {3e-5, 1.2e-4},
         .source = {"steigbigel1974",
                    "abstract: monocytes kill a smaller share of bacteria than neutrophils of the same person, 30 "
                    "people; as fast as these, an upper limit",
                    Evidence::derived},
         .meaning = "Killing by macrophages"}};
    Parameter<CellDensity> phagocyte_half{
        owner,
        {.name = "phagocyte_half",
         .symbol = "K_p",
         .unit = cfu_per_mm3,
         .value = 1e5,
         .range = {1, 1e9},
         .plausible = {3e4, 1e6},
         .source = {"li2002", "one rate constant fits 1e3 to 1e8 CFU/mL: no satiation up to there, so a lower bound",
                    Evidence::in_vitro},
         .meaning = "Bacteria at which phagocytes are half sated"}};
    Parameter<Rate> disinfected{owner,
                                {.name = "disinfected",
                                 .symbol = "x",
                                 .unit = per_hour,
                                 .value = 0.33,
                                 .range = {0, 100},
                                 .plausible = {0.1, 3},
                                 .source = {"bacitracin_mupirocin1996",
                                            "bacitracin, the older ointment, 2.6 to 4.5 powers of ten of S. aureus in "
                                            "24 h; geometric mean 3.4 x ln 10 / 24 h",
                                            Evidence::derived},
                                 .meaning = "Killing by a usual dose of antimicrobial"}};

    /// Killing by defence, per bacterium and hour.
    template <class Num>
    Num killed(const GermKillers<Num>& here, const Num& germs) const {
        return *innate * inhibited(germs, *innate_half) +
               (*by_neutrophils * saturating(here.oxygen, *oxygen_half) * here.neutrophils +
                *by_macrophages * here.macrophages) *
                   inhibited(germs, *phagocyte_half);
    }
};

}  // namespace cicatrix
