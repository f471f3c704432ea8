// SPDX-License-Identifier: Apache-2.0
// Macrophages: monocytes follow the neutrophils, inflame first (M_1), and turn to repair (M_2) once they have eaten.
//
//     dM_1/dt = s_M V c / (1 + R/K_R) - k_12 M_1 - d_1 M_1        c = n/(K_n + n)
//     dM_2/dt = k_12 M_1 - d_2 M_2
//     k_12    = k_0 (1 + a e + b I_10/(K_10 + I_10)) / (1 + B_a/K_B)             e = N_a/(K_e + N_a)
//
// Recruited cells only; resting skin holds none of them. n = N + N_a: neutrophils call monocytes, as in cooper2015.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Macrophages final : public Law<Macrophages> {
public:
    using Law::Law;

    Parameter<Diffusivity> motility{
        this,
        {.name = "motility",
         .symbol = "D_M",
         .unit = um2_per_hour,
         .value = 2160,
         .range = {0, 1e5},
         .plausible = {200, 5000},
         .source = {"cell_motion_ubc",
                    "s 2 um/min, P 22 to 32 min of alveolar macrophages (Farrell 1990): s^2 P/3 at 27 min",
                    Evidence::derived},
         .meaning = "Random motility of macrophages"}};

    Owns<CellDensity> m1{this, field::macrophages_m1, {.layers = living, .scale = 50, .diffusivity = &motility}};
    Owns<CellDensity> m2{this, field::macrophages_m2, {.layers = living, .scale = 50, .diffusivity = &motility}};
    Reads<Fraction> vessels{this, field::vessels};
    Reads<Concentration> il10{this, field::il10};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> apoptotic{this, field::apoptotic_neutrophils};
    Reads<CellDensity> bacteria{this, field::bacteria};
    Reads<Fraction> steroid{this, field::steroid};

    Parameter<CellRate> recruitment{
        this,
        {.name = "recruitment",
         .symbol = "s_M",
         .unit = cells_per_mm3_day,
         .value = 1500,
         .range = {0, 1e5},
         .plausible = {500, 5000},
         .source = assumed("gives near 1000 /mm3 in the injured zone on day 2; waugh2007 starts at 400 /mm3"),
         .meaning = "Greatest recruitment through healthy vessel density"}};
    Parameter<CellDensity> neutrophil_half{this,
                                           {.name = "neutrophil_half",
                                            .symbol = "K_n",
                                            .unit = cells_per_mm3,
                                            .value = 4000,
                                            .range = {10, 1e6},
                                            .plausible = {1000, 15000},
                                            .source = assumed("the neutrophils of a brisk local response"),
                                            .meaning = "Neutrophils at which their call is half its greatest"}};
    Parameter<Fraction> steroid_half{this, shared::steroid_half};
    Parameter<Rate> switching{
        this,
        {.name = "switching",
         .symbol = "k_0",
         .unit = per_day,
         .value = 0.25,
         .range = {0, 10},
         .plausible = {0.1, 0.6},
         .source = {"tumour_qsp_code", "k_M2_pol, M_1 to M_2 in tumours", Evidence::published_model},
         .meaning = "Turn from M_1 to M_2 without help"}};
    Parameter<Fraction> eating_gain{this,
                                    {.name = "eating_gain",
                                     .symbol = "a",
                                     .unit = one,
                                     .value = 3,
                                     .range = {0, 50},
                                     .plausible = {1, 8},
                                     .source = assumed("eating spent neutrophils is the main switch to repair"),
                                     .meaning = "How much eating speeds the turn"}};
    Parameter<CellDensity> eating_half{this,
                                       {.name = "eating_half",
                                        .symbol = "K_e",
                                        .unit = cells_per_mm3,
                                        .value = 2000,
                                        .range = {1, 1e6},
                                        .plausible = {500, 8000},
                                        .source = assumed("spent neutrophils of a brisk local response"),
                                        .meaning = "Spent neutrophils at which that help is half its greatest"}};
    Parameter<Fraction> il10_gain{
        this,
        {.name = "il10_gain",
         .symbol = "b",
         .unit = one,
         .value = 1,
         .range = {0, 50},
         .plausible = {0.3, 3},
         .source =
             {"tumour_qsp_code",
              "M_1 to M_2 at k_M2_pol times a sum in which full IL-10 counts 1; that rate is our turn without help",
              Evidence::published_model},
         .meaning = "How much IL-10 speeds the turn"}};
    Parameter<Concentration> il10_half{
        this,
        {.name = "il10_half",
         .symbol = "K_10",
         .unit = pg_per_mm3,
         .value = 0.3,
         .range = {0.01, 100},
         .plausible = {0.03, 3},
         .source = {"tumour_qsp_code", "IL10_50, for the same turn: 8 pmol/L of 37 kDa", Evidence::derived},
         .meaning = "IL-10 at which that help is half its greatest"}};
    Parameter<CellDensity> bacteria_half{this, shared::bacteria_half};
    Parameter<Rate> m1_loss{this,
                            {.name = "m1_loss",
                             .symbol = "d_1",
                             .unit = per_day,
                             .value = 0.2,
                             .range = {0.01, 5},
                             .plausible = {0.1, 0.5},
                             .source = {"waugh2007", "d_1", Evidence::published_model},
                             .meaning = "Loss of M_1 macrophages"}};
    Parameter<Rate> m2_loss{this,
                            {.name = "m2_loss",
                             .symbol = "d_2",
                             .unit = per_day,
                             .value = 0.5,
                             .range = {0.01, 5},
                             .plausible = {0.2, 0.6},
                             .source = {"cooper2015", "mu_m, loss of macrophages", Evidence::published_model},
                             .meaning = "Loss of M_2 macrophages"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num call = saturating(v[neutrophils] + v[apoptotic], *neutrophil_half);
        const Num turned = *switching *
                           (1.0 + *eating_gain * saturating(v[apoptotic], *eating_half) +
                            *il10_gain * saturating(v[il10], *il10_half)) *
                           inhibited(v[bacteria], *bacteria_half) * v[m1];
        v.rate(m1) += *recruitment * v[vessels] * call * inhibited(v[steroid], *steroid_half);
        v.rate(m1) -= turned + *m1_loss * v[m1];
        v.rate(m2) += turned - *m2_loss * v[m2];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry macrophages() {
    return entry<Macrophages>("macrophages", "Follow the neutrophils, inflame, eat, and turn to repair");
}
}  // namespace mechanism
}  // namespace cicatrix
