// SPDX-License-Identifier: Apache-2.0
// Fibre orientation: repair lays collagen along the walls of the wound, and its own fibres guide the cells that lay
// more.
//
//     r      = (C_n + C_s)/C                                        share of collagen that repair laid: young, or scar
//     at the needle:  t = ((1 - w) r t + w e)/((1 - w) r + w),      w = killed + torn
//     dt/dt  = k_x C_n/(C_n + C_s) (G(t) - t)
//     G(t)   = (1 + g) t/(1 + g |t|^2)                              how cells lie among fibres that lie like t
//     t      = (2 T_x - 1, 2 T_d - 1)
//
// T_x, T_d: shares of repair's collagen along x and along the diagonal, from the in-plane orientation tensor; t holds
// the means of cos 2a and sin 2a over fibres at angle a to x: 0 in a weave, of length 1 when all are parallel. e: the
// same of the walls of the cut, from its outline. The ordered network is a weave by definition and has no direction.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class FibreOrientation final : public Law<FibreOrientation> {
public:
    using Law::Law;

    Owns<Fraction> along_x{
        this, field::repair_along_x, {.layers = dermis, .scale = 0.1, .solved_with = SolvedWith::itself}};
    Owns<Fraction> along_diagonal{
        this, field::repair_along_diagonal, {.layers = dermis, .scale = 0.1, .solved_with = SolvedWith::itself}};
    Reads<Concentration> type_iii{this, field::collagen_iii};
    Reads<Concentration> young{this, field::collagen_i_new};
    Reads<Concentration> mature{this, field::collagen_i};
    Reads<Concentration> scar{this, field::collagen_scar};

    Parameter<Fraction> guidance{
        this,
        {.name = "guidance",
         .symbol = "g",
         .unit = one,
         .value = 1,
         .range = {0, 10},
         .plausible = {0, 3},
         .source =
             assumed("alignment by cells that fibres guide reinforces itself (dallon_talk1999, no number): then g "
                     "is above 0; 1 makes G the square of the tensor over its trace"),
         .meaning = "How much more parallel cells lie than the few fibres in line that guide them, less one"}};

    Parameter<Rate> cross_linking{this, shared::cross_linking};

    void rest(Patch& patch) const override {
        patch.fill(along_x, dermis, 0.5);
        patch.fill(along_diagonal, dermis, 0.5);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto x = patch.values(along_x, k), d = patch.values(along_diagonal, k);
            const auto c3 = patch.values(type_iii, k), cn = patch.values(young, k), c1 = patch.values(mature, k),
                       cs = patch.values(scar, k);
            const auto killed = event.wound->killed(k), torn = event.wound->torn(k);
            const auto walls_x = event.wound->walls_along_x(k), walls_d = event.wound->walls_along_diagonal(k);
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double wound = killed[i] + torn[i];
                if (wound <= 0.0) continue;
                const double repair = cn[i] + cs[i], all = repair + c3[i] + c1[i];
                const double old = all > 0.0 ? (1.0 - wound) * repair / all : 0.0;
                const double fresh = old > 0.0 ? wound / (old + wound) : 1.0;
                x[i] += fresh * (0.5 * (1.0 + walls_x[i]) - x[i]);
                d[i] += fresh * (0.5 * (1.0 + walls_d[i]) - d[i]);
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num x = 2.0 * v[along_x] - 1.0, d = 2.0 * v[along_diagonal] - 1.0, square = x * x + d * d;
        const Num turned = *cross_linking * v[young] / (v[young] + v[scar] + least);
        // G(t) - t = g (1 - |t|^2)/(1 + g |t|^2) t, and t changes twice as fast as T.
        const Num gain = 0.5 * *guidance * turned * max(Num{0.0}, 1.0 - square) / (1.0 + *guidance * square);
        v.rate(along_x) += gain * x;
        v.rate(along_diagonal) += gain * d;
    }

private:
    /// No collagen to speak of, so that where there is none nothing is divided by zero.
    static constexpr double least = 1e-6 * ug_per_mm3.size;
};

}  // namespace

namespace mechanism {
MechanismEntry fibre_orientation() {
    return entry<FibreOrientation>("fibre_orientation", "Repair lays fibres along the cut, and these guide the next");
}
}  // namespace mechanism
}  // namespace cicatrix
