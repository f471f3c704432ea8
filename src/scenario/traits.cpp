// SPDX-License-Identifier: Apache-2.0
// A person's traits become factors on parameters; which ones is data (trait_effects.cpp).
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/scenario/scenario.hpp"

#include <algorithm>

#include <array>

namespace cicatrix {
namespace {

/// Traits that are themselves parameters of a law; all others act through factors.
struct TraitParameter {
    std::string_view trait, parameter;
};
constexpr std::array trait_parameters{TraitParameter{"melanin", "melanin.level"},
                                      TraitParameter{"herpes_carrier", "herpes.carriage"},
                                      TraitParameter{"rosacea", "vessels.flushed"}};

double level_of(const Person& person, std::string_view trait) {
    if (trait == "age") return person.age_y;
    if (trait == "melanin") return person.melanin;
    const auto it = person.conditions.find(trait);
    return it == person.conditions.end() ? 0.0 : it->second;
}

}  // namespace

void apply_traits(const Person& person, Adjustments& adjustments) {
    for (const TraitParameter& p : trait_parameters)
        adjustments.set[std::string{p.parameter}] = level_of(person, p.trait);
    for (const TraitEffect& e : trait_effects()) {
        const double share = (level_of(person, e.trait) - e.reference) / (e.at - e.reference);
        if (share == 0) continue;
        auto [it, fresh] = adjustments.factor.try_emplace(std::string{e.parameter}, 1.0);
        it->second *= exact_pow(e.factor, share);
    }
}

}  // namespace cicatrix
