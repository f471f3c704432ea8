// SPDX-License-Identifier: Apache-2.0
// Where pigment comes from and where it falls: melanocytes of the basal layer, melanin of the papillary dermis.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class PigmentPlaces final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        cells_.add(f, FieldReading{skin, field::melanocytes.name}.mean(only(Layer::basal)));
        fallen_.add(f, FieldReading{skin, field::dermal_melanin.name}.mean(only(Layer::papillary)));
    }

private:
    Follows cells_{this, {"melanocytes", "1", "Melanocytes relative to the healthy basal layer"}};
    Follows fallen_{
        this,
        {"dermal_melanin", "1", "Melanin in the papillary dermis, relative to that of the basal layer of type VI"}};
};

}  // namespace

namespace observable {
OutcomeEntry pigment_places() {
    return outcome_entry<PigmentPlaces>("pigment_places", "Melanocytes, and pigment that fell into the dermis");
}
}  // namespace observable
}  // namespace cicatrix
