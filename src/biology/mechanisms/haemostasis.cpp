// SPDX-License-Identifier: Apache-2.0
// Haemostasis: cut vessels bleed into the channel, platelets spend themselves, fibrin holds the gap until it is
// dissolved.
//
//     dP_l/dt = -k_P P_l          dF_b/dt = -(k_F + k_M M) F_b        M = M_1 + M_2
//     at the needle:  P_l += x V,   F_b += x (1 - F_b)        x killed share of the voxel, V vessel density

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Haemostasis final : public Law<Haemostasis> {
public:
    using Law::Law;

    Owns<Fraction> platelets{this, field::platelets, {.layers = dermis, .scale = 0.05}};
    Owns<Fraction> clot{this, field::clot, {.layers = dermis, .scale = 0.05}};
    Reads<Fraction> vessels{this, field::vessels};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};

    Parameter<Rate> spent{this,
                          {.name = "spent",
                           .symbol = "k_P",
                           .unit = per_day,
                           .value = 2.5,
                           .range = {0.1, 50},
                           .plausible = {1.5, 6},
                           .source = assumed("platelets are gone as a source by 24 to 48 h (textbook timing)"),
                           .meaning = "Loss of active platelets"}};
    Parameter<Rate> lysis{
        this,
        {.name = "lysis",
         .symbol = "k_F",
         .unit = per_day,
         .value = 0.19,
         .range = {0, 5},
         .plausible = {0.05, 0.4},
         .source = {"fibrin_tracking", "fibrin under the skin of mice is gone in about 16 d; 5 % left: ln 20 / 16 d",
                    Evidence::derived},
         .meaning = "Dissolution of fibrin by plasmin"}};
    Parameter<KillRate> eaten{
        this,
        {.name = "eaten",
         .symbol = "k_M",
         .unit = mm3_per_cell_day,
         .value = 4e-4,
         .range = {0, 0.1},
         .plausible = {1e-4, 1.2e-3},
         .source = assumed(
             "macrophages do most of it (electron microscopy of a fibrin glue in rats); by how much is not known"),
         .meaning = "Loss of fibrin through macrophages"}};

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto p = patch.values(platelets, k), f = patch.values(clot, k);
            const auto v = static_cast<const Patch&>(patch).values(vessels, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < p.size(); ++i) {
                p[i] += killed[i] * v[i];
                f[i] += (1.0 - f[i]) * killed[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(platelets) -= *spent * v[platelets];
        v.rate(clot) -= (*lysis + *eaten * (v[m1] + v[m2])) * v[clot];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry haemostasis() {
    return entry<Haemostasis>("haemostasis", "Cut vessels bleed, platelets release, fibrin fills the gap");
}
}  // namespace mechanism
}  // namespace cicatrix
