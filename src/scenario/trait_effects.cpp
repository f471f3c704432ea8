// SPDX-License-Identifier: Apache-2.0
// What age, skin tone and conditions do to parameters of mechanisms: data, row by row, each with its source.
// A factor holds from the first hour to the last. What passes (sunburn, a peel, a laser) is done to the skin as the run
// begins, and heals as it will (bind.cpp).
#include "cicatrix/scenario/scenario.hpp"

#include <array>

namespace cicatrix {

std::span<const TraitEffect> trait_effects() {
    static constexpr Source varani{
        "varani2006", "procollagen I of fibroblasts, 82 ng/mL at 18-29 y against 56 at 80+ y", Evidence::in_vitro};
    static constexpr Source knuutinen_i{"knuutinen2002", "synthesis of collagen I in blister fluid, -18 % in smokers",
                                        Evidence::measured_human};
    static constexpr Source knuutinen_timp{"knuutinen2002", "TIMP-1 in blister fluid, -14 % in smokers",
                                           Evidence::measured_human};
    static constexpr Source knuutinen_mmp{"knuutinen2002", "MMP-8, the collagenase of neutrophils, twice in smokers",
                                          Evidence::measured_human};
    static constexpr Source burst_n{"sorensen2004",
                                    "abstract: oxidative burst of blood neutrophils 50 % lower in 22 smokers than in "
                                    "16 who never smoked; that killing falls with the burst is ours, and blood of "
                                    "young smokers killed as well as other blood (noble1975)",
                                    Evidence::derived};
    static constexpr Source burst_m{"sorensen2004",
                                    "abstract: oxidative burst of blood monocytes 68 % lower in the same smokers; "
                                    "taken for macrophages and their killing",
                                    Evidence::derived};
    static constexpr Source waugh_f{"waugh2007", "k_11 20 in normal, 5 in diabetic healing", Evidence::published_model};
    // Tanning adds as much pigment to dark as to fair skin (ravnbak2008): no row makes dark skin answer more.
    static constexpr Source skibidy{"skibidy",
                                    "its notes, second-hand: migration falls by 40 to 60 % in diabetes; middle; but "
                                    "foot biopsies of people closed alike (diabetic_biopsies2007)",
                                    Evidence::derived};
    static constexpr Source waugh_alpha{"waugh2006",
                                        "1 - alpha 0.2 in diabetes over 0.52 of normal wounds at rest (waugh2007): "
                                        "share of monocytes that go on to repair; taken for the turn",
                                        Evidence::derived};
    static constexpr Source tan{"tan1975",
                                "abstract: neutrophils kill 72.8 % of an inoculum against 95.4 %; ratio of the "
                                "logarithms of what is left",
                                Evidence::derived};
    static constexpr Source leyden{"leyden1975",
                                   "abstract: 85,800 against 588 propionibacteria per cm2 at 16-20 y, no difference "
                                   "above 21 y; geometric mean of 146 and 1",
                                   Evidence::derived};
    static constexpr Source lowe{"lowe2015",
                                 "abstract: neutrophils of people with HIV leave 0.88 and 0.82 of mycobacteria where "
                                 "others leave 0.76 and 0.71; ratio of logarithms, geometric mean",
                                 Evidence::derived};
    static constexpr Source smoke{"sorensen2009",
                                  "abstract: one cigarette 53.9 to 48.4 mmHg under the skin; low for 30 to 50 min "
                                  "(jensen1991), 40 min x 20 a day: 1 - 0.56 x 0.102",
                                  Evidence::derived};
    static constexpr Source meijer{"tcpo2_diabetes2008",
                                   "abstract: at the chest 51.8 against 58.2 mmHg on heated skin, 60 with and 60 "
                                   "without diabetes; taken for skin at rest and the fat below",
                                   Evidence::derived};
    static constexpr Source hiv{"hsv_hiv2006",
                                "abstract: men with HIV shed HSV-2 orally 2.7 times as often (odds; 1.1-7.1)",
                                Evidence::measured_human};
    // They die like others (keloid_apoptosis): no row.
    static constexpr Source keloid{"younai1994",
                                   "abstract: keloid fibroblasts make up to 4 times the collagen of those of other "
                                   "scars, 2.7 times under TGF-beta; geometric mean",
                                   Evidence::derived};
    // Vessels in rosacea widen like others (drummond2012): it is a standing flush (traits.cpp) and no row.
    // Stripped skin of people with eczema (tanaka1997) or psoriasis (goon2004) recovers as fast as that of others: no
    // row.
    static constexpr Source ghadially{
        "ghadially1995", "abstract: 24 h after stripping 50 % back at 20-30 y, 15 % at 80+ y: ln 0.85 / ln 0.5",
        Evidence::derived};
    static constexpr Source scars =
        convention("says what severity 1 is: skin in which 16 % of mature collagen is disordered to begin with");
    static constexpr std::array rows{
        TraitEffect{"age", "collagen.by_fibroblasts", 24, 80, 0.68, varani},
        TraitEffect{"age", "collagen.by_myofibroblasts", 24, 80, 0.68, varani},
        TraitEffect{"age", "collagen.turnover", 24, 80, 0.68, varani},
        TraitEffect{"age", "barrier.sealing", 24, 80, 0.23,
                    assumed("as the sheet's renewal: fewer lamellar bodies were secreted (ghadially1995)")},
        TraitEffect{"age", "barrier.renewal", 24, 80, 0.23, ghadially},
        TraitEffect{"smoking", "collagen.by_fibroblasts", 0, 1, 0.82, knuutinen_i},
        TraitEffect{"smoking", "collagen.by_myofibroblasts", 0, 1, 0.82, knuutinen_i},
        TraitEffect{"smoking", "proteases.timp_fibroblasts", 0, 1, 0.86, knuutinen_timp},
        TraitEffect{"smoking", "proteases.mmp_neutrophils", 0, 1, 2, knuutinen_mmp},
        TraitEffect{"smoking", "bacteria.by_neutrophils", 0, 1, 0.5, burst_n},
        TraitEffect{"smoking", "bacteria.by_macrophages", 0, 1, 0.32, burst_m},
        TraitEffect{"smoking", "oxygen.resting", 0, 1, 0.94, smoke},
        TraitEffect{"smoking", "oxygen.resting_fat", 0, 1, 0.94, smoke},
        TraitEffect{"diabetes", "collagen.by_fibroblasts", 0, 1, 0.25, waugh_f},
        TraitEffect{"diabetes", "re_epithelialisation.closing", 0, 1, 0.5, skibidy},
        TraitEffect{"diabetes", "macrophages.switching", 0, 1, 0.4, waugh_alpha},
        TraitEffect{"diabetes", "bacteria.by_neutrophils", 0, 1, 0.42, tan},
        TraitEffect{"diabetes", "oxygen.resting", 0, 1, 0.89, meijer},
        TraitEffect{"diabetes", "oxygen.resting_fat", 0, 1, 0.89, meijer},
        TraitEffect{"keloid_tendency", "collagen.by_myofibroblasts", 0, 1, 3.3, keloid},
        TraitEffect{"immune_impairment", "bacteria.innate", 0, 1, 0.52,
                    assumed("as much as killing by neutrophils; nothing is published")},
        TraitEffect{"immune_impairment", "bacteria.by_neutrophils", 0, 1, 0.52, lowe},
        TraitEffect{"immune_impairment",
                    "neutrophils.recruitment",
                    0,
                    1,
                    0.88,
                    {"steroid_leucocytes",
                     "abstract: 62.8 against 71.6 million leucocytes per cm2 come to abraded skin on prednisone",
                     Evidence::measured_human}},
        TraitEffect{"immune_impairment", "herpes.waking", 0, 1, 2.7, hiv},
        TraitEffect{"eczema",
                    "vessels.flare_half",
                    0,
                    1,
                    4.2,
                    {"ikoma2003",
                     "abstract: flares of histamine 12.3 mm wide in 18 patients, 25.3 mm in 14 others; their areas",
                     Evidence::derived}},
        TraitEffect{"eczema",
                    "bacteria.flora",
                    0,
                    1,
                    11,
                    {"aly1977", "eczema holds 11 times the S. aureus of skin beside it; taken for all flora",
                     Evidence::derived}},
        TraitEffect{"psoriasis", "neutrophils.call_half", 0, 1, 0.6,
                    assumed("psoriatic skin calls neutrophils readily")},
        TraitEffect{"active_acne", "bacteria.flora", 0, 1, 12, leyden},
        TraitEffect{"acne_scars", "collagen.resting_scar", 0, 1, 40, scars},
    };
    return rows;
}

}  // namespace cicatrix
