// SPDX-License-Identifier: Apache-2.0
// Nerves: fine fibres are cut and grow back, and their endings become sensitive in inflamed tissue.
//
//     dn/dt = (k_n n + k_i) (1 - n)
//     dz/dt = k_z (x^2/(K^2 + x^2) - z)             x = A + w_T T_N + I_6
//     needle: n *= 1 - killed - torn
//
// n fibres of this place relative to healthy; z sensitisation, share of the greatest; A alarm, T_N TNF, I_6 IL-6.
// Fibres sprout from those that are left (k_n) and from the neighbourhood (k_i), so that they return even where none is
// left.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

constexpr LayerSet innervated = epidermis | dermis;

class Nerves final : public Law<Nerves> {
public:
    using Law::Law;

    Owns<Fraction> fibres{
        this, field::nerve_fibres, {.layers = innervated, .scale = 0.1, .solved_with = SolvedWith::itself}};
    Owns<Fraction> sensitisation{
        this, field::nerve_sensitisation, {.layers = innervated, .scale = 0.1, .solved_with = SolvedWith::itself}};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Concentration> il6{this, field::il6};

    Parameter<Rate> sprouting{this,
                              {.name = "sprouting",
                               .symbol = "k_n",
                               .unit = per_day,
                               .value = 0.06,
                               .range = {0, 5},
                               .plausible = {0.03, 0.14},
                               .source = {"rajan2003",
                                          "abstract, people: fibre density is normal again 30 to 75 d after a cut; "
                                          "nine tenths at 52 d with the ingrowth below",
                                          Evidence::derived},
                               .meaning = "Regrowth of fibres from those that are left"}};
    Parameter<Rate> ingrowth{
        this,
        {.name = "ingrowth",
         .symbol = "k_i",
         .unit = per_day,
         .value = 0.014,
         .range = {0, 5},
         .plausible = {0.0005, 0.02},
         .source = {"polydefkis2004",
                    "abstract: 0.177 fibres per mm and day after capsaicin; over 10-15 per mm (nerve_density_page)",
                    Evidence::derived},
         .meaning = "Ingrowth of fibres where none is left"}};
    Parameter<Rate> settling{
        this,
        {.name = "settling",
         .symbol = "k_z",
         .unit = per_hour,
         .value = 0.083,
         .range = {0.001, 20},
         .plausible = {0.03, 0.4},
         .source = {"hoffmann1999",
                    "abstract: after ultraviolet light flow peaks at 12 h, soreness at 24 h and later; a lag of 12 h",
                    Evidence::derived},
         .meaning = "Pace at which sensitisation follows what causes it"}};
    Parameter<Concentration> half{this, shared::alarm_half};
    Parameter<Fraction> tnf_weight{
        this,
        {.name = "tnf_weight",
         .symbol = "w_T",
         .unit = one,
         .value = 3,
         .range = {0, 1e4},
         .plausible = {1, 15},
         .source = assumed("tenderness goes while macrophages, which make TNF, are still many: it sensitises little"),
         .meaning = "How much TNF sensitises, per mass, relative to alarm"}};

    void rest(Patch& patch) const override { patch.fill(fibres, innervated, 1.0); }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto n = patch.values(fibres, k);
            const auto killed = event.wound->killed(k), torn = event.wound->torn(k);
            for (std::size_t i = 0; i < n.size(); ++i) n[i] *= 1.0 - killed[i] - torn[i];
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num n = v[fibres], mediators = v[alarm] + *tnf_weight * v[tnf] + v[il6];
        v.rate(fibres) += (*sprouting * n + *ingrowth) * (1.0 - n);
        v.rate(sensitisation) += *settling * (saturating2(mediators, *half) - v[sensitisation]);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry nerves() {
    return entry<Nerves>("nerves", "Fine fibres are cut and grow back; inflamed tissue makes their endings sensitive");
}
}  // namespace mechanism
}  // namespace cicatrix
