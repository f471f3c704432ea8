// SPDX-License-Identifier: Apache-2.0
// Oxygen: brought by blood, near the surface by air, and used up by the cells of the place and by those who gather.
//
//     dP/dt    = k_P P_0 (s - m (1 - D_b)+ - m_1 (n_N N + n_C (M + G + Y))/q_0)       s = (1 - a) s_v + a s_a
//     s_v      = V/V_0 (1 + Q)/(1 + Q_0) (P_b - P)/(P_b - P_0),   s_a = (P_a - P)/(P_a - P_0)
//     a        = 1 in living epidermis, 1/(1 + (z/z_a)^8) in dermis, 0 in fat
//     m_1      = P/(K + P),   m = m_1(P)/m_1(P_0)
//     dV_g/dt += p_h (h(P) - h(P_0))+/(1 - h(P_0)),   h = K_h^2/(K_h^2 + P^2)
//
// P [mmHg], P_0 at rest; V vessels, Q dilation; D_b debris, which does not breathe; N neutrophils, M = M_1 + M_2, G
// epithelioid macrophages, Y myofibroblasts; z depth; V_g VEGF. Oxygen spreads over some capillary distances only, less
// than most voxels measure, so the supply coefficients stand for its diffusion and none is written.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/resting_vessels.hpp"

namespace cicatrix {
namespace {

class Oxygen final : public Law<Oxygen> {
public:
    Oxygen(std::string_view name, const Adjustments& adjustments) : Law{name, adjustments}, net{adjustments} {}

    Owns<Pressure> tension{this, field::oxygen, {.layers = living, .scale = 10}};
    Reads<Fraction> vessels{this, field::vessels};
    Reads<Fraction> dilation{this, field::dilation};
    Reads<Fraction> debris{this, field::debris};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<CellDensity> settled{this, field::epithelioid_macrophages};
    Reads<CellDensity> myofibroblasts{this, field::myofibroblasts};
    Writes<Concentration> vegf{this, field::vegf};

    Parameter<Pressure> resting{
        this,
        {.name = "resting",
         .symbol = "P_0",
         .unit = mmhg,
         .value = 36,
         .range = {5, 80},
         .plausible = {30, 44},
         .source = {"wang2003",
                    "papillae 40.0 at the base, 30.4 at the tip: 35.2 on average; leg skin 37.2 (skin_po2); middle. "
                    "Taken for epidermis too, which under oil has about 8 and in air up to 163 (stuecker2002)",
                    Evidence::derived},
         .meaning = "Resting tension of living epidermis and dermis"}};
    Parameter<Pressure> resting_fat{
        this,
        {.name = "resting_fat",
         .symbol = "P_0",
         .unit = mmhg,
         .value = 49.3,
         .range = {5, 80},
         .plausible = {37, 61},
         .source = {"sorensen2009", "abstract: 49.3 (SD 12.0) under the skin of 16 men", Evidence::measured_human},
         .meaning = "Resting tension of the hypodermis"}};
    Parameter<Pressure> blood{
        this,
        {.name = "blood",
         .symbol = "P_b",
         .unit = mmhg,
         .value = 100,
         .range = {85, 600},
         .plausible = {90, 105},
         .source = assumed("what textbooks give for arteries; at 45 C 136 were estimated (jaszczak1987)"),
         .meaning = "Tension of arterial blood, which tissue nears where flow abounds"}};
    Parameter<Pressure> air{
        this,
        {.name = "air",
         .symbol = "P_a",
         .unit = mmhg,
         .value = 163,
         .range = {85, 800},
         .plausible = {154, 172},
         .source = {"stuecker2002", "abstract: 163 (SD 9) Torr at the surface of the skin", Evidence::measured_human},
         .meaning = "Tension at the surface of the skin"}};
    Parameter<Length> reach{
        this,
        {.name = "reach",
         .symbol = "z_a",
         .unit = um,
         .value = 316,
         .range = {1, 2000},
         .plausible = {250, 400},
         .source = {"stuecker2002", "abstract: air alone supplies down to 0.25 to 0.40 mm; their geometric mean",
                    Evidence::derived},
         .meaning = "Depth at which air brings half of what is used"}};
    Parameter<PressureRate> resting_use{
        this,
        {.name = "resting_use",
         .symbol = "q_0",
         .unit = mmhg_per_hour,
         .value = 3200,
         .range = {10, 1e5},
         .plausible = {1600, 6400},
         .source = {"stuecker2002",
                    "0.53 mL/min/m2 over 0.316 mm at 22.4 L/mol and 1.4 uM per Torr (oxygen_and_tissues): 3200",
                    Evidence::derived},
         .meaning = "Use by resting skin, as the fall of tension without supply"}};
    Parameter<Rate> following{
        this,
        {.name = "following",
         .symbol = "k_P",
         .unit = per_hour,
         .value = 1,
         .range = {0.05, 1000},
         .plausible = {0.5, 10},
         .source = convention("truly within a minute (q_0/P_0 is 90 /h; wang2003 has 8 s); nothing here asks for less "
                              "than hours, and the true pace costs twenty times the steps for the same course"),
         .meaning = "How fast the tension follows its balance"}};
    Parameter<Pressure> use_half{
        this,
        {.name = "use_half",
         .symbol = "K",
         .unit = mmhg,
         .value = 5.7,
         .range = {0.1, 50},
         .plausible = {3, 8},
         .source = {"ehsan2013", "abstract: K_m 8.0 uM, human lung fibroblasts in fibrin; 1.4 uM per Torr",
                    Evidence::derived},
         .meaning = "Tension at which cells use half their most"}};
    Parameter<PressureUse> by_cells{
        this,
        {.name = "by_cells",
         .symbol = "n_C",
         .unit = mmhg_mm3_per_cell_hour,
         .value = 0.033,
         .range = {0, 10},
         .plausible = {0.015, 0.07},
         .source = {"ehsan2013",
                    "abstract: 13 amol/cell/s at most, over 1.4 uM per Torr; for macrophages too, as those of wounds "
                    "hardly burst (wound_macrophages1999)",
                    Evidence::derived},
         .meaning = "Use by a macrophage or a myofibroblast"}};
    Parameter<PressureUse> by_neutrophils{
        this,
        {.name = "by_neutrophils",
         .symbol = "n_N",
         .unit = mmhg_mm3_per_cell_hour,
         .value = 0.033,
         .range = {0, 10},
         .plausible = {0.01, 0.15},
         .source = assumed("as other cells, bursts included: a burst may take five times that but lasts an hour of a "
                           "day's life; no rate was read, cells use from under 1 to 350 amol/s (wagner2011)"),
         .meaning = "Use by a neutrophil"}};
    Parameter<Release> hypoxic_vegf{this,
                                    {.name = "hypoxic_vegf",
                                     .symbol = "p_h",
                                     .unit = pg_per_mm3_hour,
                                     .value = 0.4,
                                     .range = {0, 100},
                                     .plausible = {0.1, 1.5},
                                     .source = assumed("tissue without vessels makes about 1 ng/mL"),
                                     .meaning = "VEGF made where no oxygen is left"}};
    Parameter<Pressure> vegf_half{
        this,
        {.name = "vegf_half",
         .symbol = "K_h",
         .unit = mmhg,
         .value = 12.5,
         .range = {1, 100},
         .plausible = {10, 15},
         .source = {"jiang1996", "abstract: HIF-1 half at 1.5 to 2 % of oxygen, greatest at 0.5 %; 1.75 % of 713 mmHg",
                    Evidence::derived},
         .meaning = "Tension at which the answer to its lack is half its greatest"}};

