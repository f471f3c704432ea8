// SPDX-License-Identifier: Apache-2.0
// Thickness of epidermis and dermis, as a section or an ultrasound probe would give it.
//   epidermis = e_0 <E> (1 + <X>),   dermis = d_0 (1 + s (C / C_untreated - 1))
// E: continuity; X: growth of the epidermis; C: all collagen of the dermis; s: share of the dermis's volume that
// follows its collagen.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class Thickness final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const Skin& person = glance.treated.model.skin();
        const double continuity = mean(skin, field::keratinocytes.name, epidermis) /
                                  mean(glance.untreated, field::keratinocytes.name, epidermis);
        const double grown = mean(skin, field::epidermal_growth.name, only(Layer::basal));
        epidermis_.add(f, person.epidermis_um() * continuity * (1.0 + grown));
        dermis_.add(
            f, person.dermis_um() * (1.0 + *collagen_share_ * (collagen(skin) / collagen(glance.untreated) - 1.0)));
    }

private:
    static double mean(const State& state, std::string_view name, LayerSet layers) {
        return FieldReading{state, name}.mean(layers);
    }
    static double collagen(const State& state) {
        return mean(state, field::collagen_i.name, dermis) + mean(state, field::collagen_i_new.name, dermis) +
               mean(state, field::collagen_iii.name, dermis) + mean(state, field::collagen_scar.name, dermis);
    }

    Parameter<Fraction> collagen_share_{
        this,
        {.name = "collagen_share",
         .symbol = "s",
         .unit = one,
         .value = 0.75,
         .range = {0.0, 1.0},
         .plausible = {0.3, 1.0},
         .source = {"connective_ageing1994",
                    "abstract: collagen is 70-80 % of the dry weight; middle, its water going with it",
                    Evidence::derived},
         .meaning = "Share of the dermis's thickness that follows its collagen"}};
    Follows epidermis_{this, {"epidermal_thickness", "um", "Thickness of the living epidermis"}};
    Follows dermis_{this, {"dermal_thickness", "um", "Thickness of the dermis"}};
};

}  // namespace

namespace observable {
OutcomeEntry thickness() {
    return outcome_entry<Thickness>("thickness", "Thickness of epidermis and dermis");
}
}  // namespace observable
}  // namespace cicatrix
