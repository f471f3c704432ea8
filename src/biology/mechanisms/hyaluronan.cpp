// SPDX-License-Identifier: Apache-2.0
// Hyaluronan: cells that hear the alarm or are called by PDGF make more of it; it is gone within days.
//
//     dH/dt = k_H (1 + e_A A/(K_A + A) + e_P P/(K_P + P) - H)
//
// H hyaluronan relative to resting dermis; A alarm signals; P PDGF [pg/mm3].

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Hyaluronan final : public Law<Hyaluronan> {
public:
    using Law::Law;

    Owns<Fraction> hyaluronan{
        this, field::hyaluronan, {.layers = dermis, .scale = 0.2, .solved_with = SolvedWith::itself}};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> pdgf{this, field::pdgf};

    Parameter<Rate> turnover{this,
                             {.name = "turnover",
                              .symbol = "k_H",
                              .unit = per_day,
                              .value = 0.7,
                              .range = {0.01, 20},
                              .plausible = {0.35, 1.4},
                              .source = {"waugh2007", "d_6, loss of hyaluronan", Evidence::published_model},
                              .meaning = "Turnover of hyaluronan in the dermis"}};
    Parameter<Fraction> alarm_gain{this,
                                   {.name = "alarm_gain",
                                    .symbol = "e_A",
                                    .unit = one,
                                    .value = 2,
                                    .range = {0, 50},
                                    .plausible = {0.5, 5},
                                    .source = {"pulkki1986",
                                               "interleukin 1 on human synovial fibroblasts: twofold, and to fivefold "
                                               "(il1_synovial); less one each, geometric mean of 1 and 4",
                                               Evidence::derived},
                                    .meaning = "How much more hyaluronan cells make at full alarm, relative to rest"}};
    Parameter<Concentration> alarm_half{this, shared::alarm_half};
    Parameter<Fraction> pdgf_gain{this,
                                  {.name = "pdgf_gain",
                                   .symbol = "e_P",
                                   .unit = one,
                                   .value = 2,
                                   .range = {0, 50},
                                   .plausible = {0.5, 5},
                                   .source = {"waugh2007",
                                              "computed by us, its hyaluronan is 3.28 on day 5 and 0.646 on day 200, "
                                              "5.1 times; less the 1 at rest and alarm_gain, 2.1",
                                              Evidence::derived},
                                   .meaning = "How much more hyaluronan cells make under full PDGF, relative to rest"}};
    Parameter<Concentration> pdgf_half{this,
                                       {.name = "pdgf_half",
                                        .symbol = "K_P",
                                        .unit = pg_per_mm3,
                                        .value = 4,
                                        .range = {0.01, 100},
                                        .plausible = {1.5, 10},
                                        .source = {"thebiotek_pdgf",
                                                   "PDGF-BB, proliferation assay: ED50 4 to 15 ng/mL; its low end, as "
                                                   "for division; no curve for hyaluronan was read",
                                                   Evidence::in_vitro},
                                        .meaning = "PDGF at which that is half its greatest"}};

    void rest(Patch& patch) const override { patch.fill(hyaluronan, dermis, 1.0); }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num called =
            *alarm_gain * saturating(v[alarm], *alarm_half) + *pdgf_gain * saturating(v[pdgf], *pdgf_half);
        v.rate(hyaluronan) += *turnover * (1.0 + called - v[hyaluronan]);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry hyaluronan() {
    return entry<Hyaluronan>("hyaluronan", "Made by cells that hear alarm and PDGF, gone within days");
}
}  // namespace mechanism
}  // namespace cicatrix
