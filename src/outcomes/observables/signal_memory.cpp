// SPDX-License-Identifier: Apache-2.0
// What the upper dermis remembers of earlier sessions: how well cells still hear TGF-beta, and what the matrix keeps.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class SignalMemory final : public Outcome {
public:
    SignalMemory(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const auto mean = [this](const State& state, std::string_view name) {
            return FieldReading{state, name}.mean(regions_.upper_dermis(state.grid()));
        };
        const State& skin = glance.treated.state;
        sensitivity_.add(
            f, mean(skin, field::receptor_sensitivity.name) / mean(glance.untreated, field::receptor_sensitivity.name));
        memory_.add(f, mean(skin, field::matrix_memory.name) - mean(glance.untreated, field::matrix_memory.name));
    }

private:
    Regions regions_;
    Follows sensitivity_{this,
                         {"receptor_sensitivity", "1",
                          "How well cells of the upper dermis hear TGF-beta, relative to the same skin untreated"}};
    Follows memory_{
        this, {"matrix_memory", "1", "Memory of TGF-beta pulses in the upper dermis, above the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry signal_memory() {
    return outcome_entry<SignalMemory>("signal_memory", "What the upper dermis remembers of earlier sessions");
}
}  // namespace observable
}  // namespace cicatrix
