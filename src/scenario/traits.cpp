// SPDX-License-Identifier: Apache-2.0
// A person's traits become factors on parameters; which ones is data (trait_effects.cpp).
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/scenario/scenario.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

double level_of(const Person& person, std::string_view trait) {
    if (trait == "age") return person.age_y;
    if (trait == "melanin") return person.melanin;
    const auto it = person.conditions.find(trait);
    return it == person.conditions.end() ? 0.0 : it->second;
}

}  // namespace

bool has_effect(std::string_view trait) {
    const auto rows = trait_effects();
    return std::any_of(rows.begin(), rows.end(), [&](const TraitEffect& e) { return e.trait == trait; });
}

void apply_traits(const Person& person, Adjustments& adjustments) {
    adjustments.set["melanin.level"] = person.melanin;  // the person's colour is itself a parameter of the law
    for (const TraitEffect& e : trait_effects()) {
        const double share = (level_of(person, e.trait) - e.reference) / (e.at - e.reference);
        if (share == 0) continue;
        auto [it, fresh] = adjustments.factor.try_emplace(std::string{e.parameter}, 1.0);
        it->second *= exact_pow(e.factor, share);
    }
}

}  // namespace cicatrix
