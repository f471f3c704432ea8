// SPDX-License-Identifier: Apache-2.0
// Redness and pigment as a colorimeter reads them, through the model of skin colour.
// Redness is the change of a*; pigment is judged with the blood of the untreated skin, as when it is pressed out.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/outcomes/skin_optics.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class Appearance final : public Outcome {
public:
    Appearance(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, optics_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const Chromophores treated = chromophores(glance.treated.state), untreated = chromophores(glance.untreated);
        Chromophores pressed = treated;
        pressed.blood = untreated.blood;
        const Colour now = optics_.colour(treated), same_skin = optics_.colour(untreated);
        erythema_.add(
            f, now.a - optics_.colour({treated.epidermal_melanin_um, treated.dermal_melanin, untreated.blood}).a);
        const double darkening = same_skin.ita() - optics_.colour(pressed).ita();
        pih_.add(f, darkening);
        darkened_.add(f, darkening > *visible_darkening_ ? 1.0 : 0.0);
        ita_.add(f, now.ita());
        lightness_.add(f, now.lightness);
        a_.add(f, now.a);
        b_.add(f, now.b);
        red_.add(f, now.srgb[0]);
        green_.add(f, now.srgb[1]);
        blue_.add(f, now.srgb[2]);
    }

    void conclude(const Model&, Findings& f) override {
        const Course redness{f.time_d, erythema_.of(f)}, darkening{f.time_d, pih_.of(f)};
        erythema_duration_.set(f, longest_over_sessions(f, [&](const Window& w) {
                                   return lasting_above(redness, w, *visible_redness_) * day.size;
                               }));
        pih_duration_.set(f, total_above(darkening, *visible_darkening_));
    }

private:
    Chromophores chromophores(const State& state) const {
        const DepthRange lit = upper_dermis(state.grid(), optics_.lit_depth.in(um));
        Chromophores c;
        c.epidermal_melanin_um = FieldReading{state, field::melanin.name}.column(depths(state.grid(), epidermis));
        c.dermal_melanin = FieldReading{state, field::dermal_melanin.name}.mean(lit);
        c.blood = blood(state, lit);
        return c;
    }

    /// Mean of vessels times their width, plane by plane: both vary with depth.
    static double blood(const State& state, const DepthRange& lit) {
        const FieldReading vessels{state, field::vessels.name}, dilation{state, field::dilation.name};
        const Grid& grid = state.grid();
        double sum = 0.0;
        for (int k = 0; k < grid.nz(); ++k) {
            const double overlap = std::min(grid.edge_um(k + 1), lit.to_um) - std::max(grid.edge_um(k), lit.from_um);
            if (overlap > 0.0) sum += overlap * vessels.plane(k) * (1.0 + dilation.plane(k));
        }
        return lit.thickness_um() > 0.0 ? sum / lit.thickness_um() : 0.0;
    }

    SkinOptics optics_;
    Parameter<Fraction> visible_redness_{
        this,
        {.name = "visible_redness",
         .symbol = "da_v",
         .unit = {"delta a*", 1.0},
         .value = 2.3,
         .range = {0.1, 10.0},
         .plausible = {1.0, 3.5},
         .source = {"colour_science", "just noticeable difference 2.3 in CIE L*a*b*, taken on a* alone",
                    Evidence::derived},
         .meaning = "Rise of a* from which redness is visible"}};
    Parameter<Fraction> visible_darkening_{this,
                                           {.name = "visible_darkening",
                                            .symbol = "dITA_v",
                                            .unit = degree,
                                            .value = 5.5,
                                            .range = {0.1, 30.0},
                                            .plausible = {3.0, 8.0},
                                            .source = {"issa2025",
                                                       "539 European cheeks: L* 61.7, b* 14.1; there the just "
                                                       "noticeable 2.3 in L* alone turns the angle by 5.5 degrees",
                                                       Evidence::derived},
                                            .meaning = "Fall of the typology angle from which darkening is visible"}};
    Follows erythema_{this, {"erythema", "delta a*", "Redness: rise of a* through extra blood in the upper dermis"}};
    Follows ita_{this, {"ita", "deg", "Individual typology angle, as read, redness included"}};
    Follows pih_{this,
                 {"pih_index", "deg",
                  "Darkening: typology angle of the same skin untreated minus that of this "
                  "skin, redness left out"}};
    Follows darkened_{this, {"darkened", "bool", "1 while darkening is visible"}};
    Follows lightness_{this, {"lightness", "L*", "Lightness of the skin"}};
    Follows a_{this, {"colour_a", "a*", "Green to red"}};
    Follows b_{this, {"colour_b", "b*", "Blue to yellow"}};
    Follows red_{this, {"srgb_red", "1", "Red of the skin's colour on a screen"}};
    Follows green_{this, {"srgb_green", "1", "Green of the skin's colour on a screen"}};
    Follows blue_{this, {"srgb_blue", "1", "Blue of the skin's colour on a screen"}};
    Concludes erythema_duration_{
        this, {"erythema_duration", "h", "Longest time for which redness stayed visible after a session"}};
    Concludes pih_duration_{this, {"pih_duration", "d", "Days on which darkening was visible"}};
};

}  // namespace

namespace observable {
OutcomeEntry appearance() {
    return outcome_entry<Appearance>("appearance", "Redness and pigment as a colorimeter reads them");
}
}  // namespace observable
}  // namespace cicatrix
