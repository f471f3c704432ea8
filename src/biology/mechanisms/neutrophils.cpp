// SPDX-License-Identifier: Apache-2.0
// Neutrophils: alarm and bacteria call them out of the vessels; they live for hours and must then be eaten.
//
//     dN/dt   = s_N V (1 + Q) c / ((1 + I_10/K_10)(1 + R/K_R)) - k_N N           c = x^2/(K^2 + x^2)
//     dN_a/dt = k_N N - (k_e M/(K_e + M) + k_a) N_a                              x = A + w_T T_N
//
// N living, N_a spent neutrophils [cells/mm3]; V vessels, Q dilation; A alarm; T_N TNF; R steroid; M = M_1 + M_2.
// N wanders (random motility as diffusion).

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Neutrophils final : public Law<Neutrophils> {
public:
    using Law::Law;

    Parameter<Diffusivity> motility{
        this,
        {.name = "motility",
         .symbol = "D_N",
         .unit = um2_per_hour,
         .value = 2500,
         .range = {0, 1e5},
         .plausible = {500, 15000},
         .source = {"brown_gels", "unstimulated front in collagen gel about 100 um/h: 2 sqrt(D t) = 100 um at 1 h",
                    Evidence::derived},
         .meaning = "Random motility of neutrophils"}};

    Owns<CellDensity> living_cells{
        this, field::neutrophils, {.layers = living, .scale = 300, .diffusivity = &motility}};
    Owns<CellDensity> spent{this, field::apoptotic_neutrophils, {.layers = living, .scale = 300}};
    Reads<Fraction> vessels{this, field::vessels};
    Reads<Fraction> dilation{this, field::dilation};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Concentration> il10{this, field::il10};
    Reads<Fraction> steroid{this, field::steroid};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};

    Parameter<CellRate> recruitment{
        this,
        {.name = "recruitment",
         .symbol = "s_N",
         .unit = cells_per_mm3_hour,
         .value = 1200,
         .range = {0, 1e5},
         .plausible = {400, 4000},
         .source =
             assumed("local density near 1e4 /mm3 a day after injury; the mouse wound of kim2008 holds ten times more"),
         .meaning = "Greatest recruitment through healthy vessel density"}};
    Parameter<Concentration> call_half{this,
                                       {.name = "call_half",
                                        .symbol = "K",
                                        .unit = pg_per_mm3,
                                        .value = 2.8,
                                        .range = {0.01, 1e3},
                                        .plausible = {2, 20},
                                        .source = {"skibidy",
                                                   "composite course of wounds, second-hand: neutrophils stay at their "
                                                   "height from day 1 to 2; set with it in view",
                                                   Evidence::calibrated},
                                        .meaning = "Alarm at which recruitment is half its greatest"}};
    Parameter<Fraction> tnf_weight{this,
                                   {.name = "tnf_weight",
                                    .symbol = "w_T",
                                    .unit = one,
                                    .value = 0.5,
                                    .range = {0, 100},
                                    .plausible = {0.1, 2},
                                    .source = {"skibidy",
                                               "composite course of wounds, second-hand: neutrophils stay at their "
                                               "height from day 1 to 2; set with it in view",
                                               Evidence::calibrated},
                                    .meaning = "Weight of TNF against alarm signals in the call"}};
    Parameter<Concentration> il10_half{
        this,
        {.name = "il10_half",
         .symbol = "K_10",
         .unit = pg_per_mm3,
         .value = 3.6,
         .range = {0.01, 100},
         .plausible = {0.03, 10},
         .source = {"tan1993",
                    "abstract: IL-10 binds its receptor with 50-200 pM; geometric mean times 36 kDa (a dimer)",
                    Evidence::derived},
         .meaning = "IL-10 that halves recruitment"}};
    Parameter<Fraction> steroid_half{this, shared::steroid_half};
    Parameter<Rate> death{
        this,
        {.name = "death",
         .symbol = "k_N",
         .unit = per_day,
         .value = 1,
         .range = {0.1, 10},
         .plausible = {1.0, 6.5},
         .source = {"skibidy",
                    "composite course of wounds, second-hand: a third left on day 4, a tenth on day 5; set with it in "
                    "view, below cooper2015 (1.33 /d at day 1, 2.51 /d at day 3)",
                    Evidence::calibrated},
         .meaning = "Death of neutrophils in tissue"}};
    Parameter<Rate> eaten{
        this,
        {.name = "eaten",
         .symbol = "k_e",
         .unit = per_day,
         .value = 6.42,
         .range = {0, 50},
         .plausible = {2, 15},
         .source = {"cooper2015", "k_nm, removal of neutrophils by macrophages", Evidence::published_model},
         .meaning = "Greatest removal of spent neutrophils by macrophages"}};
    Parameter<CellDensity> eaten_half{this,
                                      {.name = "eaten_half",
                                       .symbol = "K_e",
                                       .unit = cells_per_mm3,
                                       .value = 600,
                                       .range = {1, 1e5},
                                       .plausible = {200, 3000},
                                       .source = assumed("macrophage densities of waugh2007"),
                                       .meaning = "Macrophages at which removal is half its greatest"}};
    Parameter<Rate> dissolved{this,
                              {.name = "dissolved",
                               .symbol = "k_a",
                               .unit = per_day,
                               .value = 0.25,
                               .range = {0, 10},
                               .plausible = {0.2, 1.5},
                               .source = {"neutrophil_fates",
                                          "text: after 24 h alone 30-50 % are well, 40-60 % spent, 5-10 % leaky; two "
                                          "steps in a row then need 0.89 and 0.25 /d",
                                          Evidence::derived},
                               .meaning = "Loss of spent neutrophils without macrophages"}};

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto n = patch.values(living_cells, k), a = patch.values(spent, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < n.size(); ++i) {
                a[i] += killed[i] * n[i];
                n[i] -= killed[i] * n[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num call = saturating2(v[alarm] + *tnf_weight * v[tnf], *call_half);
        const Num died = *death * v[living_cells];
        v.rate(living_cells) += *recruitment * v[vessels] * (1.0 + v[dilation]) * call *
                                inhibited(v[il10], *il10_half) * inhibited(v[steroid], *steroid_half);
        v.rate(living_cells) -= died;
        v.rate(spent) += died;
        v.rate(spent) -= (*eaten * saturating(v[m1] + v[m2], *eaten_half) + *dissolved) * v[spent];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry neutrophils() {
    return entry<Neutrophils>("neutrophils", "Called from vessels by alarm, short-lived, eaten when spent");
}
}  // namespace mechanism
}  // namespace cicatrix
