// SPDX-License-Identifier: Apache-2.0
// How much fibre cells make, written once: the mechanism adds it to its rates, and an observable reads it.
//   s   = (p_F o F + p_Y Y) g/g_u / (1 + T_N/K_N) (C_m - C)+/(C_m - C_0)      driven by signals
//   g   = P_o/(K_P + P_o), g_u of the usual tension                                   what oxygen allows
//   s_0 = k_t C_0 Q                                                                           at rest
//   o   = H + w W (1 - H)                                                                     told now, or remembered
// The pull of type III back to its resting content is an exchange, not a making: only the slow renewal counts at rest.
// Of tropoelastin, per resting content:  s = p o F/F_0 driven by signals,  k_P Q at rest.
#pragma once

#include "cicatrix/base/kinetic_forms.hpp"
#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

#include <algorithm>

namespace cicatrix {

/// What fibroblasts are told now (`signal`), or remember to `remembered` of it.
template <class Num>
Num told(const Num& signal, const Num& memory, double remembered) {
    return signal + remembered * memory * (1.0 - signal);
}

/// What the making of collagen depends on in one place; canonical units.
template <class Num>
struct CollagenMakers {
    Num fibroblasts, myofibroblasts, signal, memory, oxygen, tnf;
    Num collagen;  ///< of all kinds
};

/// The part of the parameters of `collagen` that says how much is made.
struct CollagenMaking {
    explicit CollagenMaking(Declared* declared) : owner{declared} {}
    Declared* owner;

    Parameter<Concentration> content{
        owner,
        {.name = "content",
         .symbol = "C_0",
         .unit = ug_per_mm3,
         .value = 215,
         .range = {20, 800},
         .plausible = {180, 300},
         .source = {"ssc_model", "skin 1.1 g/cm3, dermis 74 % water, collagen 75 % of what is dry: 1.1 x 0.26 x 0.75",
                    Evidence::derived},
         .meaning = "Collagen of resting dermis"}};
    Parameter<Fraction> resting_iii{
        owner,
        {.name = "resting_iii",
         .symbol = "f_0",
         .unit = one,
         .value = 0.15,
         .range = {0, 0.6},
         .plausible = {0.1, 0.2},
         .source = {"xue2015", "Table 1: type III 15 %, type I 80 % of the collagen of skin (review)",
                    Evidence::measured_human},
         .meaning = "Type III share of resting dermis"}};
    Parameter<Rate> turnover{
        owner,
        {.name = "turnover",
         .symbol = "k_t",
         .unit = per_year,
         .value = 0.0462,
         .range = {0, 5},
         .plausible = {0.03, 0.1},
         .source = {"verzijl2000", "ln 2 over a half-life of 15 years, racemisation in human skin", Evidence::derived},
         .meaning = "Renewal of the ordered network at rest"}};
    Parameter<Secretion> by_fibroblasts{
        owner,
        {.name = "by_fibroblasts",
         .symbol = "p_F",
         .unit = pg_per_cell_day,
         .value = 50,
         .range = {0, 5000},
         .plausible = {4, 120},
         .source = assumed("rest needs about 10 pg/cell/d; foetal rat cells make 3.7 with TGF-beta in culture "
                           "(mcanulty1991); higher by hand, per cell in tissue of usual oxygen"),
         .meaning = "Collagen made by a fibroblast under full TGF-beta signal"}};
    Parameter<Secretion> by_myofibroblasts{
        owner,
        {.name = "by_myofibroblasts",
         .symbol = "p_Y",
         .unit = pg_per_cell_day,
         .value = 150,
         .range = {0, 5000},
         .plausible = {30, 250},
         .source = {"younai1994",
                    "abstract: keloid fibroblasts make up to 12 times what normal ones make and 4 times what those of "
                    "scars do; three times a fibroblast",
                    Evidence::derived},
         .meaning = "Collagen made by a myofibroblast"}};
    Parameter<Fraction> remembered{owner, shared::remembered};
    Parameter<Pressure> oxygen_half{
        owner,
        {.name = "oxygen_half",
         .symbol = "K_P",
         .unit = mmhg,
         .value = 20,
         .range = {0.1, 200},
         .plausible = {15, 100},
         .source = assumed("hydroxylation is half at some 20 mmHg of oxygen (second-hand; others say 100)"),
         .meaning = "Oxygen tension at which hydroxylation allows half of the greatest synthesis"}};
    Parameter<Pressure> oxygen_usual{owner,
                                     {.name = "oxygen_usual",
                                      .symbol = "P_u",
                                      .unit = mmhg,
                                      .value = 36,
                                      .range = {5, 80},
                                      .plausible = {30, 44},
                                      .source = convention("the resting tension of dermis (oxygen.resting)"),
                                      .meaning = "Oxygen tension for which making per cell is stated"}};
    Parameter<Concentration> tnf_half{owner, shared::tnf_half};
    Parameter<Fraction> room{owner,
                             {.name = "room",
                              .symbol = "C_m/C_0",
                              .unit = one,
                              .value = 1.6,
                              .range = {1.05, 5},
                              .plausible = {1.3, 2},
                              .source = {"lotfi2013",
                                         "abstract: stained papillary collagen rises by 53 % after five sessions; set "
                                         "a little above, with it in view",
                                         Evidence::calibrated},
                              .meaning = "Largest collagen content relative to resting dermis"}};
    Parameter<Fraction> early_iii{
        owner,
        {.name = "early_iii",
         .symbol = "f",
         .unit = one,
         .value = 0.24,
         .range = {0, 0.9},
         .plausible = {0.2, 0.4},
         .source =
             {"robins2003",
              "III over I in human excisions 1.7 times skin at 6 months; 1.7 x 15/80 (xue2015) = 0.319; 0.319/1.319",
              Evidence::derived},
         .meaning = "Type III share of signal-driven synthesis"}};

