// SPDX-License-Identifier: Apache-2.0
// Epidermal growth: alarmed fibroblasts send keratinocyte growth factor up, and the epidermis thickens for months.
//
//     dK_7/dt = p_K F A/(K_A + A) - k_7 K_7                     dermis; spreads up into the epidermis, where only k_7
//     holds dX/dt   = g K_7/(K_X + K_7) (X_max - X) - X/tau           basal layer
//
// K_7 KGF above that of healthy skin [pg/mm3]; F fibroblasts; A alarm (interleukin 1 alpha is what makes fibroblasts
// send it); X thickness beyond the healthy one: ridges that grew deeper, which remodel slowly.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class EpidermalGrowth final : public Law<EpidermalGrowth> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_7",
         .unit = um2_per_hour,
         .value = 2000,
         .range = {10, 4e5},
         .plausible = {500, 12000},
         .source = {"cell_contraction_code",
                    "its PDGF, 2000 um2/h; KGF is a factor of like size that matrix holds back too",
                    Evidence::published_model},
         .meaning = "Effective diffusivity of KGF"}};

    Owns<Concentration> kgf{this, field::kgf, {.layers = living, .scale = 0.2, .diffusivity = &spread}};
    Owns<Fraction> growth{
        this, field::epidermal_growth, {.layers = only(Layer::basal), .scale = 0.1, .solved_with = SolvedWith::itself}};
    Reads<CellDensity> fibroblasts{this, field::fibroblasts};
    Reads<Concentration> alarm{this, field::alarm};

    Parameter<Secretion> making{
        this,
        {.name = "making",
         .symbol = "p_K",
         .unit = pg_per_cell_hour,
         .value = 4.5e-5,
         .range = {0, 0.1},
         .plausible = {2e-5, 5e-4},
         .source =
             convention("fixes the unit of KGF above rest; what it does lies in the half-level of its one reader"),
         .meaning = "KGF made by a fully alarmed fibroblast"}};
    Parameter<Concentration> alarm_half{this, shared::alarm_half};
    Parameter<Rate> decay{
        this,
        {.name = "decay",
         .symbol = "k_7",
         .unit = per_hour,
         .value = 0.13,
         .range = {0.01, 20},
         .plausible = {0.1, 1},
         .source = {"zia2006", "people, 4.5 to 6 h in blood: ln 2 over 5.2 h, their geometric mean", Evidence::derived},
         .meaning = "Loss of KGF"}};
    Parameter<Concentration> kgf_half{
        this,
        {.name = "kgf_half",
         .symbol = "K_X",
         .unit = pg_per_mm3,
         .value = 0.1,
         .range = {1e-4, 100},
         .plausible = {0.1, 1},
         .source = {"lotfi2013", "abstract: +50 % after five monthly sessions; set with it in view",
                    Evidence::calibrated},
         .meaning = "KGF at which the epidermis grows at half its greatest rate"}};
    Parameter<Rate> growing{
        this,
        {.name = "growing",
         .symbol = "g",
         .unit = per_day,
         .value = 0.18,
         .range = {0, 5},
         .plausible = {0.05, 0.4},
         .source = {"lotfi2013", "abstract: +50 % after five monthly sessions; chosen with it in view",
                    Evidence::calibrated},
         .meaning = "Greatest rate of thickening"}};
    Parameter<Fraction> greatest{
        this,
        {.name = "greatest",
         .symbol = "X_max",
         .unit = one,
         .value = 1.5,
         .range = {0, 10},
         .plausible = {0.7, 3},
         .source = assumed("in people it gained 40 to 50 %, in rats several times its thickness"),
         .meaning = "Greatest thickness beyond the healthy one"}};
    Parameter<Time> remodelling{
        this,
        {.name = "remodelling",
         .symbol = "tau",
         .unit = day,
         .value = 270,
         .range = {1, 10000},
         .plausible = {60, 720},
         .source = assumed("thickness outlasts the turnover of its cells, for ridges hold it: months"),
         .meaning = "Time in which gained thickness fades"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        Num& k = v.rate(kgf);
        k -= *decay * v[kgf];
        if (dermis.has(v.layer())) k += *making * v[fibroblasts] * saturating(v[alarm], *alarm_half);
        if (v.layer() == Layer::basal)
            v.rate(growth) +=
                *growing * saturating(v[kgf], *kgf_half) * (*greatest - v[growth]) - v[growth] / *remodelling;
    }
};

}  // namespace

namespace mechanism {
MechanismEntry epidermal_growth() {
    return entry<EpidermalGrowth>("epidermal_growth",
                                  "Alarmed fibroblasts send KGF up; the epidermis thickens for months");
}
}  // namespace mechanism
}  // namespace cicatrix
