// SPDX-License-Identifier: Apache-2.0
// Ageing: ordered collagen and elastin of the dermis are lost slowly over adult life, and so is what renewal aims at.
//
//     dQ/dt = -a Q        dX/dt -= a X,  X = C_1, C_3, P_e, E_l
//
// Q matrix reserve, 1 on the first day      C_1, C_3 mature collagen I and collagen III [ug/mm3]
// P_e, E_l tropoelastin and elastin [1]     a net yearly loss [1/y]. `collagen` and `elastin` renew towards Q times the
// contents of the first day, so that untreated skin ages by exactly exp(-a t), however fast a fibre type is renewed.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Ageing final : public Law<Ageing> {
public:
    using Law::Law;

    Owns<Fraction> reserve{this, field::matrix_reserve, {.layers = dermis, .scale = 0.1}};
    Writes<Concentration> mature{this, field::collagen_i};
    Writes<Concentration> type_iii{this, field::collagen_iii};
    Writes<Fraction> precursor{this, field::tropoelastin};
    Writes<Fraction> elastic{this, field::elastin};

    Parameter<Rate> loss{this,
                         {.name = "loss",
                          .symbol = "a",
                          .unit = per_year,
                          .value = 0.0062,
                          .range = {0.0, 0.1},
                          .plausible = {0.003, 0.015},
                          .source = {"branchet1990",
                                     "upper inner arm: 6 % of the dermis in ten years, -ln(0.94)/10 y; its collagen "
                                     "per area stays (morphometry_collagen_age)",
                                     Evidence::derived},
                          .meaning = "Yearly share of dermal collagen and elastin lost beyond what is renewed"}};

    void rest(Patch& patch) const override { patch.fill(reserve, dermis, 1.0); }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(reserve) -= *loss * v[reserve];
        v.rate(mature) -= *loss * v[mature];
        v.rate(type_iii) -= *loss * v[type_iii];
        v.rate(precursor) -= *loss * v[precursor];
        v.rate(elastic) -= *loss * v[elastic];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry ageing() {
    return entry<Ageing>("ageing", "Dermal collagen and elastin are lost slowly with the years");
}
}  // namespace mechanism
}  // namespace cicatrix
