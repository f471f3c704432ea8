// SPDX-License-Identifier: Apache-2.0
// Vessels: cut by needles, widened by alarm and cytokines (redness), regrown under VEGF.
//
//     dQ/dt   = k_Q (c_r q_r + q x/(K_x + x) - Q)      x = A + w_T T_N + w_6 I_6
//     dV/dt   = k_V (V_0 - V) + r g/(K_g + g) V (1 - V/V_m)
//     dV_g/dt = p_2 M_2 + p_G G - k_g V_g                    and what lack of oxygen adds (oxygen)
//     needle:   Q += (q - Q) c/(K_f + c)     c share of the fine nerve fibres of the whole patch that it injures
//
// Q extra blood content (0 at rest); V capillary density relative to papillary dermis; V_g VEGF [pg/mm3], diffuses.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/resting_vessels.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class Vessels final : public Law<Vessels> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_g",
         .unit = mm2_per_hour,
         .value = 0.016,
         .range = {1e-4, 0.5},
         .plausible = {0.0036, 0.072},
         .source = {"wei2018",
                    "dextrans of 70 kDa and more in human dermis ex vivo: 1-20 um2/s; geometric mean 4.47 um2/s",
                    Evidence::derived},
         .meaning = "Effective diffusivity of VEGF"}};

    Owns<Fraction> vessels{
        this,
        field::vessels,
        {.layers = dermis | only(Layer::hypodermis), .scale = 0.2, .solved_with = SolvedWith::itself}};
    Owns<Fraction> dilation{this, field::dilation, {.layers = dermis | only(Layer::hypodermis), .scale = 0.3}};
    Owns<Concentration> vegf{
        this,
        field::vegf,
        {.layers = living, .scale = 0.2, .diffusivity = &spread, .solved_with = SolvedWith::what_spreads}};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Concentration> il6{this, field::il6};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<Fraction> activation{this, field::keratinocyte_activation};

    const RestingVessels at_rest{this};
    Parameter<Fraction> widening{
        this,
        {.name = "widening",
         .symbol = "q",
         .unit = one,
         .value = 4.2,
         .range = {0, 20},
         .plausible = {2.6, 6.9},
         .source =
             {"fredriksson2008",
              "44 C gives a forearm 6.9 times more, a face that rests with twice as much blood 2.6; geometric mean",
              Evidence::derived},
         .meaning = "Greatest extra blood content"}};
    Parameter<Concentration> widening_half{this,
                                           {.name = "widening_half",
                                            .symbol = "K_x",
                                            .unit = pg_per_mm3,
                                            .value = 5,
                                            .range = {0.01, 1e3},
                                            .plausible = {2, 15},
                                            .source = {"acne_org",
                                                       "page, second-hand: redness usually lasts 2 to 3 d; set so that "
                                                       "it ends within three days after a clinic session",
                                                       Evidence::calibrated},
                                            .meaning = "Signal at which widening is half its greatest"}};
    Parameter<Fraction> tnf_weight{this,
                                   {.name = "tnf_weight",
                                    .symbol = "w_T",
                                    .unit = one,
                                    .value = 0.3,
                                    .range = {0, 100},
                                    .plausible = {0.1, 3},
                                    .source = assumed("as for the call of neutrophils"),
                                    .meaning = "Weight of TNF in the widening signal"}};
    Parameter<Fraction> il6_weight{this,
                                   {.name = "il6_weight",
                                    .symbol = "w_6",
                                    .unit = one,
                                    .value = 0.02,
                                    .range = {0, 100},
                                    .plausible = {0, 0.2},
                                    .source = {"acne_org",
                                               "page, second-hand: redness usually lasts 2 to 3 d; set so that it ends "
                                               "within three days after a clinic session",
                                               Evidence::calibrated},
                                    .meaning = "Weight of IL-6 in the widening signal"}};
    Parameter<Rate> widening_rate{this,
                                  {.name = "widening_rate",
                                   .symbol = "k_Q",
                                   .unit = per_hour,
                                   .value = 1.6,
                                   .range = {0.01, 20},
                                   .plausible = {1.1, 2.3},
                                   .source = {"groth1998",
                                              "abstract: flow is back in 90-120 min after a probe was put in; near "
                                              "normal within 60 min (anderson1994); a tenth left after 85 min",
                                              Evidence::derived},
                                   .meaning = "How fast vessels follow the signal"}};
    Parameter<Fraction> flare_half{
        this,
        {.name = "flare_half",
         .symbol = "K_f",
         .unit = one,
         .value = 0.02,
         .range = {1e-4, 1},
         .plausible = {0.005, 0.08},
         .source = assumed("one cannula reddens a few square centimetres at once (groth1998), of whose fibres it "
                           "injures some percent"),
         .meaning = "Injured share of fine nerve fibres that widens the vessels around half-way at once"}};
    Parameter<Rate> regression{this,
                               {.name = "regression",
                                .symbol = "k_V",
                                .unit = per_day,
                                .value = 0.12,
                                .range = {0, 5},
                                .plausible = {0.05, 0.3},
                                .source = {"wu2008",
                                           "abstract, rat: vessels fall 1.27-fold from day 7 to 10; ln 1.27 / 3 d over "
                                           "the two thirds in excess where they are three times as many (dipietro2013)",
                                           Evidence::derived},
                                .meaning = "Return of vessel density to rest"}};
    Parameter<Rate> sprouting{this,
                              {.name = "sprouting",
                               .symbol = "r",
                               .unit = per_day,
                               .value = 0.45,
                               .range = {0, 5},
                               .plausible = {0.23, 0.9},
                               .source = {"wu2008",
                                          "abstract, rat: vessels rise 2.5-fold from day 3 to 7; ln 2.5 / 4 d and the "
                                          "return to rest made good, over 1 - 1.3/3, under full VEGF",
                                          Evidence::derived},
                               .meaning = "Greatest growth of vessels under VEGF"}};
    Parameter<Concentration> vegf_half{this,
                                       {.name = "vegf_half",
                                        .symbol = "K_g",
                                        .unit = pg_per_mm3,
                                        .value = 0.5,
                                        .range = {0.001, 100},
                                        .plausible = {0.1, 2},
                                        .source = {"qutub2009",
                                                   "Table 3: tip cells wake above 0.5 ng/mL; 12 pM on endothelium of "
                                                   "skin times 38 kDa give 0.46 (detmar1995)",
                                                   Evidence::published_model},
                                        .meaning = "VEGF at which growth is half its greatest"}};
    Parameter<Fraction> densest{
        this,
        {.name = "densest",
         .symbol = "V_m",
         .unit = one,
         .value = 3,
         .range = {1, 10},
         .plausible = {2, 4},
         .source = {"dipietro2013",
                    "abstract of a review: three or more times the capillaries of uninjured tissue; three taken",
                    Evidence::derived},
         .meaning = "Greatest vessel density"}};
    Parameter<Secretion> vegf_m2{
        this,
        {.name = "vegf_m2",
         .symbol = "p_2",
         .unit = pg_per_cell_day,
         .value = 0.0019,
         .range = {0, 1},
         .plausible = {0.001, 0.02},
         .source = {"bianchi2015", "r_3, there for all macrophages alike", Evidence::published_model},
         .meaning = "VEGF made by an M_2 macrophage"}};
    Parameter<Release> vegf_keratinocytes{this,
                                          {.name = "vegf_keratinocytes",
                                           .symbol = "p_G",
                                           .unit = pg_per_mm3_hour,
                                           .value = 0.3,
                                           .range = {0, 100},
                                           .plausible = {0.05, 1},
                                           .source = assumed("alert keratinocytes are a main early source"),
                                           .meaning = "VEGF made by fully alert epidermis"}};
    Parameter<Rate> vegf_decay{this,
                               {.name = "vegf_decay",
                                .symbol = "k_g",
                                .unit = per_day,
                                .value = 11,
                                .range = {0.5, 200},
                                .plausible = {5, 25},
                                .source = {"bianchi2015", "d_3", Evidence::published_model},
                                .meaning = "Loss of VEGF"}};

    void rest(Patch& patch) const override {
        patch.fill(vessels, only(Layer::papillary), at_rest.density(Layer::papillary));
        patch.fill(vessels, only(Layer::reticular) | only(Layer::hypodermis), at_rest.density(Layer::reticular));
        patch.fill(dilation, dermis | only(Layer::hypodermis), at_rest.flush());
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto v = patch.values(vessels, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < v.size(); ++i) v[i] *= 1.0 - killed[i];
        }
        flare(*event.wound, patch);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(vegf) += *vegf_m2 * v[m2] - *vegf_decay * v[vegf];
        if (epidermis.has(v.layer())) {
            v.rate(vegf) += *vegf_keratinocytes * v[activation];
            return;
        }
        const double resting = at_rest.density(v.layer());
        const Num signal = v[alarm] + *tnf_weight * v[tnf] + *il6_weight * v[il6];
        v.rate(dilation) +=
            *widening_rate * (at_rest.flush() + *widening * saturating(signal, *widening_half) - v[dilation]);
        v.rate(vessels) += *regression * (resting - v[vessels]) +
                           *sprouting * saturating(v[vegf], *vegf_half) * v[vessels] * (1.0 - v[vessels] / *densest);
    }

