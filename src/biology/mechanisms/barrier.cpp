// SPDX-License-Identifier: Apache-2.0
// Barrier: lipids seal a hole within hours, the horny sheet over it is made anew in days; a dye gets in until its
// channel has closed.
//
//     dB/dt = k_B h E (1 + m H/(1 + H)) (C + b (1 - C) - B) / (1 + o c)
//     dC/dt = k_C h E (1 - C)
//     dO/dt = -k_O E O / (1 + o_c c)
//     h     = a(P)/((1 + T_N/K_N)(1 + J/K_J)),    a(P) = 1/(1 + ((P - P_e)/d_e)^4)
//     a peel takes a share of C, and of B with it
//     at the needle: B and C are lost where holes sqrt(w) times as wide would be, and a share x opens as channel
//
// B water barrier, C horny sheet, O open channel share (2-D, in the stratum corneum); E, T_N continuity and TNF in the
// living epidermis below; J irritant, H moisture and P pH on the surface; c occlusion; x share of the surface swept by
// needles. b: what lipids can seal without a sheet. Inflamed and irritated epidermis makes both more slowly, and off
// their pH the enzymes that process lipids work more slowly.

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/biology/shared_numbers.hpp"

namespace cicatrix {
namespace {

class Barrier final : public Law<Barrier> {
public:
    using Law::Law;

    Owns<Fraction> barrier{this, field::barrier, {.layers = surface, .scale = 0.1}};
    Owns<Fraction> sheet{this, field::horny_sheet, {.layers = surface, .scale = 0.1}};
    Owns<Fraction> channel{this, field::channel, {.layers = surface, .scale = 0.05}};
    Reads<Fraction> humectant{this, field::humectant};
    Reads<Fraction> ph{this, field::surface_ph};
    ReadsColumn<Fraction> continuity{this, field::keratinocytes, Layer::viable_epidermis};
    ReadsColumn<Concentration> tnf{this, field::tnf, Layer::viable_epidermis};
    Reads<Fraction> irritant{this, field::irritant};

    Parameter<Fraction> cracked{
        this,
        {.name = "cracked",
         .symbol = "w",
         .unit = one,
         .value = 3,
         .range = {1, 50},
         .plausible = {1.5, 6},
         .source = assumed("the shaft stretches and cracks the brittle sheet around the hole it leaves"),
         .meaning = "Area that loses its water barrier relative to the area of a round hole"}};
    Parameter<Rate> sealing{
        this,
        {.name = "sealing",
         .symbol = "k_B",
         .unit = per_hour,
         .value = 1.0,
         .range = {0.001, 10},
         .plausible = {0.3, 2},
         .source = {"kalluri2011",
                    "abstract, rat: water loss is back 4 to 5 h after a roller; set with it and nanochip2017 in view",
                    Evidence::calibrated},
         .meaning = "Sealing of small holes by lipids over closed epidermis"}};
    Parameter<Fraction> sealed_share{
        this,
        {.name = "sealed_share",
         .symbol = "b",
         .unit = one,
         .value = 0.94,
         .range = {0, 1},
         .plausible = {0.8, 0.98},
         .source = {"sasaki2019", "abstract: at 48 h a little excess of water loss is left; set with it in view",
                    Evidence::calibrated},
         .meaning = "Part of the water barrier that lipids alone restore where the horny sheet is missing"}};
    Parameter<Rate> renewal{
        this,
        {.name = "renewal",
         .symbol = "k_C",
         .unit = per_hour,
         .value = 0.0254,
         .range = {0.0001, 5},
         .plausible = {0.015, 0.04},
         .source =
             {"ghadially1995",
              "abstract: stripped skin of people of 20 to 30 is back by 50 % at 24 h and 80 % at 72 h: ln 2 / 24 h "
              "and ln 5 / 72 h; geometric mean",
              Evidence::derived},
         .meaning = "Making of the horny sheet anew over closed epidermis"}};
    Parameter<Fraction> moisture{
        this,
        {.name = "moisture",
         .symbol = "m",
         .unit = one,
         .value = 0.4,
         .range = {0, 10},
         .plausible = {0.1, 1},
         .source =
             assumed("glycerol speeds recovery after stripping, seen at day 3 (fluhr1999); the size was not read"),
         .meaning = "How much a moisture film speeds sealing"}};
    Parameter<Fraction> occlusion_drag{this,
                                       {.name = "occlusion_drag",
                                        .symbol = "o",
                                        .unit = one,
                                        .value = 3,
                                        .range = {0, 50},
                                        .plausible = {1, 8},
                                        .source = {"gupta2011",
                                                   "abstract, people: open sites are back within 2 h, covered ones "
                                                   "more slowly, by hours that were not read; set with it in view",
                                                   Evidence::calibrated},
                                        .meaning = "How much full occlusion slows sealing by lipids"}};
    Parameter<Concentration> tnf_half{this, shared::tnf_half};
    Parameter<Fraction> irritant_half{
        this,
        {.name = "irritant_half",
         .symbol = "K_J",
         .unit = one,
         .value = 0.3,
         .range = {0.001, 100},
         .plausible = {0.1, 1},
         .source = assumed("a serum fills the hole, so the cells of its wall meet what lies on the skin and stop well "
                           "below a full dose; what does not irritate speeds mending at pH 3-4 (gunathilake2009)"),
         .meaning = "Irritant on the surface that halves sealing and renewal of holes"}};
    Parameter<Fraction> best_ph{this,
                                {.name = "best_ph",
                                 .symbol = "P_e",
                                 .unit = one,
                                 .value = 5.0,
                                 .range = {3, 8},
                                 .plausible = {4.7, 5.6},
                                 .source = {"hachem2010",
                                            "text: beta-glucocerebrosidase and acidic sphingomyelinase work best at "
                                            "about pH 5 or below; 5.6 for the first in other texts",
                                            Evidence::in_vitro},
                                 .meaning = "pH at which the enzymes that process lipids work best"}};
    Parameter<Fraction> ph_width{
        this,
        {.name = "ph_width",
         .symbol = "d_e",
         .unit = one,
         .value = 1.4,
         .range = {0.05, 100},
         .plausible = {1, 2},
         .source =
             assumed("recovery is normal at pH 5.5 and slow at 7.4 (mauro1998), where the enzyme is said to work at "
                     "about a tenth, which was not read; a flat top between"),
         .meaning = "Distance from the best pH at which lipids are processed at half speed"}};
    Parameter<Rate> closing{
        this,
        {.name = "closing",
         .symbol = "k_O",
         .unit = per_hour,
         .value = 0.215,
         .range = {0.001, 5},
         .plausible = {0.1, 0.4},
         .source = {"kalluri2011",
                    "pores shut to calcein by 12 h (370 um) and 18 h (770 um), rat; 5 % left at 15 h, of which an hour "
                    "goes until the epidermis has closed: ln 20 / 14 h",
                    Evidence::calibrated},
         .meaning = "Closing of channels over closed epidermis"}};
    Parameter<Fraction> occlusion_open{
        this,
        {.name = "occlusion_open",
         .symbol = "o_c",
         .unit = one,
         .value = 3,
         .range = {0, 50},
         .plausible = {1.5, 6},
         .source = {"kalluri2011",
                    "abstract, rat: under a cover channels close clearly later; set with it in view. Pores of people "
                    "that were probably covered (micropore_three_sites) would allow up to 6",
                    Evidence::calibrated},
         .meaning = "How much full occlusion slows the closing of channels"}};

