// SPDX-License-Identifier: Apache-2.0
// Collagen: laid down as III and new I, cross-linked into an ordered network or into scar, cut by collagenases.
//
//     s      = what cells make under signals, by fibre_making.hpp
//     dC_3/dt = f s + k_3 (Q C_30 - C_3)            - v_3
//     dC_n/dt = (1 - f) s - k_x C_n                 - v_n
//     dC_1/dt = (1 - d) k_x C_n + k_t (Q C_10 - C_1) - v_1
//     dC_s/dt = d k_x C_n                           - v_s
//     d      = 1 - (1 - d_0) min(1, C_1/C_10) / ((1 + (Y/K_d)^2)(1 + T_N/K_t))                  disordered share
//     v_j    = g_j k_c M_p C_j/(K_c + C)            C = C_3 + C_n + C_1 + C_s, g_j how open fibre j is to the enzyme
//
// All [ug/mm3]; s synthesis; C_0, C_30, C_10 at rest; H signal, W memory of TGF-beta; Q matrix reserve. Order needs a
// template: where the network is torn, fibres are laid along the pull of crowded cells.

#include "cicatrix/biology/fibre_making.hpp"
#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Collagen final : public Law<Collagen> {
public:
    using Law::Law;

    Owns<Concentration> type_iii{
        this, field::collagen_iii, {.layers = dermis, .scale = 5, .solved_with = SolvedWith::itself}};
    Owns<Concentration> young{
        this, field::collagen_i_new, {.layers = dermis, .scale = 2, .solved_with = SolvedWith::itself}};
    Owns<Concentration> mature{
        this, field::collagen_i, {.layers = dermis, .scale = 10, .solved_with = SolvedWith::itself}};
    Owns<Concentration> scar{
        this, field::collagen_scar, {.layers = dermis, .scale = 2, .solved_with = SolvedWith::itself}};
    Reads<CellDensity> fibroblasts{this, field::fibroblasts};
    Reads<CellDensity> myofibroblasts{this, field::myofibroblasts};
    Reads<Fraction> signal{this, field::tgf_signal};
    Reads<Fraction> memory{this, field::matrix_memory};
    Reads<Fraction> reserve{this, field::matrix_reserve};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Concentration> mmp{this, field::mmp};
    Reads<Pressure> oxygen{this, field::oxygen};

    const CollagenMaking making{this};
    Parameter<Fraction> resting_scar{this,
                                     {.name = "resting_scar",
                                      .symbol = "d_r",
                                      .unit = one,
                                      .value = 0.004,
                                      .range = {0, 0.9},
                                      .plausible = {0, 0.02},
                                      .source = assumed("unscarred adult dermis holds almost none"),
                                      .meaning = "Disordered share of mature collagen before any treatment"}};
    Parameter<Rate> turnover_iii{
        this,
        {.name = "turnover_iii",
         .symbol = "k_3",
         .unit = per_day,
         .value = 0.02,
         .range = {0, 1},
         .plausible = {0.003, 0.05},
         .source = {"babraj2005",
                    "collagen of skin is renewed by 0.037 %/h in men, 0.124 %/h in rats (volpi2000): 0.9 and 3.0 % a "
                    "day, their middle; taken for type III, which after full excision returns more slowly (robins2003)",
                    Evidence::derived},
         .meaning = "Return of type III to its resting content"}};
    Parameter<Rate> cross_linking{this, shared::cross_linking};
    Parameter<Fraction> disorder{this,
                                 {.name = "disorder",
                                  .symbol = "d_0",
                                  .unit = one,
                                  .value = 0.02,
                                  .range = {0, 1},
                                  .plausible = {0, 0.1},
                                  .source = assumed("calm repair on an intact template is nearly all ordered"),
                                  .meaning = "Disordered share of calm repair"}};
    Parameter<CellDensity> crowd_half{
        this,
        {.name = "crowd_half",
         .symbol = "K_d",
         .unit = cells_per_mm3,
         .value = 20000,
         .range = {100, 1e6},
         .plausible = {8000, 60000},
         .source = assumed("pulling cells bundle fibres when they crowd, as in granulation tissue"),
         .meaning = "Myofibroblasts that halve the ordered share"}};
    Parameter<Rate> cutting{
        this,
        {.name = "cutting",
         .symbol = "k_c",
         .unit = per_hour,
         .value = 97,
         .range = {0, 1e4},
         .plausible = {30, 300},
         .source = {"karagiannis2004",
                    "k_cat 4.5e-3 /s of MMP-2 on collagen I, as mass per mass of enzyme (300 and 50 kDa)",
                    Evidence::derived},
         .meaning = "Collagen cut per mass of free enzyme"}};
    Parameter<Concentration> cutting_half{this,
                                          {.name = "cutting_half",
                                           .symbol = "K_c",
                                           .unit = ug_per_mm3,
                                           .value = 2.55,
                                           .range = {0.01, 500},
                                           .plausible = {1, 10},
                                           .source = {"karagiannis2004", "K_m 8.5 uM at 300 kDa", Evidence::derived},
                                           .meaning = "Collagen at which the enzyme works at half speed"}};
    Parameter<Fraction> open_young{
        this,
        {.name = "open_young",
         .symbol = "g_n",
         .unit = one,
         .value = 1,
         .range = {0, 10},
         .plausible = {0.5, 1.5},
         .source = convention("the enzyme constants were measured on uncross-linked collagen"),
         .meaning = "How open new collagen I and type III are to collagenase"}};
    Parameter<Fraction> open_mature{
        this,
        {.name = "open_mature",
         .symbol = "g_1",
         .unit = one,
         .value = 0.15,
         .range = {0, 10},
         .plausible = {0.05, 0.4},
         .source = {"tendon_crosslinks",
                    "abstract: unloaded tendon fibres cross-linked by sugar resist collagenase more than 5 times "
                    "better, so under 0.2; how far under is our choice",
                    Evidence::in_vitro},
         .meaning = "How open mature fibres are to collagenase"}};
    Parameter<Fraction> cut_share{this, shared::cut_share};

    void rest(Patch& patch) const override {
        const double i = *making.content * (1.0 - *making.resting_iii);
        patch.fill(type_iii, dermis, *making.content * *making.resting_iii);
        patch.fill(mature, dermis, i * (1.0 - *resting_scar));
        patch.fill(scar, dermis, i * *resting_scar);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto killed = event.wound->killed(k), torn = event.wound->torn(k);
            for (const auto* kind : {&type_iii, &young, &mature, &scar}) {
                const auto c = patch.values(*kind, k);
                for (std::size_t i = 0; i < c.size(); ++i) c[i] *= 1.0 - *cut_share * killed[i] - torn[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const double iii_0 = *making.content * *making.resting_iii,
                     i_0 = *making.content * (1.0 - *making.resting_iii) * (1.0 - *resting_scar);
        const Num c3 = v[type_iii], cn = v[young], c1 = v[mature], cs = v[scar], y = v[myofibroblasts], heat = v[tnf];
        const Num total = c3 + cn + c1 + cs;
        const Num made =
            making.driven(CollagenMakers<Num>{v[fibroblasts], y, v[signal], v[memory], v[oxygen], heat, total});
        const Num template_left = min(Num{1.0}, c1 / i_0);
        const Num ordered =
            (1.0 - *disorder) * template_left * inhibited2(y, *crowd_half) * inhibited(heat, *making.tnf_half);
        const Num matured = *cross_linking * cn;
        const Num cut = *cutting * v[mmp] / (total + *cutting_half);
        v.rate(type_iii) +=
            *making.early_iii * made + *turnover_iii * (iii_0 * v[reserve] - c3) - *open_young * cut * c3;
        v.rate(young) += (1.0 - *making.early_iii) * made - matured - *open_young * cut * cn;
        v.rate(mature) += ordered * matured + *making.turnover * (i_0 * v[reserve] - c1) - *open_mature * cut * c1;
        v.rate(scar) += (1.0 - ordered) * matured - *open_mature * cut * cs;
    }
};

}  // namespace

namespace mechanism {
MechanismEntry collagen() {
    return entry<Collagen>("collagen", "Laid down, matured in order or as scar, cut by collagenase");
}
}  // namespace mechanism
}  // namespace cicatrix
