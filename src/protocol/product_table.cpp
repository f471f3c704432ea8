// SPDX-License-Identifier: Apache-2.0
// Products, as loadings relative to a usual product of their kind, and the chemistry of what they act by.
#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>
#include <array>

namespace cicatrix {
namespace {

constexpr std::optional<double> none{};

constexpr ProductChemistry hyaluronan{
    1e6, -8, none, 6.0, 0.0, assumed("a polymer of about a million g/mol that octanol shuns; serums are near neutral")};
constexpr ProductChemistry glycerol{
    92.1,
    -1.76,
    none,
    5.0,
    0.2,
    Source{"lukic2021", "abstract: creams should have a pH of 4 to 6; glycerol and the share of oil from memory",
           Evidence::assumed}};
constexpr ProductChemistry paraffin{400, 12, none, none, 1.0, assumed("long alkanes; free of water, so without a pH")};
constexpr ProductChemistry glycolic_acid{
    76.05,
    -1.11,
    3.83,
    4.0,
    0.0,
    Source{"narda2020", "introduction: most of what is sold has a pH of about 4; molecule as in glycolic_acid_page",
           Evidence::derived}};
constexpr ProductChemistry ascorbic_acid{
    176.12,
    -1.85,
    4.10,
    3.5,
    0.0,
    Source{"pinnell2001", "abstract: enters only from below pH 3.5; molecule as in ascorbic_acid_page",
           Evidence::derived}};
constexpr ProductChemistry tretinoin{300.4, 6.3, none,
                                     5.5,   0.2, assumed("usual figures from memory; the pH and oil of a usual cream")};
constexpr ProductChemistry niacinamide{
    122.1,
    -0.37,
    none,
    6.0,
    0.0,
    Source{"skin_permeation_code", "table: mass and octanol over water; the pH of such serums from memory",
           Evidence::assumed}};
constexpr ProductChemistry triamcinolone_acetonide{
    434.5, 2.5, none, 5.0, 0.2, assumed("one of medium strength; usual figures from memory")};
constexpr ProductChemistry hydroquinone{110.1, 0.59, none, 5.0, 0.2, assumed("usual figures from memory")};
constexpr ProductChemistry bacitracin{
    1422.7, -0.8, none, none, 1.0, assumed("usual figures from memory; free of water, so without a pH")};
constexpr ProductChemistry aciclovir{225.2, -1.6, none, none, 0.0, assumed("swallowed, so it does not matter here")};

// name, meaning, irritant, humectant, steroid, depigmenting, antimicrobial, CFU/cm2, sterile, source, foreign,
// chemistry, antiviral
constexpr std::array<ProductFacts, 11> products{{
    {"hyaluronic acid serum", "bland humectant serum", 0, 1, 0, 0, 0, 0.1, false,
     assumed("the body's own sugar; preserved, not sterile"), 0.02, hyaluronan},
    {"bland moisturiser", "cream without actives or fragrance", 0.02, 0.8, 0, 0, 0, 0.2, false,
     assumed("made for intact skin, hardly irritating"), 0.05, glycerol},
    {"petrolatum", "plain ointment from a tube", 0, 0.9, 0, 0, 0, 0.02, true,
     assumed("free of water, so hardly a germ lives in it"), 0.05, paraffin},
    {"glycolic acid serum", "exfoliating acid, low pH", 1, 0, 0, 0, 0, 0.5, false,
     assumed("the usual irritant by which others are measured; from an opened bottle, not sterile"), 0.3,
     glycolic_acid},
    {"vitamin C serum", "ascorbic acid, low pH", 0.6, 0, 0, 0.2, 0, 0.5, false,
     Source{"friedmann2024", "granulomas after needling: mostly topical vitamin C; the loadings are assumed",
            Evidence::assumed},
     1.0, ascorbic_acid},
    {"retinoid cream", "tretinoin or retinol", 0.8, 0, 0, 0.3, 0, 0.2, false,
     assumed("irritates in the first weeks; speeds turnover of pigment"), 0.4, tretinoin},
    {"niacinamide serum", "vitamin B3", 0.1, 0.5, 0, 0.25, 0, 0.2, false,
     assumed("well borne; slows transfer of pigment a little"), 0.2, niacinamide},
    {"topical steroid", "cream of medium strength, on prescription", 0, 0.4, 1, 0, 0, 0.05, false,
     assumed("the usual steroid by which others are measured"), 0.1, triamcinolone_acetonide},
    {"hydroquinone cream", "tyrosinase inhibitor, on prescription", 0.25, 0.2, 0, 1, 0, 0.05, false,
     assumed("the usual depigmenting product by which others are measured"), 0.3, hydroquinone},
    {"antibiotic ointment", "antibiotic in petrolatum", 0.05, 0.6, 0, 0, 1, 0, true,
     assumed("the usual antimicrobial by which others are measured"), 0.1, bacitracin},
    {"antiviral", "aciclovir or a relative as tablets, on prescription", 0, 0, 0, 0, 0, 0, true,
     convention("swallowed; a usual tablet is the dose by which it is counted"), 0, aciclovir, 1},
}};

}  // namespace

std::span<const ProductFacts> product_table() {
    return products;
}

Molecule molecule_of(const ProductChemistry& c) {
    const double uncharged = c.acid_pka && c.ph ? uncharged_share_of_acid(*c.acid_pka, *c.ph) : 1.0;
    return {c.mass_g_per_mol, c.log_kow, uncharged};
}

const ProductFacts* find_product(std::string_view name) {
    const auto it =
        std::find_if(products.begin(), products.end(), [&](const ProductFacts& p) { return p.name == name; });
    return it == products.end() ? nullptr : &*it;
}

}  // namespace cicatrix
