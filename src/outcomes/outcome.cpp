// SPDX-License-Identifier: Apache-2.0
// Declarations of observables, and the lists that are made from them.
#include "cicatrix/outcomes/outcome.hpp"

#include "cicatrix/outcomes/verdict.hpp"

namespace cicatrix {

Follows::Follows(Outcome* owner, const Observable& what) : what_{what} {
    owner->observables_.push_back({what.name, what.unit, what.meaning, true});
}

void Follows::add(Findings& findings, double value) const {
    auto [place, is_new] = findings.series.try_emplace(std::string{what_.name});
    if (is_new) {
        place->second.unit = what_.unit;
        place->second.meaning = what_.meaning;
    }
    place->second.value.push_back(value);
}

const std::vector<double>& Follows::of(const Findings& findings) const {
    static const std::vector<double> nothing;
    const auto place = findings.series.find(std::string{what_.name});
    return place == findings.series.end() ? nothing : place->second.value;
}

Concludes::Concludes(Outcome* owner, const Observable& what) : what_{what} {
    owner->observables_.push_back({what.name, what.unit, what.meaning, false});
}

void Concludes::set(Findings& findings, double value) const {
    findings.scalars[std::string{what_.name}] = {std::string{what_.unit}, std::string{what_.meaning}, value};
}

std::span<const ObservableFacts> observable_table() {
    static const std::vector<ObservableFacts> table = [] {
        std::vector<ObservableFacts> all;
        const Adjustments none;
        for (const OutcomeEntry& e : outcome_catalogue()) {
            const auto outcome = e.make(e.name, none);
            all.insert(all.end(), outcome->observables().begin(), outcome->observables().end());
        }
        return all;
    }();
    return table;
}

std::vector<ParameterRecord> outcome_parameters(const Adjustments& adjustments) {
    std::vector<ParameterRecord> all;
    const auto take = [&all](const Declared& d) {
        all.insert(all.end(), d.parameters().begin(), d.parameters().end());
    };
    for (const OutcomeEntry& e : outcome_catalogue()) take(*e.make(e.name, adjustments));
    take(Regions{adjustments});
    take(SkinOptics{adjustments});
    take(HarmThresholds{adjustments});
    return all;
}

}  // namespace cicatrix
