// SPDX-License-Identifier: Apache-2.0
// Topical agents: products lie on the surface, enter whole horn each at its own pace and channels fast, and are washed
// out.
//
//     surface: dX/dt = supply - k_s X,   dI/dt = supply of k_i X - k_s I      H (moisture film) lives here only
//     tissue:  dX/dt = (I + D/(L + h/3) (O + beta (1 - B)) (X_s - X)) / h - k_c X      source in the upper living
//     epidermis
//
// X irritant, steroid, depigmenting, antimicrobial, each relative to a usual dose; X_s on the surface above; I what
// whole horn lets through of it, k_i of each product's molecule; O open channel share, B barrier above; D diffusivity
// of a small molecule. k_i, beta, L, h: see permeation.
#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/tissue/permeation.hpp"

#include <array>

namespace cicatrix {
namespace {

inline constexpr FieldKey<Speed> irritant_entry_field{"irritant_entry", "I_J", um_per_hour,
                                                      "irritant that whole horn lets through, doses times speed"};
inline constexpr FieldKey<Speed> steroid_entry_field{"steroid_entry", "I_R", um_per_hour,
                                                     "steroid that whole horn lets through, doses times speed"};
inline constexpr FieldKey<Speed> depigmenting_entry_field{
    "depigmenting_entry", "I_U", um_per_hour, "tyrosinase inhibitor that whole horn lets through, doses times speed"};
inline constexpr FieldKey<Speed> antimicrobial_entry_field{
    "antimicrobial_entry", "I_X", um_per_hour, "antimicrobial that whole horn lets through, doses times speed"};

class TopicalAgents final : public Law<TopicalAgents> {
public:
    TopicalAgents(std::string_view name, const Adjustments& adjustments) : Law{name, adjustments}, horn_{adjustments} {}

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
    Owns<Speed> irritant_entry{this, irritant_entry_field, {.layers = surface, .scale = 0.5}};
    Owns<Speed> steroid_entry{this, steroid_entry_field, {.layers = surface, .scale = 0.5}};
    Owns<Speed> depigmenting_entry{this, depigmenting_entry_field, {.layers = surface, .scale = 0.5}};
    Owns<Speed> antimicrobial_entry{this, antimicrobial_entry_field, {.layers = surface, .scale = 0.5}};
    Owns<Fraction> humectant{this, field::humectant, {.layers = surface, .scale = 0.2}};
    ReadsColumn<Fraction> barrier{this, field::barrier, Layer::stratum_corneum};
    ReadsColumn<Fraction> channel{this, field::channel, Layer::stratum_corneum};
    ReadsColumn<Fraction> irritant_above{this, field::irritant, Layer::stratum_corneum};
    ReadsColumn<Fraction> steroid_above{this, field::steroid, Layer::stratum_corneum};
    ReadsColumn<Fraction> depigmenting_above{this, field::depigmenting, Layer::stratum_corneum};
    ReadsColumn<Fraction> antimicrobial_above{this, field::antimicrobial, Layer::stratum_corneum};
    ReadsColumn<Speed> irritant_enters{this, irritant_entry_field, Layer::stratum_corneum};
    ReadsColumn<Speed> steroid_enters{this, steroid_entry_field, Layer::stratum_corneum};
    ReadsColumn<Speed> depigmenting_enters{this, depigmenting_entry_field, Layer::stratum_corneum};
    ReadsColumn<Speed> antimicrobial_enters{this, antimicrobial_entry_field, Layer::stratum_corneum};

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
        const std::array doses{p->irritant, p->steroid, p->depigmenting, p->antimicrobial};
        const std::array fields{&irritant, &steroid, &depigmenting, &antimicrobial};
        const std::array entries{&irritant_entry, &steroid_entry, &depigmenting_entry, &antimicrobial_entry};
        for (std::size_t f = 0; f < doses.size(); ++f) {
            for (double& x : patch.values(*fields[f], top)) x += doses[f];
            for (double& x : patch.values(*entries[f], top)) x += doses[f] * p->horn_mm_per_h;
        }
        for (double& x : patch.values(humectant, top)) x += p->humectant;
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        if (v.layer() == Layer::stratum_corneum) {
            const auto& supply = v.environment().supply;
            v.rate(irritant) += supply.irritant_per_h - *leaving * v[irritant];
            v.rate(steroid) += supply.steroid_per_h - *leaving * v[steroid];
            v.rate(depigmenting) += supply.depigmenting_per_h - *leaving * v[depigmenting];
            v.rate(antimicrobial) += supply.antimicrobial_per_h - *leaving * v[antimicrobial];
            v.rate(irritant_entry) += supply.entry.irritant - *leaving * v[irritant_entry];
            v.rate(steroid_entry) += supply.entry.steroid - *leaving * v[steroid_entry];
            v.rate(depigmenting_entry) += supply.entry.depigmenting - *leaving * v[depigmenting_entry];
            v.rate(antimicrobial_entry) += supply.entry.antimicrobial - *leaving * v[antimicrobial_entry];
            v.rate(humectant) += supply.humectant_per_h - *drying * v[humectant];
            return;
        }
        for (const auto* x : {&irritant, &steroid, &depigmenting, &antimicrobial}) v.rate(*x) -= *clearing * v[*x];
        if (v.layer() != Layer::viable_epidermis) return;
        const double depth = horn_.depth(), hole = *spread / horn_.way();
        const Num open = hole / depth * (v[channel] + horn_.gaps() * (1.0 - v[barrier]));
        v.rate(irritant) += v[irritant_enters] / depth + open * (v[irritant_above] - v[irritant]);
        v.rate(steroid) += v[steroid_enters] / depth + open * (v[steroid_above] - v[steroid]);
        v.rate(depigmenting) += v[depigmenting_enters] / depth + open * (v[depigmenting_above] - v[depigmenting]);
        v.rate(antimicrobial) += v[antimicrobial_enters] / depth + open * (v[antimicrobial_above] - v[antimicrobial]);
    }

private:
    Permeation horn_;
};

}  // namespace

namespace mechanism {
MechanismEntry topical_agents() {
    return entry<TopicalAgents>("topical_agents", "Products enter through skin and channels and are washed out");
}
}  // namespace mechanism
}  // namespace cicatrix
