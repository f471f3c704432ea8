// SPDX-License-Identifier: Apache-2.0
// Herpes simplex: in carriers, irritated nerve endings let virus down into the epidermis, where it multiplies
// or is cleared.
//
//     dH/dt = c k_w z^2/(K_z^2 + z^2) + g H (1 - H)/(1 + V/K_V) - i H
//     dR/dt = k_R H                                                                 V = dose rate / k_V
//
// Basal layer only, where the endings are. H virus relative to a full lesion, expected value; R hazard of a visible
// outbreak, added up: its probability is 1 - exp(-R). c carriage, from the person; z sensitisation of the endings;
// V antiviral in the tissue, in balance with the tablets swallowed. H and R are expected over many
// carriers, so that nothing else may read them as if this one had a lesion.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

constexpr LayerSet lesion = only(Layer::basal);

class Herpes final : public Law<Herpes> {
public:
    using Law::Law;

    Owns<Fraction> virus{
        this, field::herpes_virus, {.layers = lesion, .scale = 0.01, .solved_with = SolvedWith::itself}};
    Owns<Fraction> outbreak{
        this, field::herpes_outbreak, {.layers = lesion, .scale = 0.1, .solved_with = SolvedWith::itself}};
    Reads<Fraction> sensitisation{this, field::nerve_sensitisation};

    Parameter<Fraction> carriage{
        this,
        {.name = "carriage",
         .symbol = "c",
         .unit = one,
         .value = 0,
         .range = {0, 1},
         .plausible = {0, 1},
         .source = convention("0 no carrier, 1 virus in the nerves of the treated site; set from the scenario"),
         .meaning = "Whether the nerves that serve this site hold latent virus"}};
    Parameter<Rate> waking{this,
                           {.name = "waking",
                            .symbol = "k_w",
                            .unit = per_day,
                            .value = 0.05,
                            .range = {0, 10},
                            .plausible = {0.005, 0.25},
                            .source = assumed("sets the scale; no rate after needling is published"),
                            .meaning = "Virus let down by fully sensitised endings, lesions per day"}};
    Parameter<Fraction> waking_half{this,
                                    {.name = "waking_half",
                                     .symbol = "K_z",
                                     .unit = one,
                                     .value = 0.4,
                                     .range = {0.01, 10},
                                     .plausible = {0.2, 0.8},
                                     .source = assumed("slight irritation of every day hardly wakes it"),
                                     .meaning = "Sensitisation at which waking is half its greatest"}};
    Parameter<Rate> growth{
        this,
        {.name = "growth",
         .symbol = "g",
         .unit = per_hour,
         .value = 0.79,
         .range = {0, 5},
         .plausible = {0.69, 0.95},
         .source = {"hsv_shedding2011",
                    "early in genital episodes without drugs 8.2 powers of ten a day, a net rate: 8.2 ln 10 / 24 h",
                    Evidence::derived},
         .meaning = "Growth of virus in the epidermis without defence"}};
    Parameter<Rate> resident{this,
                             {.name = "resident",
                              .symbol = "i",
                              .unit = per_hour,
                              .value = 0.8,
                              .range = {0, 5},
                              .plausible = {0.7, 1.6},
                              .source = assumed("just above growth: most episodes in healthy carriers come to nothing"),
                              .meaning = "Clearing of virus by lymphocytes that remember it"}};
    Parameter<Rate> showing{
        this,
        {.name = "showing",
         .symbol = "k_R",
         .unit = per_day,
         .value = 2,
         .range = {0, 100},
         .plausible = {1, 4},
         .source = {"colgate_herpes",
                    "a lesion follows the tingling after 6 to 24 h: one per 12 h, their geometric mean",
                    Evidence::derived},
         .meaning = "Hazard of a visible outbreak at full virus"}};
    Parameter<Rate> antiviral_loss{
        this,
        {.name = "antiviral_loss",
         .symbol = "k_V",
         .unit = per_hour,
         .value = 0.24,
         .range = {0.01, 5},
         .plausible = {0.2, 0.35},
         .source = {"antimicrobe_d51", "Table 2: aciclovir leaves plasma with a half-life of 2.93 h; ln 2 over it",
                    Evidence::derived},
         .meaning = "Loss of a swallowed antiviral from blood and tissue"}};
    Parameter<Fraction> antiviral_half{this,
                                       {.name = "antiviral_half",
                                        .symbol = "K_V",
                                        .unit = one,
                                        .value = 0.058,
                                        .range = {0.001, 100},
                                        .plausible = {0.02, 0.2},
                                        .source = {"antimicrobe_d51",
                                                   "Table 1: ID50 0.02 to 0.9 mg/L, geometric mean 0.134; over 9.76 mg "
                                                   "h/L of 500 mg valaciclovir x 0.24 /h (valaciclovir_peak)",
                                                   Evidence::derived},
                                        .meaning = "Antiviral in the tissue, in usual tablets, that halves growth"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num h = v[virus];
        const Num woken = saturating2(v[sensitisation], *waking_half);
        const Num antiviral = v.environment().supply.antiviral_per_h / *antiviral_loss;
        v.rate(virus) += *carriage * *waking * woken;
        v.rate(virus) += *growth * h * (1.0 - h) * inhibited(antiviral, *antiviral_half) - *resident * h;
        v.rate(outbreak) += *showing * h;
    }
};

}  // namespace

namespace mechanism {
MechanismEntry herpes() {
    return entry<Herpes>("herpes", "Irritated nerves wake the virus of carriers; it multiplies or is cleared");
}
}  // namespace mechanism
}  // namespace cicatrix
