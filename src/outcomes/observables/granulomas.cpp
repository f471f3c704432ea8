// SPDX-License-Identifier: Apache-2.0
// Cells that settled around foreign material in the upper dermis, against a density from which nodules are felt.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class Granulomas final : public Outcome {
public:
    Granulomas(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        index_.add(f, (cells(glance.treated.state) - cells(glance.untreated)) / felt_density_.in(cells_per_mm3));
    }

private:
    double cells(const State& state) const {
        return FieldReading{state, field::epithelioid_macrophages.name}.mean(regions_.upper_dermis(state.grid()));
    }

    Regions regions_;
    Parameter<CellDensity> felt_density_{
        this,
        {.name = "felt_density",
         .symbol = "G_f",
         .unit = cells_per_mm3,
         .value = 1000.0,
         .range = {1.0, 1e6},
         .plausible = {300.0, 3000.0},
         .source = convention("the unit of this reading: a hundredth of densely packed cells, 1e5 per mm3; the verdict "
                              "draws its lines in it"),
         .meaning = "Mean density of settled macrophages from which nodules are taken to be felt"}};
    Follows index_{this,
                   {"granuloma_index", "1",
                    "Macrophages settled around foreign material in the upper dermis; from 1 nodules are felt"}};
};

}  // namespace

namespace observable {
OutcomeEntry granulomas() {
    return outcome_entry<Granulomas>("granulomas", "Cells settled around foreign material");
}
}  // namespace observable
}  // namespace cicatrix
