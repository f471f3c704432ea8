// SPDX-License-Identifier: Apache-2.0
// Melanin: inflamed or sunlit keratinocytes wake melanocytes; what falls through an inflamed junction or is carried by
// needles stays for months.
//
//     dQ_m/dt = q_A A/(K_A + A) + q_T T_N/(K_T + T_N) + q_U u - k_Q Q_m                   living epidermis, diffuses
//     dM_a/dt = k_u Q_m^2/(K_Q^2 + Q_m^2) (1 - M_a) - k_d M_a                             basal layer
//     dM_c/dt = k_c (1 - M_c)                                                             basal layer
//     dM_e/dt = k_m (M_0 M_c (1 + a M_a) / (1 + U/K_U) - M_e)                             epidermis, through the column
//     dM_d/dt = k_i A/(K_A + A) M_a M_b - k_r M_d                     papillary dermis
//
// Q_m drive; M_a activation and M_c number of melanocytes (1 healthy); M_e melanin relative to basal type VI;
// M_d melanin in the dermis, same scale; M_b basal melanin above; u ultraviolet dose rate;
// U tyrosinase inhibitor. Person's colour enters as M_0 (m_u M_0 above the basal layer) and as how readily
// melanocytes answer (a).

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Melanin final : public Law<Melanin> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_Q",
         .unit = um2_per_hour,
         .value = 10200,
         .range = {0, 4e5},
         .plausible = {3600, 28800},
         .source = {"wei2018",
                    "dextrans of 70 kDa and more in human epidermis ex vivo: 1-8 um2/s; geometric mean 2.83 um2/s",
                    Evidence::derived},
         .meaning = "Diffusivity of melanogenic signals"}};

    Owns<Fraction> drive{this, field::melanogenic_drive, {.layers = epidermis, .scale = 0.05, .diffusivity = &spread}};
    Owns<Fraction> melanocytes{this, field::melanocytes, {.layers = only(Layer::basal), .scale = 0.2}};
    Owns<Fraction> activation{this, field::melanocyte_activation, {.layers = only(Layer::basal), .scale = 0.1}};
    Owns<Fraction> melanin{
        this, field::melanin, {.layers = epidermis, .scale = 0.05, .solved_with = SolvedWith::itself}};
    Owns<Fraction> fallen{this,
                          field::dermal_melanin,
                          {.layers = only(Layer::papillary), .scale = 0.02, .solved_with = SolvedWith::itself}};
    Reads<Concentration> alarm{this, field::alarm};
    Reads<Concentration> tnf{this, field::tnf};
    Reads<Fraction> depigmenting{this, field::depigmenting};
    ReadsColumn<Fraction> number_below{this, field::melanocytes, Layer::basal};
    ReadsColumn<Fraction> activation_below{this, field::melanocyte_activation, Layer::basal};
    ReadsColumn<Fraction> basal_melanin{this, field::melanin, Layer::basal};

    Parameter<Fraction> level{
        this,
        {.name = "level",
         .symbol = "M_0",
         .unit = one,
         .value = 0.35,
         .range = {0, 1},
         .plausible = {0.02, 1},
         .source = convention("the person's colour: 0 without melanin, 1 type VI; set from the scenario"),
         .meaning = "Melanin of the resting basal layer"}};
    Parameter<Fraction> upper_share{
        this,
        {.name = "upper_share",
         .symbol = "m_u",
         .unit = one,
         .value = 0.35,
         .range = {0, 1},
         .plausible = {0.2, 0.6},
         .source = assumed("melanin is densest in the basal layer and broken down on its way up"),
         .meaning = "Melanin of the upper living epidermis relative to the basal layer"}};
    Parameter<Rate> from_alarm{
        this,
        {.name = "from_alarm",
         .symbol = "q_A",
         .unit = per_hour,
         .value = 0.24,
         .range = {0, 10},
         .plausible = {0.1, 1},
         .source =
             {"dogra2014",
              "abstract: 5 of 30 people of types IV and V darkened over five monthly rollings; set with it in view",
              Evidence::calibrated},
         .meaning = "Greatest drive through alarm"}};
    Parameter<Concentration> alarm_half{this, shared::alarm_half};
    Parameter<Rate> from_tnf{
        this,
        {.name = "from_tnf",
         .symbol = "q_T",
         .unit = per_hour,
         .value = 0.24,
         .range = {0, 10},
         .plausible = {0.1, 1},
         .source = {"dogra2014", "as strong as the alarm's, set with it by the same 5 of 30 people",
                    Evidence::calibrated},
         .meaning = "Greatest drive through TNF"}};
    Parameter<Concentration> tnf_half{this, shared::tnf_half};
    Parameter<PerDose> from_ultraviolet{
        this,
        {.name = "from_ultraviolet",
         .symbol = "q_U",
         .unit = per_sed,
         .value = 0.1,
         .range = {0, 10},
         .plausible = {0.03, 0.5},
         .source = assumed("one SED a day then holds a small drive of 0.03; larger daily doses tan within weeks"),
         .meaning = "Drive made by one SED"}};
    Parameter<Rate> drive_decay{
        this,
        {.name = "drive_decay",
         .symbol = "k_Q",
         .unit = per_hour,
         .value = 0.15,
         .range = {0.001, 5},
         .plausible = {0.05, 0.5},
         .source = assumed("prostaglandins fade in minutes, endothelin and SCF in hours; a lump"),
         .meaning = "Fading of the drive"}};
    Parameter<Fraction> drive_half{this,
                                   {.name = "drive_half",
                                    .symbol = "K_Q",
                                    .unit = one,
                                    .value = 1,
                                    .range = {0.01, 100},
                                    .plausible = {0.4, 2.5},
                                    .source = convention("the drive is counted in units of this level"),
                                    .meaning = "Drive at which melanocytes answer half as strongly as they can"}};
    Parameter<Rate> waking{
        this,
        {.name = "waking",
         .symbol = "k_u",
         .unit = per_day,
         .value = 0.12,
         .range = {0, 5},
         .plausible = {0.05, 0.3},
         .source = {"isedeh2016", "abstract: pigment after a peel visible by day 14; set with it in view",
                    Evidence::calibrated},
         .meaning = "Waking of melanocytes under full drive"}};
    Parameter<Rate> calming{
        this,
        {.name = "calming",
         .symbol = "k_d",
         .unit = per_day,
         .value = 0.03,
         .range = {0.001, 1},
         .plausible = {0.01, 0.05},
         .source =
             {"ravnbak2008",
              "abstract: a tan fades in 4-5 months; a tenth left after 135 d with epidermal pigment renewed as below",
              Evidence::derived},
         .meaning = "Return of melanocytes to rest"}};
    Parameter<Fraction> reactivity{
        this,
        {.name = "reactivity",
         .symbol = "a",
         .unit = one,
         .value = 1,
         .range = {0, 10},
         .plausible = {0.3, 3},
         .source =
             {"alaluf2002",
              "abstract: skin that sees the sun holds up to twice the melanin of covered skin, whatever the origin",
              Evidence::derived},
         .meaning = "Extra melanin when melanocytes are fully awake"}};
    Parameter<Rate> regrowth{this,
                             {.name = "regrowth",
                              .symbol = "k_c",
                              .unit = per_day,
                              .value = 0.15,
                              .range = {0, 5},
                              .plausible = {0.05, 0.4},
                              .source = assumed("melanocytes return from hair follicles and edges within weeks"),
                              .meaning = "Return of lost melanocytes"}};
    Parameter<Rate> renewal{this,
                            {.name = "renewal",
                             .symbol = "k_m",
                             .unit = per_day,
                             .value = 0.0276,
                             .range = {0.001, 1},
                             .plausible = {0.023, 0.033},
                             .source = {"maeda2017", "pigment turnover 36.2 +- 6.2 d", Evidence::derived},
                             .meaning = "Renewal of epidermal melanin"}};
    Parameter<Fraction> inhibitor_half{this,
                                       {.name = "inhibitor_half",
                                        .symbol = "K_U",
                                        .unit = one,
                                        .value = 0.15,
                                        .range = {0.001, 100},
                                        .plausible = {0.05, 0.5},
                                        .source = assumed("a usual dose cuts melanin making by well over half"),
                                        .meaning = "Tyrosinase inhibitor that halves melanin making"}};
    Parameter<Fraction> dropped_share{
        this,
        {.name = "dropped_share",
         .symbol = "q_d",
         .unit = one,
         .value = 0.5,
         .range = {0, 1},
         .plausible = {0.2, 0.8},
         .source = assumed("part of the pigment of a cut basal layer is carried below the junction"),
         .meaning = "Share of basal melanin under a needle that lands in the dermis"}};
    Parameter<Rate> incontinence{
        this,
        {.name = "incontinence",
         .symbol = "k_i",
         .unit = per_day,
         .value = 0.08,
         .range = {0, 5},
         .plausible = {0.005, 0.1},
         .source = {"acne_pih_middle_east2019",
                    "abstract: 52.6 % of acne marks last a year or more; set with it in view", Evidence::calibrated},
         .meaning = "Fall of melanin through an inflamed junction"}};
    Parameter<Rate> removal{
        this,
        {.name = "removal",
         .symbol = "k_r",
         .unit = per_day,
         .value = 0.0016,
         .range = {0, 1},
         .plausible = {0.0015, 0.01},
         .source = {"acne_pih_middle_east2019",
                    "abstract: 52.6 % of acne marks last a year or more; set with it in view", Evidence::calibrated},
         .meaning = "Removal of dermal melanin"}};

    void rest(Patch& patch) const override {
        patch.fill(melanocytes, only(Layer::basal), 1.0);
        patch.fill(melanin, only(Layer::basal), *level);
        patch.fill(melanin, only(Layer::viable_epidermis), *level * *upper_share);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (event.wound) drop(*event.wound, patch);
        if (const Burn* burn = event.burn())
            for (int k = 0; k < patch.grid().nz(); ++k)
                if (epidermis.has(patch.grid().layer(k)))
                    for (double& x : patch.values(drive, k)) x += *from_ultraviolet * burn->sed;
        if (const LaserPass* laser = event.laser())
            for (int k = 0; k < patch.grid().nz(); ++k) {
                for (double& m : patch.values(melanin, k)) m *= 1.0 - laser->melanin_removed;
                for (double& m : patch.values(fallen, k)) m *= 1.0 - laser->melanin_removed;
            }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        if (v.layer() == Layer::papillary) {
            v.rate(fallen) +=
                *incontinence * saturating(v[alarm], *alarm_half) * v[activation_below] * v[basal_melanin] -
                *removal * v[fallen];
            return;
        }
        v.rate(drive) += *from_alarm * saturating(v[alarm], *alarm_half) + *from_tnf * saturating(v[tnf], *tnf_half) +
                         *from_ultraviolet * v.environment().uv_sed_per_h - *drive_decay * v[drive];
        const double resting = v.layer() == Layer::basal ? *level : *level * *upper_share;
        v.rate(melanin) += *renewal * (resting * v[number_below] * (1.0 + *reactivity * v[activation_below]) *
                                           inhibited(v[depigmenting], *inhibitor_half) -
                                       v[melanin]);
        if (v.layer() != Layer::basal) return;
        v.rate(activation) +=
            *waking * saturating2(v[drive], *drive_half) * (1.0 - v[activation]) - *calming * v[activation];
        // They come from around: where the needle left none, as soon as elsewhere, and as many on every grid.
        v.rate(melanocytes) += *regrowth * (1.0 - v[melanocytes]);
    }

private:
    /// The needle carries pigment of the basal layer into the papillary dermis of the same column; mass is kept.
    void drop(const Wound& wound, Patch& patch) const {
        const Grid& grid = patch.grid();
        const PlaneRange basal = grid.planes(Layer::basal), papillary = grid.planes(Layer::papillary);
        double below_um = 0;
        for (int k = papillary.first; k < papillary.last; ++k) below_um += grid.thickness_um(k);
        for (int k = basal.first; k < basal.last; ++k) {
            const auto m = patch.values(melanin, k), cells = patch.values(melanocytes, k);
            const auto killed = wound.killed(k);
            for (std::size_t i = 0; i < m.size(); ++i) {
                const double dropped = *dropped_share * killed[i] * m[i];
                m[i] -= dropped;
                cells[i] *= 1.0 - killed[i];
                for (int p = papillary.first; p < papillary.last; ++p)
                    patch.values(fallen, p)[i] += dropped * grid.thickness_um(k) / below_um;
            }
        }
    }
};

}  // namespace

namespace mechanism {
MechanismEntry melanin() {
    return entry<Melanin>("melanin", "Woken melanocytes darken the epidermis; dropped pigment stays in the dermis");
}
}  // namespace mechanism
}  // namespace cicatrix
