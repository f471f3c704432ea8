// SPDX-License-Identifier: Apache-2.0
// Barrier: two closures. Lipids seal the stratum corneum against water; channels stay open to dye for longer.
//
//     dB/dt = k_B E^2 (1 + m H/(1 + H)) (1 - B) / ((1 + o c)(1 + T_N/K_N)(1 + J/K_J)) - k_J J B
//     dO/dt = -k_O E O / (1 + o_c c)
//     at the needle: of each column a share x_0 = min(1, w x) loses B, and a share x opens as channel
//
// B water barrier, O open channel share (2-D, in the stratum corneum); E, T_N continuity and TNF in the living
// epidermis below; J acid and H moisture on the surface; c occlusion; x share of the surface swept by needles.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Barrier final : public Law<Barrier> {
public:
    using Law::Law;

    Owns<Fraction> barrier{this, field::barrier, {.layers = surface, .scale = 0.1}};
    Owns<Fraction> channel{this, field::channel, {.layers = surface, .scale = 0.05}};
    Reads<Fraction> irritant{this, field::irritant};
    Reads<Fraction> humectant{this, field::humectant};
    ReadsColumn<Fraction> continuity{this, field::keratinocytes, Layer::viable_epidermis};
    ReadsColumn<Concentration> tnf{this, field::tnf, Layer::viable_epidermis};

    Parameter<Fraction> cracked{
        this,
        {.name = "cracked",
         .symbol = "w",
         .unit = one,
         .value = 3,
         .range = {1, 50},
         .plausible = {1.5, 6},
         .source = assumed("the shaft stretches and cracks the brittle sheet around the hole it leaves"),
         .meaning = "Area that loses its water barrier relative to the area of the hole"}};
    Parameter<Rate> sealing{
        this,
        {.name = "sealing",
         .symbol = "k_B",
         .unit = per_hour,
         .value = 0.062,
         .range = {0.001, 5},
         .plausible = {0.03, 0.3},
         .source = {"sasaki2019", "0.5 mm leaves a small excess of water loss at 48 h; counted as 5 %: ln 20 / 48 h",
                    Evidence::derived},
         .meaning = "Sealing by lipids over closed epidermis"}};
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
                                        .source = assumed("open sites recover within 2 h, covered ones more slowly "
                                                          "(gupta2011, impedance; their hours were not read)"),
                                        .meaning = "How much full occlusion slows sealing"}};
    Parameter<Concentration> tnf_half{this,
                                      {.name = "tnf_half",
                                       .symbol = "K_N",
                                       .unit = pg_per_mm3,
                                       .value = 0.4,
                                       .range = {0.01, 100},
                                       .plausible = {0.1, 1.5},
                                       .source = assumed("inflamed epidermis makes poor lipids"),
                                       .meaning = "TNF that halves sealing"}};
    Parameter<Fraction> irritant_half{this,
                                      {.name = "irritant_half",
                                       .symbol = "K_J",
                                       .unit = one,
                                       .value = 0.3,
                                       .range = {0.001, 100},
                                       .plausible = {0.1, 1},
                                       .source = assumed("acid blocks the lipid enzymes well below a full dose"),
                                       .meaning = "Irritant on the surface that halves sealing"}};
    Parameter<Rate> etching{this,
                            {.name = "etching",
                             .symbol = "k_J",
                             .unit = per_hour,
                             .value = 0.02,
                             .range = {0, 5},
                             .plausible = {0.005, 0.06},
                             .source = assumed("an acid serum thins intact barrier by some percent over an evening"),
                             .meaning = "Loss of barrier under a full dose of acid"}};
    Parameter<Rate> closing{
        this,
        {.name = "closing",
         .symbol = "k_O",
         .unit = per_hour,
         .value = 0.2,
         .range = {0.001, 5},
         .plausible = {0.1, 0.4},
         .source = {"kalluri2011",
                    "pores shut to calcein by 12 h (370 um) and 18 h (770 um), rat; 5 % left at 15 h: ln 20 / 15 h",
                    Evidence::derived},
         .meaning = "Closing of channels over closed epidermis"}};
    Parameter<Fraction> occlusion_open{
        this,
        {.name = "occlusion_open",
         .symbol = "o_c",
         .unit = one,
         .value = 3,
         .range = {0, 50},
         .plausible = {1.5, 6},
         .source = assumed(
             "pores that were probably covered halve in 20 to 26 h (micropore_three_sites), which would allow up to 6"),
         .meaning = "How much full occlusion slows the closing of channels"}};

    void rest(Patch& patch) const override { patch.fill(barrier, surface, 1.0); }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto b = patch.values(barrier, k), o = patch.values(channel, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < b.size(); ++i) {
                b[i] *= 1.0 - std::min(1.0, *cracked * killed[i]);
                o[i] += (1.0 - o[i]) * killed[i];
            }
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num covered = v.environment().occlusion;
        const Num wet = saturating(v[humectant], 1.0);
        v.rate(barrier) += *sealing / (1.0 + *occlusion_drag * covered) * v[continuity] * v[continuity] *
                               (1.0 + *moisture * wet) * (1.0 - v[barrier]) * inhibited(v[tnf], *tnf_half) *
                               inhibited(v[irritant], *irritant_half) -
                           *etching * v[irritant] * v[barrier];
        v.rate(channel) -= *closing / (1.0 + *occlusion_open * covered) * v[continuity] * v[channel];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry barrier() {
    return entry<Barrier>("barrier", "The water barrier reseals in hours; channels close later");
}
}  // namespace mechanism
}  // namespace cicatrix
