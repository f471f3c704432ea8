// SPDX-License-Identifier: Apache-2.0
// How much of the upper dermis's collagen lies in disordered bundles, and how strong the skin is.
//   scar = C_s / C_total - the same untreated;   strength = sum(w_i C_i) / the same untreated
// w: strength per mass relative to mature ordered collagen I.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class Scarring final : public Outcome {
public:
    Scarring(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        index_.add(f, scar_share(glance.treated.state) - scar_share(glance.untreated));
        strength_.add(f, load(glance.treated.state) / load(glance.untreated));
    }

private:
    double mean(const State& state, std::string_view name) const {
        return FieldReading{state, name}.mean(regions_.upper_dermis(state.grid()));
    }
    double scar_share(const State& state) const {
        const double scar = mean(state, field::collagen_scar.name);
        return scar / (scar + mean(state, field::collagen_i.name) + mean(state, field::collagen_i_new.name) +
                       mean(state, field::collagen_iii.name));
    }
    double load(const State& state) const {
        return mean(state, field::collagen_i.name) + *new_strength_ * mean(state, field::collagen_i_new.name) +
               *iii_strength_ * mean(state, field::collagen_iii.name) +
               *scar_strength_ * mean(state, field::collagen_scar.name);
    }

    Regions regions_;
    Parameter<Fraction> new_strength_{
        this,
        {.name = "new_strength",
         .symbol = "w_n",
         .unit = one,
         .value = 0.2,
         .range = {0.0, 1.0},
         .plausible = {0.05, 0.4},
         .source = assumed("textbooks give wounds a fifth of intact strength at three weeks, when most collagen is "
                           "new; not a reading of ours"),
         .meaning = "Strength of new, hardly cross-linked collagen I per mass, relative to mature ordered collagen I"}};
    Parameter<Fraction> iii_strength_{
        this,
        {.name = "iii_strength",
         .symbol = "w_3",
         .unit = one,
         .value = 0.3,
         .range = {0.0, 1.0},
         .plausible = {0.1, 0.6},
         .source = assumed("thin fibrils that hold less than those of collagen I"),
         .meaning = "Strength of collagen III per mass, relative to mature ordered collagen I"}};
    Parameter<Fraction> scar_strength_{
        this,
        {.name = "scar_strength",
         .symbol = "w_s",
         .unit = one,
         .value = 0.75,
         .range = {0.0, 1.5},
         .plausible = {0.6, 0.9},
         .source =
             {"robbins_pathology",
              "wounds reach a plateau of 70-80 % of intact strength; middle, at the collagen content of intact skin",
              Evidence::derived},
         .meaning = "Strength of disordered mature collagen per mass, relative to mature ordered collagen I"}};
    Follows index_{
        this, {"scar_index", "1", "Disordered share of the upper dermis's collagen, above the same skin untreated"}};
    Follows strength_{this, {"strength", "1", "Strength of the upper dermis relative to the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry scarring() {
    return outcome_entry<Scarring>("scarring", "Disordered collagen, and strength");
}
}  // namespace observable
}  // namespace cicatrix
