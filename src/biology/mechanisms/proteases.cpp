// SPDX-License-Identifier: Apache-2.0
// Proteases and their inhibitors: neutrophils and macrophages bring MMP, repairing cells bring TIMP, one binds one.
//
//     dM_p/dt = p_N N + p_1 M_1 + p_F F T_N/(K + T_N) - k_b M_p T_i - k_M M_p
//     dT_i/dt = q_F H (F + Y)                           - b k_b M_p T_i - k_T T_i
//
// Free MMP and TIMP [pg/mm3]; b mass of TIMP bound per mass of MMP; H TGF-beta signal. Both diffuse.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Proteases final : public Law<Proteases> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D",
         .unit = um2_per_hour,
         .value = 3600,
         .range = {10, 2e5},
         .plausible = {900, 18000},
         .source =
             {"wei2018",
              "dextrans of 70 kDa and more in human dermis ex vivo: 1-20 um2/s; the low end, as MMP cling to collagen",
              Evidence::in_vitro},
         .meaning = "Effective diffusivity of MMP and TIMP"}};

    Owns<Concentration> mmp{this, field::mmp, {.layers = dermis, .scale = 10, .diffusivity = &spread}};
    Owns<Concentration> timp{this, field::timp, {.layers = dermis, .scale = 10, .diffusivity = &spread}};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> fibroblasts{this, field::fibroblasts};
    Reads<CellDensity> myofibroblasts{this, field::myofibroblasts};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Fraction> signal{this, field::tgf_signal};

    Parameter<Secretion> mmp_neutrophils{
        this,
        {.name = "mmp_neutrophils",
         .symbol = "p_N",
         .unit = pg_per_cell_day,
         .value = 0.08,
         .range = {0, 10},
         .plausible = {0.02, 0.3},
         .source = assumed("MMP-8 and MMP-9 come with neutrophils and fall from 24 to 48 h"),
         .meaning = "MMP released by a neutrophil"}};
    Parameter<Secretion> mmp_macrophages{
        this,
        {.name = "mmp_macrophages",
         .symbol = "p_1",
         .unit = pg_per_cell_day,
         .value = 0.16,
         .range = {0, 10},
         .plausible = {0.06, 0.8},
         .source = {"joint_model_code", "M1 production of MMP-9, 6.77e-6 ng per cell and hour", Evidence::derived},
         .meaning = "MMP made by an M_1 macrophage"}};
    Parameter<Secretion> mmp_fibroblasts{
        this,
        {.name = "mmp_fibroblasts",
         .symbol = "p_F",
         .unit = pg_per_cell_day,
         .value = 0.03,
         .range = {0, 10},
         .plausible = {0.01, 0.1},
         .source = {"joint_model_code",
                    "synovial fibroblasts: MMP-1 7.24e-8 and MMP-13 1.167e-6 ng per cell and hour, summed",
                    Evidence::derived},
         .meaning = "Greatest MMP made by a fibroblast under TNF"}};
    Parameter<Concentration> tnf_half{this, shared::tnf_half};
    Parameter<Rate> mmp_decay{
        this,
        {.name = "mmp_decay",
         .symbol = "k_M",
         .unit = per_day,
         .value = 0.88,
         .range = {0.01, 20},
         .plausible = {0.4, 3},
         .source = {"burn_model_code", "6.1e-4 /min for MMP-9 times 1440 min/d", Evidence::published_model},
         .meaning = "Loss of free MMP"}};
    Parameter<Secretion> timp_fibroblasts{
        this,
        {.name = "timp_fibroblasts",
         .symbol = "q_F",
         .unit = pg_per_cell_day,
         .value = 0.008,
         .range = {0, 10},
         .plausible = {0.002, 0.03},
         .source = assumed("TGF-beta raises TIMP-1 in fibroblasts"),
         .meaning = "TIMP made by a fibroblast or myofibroblast under full TGF-beta signal"}};
    Parameter<Rate> timp_decay{
        this,
        {.name = "timp_decay",
         .symbol = "k_T",
         .unit = per_day,
         .value = 0.39,
         .range = {0.01, 20},
         .plausible = {0.3, 2.4},
         .source = {"sa2012",
                    "abstract, rat brain: half-life of TIMP-1 39-45 h; a lower limit, for the label was followed",
                    Evidence::measured_animal},
         .meaning = "Loss of free TIMP"}};
    Parameter<MassRate> binding{this,
                                {.name = "binding",
                                 .symbol = "k_b",
                                 .unit = mm3_per_pg_hour,
                                 .value = 0.013,
                                 .range = {0, 100},
                                 .plausible = {0.004, 0.13},
                                 .source = {"olson1997",
                                            "abstract: on-rate about 1e5 /(mol/L)/s; times 3600 s/h and 1e-6 g/L per "
                                            "pg/mm3, over 28,000 g/mol of TIMP",
                                            Evidence::derived},
                                 .meaning = "Binding of TIMP to MMP"}};
    Parameter<Fraction> mass_ratio{
        this,
        {.name = "mass_ratio",
         .symbol = "b",
         .unit = one,
         .value = 0.43,
         .range = {0.1, 2},
         .plausible = {0.3, 0.6},
         .source = convention("one to one by molecules: about 28 kDa of TIMP-1 on 65 kDa of active enzyme"),
         .meaning = "Mass of TIMP bound per mass of MMP"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num bound = *binding * v[mmp] * v[timp];
        v.rate(mmp) += *mmp_neutrophils * v[neutrophils] + *mmp_macrophages * v[m1] +
                       *mmp_fibroblasts * v[fibroblasts] * saturating(v[tnf], *tnf_half) - bound - *mmp_decay * v[mmp];
        v.rate(timp) += *timp_fibroblasts * v[signal] * (v[fibroblasts] + v[myofibroblasts]) - *mass_ratio * bound -
                        *timp_decay * v[timp];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry proteases() {
    return entry<Proteases>("proteases", "MMP from inflammation, TIMP from repair, bound one to one");
}
}  // namespace mechanism
}  // namespace cicatrix
