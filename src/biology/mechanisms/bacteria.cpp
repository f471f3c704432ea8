// SPDX-License-Identifier: Apache-2.0
// Bacteria: skin flora and what a device brings, entering through open channels, growing, and being eaten.
//
//     surface: dB/dt = g_s B (1 - B/(B_0/d (1 + l (1 - b)))) - x X B                  B_0 resting flora, b barrier
//     tissue:  dB/dt = g B (1 - B/B_m) n - i B/(1 + B/K_i) - (k_N N + k_M M) B/(1 + B/K_p) - x X B
//              + e O B_s in living epidermis
//     n = n_0 + (1 - n_0) D_b/(K_D + D_b)                                             injured tissue feeds them
//     needle:  the share q of what lies over its hole goes down, spread evenly over the hole's wall
//
// B [CFU/mm3]; B_s density on the surface above; d thickness of the stratum corneum; O open channel share above; N
// neutrophils, M = M_1 + M_2; X antimicrobial; D_b debris. Few bacteria always lose (i): there is a dose below which
// nothing grows.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

class Bacteria final : public Law<Bacteria> {
public:
    using Law::Law;

    Parameter<Diffusivity> spread{this,
                                  {.name = "spread",
                                   .symbol = "D_B",
                                   .unit = um2_per_hour,
                                   .value = 100,
                                   .range = {0, 1e4},
                                   .plausible = {20, 450},
                                   .source = {"palumbo1971",
                                              "abstract: colonies on agar widen by 0.059 mm/h; front of growing and "
                                              "spreading germs at 1 /h, slowed to the growth below",
                                              Evidence::derived},
                                   .meaning = "Spread of bacteria in tissue"}};

    Owns<CellDensity> bacteria{this, field::bacteria, {.layers = everywhere, .scale = 10, .diffusivity = &spread}};
    Reads<Fraction> barrier{this, field::barrier};
    Reads<Fraction> debris{this, field::debris};
    Reads<CellDensity> neutrophils{this, field::neutrophils};
    Reads<CellDensity> m1{this, field::macrophages_m1};
    Reads<CellDensity> m2{this, field::macrophages_m2};
    Reads<Fraction> antimicrobial{this, field::antimicrobial};
    ReadsColumn<Fraction> channel{this, field::channel, Layer::stratum_corneum};
    ReadsColumn<CellDensity> above{this, field::bacteria, Layer::stratum_corneum};

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
    Parameter<Rate> growth{
        this,
        {.name = "growth",
         .symbol = "g",
         .unit = per_hour,
         .value = 0.48,
         .range = {0, 5},
         .plausible = {0.3, 0.6},
         .source = {"li2002", "g about 8e-3 /min, S. epidermidis with serum at 37 C", Evidence::in_vitro},
         .meaning = "Growth of bacteria in injured tissue"}};
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
    Parameter<Rate> innate{
        this,
        {.name = "innate",
         .symbol = "i",
         .unit = per_hour,
         .value = 0.56,
         .range = {0, 10},
         .plausible = {0.2, 1},
         .source = {"kim1976",
                    "abstract, lungs of mice kill S. aureus by 45.8 % in 1 h, 67.9 % in 2 h, 84.1 % in 4 h: 0.61, "
                    "0.57, 0.46 /h; the middle one, a sixth above the growth on debris, or every scratch would fester",
                    Evidence::derived},
         .meaning = "Killing of few bacteria by resident defence"}};
    Parameter<CellDensity> innate_half{
        this,
        {.name = "innate_half",
         .symbol = "K_i",
         .unit = cfu_per_mm3,
         .value = 20,
         .range = {0.1, 1e6},
         .plausible = {5, 100},
         .source = assumed("a fifth of the 1e5 CFU per g from which wounds count as infected"),
         .meaning = "Bacteria at which resident defence is half overwhelmed"}};
    Parameter<KillRate> by_neutrophils{
        this,
        {.name = "by_neutrophils",
         .symbol = "k_N",
         .unit = mm3_per_cell_hour,
         .value = 1.2e-4,
         .range = {0, 1},
         .plausible = {3e-5, 1.2e-3},
         .source =
             {"li2004",
              "growth 0.48 /h (li2002) over 4e6 neutrophils per mL of fibrin gel that just hold it; suspension 1.2e-3",
              Evidence::derived},
         .meaning = "Killing by neutrophils"}};
    Parameter<KillRate> by_macrophages{
        this,
        {.name = "by_macrophages",
         .symbol = "k_M",
         .unit = mm3_per_cell_hour,
         .value = 3e-4,
         .range = {0, 1},
         .plausible = {1e-4, 1e-3},
         .source =
             assumed("no number found; per cell better than a neutrophil because one eats for days and not for hours"),
         .meaning = "Killing by macrophages"}};
    Parameter<CellDensity> phagocyte_half{
        this,
        {.name = "phagocyte_half",
         .symbol = "K_p",
         .unit = cfu_per_mm3,
         .value = 1e5,
         .range = {1, 1e9},
         .plausible = {3e4, 1e6},
         .source = {"li2002", "one rate constant fits 1e3 to 1e8 CFU/mL: no satiation up to there, so a lower bound",
                    Evidence::in_vitro},
         .meaning = "Bacteria at which phagocytes are half sated"}};
    Parameter<Rate> disinfected{this,
                                {.name = "disinfected",
                                 .symbol = "x",
                                 .unit = per_hour,
                                 .value = 0.33,
                                 .range = {0, 100},
                                 .plausible = {0.1, 3},
                                 .source = {"bacitracin_mupirocin1996",
                                            "bacitracin, the older ointment, 2.6 to 4.5 powers of ten of S. aureus in "
                                            "24 h; geometric mean 3.4 x ln 10 / 24 h",
                                            Evidence::derived},
                                 .meaning = "Killing by a usual dose of antimicrobial"}};

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
        v.rate(bacteria) +=
            *growth * food * b * (1.0 - b / *capacity) - *innate * b * inhibited(b, *innate_half) -
            (*by_neutrophils * v[neutrophils] + *by_macrophages * (v[m1] + v[m2])) * b * inhibited(b, *phagocyte_half) -
            *disinfected * v[antimicrobial] * b;
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
            *disinfected * v[antimicrobial] * v[bacteria];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry bacteria() {
    return entry<Bacteria>("bacteria", "Flora and what the device brings enter, grow, and are eaten");
}
}  // namespace mechanism
}  // namespace cicatrix
