// SPDX-License-Identifier: Apache-2.0
// Surface pH: a watery product brings the surface near its own pH; the skin brings it back within hours.
//
//     dP/dt = k_P (P_0 - P) - ln(1 - w) sum_j r_j (P_j - P)            r_j doses per hour of a product of pH P_j
//     at a dose of a:  P += (1 - (1 - w)^a) (P_j - P)
//
// P pH of the surface, P_0 at rest; w share of the way to the product's pH that one usual dose goes.

#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class SurfacePh final : public Law<SurfacePh> {
public:
    using Law::Law;

    Owns<Fraction> ph{this, field::surface_ph, {.layers = surface, .scale = 1.0}};

    Parameter<Fraction> resting{
        this,
        {.name = "resting",
         .symbol = "P_0",
         .unit = one,
         .value = 4.93,
         .range = {3, 8},
         .plausible = {4.5, 5.4},
         .source = {"lambers2006", "abstract: 330 forearms after 24 h without washing or cosmetics; 5.12 before",
                    Evidence::measured_human},
         .meaning = "pH of the surface of skin that was left alone"}};
    Parameter<Rate> recovery{
        this,
        {.name = "recovery",
         .symbol = "k_P",
         .unit = per_hour,
         .value = 0.2,
         .range = {0.001, 20},
         .plausible = {0.13, 0.5},
         .source =
             {"aha_emulsion_ph",
              "abstract: 4.8 before, 4.1 ten minutes after a 10 % acid emulsion, 4.5 after 3 h by electrode, 0.28 "
              "/h; 5.2, 4.0, 4.4 by foil, 0.14 /h; geometric mean. Tap water is felt for up to 6 h (lambers2006)",
              Evidence::derived},
         .meaning = "Return of the surface to its resting pH"}};
    Parameter<Fraction> exchange{
        this,
        {.name = "exchange",
         .symbol = "w",
         .unit = one,
         .value = 0.9,
         .range = {0, 0.999},
         .plausible = {0.4, 0.98},
         .source = {"aha_emulsion_ph",
                    "abstract: ten minutes of an acid emulsion take the surface from 4.8 to 4.1; its pH was not read, "
                    "usual is 4 (narda2020). Soap of pH 9 that is rinsed off: 1.7 of 4.1 (gunathilake2007)",
                    Evidence::derived},
         .meaning = "Share of the way to a product's pH that one usual dose takes the surface"}};

    void rest(Patch& patch) const override { patch.fill(ph, surface, *resting); }

    void respond(const Event& event, Patch& patch) const override {
        const Application* p = event.application();
        if (!p || !p->ph) return;
        const double share = 1.0 - exact_pow(1.0 - *exchange, p->amount);
        for (double& x : patch.values(ph, patch.grid().planes(Layer::stratum_corneum).first)) x += share * (*p->ph - x);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const auto& supply = v.environment().supply;
        const double pull = -exact_log(1.0 - *exchange);
        v.rate(ph) += *recovery * (*resting - v[ph]) + pull * (supply.wet_ph_per_h - supply.wet_per_h * v[ph]);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry surface_ph() {
    return entry<SurfacePh>("surface_ph", "Products push the pH of the surface, the skin brings it back");
}
}  // namespace mechanism
}  // namespace cicatrix
