// SPDX-License-Identifier: Apache-2.0
// How much more of a water-loving tracer enters than through intact skin.
//   P = <B> + k_b max(0, 1 - <B> - <O>) + k_c <O>,   uptake = P / P_untreated
// B: barrier, O: open share of the surface; k_b, k_c: permeability of broken barrier and of open channel over intact.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class Uptake final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        open_.add(f, open_share(glance.treated.state));
        uptake_.add(f, permeability(glance.treated.state) / permeability(glance.untreated));
    }

private:
    static double open_share(const State& state) { return FieldReading{state, field::channel.name}.mean(surface); }

    double permeability(const State& state) const {
        const double barrier = FieldReading{state, field::barrier.name}.mean(surface);
        const double open = open_share(state);
        return barrier + *broken_permeability_ * std::max(0.0, 1.0 - barrier - open) + *channel_permeability_ * open;
    }

    Parameter<Fraction> channel_permeability_{
        this,
        {.name = "channel_permeability",
         .symbol = "k_c",
         .unit = one,
         .value = 500.0,
         .range = {1.0, 1e5},
         .plausible = {50.0, 1e4},
         .source = {"polymer_roller_vitamin_c",
                    "abstract, rats: uptake x10.5; set so that 2 % of open surface gives about that, the open share "
                    "there being unknown",
                    Evidence::calibrated},
         .meaning = "Permeability of an open channel for a small water-loving tracer, relative to intact skin"}};
    Parameter<Fraction> broken_permeability_{
        this,
        {.name = "broken_permeability",
         .symbol = "k_b",
         .unit = one,
         .value = 10.0,
         .range = {1.0, 1e4},
         .plausible = {3.0, 50.0},
         .source = assumed("as for water, whose loss rises about tenfold without stratum corneum"),
         .meaning = "Permeability of closed skin without its water barrier, relative to intact skin"}};
    Follows uptake_{this, {"uptake_fold", "1", "Flux of a water-loving tracer relative to the same skin untreated"}};
    Follows open_{this, {"channel_open_fraction", "1", "Share of the surface that is open to a dye"}};
};

}  // namespace

namespace observable {
OutcomeEntry uptake() {
    return outcome_entry<Uptake>("uptake", "How much more of a tracer enters");
}
}  // namespace observable
}  // namespace cicatrix
