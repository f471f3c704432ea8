// SPDX-License-Identifier: Apache-2.0
// Bacteria: skin flora and what a device brings, entering through open channels, growing, and being eaten.
//
//     surface: dB/dt = g_s B (1 - B/(B_0/d (1 + l (1 - b)))) - x X B                  B_0 resting flora, b barrier
//     tissue:  dB/dt = g B (1 - B/B_m) n - w B - x X B
//              + e O B_s in living epidermis
//     w: killing by defence, from germ_killing.hpp
//     n = n_0 + (1 - n_0) D_b/(K_D + D_b)                                             injured tissue feeds them
//     needle:  the share q of what lies over its hole goes down, spread evenly over the hole's wall
//
// B [CFU/mm3]; B_s density on the surface above; d thickness of the stratum corneum; O open channel share above; X
// antimicrobial; D_b debris. Few bacteria always lose (i): there is a dose below which
// nothing grows.

#include "cicatrix/biology/germ_killing.hpp"
#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Bacteria final : public Law<Bacteria> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{
        this,
        {.name = "spread",
         .symbol = "D_B",
         .unit = um2_per_hour,
         .value = 100,
         .range = {0, 1e4},
         .plausible = {20, 450},
         .source = {"palumbo1971",
                    "abstract: colonies on agar grow 0.059 mm/h in diameter; their front goes half as fast, v^2/4 over "
                    "a growth of 1 /h on agar, which is ours, squared, times the growth here",
                    Evidence::derived},
         .meaning = "Spread of bacteria in tissue"}};

    Owns<CellDensity> bacteria{this, field::bacteria, {.layers = everywhere, .scale = 10, .diffusivity = &spread}};
    Reads<Fraction> barrier{this, field::barrier};
    Reads<Fraction> debris{this, field::debris};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<Pressure> oxygen{this, field::oxygen};
    Reads<Fraction> antimicrobial{this, field::antimicrobial};
    ReadsColumn<Fraction> channel{this, field::channel, Layer::stratum_corneum};
    ReadsColumn<CellDensity> above{this, field::bacteria, Layer::stratum_corneum};

    const GermKilling germs{this};
    Parameter<SurfaceDensity> flora{
        this,
        {.name = "flora",
         .symbol = "B_0",
         .unit = cfu_per_cm2,
         .value = 4900,
         .range = {1, 1e8},
         .plausible = {1000, 49000},
         .source = {"reichel2011", "forehead, aerobic: mean log10 CFU/cm2 3.69 (SD 1.00), n = 180",
                    Evidence::measured_human},
         .meaning = "Resting skin flora that matters to wounds"}};
    Parameter<Rate> flora_growth{this,
                                 {.name = "flora_growth",
                                  .symbol = "g_s",
                                  .unit = per_day,
                                  .value = 1,
                                  .range = {0, 50},
                                  .plausible = {0.5, 2},
                                  .source = {"aly1978",
                                             "under a cover 180 to 4.5e6 /cm2 in 5 d, 2.0 /d; 2900 to 1.8e5 in 8 d, "
                                             "0.52 /d (faergemann1983); geometric mean",
                                             Evidence::derived},
                                  .meaning = "Return of skin flora"}};
    Parameter<Fraction> leaking{this,
                                {.name = "leaking",
                                 .symbol = "l",
                                 .unit = one,
                                 .value = 25,
                                 .range = {0, 1e4},
                                 .plausible = {5, 100},
                                 .source = {"aly1977",
                                            "eczema holds 11 times the S. aureus of skin beside it, covered skin 62 "
                                            "times its flora (faergemann1983); geometric mean 26, less the one at rest",
                                            Evidence::derived},
                                 .meaning = "Extra flora that a lost barrier lets live, relative to rest"}};
    Parameter<Fraction> lean_growth{this,
                                    {.name = "lean_growth",
                                     .symbol = "n_0",
                                     .unit = one,
                                     .value = 0.35,
                                     .range = {0, 1},
                                     .plausible = {0.1, 0.7},
                                     .source = assumed("intact tissue feeds them badly"),
                                     .meaning = "Growth in intact tissue relative to injured"}};
    Parameter<Fraction> debris_half{this,
                                    {.name = "debris_half",
                                     .symbol = "K_D",
                                     .unit = one,
                                     .value = 0.05,
                                     .range = {0.001, 1},
                                     .plausible = {0.01, 0.2},
                                     .source = assumed("a little dead tissue is food enough"),
                                     .meaning = "Debris at which growth is half-way to its greatest"}};
    Parameter<CellDensity> capacity{
        this,
        {.name = "capacity",
         .symbol = "B_m",
         .unit = cfu_per_mm3,
         .value = 2e5,
         .range = {1, 1e9},
         .plausible = {1e5, 1e7},
         .source = {"koenig1998", "pus and infected fluid of patients, mean 2e8 CFU/mL", Evidence::measured_human},
         .meaning = "Greatest density of bacteria in tissue"}};
    Parameter<Rate> entering{
        this,
        {.name = "entering",
         .symbol = "e",
         .unit = per_hour,
         .value = 2e-4,
         .range = {0, 1},
         .plausible = {2e-5, 2e-3},
         .source =
             assumed("under 5 % of a load passes needle holes in a laboratory test (donnelly2009); per hour far less"),
         .meaning = "Passage from the surface into tissue through an open channel"}};
    Parameter<Fraction> carried{
        this,
        {.name = "carried",
         .symbol = "q",
         .unit = one,
         .value = 0.02,
         .range = {0, 1},
         .plausible = {0.005, 0.05},
         .source = {"donnelly2009",
                    "under 5 % of the load permeates needle holes in vitro; the middle of that range is our choice",
                    Evidence::in_vitro},
         .meaning = "Share of the surface load over a needle that it pushes into the tissue"}};
    void rest(Patch& patch) const override { patch.fill(bacteria, surface, *flora / horn_mm(patch)); }

    void respond(const Event& event, Patch& patch) const override {
        const double horn = horn_mm(patch);
        if (const Application* product = event.application()) {
            const double brought = product->contamination_cfu_per_cm2 * cfu_per_cm2.size / horn;
            for (double& b : patch.values(bacteria, patch.grid().planes(Layer::stratum_corneum).first)) b += brought;
        }
        const Needling* needling = event.needling();
        if (!needling) return;
        const double brought = needling->device_contamination_cfu_per_cm2 * cfu_per_cm2.size / horn;
        const auto skin_load = patch.values(bacteria, patch.grid().planes(Layer::stratum_corneum).first);
        for (double& b : skin_load) b = b * (1.0 - needling->surface_disinfection) + brought;
        push_in(*event.wound, patch, skin_load, horn);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const Num b = v[bacteria];
        if (v.layer() == Layer::stratum_corneum) return on_surface(v);
        const Num food = *lean_growth + (1.0 - *lean_growth) * saturating(v[debris], *debris_half);
        if (epidermis.has(v.layer())) v.rate(bacteria) += *entering * v[channel] * v[above];
        const GermKillers<Num> here{v[neutrophils], v[m1] + v[m2], v[oxygen]};
        v.rate(bacteria) += *germs.growth * food * b * (1.0 - b / *capacity) - germs.killed(here, b) * b -
                            *germs.disinfected * v[antimicrobial] * b;
    }

