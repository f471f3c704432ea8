// SPDX-License-Identifier: Apache-2.0
// Foreign body: product that needles drive into the dermis is hardly eaten, and macrophages settle around it.
//
//     dX/dt    = -k_x M X/(1 + X/X_h)                                       M = M_1 + M_2
//     dG/dt    = k_g X M - d_g G/(1 + s X/(X_h + X))
//     dT_N/dt += p_G G
//     needle:    X += foreign material of the products on the skin x killed
//
// X foreign material [1]; G epithelioid macrophages [cells/mm3]; T_N TNF. A macrophage that has eaten its fill eats no
// faster (X_h), and around as much of it as that, which stays, the settled cells live longer (s).

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class ForeignBody final : public Law<ForeignBody> {
public:
    using Law::Law;

    Owns<Fraction> material{
        this, field::foreign_material, {.layers = dermis, .scale = 0.05, .solved_with = SolvedWith::itself}};
    Owns<CellDensity> settled{
        this, field::epithelioid_macrophages, {.layers = dermis, .scale = 20, .solved_with = SolvedWith::itself}};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Writes<Concentration> tnf{this, field::tnf};

    Parameter<KillRate> eating{
        this,
        {.name = "eating",
         .symbol = "k_x",
         .unit = mm3_per_cell_day,
         .value = 4e-5,
         .range = {0, 0.01},
         .plausible = {1e-5, 2e-4},
         .source = assumed("granulomas after needling last for months and often resist treatment"),
         .meaning = "Loss of a little foreign material through macrophages"}};
    Parameter<Fraction> fill{
        this,
        {.name = "fill",
         .symbol = "X_h",
         .unit = one,
         .value = 0.02,
         .range = {1e-5, 10},
         .plausible = {0.005, 0.1},
         .source = assumed("a residue of bland serum is eaten, a soaked channel is not"),
         .meaning =
             "Foreign material at which what is eaten is half the most, and the stay of settled cells half-way"}};
    Parameter<Rate> settling{this,
                             {.name = "settling",
                              .symbol = "k_g",
                              .unit = per_day,
                              .value = 0.1,
                              .range = {0, 10},
                              .plausible = {0.02, 0.4},
                              .source = assumed("a tenth of the macrophages of a soaked volume settles each day"),
                              .meaning = "Macrophages that settle in tissue full of foreign material"}};
    Parameter<Rate> leaving{
        this,
        {.name = "leaving",
         .symbol = "d_g",
         .unit = per_day,
         .value = 0.02,
         .range = {0, 5},
         .plausible = {0.01, 0.15},
         .source = {"qsp_tumour_code", "k_Mac_death 0.02 /d, macrophages of a tissue", Evidence::published_model},
         .meaning = "Loss of settled macrophages once the material is gone"}};
    Parameter<Fraction> staying{
        this,
        {.name = "staying",
         .symbol = "s",
         .unit = one,
         .value = 4,
         .range = {0, 1000},
         .plausible = {1, 15},
         .source = assumed("granulomas outlast a year: with it half of one is left after half a year"),
         .meaning = "How many times longer they live, less one, around material that stays"}};
    Parameter<Secretion> tnf_secretion{
        this,
        {.name = "tnf_secretion",
         .symbol = "p_G",
         .unit = pg_per_cell_hour,
         .value = 5.5e-4,
         .range = {0, 1},
         .plausible = {0.0001, 0.002},
         .source = {"nlisim", "lung macrophage 3.22e-20 mol/h x 17 kDa (tnf_product)", Evidence::derived},
         .meaning = "TNF made by a settled macrophage"}};

    void respond(const Event& event, Patch& patch) const override {
        const Needling* needling = event.needling();
        if (!event.wound || !needling || needling->foreign_material <= 0.0) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto x = patch.values(material, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < x.size(); ++i) x[i] += needling->foreign_material * killed[i];
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num x = v[material], eaters = v[m1] + v[m2];
        v.rate(material) -= *eating * eaters * x * inhibited(x, *fill);
        v.rate(settled) += *settling * x * eaters;
        v.rate(settled) -= *leaving * v[settled] / (1.0 + *staying * saturating(x, *fill));
        v.rate(tnf) += *tnf_secretion * v[settled];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry foreign_body() {
    return entry<ForeignBody>("foreign_body", "Macrophages settle around product that needles drove in");
}
}  // namespace mechanism
}  // namespace cicatrix
