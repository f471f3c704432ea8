// SPDX-License-Identifier: Apache-2.0
// Elastin: fibroblasts make the soluble precursor, a little of it is assembled into fibres, proteases cut the fibres.
//
//     dP/dt = k_P (Q - P) + s                      s = what signals drive, by fibre_making.hpp
//     dE/dt = k_e (P - (1 + M_p/K_e) E)
//     at the needle: E *= 1 - q_c killed - torn
//
// P tropoelastin and E elastic fibres, each relative to resting dermis; Q matrix reserve; M_p free protease.

#include "cicatrix/biology/fibre_making.hpp"
#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Elastin final : public Law<Elastin> {
public:
    using Law::Law;

    Owns<Fraction> precursor{
        this, field::tropoelastin, {.layers = dermis, .scale = 0.2, .solved_with = SolvedWith::itself}};
    Owns<Fraction> fibres{this, field::elastin, {.layers = dermis, .scale = 0.05, .solved_with = SolvedWith::itself}};
    Reads<CellDensity> fibroblasts{this, field::fibroblasts};
    Reads<Fraction> signal{this, field::tgf_signal};
    Reads<Fraction> memory{this, field::matrix_memory};
    Reads<Fraction> reserve{this, field::matrix_reserve};
    Reads<Concentration> mmp{this, field::mmp};

    const ElastinMaking making{this};
    Parameter<Rate> renewal{
        this,
        {.name = "renewal",
         .symbol = "k_e",
         .unit = per_day,
         .value = 3.7e-5,
         .range = {0, 0.1},
         .plausible = {1.5e-5, 1e-4},
         .source = {"shapiro1991", "human lung, carbon stays in elastin for 74 years (40 to 174): 1 over 74 years",
                    Evidence::derived},
         .meaning = "Renewal of elastic fibres at rest, and their loss without protease"}};
    Parameter<Concentration> cutting_double{
        this,
        {.name = "cutting_double",
         .symbol = "K_e",
         .unit = pg_per_mm3,
         .value = 0.93,
         .range = {0.01, 1e4},
         .plausible = {0.2, 5},
         .source = assumed("elastases of neutrophils and macrophages come with the gelatinases; 50 pg/mm3 take a "
                           "fifth of a percent a day, no rate was read"),
         .meaning = "Free protease that doubles the loss of elastic fibres"}};
    Parameter<Fraction> cut_share{this, shared::cut_share};

    void rest(Patch& patch) const override {
        patch.fill(precursor, dermis, 1.0);
        patch.fill(fibres, dermis, 1.0);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto killed = event.wound->killed(k), torn = event.wound->torn(k);
            const auto e = patch.values(fibres, k);
            for (std::size_t i = 0; i < e.size(); ++i) e[i] *= 1.0 - *cut_share * killed[i] - torn[i];
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(precursor) += making.at_rest() * v[reserve] + making.driven(v[fibroblasts], v[signal], v[memory]) -
                             *making.clearing * v[precursor];
        v.rate(fibres) += *renewal * (v[precursor] - (1.0 + v[mmp] / *cutting_double) * v[fibres]);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry elastin() {
    return entry<Elastin>("elastin", "Precursor made by fibroblasts, fibres assembled slowly and cut by proteases");
}
}  // namespace mechanism
}  // namespace cicatrix
