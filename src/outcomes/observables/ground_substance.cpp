// SPDX-License-Identifier: Apache-2.0
// What lies between the fibres of the upper dermis: hyaluronan, against the same skin untreated.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class GroundSubstance final : public Outcome {
public:
    GroundSubstance(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const auto mean = [this](const State& state) {
            return FieldReading{state, field::hyaluronan.name}.mean(regions_.upper_dermis(state.grid()));
        };
        hyaluronan_.add(f, mean(glance.treated.state) / mean(glance.untreated));
    }

private:
    Regions regions_;
    Follows hyaluronan_{this,
                        {"hyaluronan", "1", "Hyaluronan of the upper dermis relative to the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry ground_substance() {
    return outcome_entry<GroundSubstance>("ground_substance", "What lies between the fibres of the upper dermis");
}
}  // namespace observable
}  // namespace cicatrix
