// SPDX-License-Identifier: Apache-2.0
// TGF-beta: stored asleep in the matrix, woken by proteases, macrophages and pulling cells, gone in minutes; cells
// that hear it often hear it less well, and the matrix remembers each pulse.
//
//     dL/dt = k_L (L_0 - L) + p_P P_l + p_2 M_2 + p_Y Y - a L
//     a     = a_c (F_b + M_p/(K_p + M_p)) + a_M M/(K_M + M) + a_Y Y/(K_Y + Y)       M = M_1 + M_2
//     dT/dt = a L - k_T T
//     dH/dt = k_H (S h - H)                     h = T/(K_T + T)
//     dS/dt = k_r (1 - S) - k_d S h
//     dW/dt = k_w H (1 - W) - k_W W/(1 + W/W_2)
//
// L latent, T active [pg/mm3]; H signal inside cells; S receptor sensitivity (1 rested); W matrix memory (0 none).

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class TgfBeta final : public Law<TgfBeta> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_T",
         .unit = mm2_per_hour,
         .value = 0.01208,
         .range = {1e-5, 0.5},
         .plausible = {0.005, 0.15},
         .source = {"tepole2021", "D_cc of the public dermal wound code; older codes use 0.10 to 0.15",
                    Evidence::published_model},
         .meaning = "Effective diffusivity of active TGF-beta in dermis"}};

    Owns<Concentration> latent{this, field::tgf_latent, {.layers = dermis, .scale = 10}};
    Owns<Concentration> active{this, field::tgf_active, {.layers = dermis, .scale = 0.02, .diffusivity = &spread}};
    Owns<Fraction> signal{this, field::tgf_signal, {.layers = dermis, .scale = 0.1}};
    Owns<Fraction> sensitivity{
        this, field::receptor_sensitivity, {.layers = dermis, .scale = 0.2, .solved_with = SolvedWith::itself}};
    Owns<Fraction> memory{
        this, field::matrix_memory, {.layers = dermis, .scale = 0.2, .solved_with = SolvedWith::itself}};
    Reads<Fraction> platelets{this, field::platelets};
    Reads<Fraction> clot{this, field::clot};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<CellDensity> myofibroblasts{this, field::myofibroblasts};
    Reads<Concentration> mmp{this, field::mmp};

    Parameter<Concentration> store{this,
                                   {.name = "store",
                                    .symbol = "L_0",
                                    .unit = pg_per_mm3,
                                    .value = 20,
                                    .range = {0.1, 1e3},
                                    .plausible = {5, 60},
                                    .source = {"bianchi2015", "T_L = 18 pg/mm3, rounded", Evidence::published_model},
                                    .meaning = "Latent TGF-beta that rests in the matrix"}};
    Parameter<Rate> refill{this,
                           {.name = "refill",
                            .symbol = "k_L",
                            .unit = per_day,
                            .value = 0.1,
                            .range = {0, 5},
                            .plausible = {0.03, 0.3},
                            .source = assumed("the store comes back within two weeks"),
                            .meaning = "Return of the store to its resting level"}};
    Parameter<Release> from_platelets{
        this,
        {.name = "from_platelets",
         .symbol = "p_P",
         .unit = pg_per_mm3_hour,
         .value = 6.9,
         .range = {0, 1e3},
         .plausible = {1, 15},
         .source = {"platelets_vox2003",
                    "abstract: 2.41e-16 g in a platelet, times 275,000 /mm3 and haemostasis.spent, 2.5 /d",
                    Evidence::derived},
         .meaning = "Latent TGF-beta released by whole blood's platelets"}};
    Parameter<Secretion> from_m2{
        this,
        {.name = "from_m2",
         .symbol = "p_2",
         .unit = pg_per_cell_day,
         .value = 0.07,
         .range = {0, 10},
         .plausible = {0.02, 0.2},
         .source = {"waugh2007", "k_4, there for the inflammatory phenotype; here the repairing one makes it",
                    Evidence::published_model},
         .meaning = "Latent TGF-beta made by an M_2 macrophage"}};
    Parameter<Secretion> from_myofibroblasts{
        this,
        {.name = "from_myofibroblasts",
         .symbol = "p_Y",
         .unit = pg_per_cell_day,
         .value = 0.00076,
         .range = {0, 1},
         .plausible = {1e-4, 4e-3},
         .source = {"joint_model_code", "synovial fibroblasts, 3.15e-8 ng per cell and hour", Evidence::derived},
         .meaning = "Latent TGF-beta made by a myofibroblast"}};
    Parameter<Rate> by_protease{
        this,
        {.name = "by_protease",
         .symbol = "a_c",
         .unit = per_day,
         .value = 0.3,
         .range = {0, 50},
         .plausible = {0.1, 1},
         .source = assumed("plasmin and gelatinases free it; venkatraman2012 gives a rate without a time unit"),
         .meaning = "Activation by plasmin of a full clot, and by saturating proteases"}};
    Parameter<Concentration> protease_half{
        this,
        {.name = "protease_half",
         .symbol = "K_p",
         .unit = pg_per_mm3,
         .value = 100,
         .range = {1, 1e5},
         .plausible = {30, 500},
         .source = assumed("free gelatinase of an inflamed wound is of the order of 100 ng/mL"),
         .meaning = "Free protease at which its activation is half its greatest"}};
    Parameter<Rate> by_macrophages{
        this,
        {.name = "by_macrophages",
         .symbol = "a_M",
         .unit = per_day,
         .value = 1.2,
         .range = {0, 50},
         .plausible = {0.3, 4},
         .source = assumed("bianchi2015 activates through macrophages; rate adapted to our densities"),
         .meaning = "Greatest activation by macrophages"}};
    Parameter<CellDensity> macrophage_half{this,
                                           {.name = "macrophage_half",
                                            .symbol = "K_M",
                                            .unit = cells_per_mm3,
                                            .value = 800,
                                            .range = {1, 1e5},
                                            .plausible = {200, 3000},
                                            .source = assumed("upper end of macrophage densities of an acute wound"),
                                            .meaning = "Macrophages at which that is half its greatest"}};
    Parameter<Rate> by_strain{this,
                              {.name = "by_strain",
                               .symbol = "a_Y",
                               .unit = per_day,
                               .value = 0.4,
                               .range = {0, 50},
                               .plausible = {0.2, 3},
                               .source = assumed("pulling myofibroblasts free TGF-beta from stiff matrix"),
                               .meaning = "Greatest activation by pulling myofibroblasts"}};
    Parameter<CellDensity> strain_half{
        this,
        {.name = "strain_half",
         .symbol = "K_Y",
         .unit = cells_per_mm3,
         .value = 15000,
         .range = {10, 1e6},
         .plausible = {4000, 50000},
         .source = assumed("a well populated granulation tissue holds about 1e5 cells/mm3"),
         .meaning = "Myofibroblasts at which that is half its greatest"}};
    Parameter<Rate> decay{this,
                          {.name = "decay",
                           .symbol = "k_T",
                           .unit = per_day,
                           .value = 500,
                           .range = {1, 5000},
                           .plausible = {200, 1000},
                           .source = {"bianchi2015", "d_1, active TGF-beta", Evidence::published_model},
                           .meaning = "Loss of active TGF-beta"}};
    Parameter<Concentration> half{this,
                                  {.name = "half",
                                   .symbol = "K_T",
                                   .unit = pg_per_mm3,
                                   .value = 0.03,
                                   .range = {1e-4, 10},
                                   .plausible = {0.01, 0.1},
                                   .source = {"zi2011",
                                              "its pathway under a steady ligand, computed by us: nuclear Smad2 peaks "
                                              "half as high as at most at 1.2 pmol/L of 25 kDa",
                                              Evidence::derived},
                                   .meaning = "Active TGF-beta at which the signal is half its greatest"}};
    Parameter<Rate> signalling{
        this,
        {.name = "signalling",
         .symbol = "k_H",
         .unit = per_hour,
         .value = 1.9,
         .range = {0.05, 20},
         .plausible = {0.5, 3},
         .source =
             {"zi2011",
              "its pathway under a steady ligand, computed by us: nuclear Smad2 is at 63 % of its peak after 31 min",
              Evidence::derived},
         .meaning = "How fast the signal inside cells follows the ligand outside"}};
    Parameter<Rate> recovery{this,
                             {.name = "recovery",
                              .symbol = "k_r",
                              .unit = per_day,
                              .value = 0.06,
                              .range = {0, 5},
                              .plausible = {0.03, 0.15},
                              .source = assumed("receptors are back about two to three weeks after the last pulse"),
                              .meaning = "Return of receptor sensitivity"}};
    Parameter<Rate> desensitising{this,
                                  {.name = "desensitising",
                                   .symbol = "k_d",
                                   .unit = per_day,
                                   .value = 0.25,
                                   .range = {0, 10},
                                   .plausible = {0.08, 0.6},
                                   .source = assumed("a month of full signal takes away about four fifths"),
                                   .meaning = "Loss of sensitivity under full signal"}};
    Parameter<Rate> imprint{this,
                            {.name = "imprint",
                             .symbol = "k_w",
                             .unit = per_day,
                             .value = 0.25,
                             .range = {0, 20},
                             .plausible = {0.08, 0.8},
                             .source = assumed("a pulse of a day or two leaves a clear memory"),
                             .meaning = "Writing of matrix memory under full signal"}};
    Parameter<Rate> forgetting{
        this,
        {.name = "forgetting",
         .symbol = "k_W",
         .unit = per_day,
         .value = 0.143,
         .range = {0.001, 5},
         .plausible = {0.1, 0.2},
         .source = {"tgf_pulse2013", "abstract: one pulse acts for 7 d, 1/(7 d)", Evidence::derived},
         .meaning = "Fading of a faint memory"}};
    Parameter<Fraction> depth{
        this,
        {.name = "depth",
         .symbol = "W_2",
         .unit = one,
         .value = 0.5,
         .range = {0.01, 100},
         .plausible = {0.2, 2},
         .source = {"tgf_pulse2013",
                    "abstract: a second pulse acts for 14 d instead of 7; set so that a deep memory fades half as fast",
                    Evidence::calibrated},
         .meaning = "Memory at which fading is half as fast"}};

    void rest(Patch& patch) const override {
        patch.fill(latent, dermis, *store);
        patch.fill(sensitivity, dermis, 1.0);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num freed = (*by_protease * (v[clot] + saturating(v[mmp], *protease_half)) +
                           *by_macrophages * saturating(v[m1] + v[m2], *macrophage_half) +
                           *by_strain * saturating(v[myofibroblasts], *strain_half)) *
                          v[latent];
        v.rate(latent) += *refill * (*store - v[latent]) + *from_platelets * v[platelets] + *from_m2 * v[m2] +
                          *from_myofibroblasts * v[myofibroblasts] - freed;
        v.rate(active) += freed - *decay * v[active];
        const Num heard = v[sensitivity] * saturating(v[active], *half);
        v.rate(signal) += *signalling * (heard - v[signal]);
        v.rate(sensitivity) += *recovery * (1.0 - v[sensitivity]) - *desensitising * heard;
        v.rate(memory) +=
            *imprint * v[signal] * (1.0 - v[memory]) - *forgetting * v[memory] * inhibited(v[memory], *depth);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry tgf_beta() {
    return entry<TgfBeta>("tgf_beta", "Latent store, active signal, receptor fatigue and matrix memory");
}
}  // namespace mechanism
}  // namespace cicatrix
