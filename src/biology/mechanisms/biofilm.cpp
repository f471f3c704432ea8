// SPDX-License-Identifier: Apache-2.0
// Biofilm: bacteria settle on foreign material and debris, clump, and are then hardly eaten nor killed by a product.
//
//     dF/dt  = a s B + y g F (s - F/F_s) - w c F - x X F/m - d F               s = min(1, X_f + D_b)
//     dB/dt += -a s B + d F
//     c      = K_c/(K_c + F)                                                   share of them that can be eaten
//
// F attached, B free bacteria [CFU/mm3]; X_f foreign material, D_b debris: what they can sit on; X antimicrobial; g
// growth and x disinfection of free ones, w killing of them by defence (germ_killing.hpp). Few are eaten like free
// ones, so there is a number below which no nest forms; and what has lost its hold starves.

#include "cicatrix/biology/germ_killing.hpp"
#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Biofilm final : public Law<Biofilm> {
public:
    Biofilm(std::string_view name, const Adjustments& adjustments) : Law{name, adjustments}, free{adjustments} {}

    Owns<CellDensity> attached{this, field::biofilm, {.layers = living, .scale = 10}};
    Writes<CellDensity> bacteria{this, field::bacteria};
    Reads<Fraction> material{this, field::foreign_material};
    Reads<Fraction> debris{this, field::debris};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<Pressure> oxygen{this, field::oxygen};
    Reads<Fraction> antimicrobial{this, field::antimicrobial};

    Parameter<Rate> attaching{this,
                              {.name = "attaching",
                               .symbol = "a",
                               .unit = per_hour,
                               .value = 0.05,
                               .range = {0, 10},
                               .plausible = {0.01, 0.3},
                               .source = assumed("a twentieth of those who drift by settles each hour"),
                               .meaning = "Settling of free bacteria where all the volume offers a hold"}};
    Parameter<Fraction> slowed{this,
                               {.name = "slowed",
                                .symbol = "y",
                                .unit = one,
                                .value = 0.25,
                                .range = {0, 2},
                                .plausible = {0.1, 1},
                                .source = assumed("clumps starve inside; no growth of attached staphylococci was read"),
                                .meaning = "Growth of attached bacteria relative to free ones"}};
    Parameter<CellDensity> room{
        this,
        {.name = "room",
         .symbol = "F_s",
         .unit = cfu_per_mm3,
         .value = 500,
         .range = {1, 1e8},
         .plausible = {100, 5000},
         .source = assumed("few: cultures of nodules around fillers stay negative although clumps are seen in them "
                           "(filler_nodules2009)"),
         .meaning = "Attached bacteria that a volume full of foreign material feeds"}};
    Parameter<CellDensity> clumped{
        this,
        {.name = "clumped",
         .symbol = "K_c",
         .unit = cfu_per_mm3,
         .value = 80,
         .range = {0.1, 1e8},
         .plausible = {20, 300},
         .source = assumed("clumps up to 5 um across are still eaten (alhede2020): about 80 cocci; one clump per mm3"),
         .meaning = "Attached bacteria of which half sit in clumps too large to be eaten"}};
    Parameter<Rate> shedding{this,
                             {.name = "shedding",
                              .symbol = "d",
                              .unit = per_hour,
                              .value = 0.005,
                              .range = {0, 10},
                              .plausible = {0.001, 0.03},
                              .source = assumed("a nest loses a tenth a day; a biofilm on glass thins from day 4 on"),
                              .meaning = "Attached bacteria that come loose"}};
    Parameter<Fraction> tolerance{
        this,
        {.name = "tolerance",
         .symbol = "m",
         .unit = one,
         .value = 112,
         .range = {1, 1e5},
         .plausible = {10, 1000},
         .source = {"mbec_table2019",
                    "Table 2: S. aureus, eight drugs, dose that clears a biofilm over that which stops free ones, 2 to "
                    "1000 and more; geometric mean of the printed ratios",
                    Evidence::derived},
         .meaning = "How many times less an antimicrobial does to attached bacteria"}};

    template <class Num>
    void law(Voxel<Num>& v) const {
        const GermKilling& germs = free.germs;
        const Num f = v[attached];
        const Num hold = min(Num{1.0}, v[material] + v[debris]);
        const Num settle = *attaching * hold * v[bacteria], loose = *shedding * f;
        const GermKillers<Num> here{v[neutrophils], v[m1] + v[m2], v[oxygen]};
        v.rate(bacteria) += loose - settle;
        v.rate(attached) += settle - loose + *slowed * *germs.growth * f * (hold - f / *room) -
                            germs.killed(here, f) * inhibited(f, *clumped) * f -
                            *germs.disinfected / *tolerance * v[antimicrobial] * f;
    }

private:
    /// How free bacteria grow and are killed, as the mechanism `bacteria` has it.
    class Free final : public Declared {
    public:
        explicit Free(const Adjustments& adjustments) : Declared{"bacteria", adjustments} {}
        const GermKilling germs{this};
    };
    const Free free;
};

}  // namespace

namespace mechanism {
MechanismEntry biofilm() {
    return entry<Biofilm>("biofilm", "Bacteria settle on foreign material, clump and are hardly killed");
}
}  // namespace mechanism
}  // namespace cicatrix