private:
    /// Moves the carried share of each column's load from the stratum corneum into the holes below; none is made.
    void push_in(const Wound& wound, Patch& patch, std::span<double> skin_load, double horn) const {
        const Grid& grid = patch.grid();
        const auto hole = wound.killed(grid.planes(Layer::stratum_corneum).first);
        std::vector<double> depth_mm(skin_load.size(), 0.0);  // of hole per area of the column, in living tissue
        const auto each_living_plane = [&](const auto& visit) {
            for (int k = 0; k < grid.nz(); ++k)
                if (living.has(grid.layer(k))) visit(k, wound.killed(k));
        };
        each_living_plane([&](int k, std::span<const double> killed) {
            for (std::size_t i = 0; i < depth_mm.size(); ++i) depth_mm[i] += killed[i] * grid.thickness_um(k) * um.size;
        });
        std::vector<double> density(skin_load.size(), 0.0);  // in a volume that is all hole
        for (std::size_t i = 0; i < density.size(); ++i) {
            if (depth_mm[i] <= 0.0) continue;
            const double pushed = *carried * hole[i] * skin_load[i];
            skin_load[i] -= pushed;
            density[i] = pushed * horn / depth_mm[i];
        }
        each_living_plane([&](int k, std::span<const double> killed) {
            const auto b = patch.values(bacteria, k);
            for (std::size_t i = 0; i < b.size(); ++i) b[i] += density[i] * killed[i];
        });
    }
    double horn_mm(const Patch& patch) const {
        return patch.grid().thickness_um(patch.grid().planes(Layer::stratum_corneum).first) * um.size;
    }
    template <class Num>
    void on_surface(Voxel<Num>& v) const {
        const Num resting = *flora / (2.0 * v.depth_um() * um.size);  // the plane's centre lies at half its thickness
        v.rate(bacteria) +=
            *flora_growth * v[bacteria] * (1.0 - v[bacteria] / (resting * (1.0 + *leaking * (1.0 - v[barrier])))) -
            *germs.disinfected * v[antimicrobial] * v[bacteria];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry bacteria() {
    return entry<Bacteria>("bacteria", "Flora and what the device brings enter, grow, and are eaten");
}
}  // namespace mechanism
}  // namespace cicatrix
