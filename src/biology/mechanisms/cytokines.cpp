// SPDX-License-Identifier: Apache-2.0
// Cytokines: TNF, IL-6 and IL-10 apart, because they do not move together.
//
//     dT_N/dt  = (p_T M_1 + q_T g(B_a)) / ((1 + I_10/K)(1 + R/K_R)) - k_T T_N
//     dI_6/dt  = (p_6 M_1 + q_6 A/(K_A + A)) / ((1 + I_10/K)(1 + R/K_R)) - k_6 I_6
//     dI_10/dt = p_10 M_2 - k_10 I_10
//
// IL-6 answers the alarm at once and fades with it; TNF needs macrophages, so it comes later. All diffuse.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Cytokines final : public Law<Cytokines> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D",
         .unit = um2_per_hour,
         .value = 12080,
         .range = {10, 4e5},
         .plausible = {3600, 2.1e5},
         .source = {"tepole2021",
                    "D_cc 0.01208 mm2/h of a TGF-beta-like signal; free albumin runs at 2.1e5 um2/h (chary1989)",
                    Evidence::published_model},
         .meaning = "Diffusivity of cytokines"}};

    Owns<Concentration> tnf{this, field::tnf, {.layers = living, .scale = 0.1, .diffusivity = &spread}};
    Owns<Concentration> il6{this, field::il6, {.layers = living, .scale = 0.5, .diffusivity = &spread}};
    Owns<Concentration> il10{this, field::il10, {.layers = living, .scale = 0.05, .diffusivity = &spread}};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<CellDensity> bacteria{this, field::bacteria};
    Reads<Fraction> steroid{this, field::steroid};

    Parameter<Secretion> tnf_secretion{
        this,
        {.name = "tnf_secretion",
         .symbol = "p_T",
         .unit = pg_per_cell_hour,
         .value = 0.0034,
         .range = {0, 1},
         .plausible = {0.0003, 0.015},
         .source =
             assumed("gives about 1 ng/mL where 700 M_1 /mm3 gather, at the loss below; other models make a fifth "
                     "to a half of it (nlisim, bone_healing_code), but dark marks and recovery rest on this"),
         .meaning = "TNF made by an M_1 macrophage"}};
    Parameter<Release> tnf_bacteria{
        this,
        {.name = "tnf_bacteria",
         .symbol = "q_T",
         .unit = pg_per_mm3_hour,
         .value = 2.5,
         .range = {0, 1e3},
         .plausible = {0.5, 10},
         .source = assumed("resident cells answer heavy colonisation with about 1 ng/mL, at the loss below"),
         .meaning = "Greatest TNF raised by bacteria through resident cells"}};
    Parameter<CellDensity> bacteria_half{this, shared::bacteria_half};
    Parameter<Rate> tnf_decay{
        this,
        {.name = "tnf_decay",
         .symbol = "k_T",
         .unit = per_hour,
         .value = 2.2,
         .range = {0.1, 20},
         .plausible = {1, 5},
         .source = {"ferraiolo1988",
                    "ln 2 over 18.5 to 19.2 min, human TNF in mouse serum; under 30 min in patients (creaven1987)",
                    Evidence::derived},
         .meaning = "Loss of TNF"}};
    Parameter<Secretion> il6_secretion{
        this,
        {.name = "il6_secretion",
         .symbol = "p_6",
         .unit = pg_per_cell_hour,
         .value = 3.2e-4,
         .range = {0, 1},
         .plausible = {1e-4, 3e-3},
         .source = {"nlisim", "lung macrophage 1.46e-20 mol/h x 21.7 kDa (il6_product)", Evidence::derived},
         .meaning = "IL-6 made by an M_1 macrophage"}};
    Parameter<Release> il6_alarm{
        this,
        {.name = "il6_alarm",
         .symbol = "q_6",
         .unit = pg_per_mm3_hour,
         .value = 15,
         .range = {0, 1e4},
         .plausible = {3, 60},
         .source = {"joint_model_code",
                    "synovial fibroblasts under interleukin 1 make 10.12 ng/mL in 48 h at 5e4 per mL: 0.0042 pg per "
                    "cell and hour, times the 3500 /mm3 of fibroblasts.papillary_density, 14.8",
                    Evidence::derived},
         .meaning = "Greatest IL-6 of resident cells that hear the alarm"}};
    Parameter<Concentration> alarm_half{this, shared::alarm_half};
    Parameter<Rate> il6_decay{this,
                              {.name = "il6_decay",
                               .symbol = "k_6",
                               .unit = per_hour,
                               .value = 0.69,
                               .range = {0.05, 20},
                               .plausible = {0.3, 2},
                               .source = {"nlisim",
                                          "ln 2 over a half-life of 60 min; rat plasma loses it with 0.38 h at last, "
                                          "skin within hours (castell1990)",
                                          Evidence::derived},
                               .meaning = "Loss of IL-6"}};
    Parameter<Secretion> il10_secretion{this,
                                        {.name = "il10_secretion",
                                         .symbol = "p_10",
                                         .unit = pg_per_cell_hour,
                                         .value = 1.4e-4,
                                         .range = {0, 1},
                                         .plausible = {1e-4, 1e-3},
                                         .source = {"alzheimer_code",
                                                    "660 pg a day from 2e5 human macrophages of the healing kind; with "
                                                    "LPS, and in a volume not read, 2e-4 to 9e-4 (vip_macrophages)",
                                                    Evidence::derived},
                                         .meaning = "IL-10 made by an M_2 macrophage"}};
    Parameter<Rate> il10_decay{
        this,
        {.name = "il10_decay",
         .symbol = "k_10",
         .unit = per_hour,
         .value = 0.23,
         .range = {0.01, 5},
         .plausible = {0.15, 0.4},
         .source = {"huhn1997",
                    "ln 2 over 3.0 h; people, 2.7 to 4.5 h under the skin, 1.94 h in a vein (radwanski1998)",
                    Evidence::derived},
         .meaning = "Loss of IL-10"}};
    Parameter<Concentration> il10_half{this,
                                       {.name = "il10_half",
                                        .symbol = "K",
                                        .unit = pg_per_mm3,
                                        .value = 2.6,
                                        .range = {0.01, 100},
                                        .plausible = {0.025, 10},
                                        .source = {"nlisim",
                                                   "k_d 140 pM x 18.5 kDa (il10_merck); blood answers to 0.03 ng/mL "
                                                   "(radwanski1998), another model to 0.025 (bone_healing_code)",
                                                   Evidence::derived},
                                        .meaning = "IL-10 that halves the making of TNF and IL-6"}};
    Parameter<Fraction> steroid_half{this, shared::steroid_half};

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num damped = inhibited(v[il10], *il10_half) * inhibited(v[steroid], *steroid_half);
        v.rate(tnf) += (*tnf_secretion * v[m1] + *tnf_bacteria * saturating(v[bacteria], *bacteria_half)) * damped;
        v.rate(tnf) -= *tnf_decay * v[tnf];
        v.rate(il6) += (*il6_secretion * v[m1] + *il6_alarm * saturating(v[alarm], *alarm_half)) * damped;
        v.rate(il6) -= *il6_decay * v[il6];
        v.rate(il10) += *il10_secretion * v[m2] - *il10_decay * v[il10];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry cytokines() {
    return entry<Cytokines>("cytokines", "TNF, IL-6 and IL-10, each with its own sources and pace");
}
}  // namespace mechanism
}  // namespace cicatrix
