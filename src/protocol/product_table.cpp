// SPDX-License-Identifier: Apache-2.0
// Products, as loadings relative to a usual product of their kind.
#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>
#include <array>

namespace cicatrix {
namespace {

// name, meaning, irritant, humectant, steroid, depigmenting, antimicrobial, CFU/cm2, sterile, source, foreign,
// antiviral
constexpr std::array<ProductFacts, 11> products{{
    {"hyaluronic acid serum", "bland humectant serum", 0, 1, 0, 0, 0, 0.1, false,
     assumed("the body's own sugar; preserved, not sterile"), 0.02},
    {"bland moisturiser", "cream without actives or fragrance", 0.02, 0.8, 0, 0, 0, 0.2, false,
     assumed("made for intact skin, hardly irritating"), 0.05},
    {"petrolatum", "plain ointment from a tube", 0, 0.9, 0, 0, 0, 0.02, true,
     assumed("free of water, so hardly a germ lives in it"), 0.05},
    {"glycolic acid serum", "exfoliating acid, low pH", 1, 0, 0, 0, 0, 0.5, false,
     assumed("the usual irritant by which others are measured; from an opened bottle, not sterile"), 0.3},
    {"vitamin C serum", "ascorbic acid, low pH", 0.6, 0, 0, 0.2, 0, 0.5, false,
     Source{"friedmann2024", "granulomas after needling: mostly topical vitamin C; the loadings are assumed",
            Evidence::assumed},
     1.0},
    {"retinoid cream", "tretinoin or retinol", 0.8, 0, 0, 0.3, 0, 0.2, false,
     assumed("irritates in the first weeks; speeds turnover of pigment"), 0.4},
    {"niacinamide serum", "vitamin B3", 0.1, 0.5, 0, 0.25, 0, 0.2, false,
     assumed("well borne; slows transfer of pigment a little"), 0.2},
    {"topical steroid", "cream of medium strength, on prescription", 0, 0.4, 1, 0, 0, 0.05, false,
     assumed("the usual steroid by which others are measured"), 0.1},
    {"hydroquinone cream", "tyrosinase inhibitor, on prescription", 0.25, 0.2, 0, 1, 0, 0.05, false,
     assumed("the usual depigmenting product by which others are measured"), 0.3},
    {"antibiotic ointment", "antibiotic in petrolatum", 0.05, 0.6, 0, 0, 1, 0, true,
     assumed("the usual antimicrobial by which others are measured"), 0.1},
    {"antiviral", "aciclovir or a relative as tablets, on prescription", 0, 0, 0, 0, 0, 0, true,
     convention("swallowed; a usual tablet is the dose by which it is counted"), 0, 1},
}};

}  // namespace

std::span<const ProductFacts> product_table() {
    return products;
}

const ProductFacts* find_product(std::string_view name) {
    const auto it =
        std::find_if(products.begin(), products.end(), [&](const ProductFacts& p) { return p.name == name; });
    return it == products.end() ? nullptr : &*it;
}

}  // namespace cicatrix
