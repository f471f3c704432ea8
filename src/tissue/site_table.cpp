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
constexpr Source between =
    assumed("no histology of this very site was read; set within 66-123 um seen on six head sites by histology");
constexpr Source eyelid_epidermis =
    assumed("thinner than the cheek, as its dermis is the thinnest of 39 sites; cadaver histology gives 30-63 um");
constexpr Source neck_epidermis = assumed("neck histology was not read; taken a little thinner than the cheek");
constexpr Source corneum = assumed("a review gives 10-20 um for the body; its split between facial sites is a guess");
constexpr Source cheek_corneum{"egawa2007", "abstract: 16.8 um by Raman spectroscopy, 15 Japanese adults",
                               Evidence::measured_human};
constexpr Source lip_dermis = assumed("about 1 mm in summaries of ultrasound work whose tables were not read");
constexpr Source chin_dermis = assumed("named among the thick sites of the face, without numbers");

// name, dermis of women and of men, epidermis, stratum corneum; all in um
constexpr std::array<SiteFacts, 10> sites{{
    {"forehead", 860, 1170, 80, 14, ultrasound, between, corneum},
    {"glabella", 900, 1140, 80, 14, ultrasound, between, corneum},
    {"temple", 800, 1060, 72, 13, ultrasound, between, corneum},
    {"eyelid", 580, 670, 55, 10, ultrasound, eyelid_epidermis, corneum},
    {"nose", 930, 1030, 85, 13, ultrasound, between, corneum},
    {"cheek", 870, 1140, 72.5, 16.8, ultrasound, cheek_epidermis, cheek_corneum},
    {"jaw", 910, 1020, 76, 14, ultrasound, between, corneum},
    {"neck", 990, 980, 68, 12, ultrasound, neck_epidermis, corneum},
    {"upper_lip", 950, 1100, 121.8, 13, lip_dermis, lip_epidermis, corneum},
    {"chin", 1100, 1300, 85, 14, chin_dermis, between, corneum},
}};

constexpr Source scale = assumed("rises with type; type VI is 1 by definition, the steps between are a guess");
constexpr std::array<PhototypeFacts, 6> phototypes{{
    {"I", 0.05, scale},
    {"II", 0.15, scale},
    {"III", 0.30, scale},
    {"IV", 0.50, scale},
    {"V", 0.75, scale},
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
