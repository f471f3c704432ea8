// SPDX-License-Identifier: Apache-2.0
// Whether cold sores have broken out: the probability that belongs to the hazard added up so far.
//   P = 1 - exp(-<R>)                     R: mean of the basal layer, above the same skin untreated
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class ColdSores final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        reactivation_.add(f, 1.0 - exact_exp(hazard(glance.untreated) - hazard(glance.treated.state)));
    }

private:
    static double hazard(const State& state) {
        return FieldReading{state, field::herpes_outbreak.name}.mean(only(Layer::basal));
    }
    Follows reactivation_{
        this, {"herpes_reactivation", "1", "Probability that needling has made cold sores break out by this time"}};
};

}  // namespace

namespace observable {
OutcomeEntry cold_sores() {
    return outcome_entry<ColdSores>("cold_sores", "Probability of an outbreak of herpes");
}
}  // namespace observable
}  // namespace cicatrix
