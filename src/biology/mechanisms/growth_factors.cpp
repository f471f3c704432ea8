// SPDX-License-Identifier: Apache-2.0
// Growth factors: PDGF from platelets and macrophages makes fibroblasts divide.
//
//     dP/dt = p_P P_l + p_M (M_1 + M_2) - k_P P
//
// P  PDGF [pg/mm3], diffuses; P_l platelets relative to whole blood.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class GrowthFactors final : public Law<GrowthFactors> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_P",
         .unit = um2_per_hour,
         .value = 2000,
         .range = {10, 2e5},
         .plausible = {1000, 12000},
         .source = {"cell_contraction_code",
                    "DPDGF = 2000/400^2 in units of 400 um and hours, after Cumming; binding included",
                    Evidence::published_model},
         .meaning = "Effective diffusivity of PDGF"}};

    Owns<Concentration> pdgf{this, field::pdgf, {.layers = dermis, .scale = 0.2, .diffusivity = &spread}};
    Reads<Fraction> platelets{this, field::platelets};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};

    Parameter<Release> from_platelets{
        this,
        {.name = "from_platelets",
         .symbol = "p_P",
         .unit = pg_per_mm3_hour,
         .value = 1.0,
         .range = {0, 1e3},
         .plausible = {0.1, 3},
         .source = {"bowenpope1984", "serum 17.5 ng/mL x (1 - haematocrit 0.45) = 9.6 ng per mL blood, spent at 2.5 /d",
                    Evidence::derived},
         .meaning = "PDGF released by whole blood's platelets"}};
    Parameter<Secretion> from_macrophages{this,
                                          {.name = "from_macrophages",
                                           .symbol = "p_M",
                                           .unit = pg_per_cell_day,
                                           .value = 0.015,
                                           .range = {0, 1},
                                           .plausible = {0.005, 0.05},
                                           .source = {"waugh2007", "k_8", Evidence::published_model},
                                           .meaning = "PDGF made by a macrophage"}};
    Parameter<Rate> decay{this,
                          {.name = "decay",
                           .symbol = "k_P",
                           .unit = per_day,
                           .value = 4,
                           .range = {0.1, 500},
                           .plausible = {2, 10},
                           .source = {"waugh2007", "d_3", Evidence::published_model},
                           .meaning = "Loss of PDGF"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(pdgf) += *from_platelets * v[platelets] + *from_macrophages * (v[m1] + v[m2]) - *decay * v[pdgf];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry growth_factors() {
    return entry<GrowthFactors>("growth_factors", "PDGF from platelets and macrophages");
}
}  // namespace mechanism
}  // namespace cicatrix