    void rest(Patch& patch) const override {
        patch.fill(tension, epidermis | dermis, *resting);
        patch.fill(tension, only(Layer::hypodermis), *resting_fat);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const double rest = v.layer() == Layer::hypodermis ? *resting_fat : *resting;
        const Num p = v[tension];
        const Num breathing = p * (rest + *use_half) / ((p + *use_half) * rest);  // in this order exactly one at rest
        const Num gathered =
            *by_neutrophils * v[neutrophils] + *by_cells * (v[m1] + v[m2] + v[settled] + v[myofibroblasts]);
        v.rate(tension) += *following * rest *
                           (supply(v, rest) - breathing * max(Num{0.0}, 1.0 - v[debris]) -
                            gathered / *resting_use * saturating(p, *use_half));
        const double answered = inhibited2(rest, *vegf_half);
        v.rate(vegf) += *hypoxic_vegf / (1.0 - answered) * max(Num{0.0}, inhibited2(p, *vegf_half) - answered);
    }

private:
    /// What blood and air bring, relative to rest.
    template <class Num>
    Num supply(Voxel<Num>& v, double rest) const {
        const Num by_air = (*air - v[tension]) / (*air - rest);
        if (epidermis.has(v.layer())) return by_air;
        const Num by_blood = v[vessels] / net.density(v.layer()) * ((1.0 + v[dilation]) / (1.0 + net.flush())) *
                             ((*blood - v[tension]) / (*blood - rest));
        if (v.layer() == Layer::hypodermis) return by_blood;
        const Num z = v.depth_um() / reach.in(um), z2 = z * z, z4 = z2 * z2;
        return by_blood + (by_air - by_blood) / (1.0 + z4 * z4);
    }

    /// The resting net as the mechanism `vessels` has it.
    class Net final : public Declared {
    public:
        explicit Net(const Adjustments& adjustments) : Declared{"vessels", adjustments} {}
        double density(Layer layer) const { return resting.density(layer); }
        double flush() const { return resting.flush(); }

    private:
        const RestingVessels resting{this};
    };
    const Net net;
};

}  // namespace

namespace mechanism {
MechanismEntry oxygen() {
    return entry<Oxygen>("oxygen", "Brought by blood and air, used up by cells; its lack calls for vessels");
}
}  // namespace mechanism
}  // namespace cicatrix
