// SPDX-License-Identifier: Apache-2.0
// The fields that mechanisms share, one line each. Who owns a field sets its rest value and its spread.
#pragma once

#include "cicatrix/tissue/field.hpp"

namespace cicatrix::field {

// Injury and clot
inline constexpr FieldKey<Fraction> debris{"debris", "D_b", one, "dead and torn material, share of tissue volume"};
inline constexpr FieldKey<Fraction> clot{"clot", "F_b", one, "fibrin provisional matrix, share of tissue volume"};
inline constexpr FieldKey<Fraction> platelets{"platelets", "P_l", one, "active platelets relative to whole blood"};
inline constexpr FieldKey<Concentration> alarm{"alarm", "A", pg_per_mm3,
                                               "alarm signals of injured cells (IL-1alpha, DAMPs)"};

// Inflammatory cells and cytokines
inline constexpr FieldKey<CellDensity> neutrophils{"neutrophils", "N", cells_per_mm3, "living neutrophils"};
inline constexpr FieldKey<CellDensity> apoptotic_neutrophils{"apoptotic_neutrophils", "N_a", cells_per_mm3,
                                                             "spent neutrophils waiting to be eaten"};
inline constexpr FieldKey<CellDensity> macrophages_m1{"macrophages_m1", "M_1", cells_per_mm3,
                                                      "recruited macrophages, inflammatory"};
inline constexpr FieldKey<CellDensity> macrophages_m2{"macrophages_m2", "M_2", cells_per_mm3,
                                                      "recruited macrophages, resolving"};
inline constexpr FieldKey<Concentration> tnf{"tnf", "T_N", pg_per_mm3, "tumour necrosis factor"};
inline constexpr FieldKey<Concentration> il6{"il6", "I_6", pg_per_mm3, "interleukin 6"};
inline constexpr FieldKey<Concentration> il10{"il10", "I_10", pg_per_mm3, "interleukin 10"};

// Foreign bodies
inline constexpr FieldKey<Fraction> foreign_material{
    "foreign_material", "X", one, "foreign material in the tissue; 1 is a volume soaked with the worst of products"};
inline constexpr FieldKey<CellDensity> epithelioid_macrophages{"epithelioid_macrophages", "G", cells_per_mm3,
                                                               "macrophages that settled around what they cannot eat"};

// Growth factors
inline constexpr FieldKey<Concentration> pdgf{"pdgf", "P", pg_per_mm3, "platelet-derived growth factor"};
inline constexpr FieldKey<Concentration> vegf{"vegf", "V_g", pg_per_mm3, "vascular endothelial growth factor"};
inline constexpr FieldKey<Concentration> kgf{"kgf", "K_7", pg_per_mm3,
                                             "keratinocyte growth factor (FGF7), above that of healthy skin"};
inline constexpr FieldKey<Concentration> tgf_latent{"tgf_latent", "L", pg_per_mm3,
                                                    "latent TGF-beta held in the matrix"};
inline constexpr FieldKey<Concentration> tgf_active{"tgf_active", "T", pg_per_mm3, "active TGF-beta 1"};
inline constexpr FieldKey<Fraction> tgf_signal{"tgf_signal", "H", one,
                                               "TGF-beta signal inside the cells that hear it, share of the greatest"};
inline constexpr FieldKey<Fraction> receptor_sensitivity{"receptor_sensitivity", "S", one,
                                                         "how well cells still hear TGF-beta"};
inline constexpr FieldKey<Fraction> matrix_memory{"matrix_memory", "W", one,
                                                  "memory of TGF-beta pulses kept in the matrix"};

// Fibroblasts and matrix
inline constexpr FieldKey<CellDensity> fibroblasts{"fibroblasts", "F", cells_per_mm3, "fibroblasts"};
inline constexpr FieldKey<CellDensity> myofibroblasts{"myofibroblasts", "Y", cells_per_mm3, "myofibroblasts"};
inline constexpr FieldKey<Concentration> collagen_iii{"collagen_iii", "C_3", ug_per_mm3, "collagen III"};
inline constexpr FieldKey<Concentration> collagen_i_new{"collagen_i_new", "C_n", ug_per_mm3,
                                                        "new collagen I, not yet cross-linked"};
inline constexpr FieldKey<Concentration> collagen_i{"collagen_i", "C_1", ug_per_mm3,
                                                    "mature collagen I in ordered network"};
inline constexpr FieldKey<Concentration> collagen_scar{"collagen_scar", "C_s", ug_per_mm3,
                                                       "mature collagen in disordered bundles"};
inline constexpr FieldKey<Fraction> repair_along_x{
    "repair_along_x", "T_x", one, "share of the collagen of repair that runs along x; half in a weave"};
inline constexpr FieldKey<Fraction> repair_along_diagonal{
    "repair_along_diagonal", "T_d", one,
    "share of the collagen of repair that runs along the diagonal of x and y; half in a weave"};
inline constexpr FieldKey<Fraction> matrix_reserve{"matrix_reserve", "Q", one,
                                                   "ordered collagen that renewal aims at, relative to the first day"};
inline constexpr FieldKey<Fraction> tropoelastin{"tropoelastin", "P_e", one,
                                                 "soluble precursor of elastin, relative to resting dermis"};
inline constexpr FieldKey<Fraction> elastin{"elastin", "E_l", one, "elastic fibres, relative to resting dermis"};
inline constexpr FieldKey<Fraction> hyaluronan{"hyaluronan", "H_y", one, "hyaluronan, relative to resting dermis"};
inline constexpr FieldKey<Concentration> mmp{"mmp", "M_p", pg_per_mm3, "free collagenases and gelatinases"};
inline constexpr FieldKey<Concentration> timp{"timp", "T_i", pg_per_mm3, "free inhibitors of metalloproteinases"};

// Vessels
inline constexpr FieldKey<Fraction> vessels{"vessels", "V", one,
                                            "capillary density relative to healthy papillary dermis"};
inline constexpr FieldKey<Fraction> dilation{"dilation", "Q", one,
                                             "extra blood content through widened vessels, relative to healthy"};
inline constexpr FieldKey<Pressure> oxygen{"oxygen", "P_o", mmhg, "oxygen tension of the tissue"};

// Nerves
inline constexpr FieldKey<Fraction> nerve_fibres{"nerve_fibres", "n", one, "fine nerve fibres relative to healthy"};
inline constexpr FieldKey<Fraction> nerve_sensitisation{"nerve_sensitisation", "z", one,
                                                        "nerve endings made sensitive, share of the greatest"};

// Epidermis and surface
inline constexpr FieldKey<Fraction> keratinocytes{"keratinocytes", "E", one, "continuity of living epidermis"};
inline constexpr FieldKey<Fraction> keratinocyte_activation{"keratinocyte_activation", "G", one,
                                                            "keratinocytes alert, migrating and dividing"};
inline constexpr FieldKey<Fraction> epidermal_growth{"epidermal_growth", "X", one,
                                                     "living epidermis beyond its healthy thickness, share of that"};
inline constexpr FieldKey<Fraction> barrier{"barrier", "B", one, "water barrier of the stratum corneum"};
inline constexpr FieldKey<Fraction> horny_sheet{"horny_sheet", "C", one, "sheet of horny cells, relative to whole"};
inline constexpr FieldKey<Fraction> channel{"channel", "O", one, "open share of the surface through which dye passes"};
inline constexpr FieldKey<Fraction> surface_ph{"surface_ph", "P", one, "pH of the skin's surface"};
inline constexpr FieldKey<Fraction> humectant{"humectant", "H", one,
                                              "soothing moisture film, relative to a usual dose"};

// Pigment
inline constexpr FieldKey<Fraction> melanogenic_drive{"melanogenic_drive", "Q_m", one,
                                                      "signals that wake melanocytes (PGE2, ET-1, SCF)"};
inline constexpr FieldKey<Fraction> melanocytes{"melanocytes", "M_c", one,
                                                "melanocytes relative to healthy basal layer"};
inline constexpr FieldKey<Fraction> melanocyte_activation{"melanocyte_activation", "M_a", one,
                                                          "melanin making above the usual"};
inline constexpr FieldKey<Fraction> melanin{"melanin", "M_e", one, "melanin, relative to the basal layer of type VI"};
inline constexpr FieldKey<Fraction> dermal_melanin{"dermal_melanin", "M_d", one,
                                                   "melanin that fell into the dermis, same scale"};

// Microbes and products
inline constexpr FieldKey<CellDensity> bacteria{"bacteria", "B_a", cfu_per_mm3, "bacteria"};
inline constexpr FieldKey<CellDensity> biofilm{"biofilm", "B_f", cfu_per_mm3, "bacteria that sit fast in clumps"};
inline constexpr FieldKey<Fraction> irritant{"irritant", "J", one, "irritating product, relative to a usual dose"};
inline constexpr FieldKey<Fraction> steroid{"steroid", "R", one, "topical steroid, relative to a usual dose"};
inline constexpr FieldKey<Fraction> depigmenting{"depigmenting", "U", one,
                                                 "tyrosinase inhibitor, relative to a usual dose"};
inline constexpr FieldKey<Fraction> antimicrobial{"antimicrobial", "X", one,
                                                  "topical antimicrobial, relative to a usual dose"};

// Herpes simplex
inline constexpr FieldKey<Fraction> herpes_virus{"herpes_virus", "H", one,
                                                 "virus that multiplies, relative to a full lesion; expected value"};
inline constexpr FieldKey<Fraction> herpes_outbreak{"herpes_outbreak", "R", one,
                                                    "hazard of a visible outbreak, added up since the start"};

}  // namespace cicatrix::field