private:
    /// Branches of injured fibres carry the message for centimetres within seconds, so the whole patch reddens alike.
    void flare(const Wound& wound, Patch& patch) const {
        const Grid& grid = patch.grid();
        double injured = 0.0, all = 0.0;
        for (int k = 0; k < grid.nz(); ++k) {
            if (!(epidermis | only(Layer::papillary)).has(grid.layer(k))) continue;
            const auto killed = wound.killed(k), torn = wound.torn(k);
            double sum = 0.0;
            for (std::size_t i = 0; i < killed.size(); ++i) sum += killed[i] + torn[i];
            injured += grid.thickness_um(k) * sum;
            all += grid.thickness_um(k) * static_cast<double>(grid.nx() * grid.ny());
        }
        const double share = saturating(all > 0.0 ? injured / all : 0.0, *flare_half);
        for (int k = 0; k < grid.nz(); ++k) {
            if (!(dermis | only(Layer::hypodermis)).has(grid.layer(k))) continue;
            for (double& q : patch.values(dilation, k)) q += share * std::max(0.0, *widening - q);
        }
    }
};

}  // namespace

namespace mechanism {
MechanismEntry vessels() {
    return entry<Vessels>("vessels", "Cut, widened by signals, regrown under VEGF");
}
}  // namespace mechanism
}  // namespace cicatrix
