// SPDX-License-Identifier: Apache-2.0
// Facial sites, phototypes and conditions: the tables behind a person's skin.
#include "cicatrix/tissue/skin.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

constexpr Source ultrasound{"meng2022", "Table 2, dermis by high-frequency ultrasound, 69 women and 49 men",
                            Evidence::measured_human};
constexpr Source lip_epidermis{"facial_histology_regions",
                               "thickest site: women 120.91 um, men 122.75 um; mean of both", Evidence::derived};
constexpr Source cheek_epidermis{"facial_histology_regions",
                                 "thinnest site: men's cheek 79.08 um, women's minimum 65.91 um; mean of both",
                                 Evidence::derived};
constexpr Source scaled{"meng2022",
                        "Table 2: epidermis by ultrasound relative to the zygoma's 0.195 mm, times the cheek's 72.5 um",
                        Evidence::derived};
constexpr Source chin_epidermis =
    assumed("thickest by ultrasound in a series whose table was not read; within 66-123 um of six head sites");
constexpr Source cheek_corneum{"egawa2007", "abstract: 16.8 um by Raman spectroscopy, 15 Japanese adults",
                               Evidence::measured_human};
constexpr Source face_corneum{"layers1999", "abstract: 9 +- 2 layers of cells all over the face, so as the cheek",
                              Evidence::derived};
constexpr Source neck_corneum{"layers1999", "abstract: 10 layers of cells against 9 of the face, 16.8 um x 10/9",
                              Evidence::derived};
constexpr Source lip_dermis = assumed("about 1 mm in summaries of ultrasound work whose tables were not read");
constexpr Source chin_dermis = assumed("named among the thick sites of the face, without numbers");

// name, dermis of women and of men, epidermis, stratum corneum; all in um
constexpr std::array<SiteFacts, 10> sites{{
    {"forehead", 860, 1170, 78.1, 16.8, ultrasound, scaled, face_corneum},
    {"glabella", 900, 1140, 74.4, 16.8, ultrasound, scaled, face_corneum},
    {"temple", 800, 1060, 68.8, 16.8, ultrasound, scaled, face_corneum},
    {"eyelid", 580, 670, 65.1, 16.8, ultrasound, scaled, face_corneum},
    {"nose", 930, 1030, 72.5, 16.8, ultrasound, scaled, face_corneum},
    {"cheek", 870, 1140, 72.5, 16.8, ultrasound, cheek_epidermis, cheek_corneum},
    {"jaw", 910, 1020, 72.5, 16.8, ultrasound, scaled, face_corneum},
    {"neck", 990, 980, 66.9, 18.7, ultrasound, scaled, neck_corneum},
    {"upper_lip", 950, 1100, 121.8, 16.8, lip_dermis, lip_epidermis, face_corneum},
    {"chin", 1100, 1300, 85, 16.8, chin_dermis, chin_epidermis, face_corneum},
}};

constexpr Source scale{"jacques1998",
                       "ends of light (1.3-6.3 %) and of moderately dark skin (11-16 %), low end of dark skin (18 %), "
                       "over the 30.5 % of type VI",
                       Evidence::derived};
constexpr std::array<PhototypeFacts, 6> phototypes{{
    {"I", 0.043, scale},
    {"II", 0.207, scale},
    {"III", 0.361, scale},
    {"IV", 0.525, scale},
    {"V", 0.590, scale},
    {"VI", 1.00, convention("the scale's upper end")},
}};

constexpr std::array<std::string_view, 13> conditions{
    "diabetes",    "smoking",    "keloid_tendency", "immune_impairment", "rosacea",     "eczema",      "psoriasis",
    "active_acne", "acne_scars", "herpes_carrier",  "sunburn",           "recent_peel", "recent_laser"};

}  // namespace

std::span<const SiteFacts> site_table() {
    return sites;
}

const SiteFacts* find_site(std::string_view name) {
    const auto it = std::find_if(sites.begin(), sites.end(), [&](const SiteFacts& s) { return s.name == name; });
    return it == sites.end() ? nullptr : &*it;
}

std::span<const std::string_view> condition_names() {
    return conditions;
}

std::span<const PhototypeFacts> phototype_table() {
    return phototypes;
}

std::optional<double> melanin_of_phototype(std::string_view phototype) {
    for (const auto& p : phototypes)
        if (p.name == phototype) return p.melanin;
    return std::nullopt;
}

}  // namespace cicatrix
