// SPDX-License-Identifier: Apache-2.0
// Fibroblasts divide when PDGF calls, and turn into pulling myofibroblasts where TGF-beta meets young matrix.
//
//     dF/dt = k_F (F_0 - F) + r p F (1 - (F + Y)/K) - t + b Y          p = P/(K_P + P)
//     dY/dt = t - (d_Y q + b) Y
//     t     = k_Y H (1 + w W) m F / (1 + R/K_R)
//     m     = y/(K_m + y),  y = C_n + f F_b                            young matrix: what myofibroblasts can grip
//     q     = (1 + e_0 (1 - H)) / (1 + w_d W)                          faster without signal, slower with memory
//
// F, Y [cells/mm3]; P PDGF; H signal, W memory of TGF-beta; R steroid; F_b clot.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Fibroblasts final : public Law<Fibroblasts> {
public:
    using Law::Law;

    Parameter<Diffusivity> motility{
        this,
        {.name = "motility",
         .symbol = "D_F",
         .unit = um2_per_hour,
         .value = 200,
         .range = {0, 1e5},
         .plausible = {61, 6000},
         .source = {"tepole2025", "6.12e-5 mm2/h in intact collagen, to 0.02 in loose", Evidence::published_model},
         .meaning = "Random motility of fibroblasts"}};

    Owns<CellDensity> fibroblasts{
        this,
        field::fibroblasts,
        {.layers = dermis, .scale = 500, .diffusivity = &motility, .evens_out_to_rest = true}};
    Owns<CellDensity> myofibroblasts{this, field::myofibroblasts, {.layers = dermis, .scale = 500}};
    Reads<Concentration> pdgf{this, field::pdgf};
    Reads<Fraction> signal{this, field::tgf_signal};
    Reads<Fraction> memory{this, field::matrix_memory};
    Reads<Concentration> young{this, field::collagen_i_new};
    Reads<Fraction> clot{this, field::clot};
    Reads<Fraction> steroid{this, field::steroid};

    Parameter<CellDensity> papillary_density{
        this,
        {.name = "papillary_density",
         .symbol = "F_0",
         .unit = cells_per_mm3,
         .value = 3500,
         .range = {100, 1e5},
         .plausible = {2100, 4100},
         .source = {"miller2003",
                    "2100 to 4100 /mm3 in mid-dermis of young donors; the upper part for the richer papillary layer",
                    Evidence::measured_human},
         .meaning = "Resting fibroblasts of the papillary dermis"}};
    Parameter<CellDensity> reticular_density{
        this,
        {.name = "reticular_density",
         .symbol = "F_0",
         .unit = cells_per_mm3,
         .value = 2300,
         .range = {100, 1e5},
         .plausible = {2100, 4100},
         .source = {"miller2003",
                    "2100 to 4100 /mm3 in mid-dermis of young donors; the lower part for the poorer reticular layer",
                    Evidence::measured_human},
         .meaning = "Resting fibroblasts of the reticular dermis"}};
    Parameter<Rate> turnover{
        this,
        {.name = "turnover",
         .symbol = "k_F",
         .unit = per_day,
         .value = 0.048,
         .range = {0, 1},
         .plausible = {0.019, 0.12},
         .source = {"jin2011", "Table 4, d_F 0.12 /d, and 0.9 x 9.007e-4 /h = 0.0195 /d of tepole2025; geometric mean",
                    Evidence::derived},
         .meaning = "Return of fibroblasts to their resting density"}};
    Parameter<Rate> division{this,
                             {.name = "division",
                              .symbol = "r",
                              .unit = per_day,
                              .value = 0.924,
                              .range = {0, 5},
                              .plausible = {0.4, 1.2},
                              .source = {"waugh2007", "k_10", Evidence::published_model},
                              .meaning = "Greatest division of fibroblasts"}};
    Parameter<Concentration> pdgf_half{
        this,
        {.name = "pdgf_half",
         .symbol = "K_P",
         .unit = pg_per_mm3,
         .value = 4,
         .range = {0.01, 100},
         .plausible = {1.5, 15},
         .source = {"thebiotek_pdgf",
                    "PDGF-BB, proliferation assay: ED50 4 to 15 ng/mL; its low end, as in the range waugh2007 uses",
                    Evidence::in_vitro},
         .meaning = "PDGF at which division is half its greatest"}};
    Parameter<CellDensity> crowding{this,
                                    {.name = "crowding",
                                     .symbol = "K",
                                     .unit = cells_per_mm3,
                                     .value = 30000,
                                     .range = {1000, 1e7},
                                     .plausible = {15000, 150000},
                                     .source = {"tepole2021",
                                                "K_rr 10000 over 1000 cells/mm3 at rest, tenfold as in tepole2025 too; "
                                                "of the 3000 /mm3 of young skin (miller2003)",
                                                Evidence::derived},
                                     .meaning = "Density at which division stops"}};
    Parameter<Rate> turning{this,
                            {.name = "turning",
                             .symbol = "k_Y",
                             .unit = per_day,
                             .value = 0.9,
                             .range = {0, 20},
                             .plausible = {0.6, 4},
                             .source = {"skibidy",
                                        "composite curve, second-hand: myofibroblasts peak near day 12; set so that "
                                        "they peak between day 9 and 16",
                                        Evidence::calibrated},
                             .meaning = "Greatest turn of fibroblasts into myofibroblasts"}};
    Parameter<Fraction> memory_gain{
        this,
        {.name = "memory_gain",
         .symbol = "w",
         .unit = one,
         .value = 1,
         .range = {0, 20},
         .plausible = {0.3, 3},
         .source = {"tgf_pulse2013",
                    "abstract: two pulses act for 14 d, one for 7: 14/7 - 1; how long is read as how much",
                    Evidence::derived},
         .meaning = "How much full matrix memory adds to the turn"}};
    Parameter<Concentration> grip_half{this,
                                       {.name = "grip_half",
                                        .symbol = "K_m",
                                        .unit = ug_per_mm3,
                                        .value = 1.85,
                                        .range = {0.01, 500},
                                        .plausible = {0.3, 4},
                                        .source = {"skibidy",
                                                   "composite course of wounds, second-hand: myofibroblasts at their "
                                                   "height near day 12; set with it in view",
                                                   Evidence::calibrated},
                                        .meaning = "Young matrix at which cells grip it half as well as they can"}};
    Parameter<Concentration> clot_grip{this,
                                       {.name = "clot_grip",
                                        .symbol = "f",
                                        .unit = ug_per_mm3,
                                        .value = 0.5,
                                        .range = {0, 500},
                                        .plausible = {0.1, 3},
                                        .source = assumed("fibrin is soft: cells grip it badly"),
                                        .meaning = "Young matrix that a full clot stands for"}};
    Parameter<Rate> death{
        this,
        {.name = "death",
         .symbol = "d_Y",
         .unit = per_day,
         .value = 0.072,
         .range = {0.001, 5},
         .plausible = {0.03, 0.2},
         .source =
             {"skibidy",
              "another model: a week without death, then 0.0006 per step of 0.1 h; one over a mean life of 7 + 6.9 d",
              Evidence::derived},
         .meaning = "Death of myofibroblasts under full signal"}};
    Parameter<Fraction> release_gain{
        this,
        {.name = "release_gain",
         .symbol = "e_0",
         .unit = one,
         .value = 3.2,
         .range = {0, 50},
         .plausible = {1, 8},
         .source = {"fibrosis_circuit_code",
                    "myofibroblasts are removed at 0.3 /d; over the 0.072 /d under full signal, less one",
                    Evidence::derived},
         .meaning = "How much faster they die without signal"}};
    Parameter<Fraction> memory_shield{this,
                                      {.name = "memory_shield",
                                       .symbol = "w_d",
                                       .unit = one,
                                       .value = 2.0,
                                       .range = {0, 50},
                                       .plausible = {0.5, 4},
                                       .source = {"skibidy",
                                                  "composite course of wounds, second-hand: a quarter of the "
                                                  "myofibroblasts left on day 24; set with it in view",
                                                  Evidence::calibrated},
                                       .meaning = "How much full matrix memory slows their death"}};
    Parameter<Rate> reversal{
        this,
        {.name = "reversal",
         .symbol = "b",
         .unit = per_day,
         .value = 0.072,
         .range = {0, 1},
         .plausible = {0.01, 0.1},
         .source =
             {"kisseleva2012",
              "abstract, mouse liver: half of the myofibroblasts escape death and turn back; so as fast as they die",
              Evidence::derived},
         .meaning = "Turn of myofibroblasts back into fibroblasts"}};
    Parameter<Fraction> steroid_half{this, shared::steroid_half};

    void rest(Patch& patch) const override {
        patch.fill(fibroblasts, only(Layer::papillary), *papillary_density);
        patch.fill(fibroblasts, only(Layer::reticular), *reticular_density);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto f = patch.values(fibroblasts, k), y = patch.values(myofibroblasts, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < f.size(); ++i) {
                f[i] *= 1.0 - killed[i];
                y[i] *= 1.0 - killed[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const double resting = v.layer() == Layer::papillary ? *papillary_density : *reticular_density;
        const Num f = v[fibroblasts], y = v[myofibroblasts];
        const Num matrix = v[young] + *clot_grip * v[clot];
        const Num turned = *turning * v[signal] * (1.0 + *memory_gain * v[memory]) * saturating(matrix, *grip_half) *
                           inhibited(v[steroid], *steroid_half) * f;
        const Num dying = *death * (1.0 + *release_gain * (1.0 - v[signal])) / (1.0 + *memory_shield * v[memory]);
        v.rate(fibroblasts) += *turnover * (resting - f) +
                               *division * saturating(v[pdgf], *pdgf_half) * f * (1.0 - (f + y) / *crowding) - turned +
                               *reversal * y;
        v.rate(myofibroblasts) += turned - (dying + *reversal) * y;
    }
};

}  // namespace

namespace mechanism {
MechanismEntry fibroblasts() {
    return entry<Fibroblasts>("fibroblasts", "Divide for PDGF, become myofibroblasts for TGF-beta on young matrix");
}
}  // namespace mechanism
}  // namespace cicatrix
