// SPDX-License-Identifier: Apache-2.0
// Re-epithelialisation: alerted keratinocytes creep over the gap and close it, after hours of getting ready.
//
//     dG/dt = (A/(K_A + A) - G)/tau
//     dE/dt = r (G + e) (1 + m H/(1 + H)) E (1 - E) / (1 + T_N/K_N)
//
// E continuity of living epidermis (1 closed), creeping as a front; G alertness; A alarm;
// H moisture above; T_N TNF.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class ReEpithelialisation final : public Law<ReEpithelialisation> {
public:
    using Law::Law;

    Parameter<Diffusivity> creeping{this,
                                    {.name = "creeping",
                                     .symbol = "D_E",
                                     .unit = um2_per_hour,
                                     .value = 150,
                                     .range = {0, 1e4},
                                     .plausible = {30, 600},
                                     .source = {"skibidy",
                                                "its notes, second-hand: edges move 20 to 60 um/h; low end: 2 sqrt(D "
                                                "r) is 22 um/h with the closing rate below",
                                                Evidence::derived},
                                     .meaning = "Random creeping of keratinocytes at the edge of a gap"}};

    Owns<Fraction> continuity{
        this, field::keratinocytes, {.layers = epidermis, .scale = 0.1, .diffusivity = &creeping}};
    Owns<Fraction> activation{this, field::keratinocyte_activation, {.layers = epidermis, .scale = 0.2}};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> tnf{this, field::tnf};
    ReadsColumn<Fraction> humectant{this, field::humectant, Layer::stratum_corneum};

    Parameter<Time> readying{this,
                             {.name = "readying",
                              .symbol = "tau",
                              .unit = hour,
                              .value = 7,
                              .range = {0.5, 100},
                              .plausible = {4, 12},
                              .source = assumed("a lag of 6 to 12 h before the edge moves, from general knowledge"),
                              .meaning = "Time keratinocytes need to get ready, and to calm down"}};
    Parameter<Concentration> alarm_half{this, shared::alarm_half};
    Parameter<Rate> closing{
        this,
        {.name = "closing",
         .symbol = "r",
         .unit = per_hour,
         .value = 0.8,
         .range = {0, 20},
         .plausible = {0.4, 1.6},
         .source = {"kalluri2011",
                    "rat: pores closed to calcein after 12 h (370 um) and 18 h (770 um); set with them in view",
                    Evidence::calibrated},
         .meaning = "Closing of a gap by fully alert keratinocytes"}};
    Parameter<Fraction> idle{this,
                             {.name = "idle",
                              .symbol = "e",
                              .unit = one,
                              .value = 0.036,
                              .range = {0, 1},
                              .plausible = {0.01, 0.2},
                              .source = {"weinstein1985",
                                         "abstract: 1,246 cells a day in normal epidermis, 35,000 in psoriasis; taken "
                                         "for closing at rest over closing when driven",
                                         Evidence::derived},
                              .meaning = "Closing without alarm, relative to fully alert"}};
    Parameter<Fraction> moisture{this,
                                 {.name = "moisture",
                                  .symbol = "m",
                                  .unit = one,
                                  .value = 1.4,
                                  .range = {0, 10},
                                  .plausible = {0.5, 1.5},
                                  .source = {"hinman1963",
                                             "Table 1: new epidermis of seven pairs of human wounds at days 3 and 5, "
                                             "covered over open, geometric mean 2.4",
                                             Evidence::derived},
                                  .meaning = "How much a moisture film speeds closing"}};
    Parameter<Concentration> tnf_half{this, shared::tnf_half};

    void rest(Patch& patch) const override { patch.fill(continuity, epidermis, 1.0); }

    void respond(const Event& event, Patch& patch) const override {
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto e = patch.values(continuity, k);
            if (e.empty()) continue;
            if (event.wound) {
                const auto killed = event.wound->killed(k);
                for (std::size_t i = 0; i < e.size(); ++i) e[i] *= 1.0 - killed[i];
            } else if (const LaserPass* laser = event.laser()) {
                for (double& x : e) x *= 1.0 - laser->epidermal_injury;
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num wet = saturating(v[humectant], 1.0);
        v.rate(activation) += (saturating(v[alarm], *alarm_half) - v[activation]) / *readying;
        v.rate(continuity) += *closing * (v[activation] + *idle) * (1.0 + *moisture * wet) * v[continuity] *
                              (1.0 - v[continuity]) * inhibited(v[tnf], *tnf_half);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry re_epithelialisation() {
    return entry<ReEpithelialisation>("re_epithelialisation", "Alerted keratinocytes creep over the gap and close it");
}
}  // namespace mechanism
}  // namespace cicatrix