    /// Collagen of all kinds that signals make cells lay down, per volume and hour.
    template <class Num>
    Num driven(const CollagenMakers<Num>& here) const {
        using std::max;
        const Num free_room = max(Num{0.0}, (*room - here.collagen / *content) / (*room - 1.0));
        return (*by_fibroblasts * told(here.signal, here.memory, *remembered) * here.fibroblasts +
                *by_myofibroblasts * here.myofibroblasts) *
               (saturating(here.oxygen, *oxygen_half) / saturating(*oxygen_usual, *oxygen_half)) *
               inhibited(here.tnf, *tnf_half) * free_room;
    }
    /// Collagen that renewal lays down in resting dermis of the first day.
    double at_rest() const { return *turnover * *content; }
};

/// The part of the parameters of `elastin` that says how much of the precursor is made.
struct ElastinMaking {
    explicit ElastinMaking(Declared* declared) : owner{declared} {}
    Declared* owner;

    Parameter<Rate> clearing{
        owner,
        {.name = "clearing",
         .symbol = "k_P",
         .unit = per_day,
         .value = 0.06,
         .range = {0.001, 10},
         .plausible = {0.02, 0.3},
         .source =
             assumed("precursor that finds no fibre is gone within weeks; assembly takes a sixth of what is lost"),
         .meaning = "Loss of tropoelastin, assembled or not; at rest as much is made"}};
    Parameter<Rate> making{
        owner,
        {.name = "making",
         .symbol = "p",
         .unit = per_day,
         .value = 0.1,
         .range = {0, 10},
         .plausible = {0.02, 0.4},
         .source =
             assumed("tropoelastin rises visibly in biopsies a month after needling; by how much was not printed"),
         .meaning = "Tropoelastin that usual fibroblasts make under full TGF-beta signal, per resting content"}};
    Parameter<CellDensity> usual_fibroblasts{owner,
                                             {.name = "usual_fibroblasts",
                                              .symbol = "F_0",
                                              .unit = cells_per_mm3,
                                              .value = 3000,
                                              .range = {100, 1e5},
                                              .plausible = {2300, 3500},
                                              .source = convention("between resting papillary and reticular dermis"),
                                              .meaning = "Fibroblasts for which the making is stated"}};
    Parameter<Fraction> remembered{owner, shared::remembered};

    /// Tropoelastin that signals make cells add, per resting content and hour.
    template <class Num>
    Num driven(const Num& fibroblasts, const Num& signal, const Num& memory) const {
        return *making / *usual_fibroblasts * told(signal, memory, *remembered) * fibroblasts;
    }
    double at_rest() const { return *clearing; }
};

}  // namespace cicatrix
