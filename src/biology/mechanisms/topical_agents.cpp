// SPDX-License-Identifier: Apache-2.0
// Topical agents: products lie on the surface, enter through intact skin slowly and through channels fast, and are
// washed out.
//
//     surface: dX/dt = supply - k_s X                                 H (moisture film) lives here only
//     tissue:  dX/dt = (k_i + k_o (o O + (1 - B) b)) X_s - k_c X       source in the upper living epidermis
//
// X irritant, steroid, depigmenting, antimicrobial, each relative to a usual dose; X_s on the surface above;
// O open channel share, B barrier above. All diffuse like small molecules.

#include "cicatrix/biology/mechanism.hpp"

#include <array>

namespace cicatrix {
namespace {

class TopicalAgents final : public Law<TopicalAgents> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D",
         .unit = um2_per_hour,
         .value = 1e5,
         .range = {10, 1e7},
         .plausible = {3e4, 4e5},
         .source =
             {"wei2018",
              "as for dextrans of 70 kDa in dermis, 4.47 um2/s, times the cube root of 70,000 over 300 (young_rule)",
              Evidence::derived},
         .meaning = "Diffusivity of small molecules in living skin"}};

    Owns<Fraction> irritant{this, field::irritant, {.layers = everywhere, .scale = 0.1, .diffusivity = &spread}};
    Owns<Fraction> steroid{this, field::steroid, {.layers = everywhere, .scale = 0.1, .diffusivity = &spread}};
    Owns<Fraction> depigmenting{
        this, field::depigmenting, {.layers = everywhere, .scale = 0.1, .diffusivity = &spread}};
    Owns<Fraction> antimicrobial{
        this, field::antimicrobial, {.layers = everywhere, .scale = 0.1, .diffusivity = &spread}};
    Owns<Fraction> humectant{this, field::humectant, {.layers = surface, .scale = 0.2}};
    ReadsColumn<Fraction> barrier{this, field::barrier, Layer::stratum_corneum};
    ReadsColumn<Fraction> channel{this, field::channel, Layer::stratum_corneum};
    ReadsColumn<Fraction> irritant_above{this, field::irritant, Layer::stratum_corneum};
    ReadsColumn<Fraction> steroid_above{this, field::steroid, Layer::stratum_corneum};
    ReadsColumn<Fraction> depigmenting_above{this, field::depigmenting, Layer::stratum_corneum};
    ReadsColumn<Fraction> antimicrobial_above{this, field::antimicrobial, Layer::stratum_corneum};

    Parameter<Rate> leaving{
        this,
        {.name = "leaving",
         .symbol = "k_s",
         .unit = per_hour,
         .value = 0.12,
         .range = {0.001, 10},
         .plausible = {0.05, 0.4},
         .source = {"sunscreen_persistence",
                    "abstract: two sunscreens protect 38-41 % less after 4 h and 55-58 % less after 8 h: 0.10-0.13 /h",
                    Evidence::derived},
         .meaning = "Loss of product from the surface by wiping, washing and uptake"}};
    Parameter<Rate> drying{this,
                           {.name = "drying",
                            .symbol = "k_h",
                            .unit = per_hour,
                            .value = 0.1,
                            .range = {0.001, 10},
                            .plausible = {0.04, 0.4},
                            .source = assumed("a moisture film lasts most of a day"),
                            .meaning = "Loss of the moisture film"}};
    Parameter<Rate> intact_uptake{
        this,
        {.name = "intact_uptake",
         .symbol = "k_i",
         .unit = per_hour,
         .value = 0.06,
         .range = {0, 10},
         .plausible = {0.01, 0.3},
         .source = assumed("small molecules reach a few percent of the surface dose in living epidermis"),
         .meaning = "Uptake through intact skin"}};
    Parameter<Rate> channel_uptake{
        this,
        {.name = "channel_uptake",
         .symbol = "k_o",
         .unit = per_hour,
         .value = 10,
         .range = {0, 1000},
         .plausible = {3, 40},
         .source = assumed("uptake of hydrophilic molecules rises ten- to twentyfold through needled skin"),
         .meaning = "Uptake through an open channel"}};
    Parameter<Fraction> cracked_share{
        this,
        {.name = "cracked_share",
         .symbol = "b",
         .unit = one,
         .value = 0.2,
         .range = {0, 1},
         .plausible = {0.05, 0.5},
         .source = assumed("cracked horn without a hole lets through less than a channel"),
         .meaning = "Uptake through a lost barrier relative to an open channel"}};
    Parameter<Rate> clearing{this,
                             {.name = "clearing",
                              .symbol = "k_c",
                              .unit = per_hour,
                              .value = 1.0,
                              .range = {0.01, 50},
                              .plausible = {0.3, 4},
                              .source = assumed("blood carries small molecules away within an hour or so; what binds "
                                                "stays, vitamin C in pigs for days (pinnell2001)"),
                              .meaning = "Washing out of products from living skin"}};

    void respond(const Event& event, Patch& patch) const override {
        const Application* p = event.application();
        if (!p) return;
        const int top = patch.grid().planes(Layer::stratum_corneum).first;
        const std::array loads{p->irritant, p->steroid, p->depigmenting, p->antimicrobial, p->humectant};
        const std::array fields{&irritant, &steroid, &depigmenting, &antimicrobial, &humectant};
        for (std::size_t f = 0; f < fields.size(); ++f)
            for (double& x : patch.values(*fields[f], top)) x += loads[f];
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        if (v.layer() == Layer::stratum_corneum) {
            const auto& supply = v.environment().supply;
            v.rate(irritant) += supply.irritant_per_h - *leaving * v[irritant];
            v.rate(steroid) += supply.steroid_per_h - *leaving * v[steroid];
            v.rate(depigmenting) += supply.depigmenting_per_h - *leaving * v[depigmenting];
            v.rate(antimicrobial) += supply.antimicrobial_per_h - *leaving * v[antimicrobial];
            v.rate(humectant) += supply.humectant_per_h - *drying * v[humectant];
            return;
        }
        for (const auto* x : {&irritant, &steroid, &depigmenting, &antimicrobial}) v.rate(*x) -= *clearing * v[*x];
        if (v.layer() != Layer::viable_epidermis) return;
        const Num uptake = *intact_uptake + *channel_uptake * (v[channel] + *cracked_share * (1.0 - v[barrier]));
        v.rate(irritant) += uptake * v[irritant_above];
        v.rate(steroid) += uptake * v[steroid_above];
        v.rate(depigmenting) += uptake * v[depigmenting_above];
        v.rate(antimicrobial) += uptake * v[antimicrobial_above];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry topical_agents() {
    return entry<TopicalAgents>("topical_agents", "Products enter through skin and channels and are washed out");
}
}  // namespace mechanism
}  // namespace cicatrix
