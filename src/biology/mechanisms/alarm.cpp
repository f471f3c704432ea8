// SPDX-License-Identifier: Apache-2.0
// Debris and alarm: killed cells and torn fibres lie as debris, and call for help until they are eaten.
//
//     dD_b/dt = -(k_0 + c M) D_b                                                M = M_1 + M_2
//     dA/dt   = s_D D_b + s_G g(B_a) + s_J J                          everywhere alive
//             + s_B (1 - B) + s_U u                                             in living epidermis
//             - k_A A
//
// D_b debris [1]; A alarm signals [pg/mm3]; B_a bacteria; g(x) = x/(K+x);
// B barrier above; J irritant; u ultraviolet dose rate. A diffuses.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Alarm final : public Law<Alarm> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_A",
         .unit = um2_per_hour,
         .value = 12080,
         .range = {10, 4e5},
         .plausible = {3600, 2.1e5},
         .source = {"tepole2021",
                    "D_cc 0.01208 mm2/h of a TGF-beta-like signal; free albumin runs at 2.1e5 um2/h (chary1989)",
                    Evidence::published_model},
         .meaning = "Diffusivity of alarm signals"}};

    Owns<Fraction> debris{this, field::debris, {.layers = living, .scale = 0.05, .solved_with = SolvedWith::itself}};
    Owns<Concentration> alarm{
        this,
        field::alarm,
        {.layers = living, .scale = 2.0, .diffusivity = &spread, .solved_with = SolvedWith::what_spreads}};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<CellDensity> bacteria{this, field::bacteria};
    Reads<Fraction> irritant{this, field::irritant};
    ReadsColumn<Fraction> barrier{this, field::barrier, Layer::stratum_corneum};

    Parameter<Fraction> torn_share{this,
                                   {.name = "torn_share",
                                    .symbol = "q_t",
                                    .unit = one,
                                    .value = 0.5,
                                    .range = {0.0, 1.0},
                                    .plausible = {0.2, 1.0},
                                    .source = assumed("torn fibres carry fewer dead cells than a cut channel"),
                                    .meaning = "Debris made by tearing all fibres of a volume"}};
    Parameter<Rate> autolysis{this,
                              {.name = "autolysis",
                               .symbol = "k_0",
                               .unit = per_day,
                               .value = 0.37,
                               .range = {0.0, 5.0},
                               .plausible = {0.1, 1.0},
                               .source = {"cooper2015", "mu_pt, debris decay", Evidence::published_model},
                               .meaning = "Loss of debris without phagocytes"}};
    Parameter<KillRate> clearance{this,
                                  {.name = "clearance",
                                   .symbol = "c",
                                   .unit = mm3_per_cell_day,
                                   .value = 0.0026,
                                   .range = {0.0, 1.0},
                                   .plausible = {0.0006, 0.01},
                                   .source = {"skibidy",
                                              "composite course of wounds, second-hand: macrophages at their height on "
                                              "day 3, half left on day 7; set with it in view, below the 0.0038 by "
                                              "which a macrophage eats 12 to 24 dead cells a day (bone_healing_code)",
                                              Evidence::calibrated},
                                   .meaning = "Loss of debris through macrophages"}};
    Parameter<Release> from_debris{
        this,
        {.name = "from_debris",
         .symbol = "s_D",
         .unit = pg_per_mm3_hour,
         .value = 60,
         .range = {0, 1e4},
         .plausible = {20, 200},
         .source = convention(
             "fixes the unit of the alarm, a lumped signal; what it does lies in the half-levels of its readers"),
         .meaning = "Alarm released by a volume of pure debris"}};
    Parameter<Release> from_bacteria{
        this,
        {.name = "from_bacteria",
         .symbol = "s_G",
         .unit = pg_per_mm3_hour,
         .value = 20,
         .range = {0, 1e4},
         .plausible = {5, 80},
         .source = assumed("a heavily colonised volume alarms about as much as a third of it being dead"),
         .meaning = "Greatest alarm raised by bacteria"}};
    Parameter<CellDensity> bacteria_half{this, shared::bacteria_half};
    Parameter<Release> from_barrier{
        this,
        {.name = "from_barrier",
         .symbol = "s_B",
         .unit = pg_per_mm3_hour,
         .value = 1.5,
         .range = {0, 1e3},
         .plausible = {0.5, 6},
         .source = assumed("keratinocytes release stored IL-1alpha when the barrier above them is lost"),
         .meaning = "Alarm of living epidermis under a lost barrier"}};
    Parameter<Release> from_irritant{
        this,
        {.name = "from_irritant",
         .symbol = "s_J",
         .unit = pg_per_mm3_hour,
         .value = 30,
         .range = {0, 1e3},
         .plausible = {8, 100},
         .source = assumed("an acid at full strength in living tissue injures most cells within hours"),
         .meaning = "Alarm of living tissue per relative dose of irritant in it"}};
    Parameter<PerDoseConcentration> from_ultraviolet{this,
                                                     {.name = "from_ultraviolet",
                                                      .symbol = "s_U",
                                                      .unit = pg_per_mm3_sed,
                                                      .value = 1.0,
                                                      .range = {0, 1e3},
                                                      .plausible = {0.2, 4},
                                                      .source = assumed("one SED a day stays below visible redness"),
                                                      .meaning = "Alarm made in living epidermis by one SED"}};
    Parameter<PerDose> burnt{this,
                             {.name = "burnt",
                              .symbol = "q_U",
                              .unit = per_sed,
                              .value = 0.01,
                              .range = {0, 1},
                              .plausible = {0.003, 0.03},
                              .source = assumed("sunburn cells are common a day after four times the dose that reddens "
                                                "(uvb_apoptosis2003); their share was not read"),
                              .meaning = "Share of epidermal cells that one SED of a burn kills"}};
    Parameter<Rate> decay{this,
                          {.name = "decay",
                           .symbol = "k_A",
                           .unit = per_hour,
                           .value = 0.66,
                           .range = {0.01, 20},
                           .plausible = {0.3, 2},
                           .source = {"reimers1991",
                                      "interleukin 1 beta in rats: plasma 41.1 min, 1.01 /h; under the skin 1.59 h, "
                                      "0.44 /h (kudo1990); geometric mean",
                                      Evidence::derived},
                           .meaning = "Loss of alarm signals"}};

    void respond(const Event& event, Patch& patch) const override {
        if (event.wound) {
            for (int k = 0; k < patch.grid().nz(); ++k) {
                const auto d = patch.values(debris, k);
                const auto killed = event.wound->killed(k), torn = event.wound->torn(k);
                for (std::size_t i = 0; i < d.size(); ++i)
                    d[i] += (1.0 - d[i]) * std::min(1.0, killed[i] + *torn_share * torn[i]);
            }
        } else if (const LaserPass* laser = event.laser()) {
            kill_epidermis(laser->epidermal_injury, patch);
        } else if (const Burn* burn = event.burn()) {
            kill_epidermis(std::min(1.0, *burnt * burn->sed), patch);
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num eaters = v[m1] + v[m2];
        v.rate(debris) -= (*autolysis + *clearance * eaters) * v[debris];
        Num& a = v.rate(alarm);
        a += *from_debris * v[debris] + *from_bacteria * saturating(v[bacteria], *bacteria_half) +
             *from_irritant * v[irritant];
        a -= *decay * v[alarm];
        if (epidermis.has(v.layer()))
            a += *from_barrier * (1.0 - v[barrier]) + *from_ultraviolet * v.environment().uv_sed_per_h;
    }

private:
    void kill_epidermis(double share, Patch& patch) const {
        for (int k = 0; k < patch.grid().nz(); ++k)
            if (epidermis.has(patch.grid().layer(k)))
                for (double& d : patch.values(debris, k)) d += (1.0 - d) * share;
    }
};

}  // namespace

namespace mechanism {
MechanismEntry alarm() {
    return entry<Alarm>("alarm", "Dead and torn tissue, a lost barrier, acid, light and bacteria raise the alarm");
}
}  // namespace mechanism
}  // namespace cicatrix
