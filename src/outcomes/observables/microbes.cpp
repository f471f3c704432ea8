// SPDX-License-Identifier: Apache-2.0
// Bacteria as a swab or a biopsy counts them.
//   load = log10 max(L, integral B dz);  infected when the mean of epidermis and upper dermis passes the threshold
// B: bacteria per volume, free and attached; L: detection limit.
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr Dimension PerMass = Count / Mass;
constexpr Unit<PerMass> cfu_per_g{"CFU/g", 1e-12};
constexpr Unit<Concentration> g_per_mm3{"g/mm3", 1e12};

class Microbes final : public Outcome {
public:
    Microbes(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const Grid& grid = skin.grid();
        const FieldReading loose{skin, field::bacteria.name}, attached{skin, field::biofilm.name};
        const DepthRange all = depths(grid, everywhere);
        const double per_mm2 = (loose.column(all) + attached.column(all)) * um.size;
        load_.add(f, exact_log10(std::max(detection_limit_.in(cfu_per_cm2), per_mm2 / cfu_per_cm2.size)));
        const DepthRange tissue{depths(grid, epidermis).from_um, regions_.upper_dermis(grid).to_um};
        const double per_mass = (loose.mean(tissue) + attached.mean(tissue)) * cfu_per_mm3.size / *tissue_density_;
        infected_.add(f, per_mass > *infection_threshold_ ? 1.0 : 0.0);
    }

private:
    Regions regions_;
    Parameter<SurfaceDensity> detection_limit_{
        this,
        {.name = "detection_limit",
         .symbol = "L",
         .unit = cfu_per_cm2,
         .value = 10.0,
         .range = {1e-3, 1e4},
         .plausible = {1.0, 100.0},
         .source = convention("what a swab of a few square centimetres can still find"),
         .meaning = "Bacteria per area below which none are counted"}};
    Parameter<PerMass> infection_threshold_{
        this,
        {.name = "infection_threshold",
         .symbol = "B_i",
         .unit = cfu_per_g,
         .value = 1e5,
         .range = {1e2, 1e9},
         .plausible = {1e4, 1e6},
         .source = {"shulman1979", "abstract: grafts failed on wounds with 1e5 or more per gram",
                    Evidence::measured_human},
         .meaning = "Bacteria per mass of tissue from which a wound counts as infected"}};
    Parameter<Concentration> tissue_density_{
        this,
        {.name = "tissue_density",
         .symbol = "rho",
         .unit = g_per_mm3,
         .value = 1.116e-3,
         .range = {0.9e-3, 1.3e-3},
         .plausible = {1.09e-3, 1.19e-3},
         .source = {"burn_properties2017", "Table 1: dermis 1116 kg/m3; skin as one layer 1093-1190",
                    Evidence::measured_human},
         .meaning = "Mass of skin per volume"}};
    Follows load_{this, {"bacterial_load", "log10 CFU/cm2", "Bacteria of the whole skin column per area"}};
    Follows infected_{this,
                      {"infected", "bool", "1 while the upper skin holds more bacteria than the clinical threshold"}};
};

}  // namespace

namespace observable {
OutcomeEntry microbes() {
    return outcome_entry<Microbes>("microbes", "Bacteria as a swab or a biopsy counts them");
}
}  // namespace observable
}  // namespace cicatrix