    void rest(Patch& patch) const override {
        patch.fill(barrier, surface, 1.0);
        patch.fill(sheet, surface, 1.0);
    }

    void respond(const Event& event, Patch& patch) const override {
        if (const Peel* peel = event.peel())
            for (int k = 0; k < patch.grid().nz(); ++k)
                for (const auto* field : {&barrier, &sheet})
                    for (double& x : patch.values(*field, k)) x *= 1.0 - peel->sheet_lost;
        if (!event.wound) return;
        const PlaneRange horn = patch.grid().planes(Layer::stratum_corneum);
        const Wound cracks = cracks_of(*event.wound, patch.grid(), horn.last);
        for (int k = horn.first; k < horn.last; ++k) {
            const auto b = patch.values(barrier, k), c = patch.values(sheet, k), o = patch.values(channel, k);
            const auto killed = event.wound->killed(k), lost = cracks.killed(k);
            for (std::size_t i = 0; i < b.size(); ++i) {
                b[i] *= 1.0 - lost[i];
                c[i] *= 1.0 - lost[i];
                o[i] += (1.0 - o[i]) * killed[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num covered = v.environment().occlusion;
        const Num wet = saturating(v[humectant], 1.0);
        const Num off = (v[ph] - *best_ph) * (v[ph] - *best_ph);
        const Num making = v[continuity] * inhibited(v[tnf], *tnf_half) * inhibited(v[irritant], *irritant_half) *
                           inhibited2(off, *ph_width * *ph_width);
        const Num sealable = v[sheet] + *sealed_share * (1.0 - v[sheet]);
        v.rate(barrier) +=
            *sealing / (1.0 + *occlusion_drag * covered) * making * (1.0 + *moisture * wet) * (sealable - v[barrier]);
        v.rate(sheet) += *renewal * making * (1.0 - v[sheet]);
        v.rate(channel) -= *closing / (1.0 + *occlusion_open * covered) * v[continuity] * v[channel];
    }

private:
    /// As outlines around the holes, so that they reach as far on every grid.
    Wound cracks_of(const Wound& wound, const Grid& grid, int planes) const {
        std::vector<Puncture> wider = wound.punctures();
        for (Puncture& p : wider) p.radius_um *= std::sqrt(*cracked);
        return {grid, wider, planes};
    }
};

}  // namespace

namespace mechanism {
MechanismEntry barrier() {
    return entry<Barrier>("barrier",
                          "Lipids seal holes in hours, the horny sheet is renewed in days, channels close between");
}
}  // namespace mechanism
}  // namespace cicatrix
