// SPDX-License-Identifier: Apache-2.0
// Cells, blood and oxygen of the upper dermis, for timing: means over the upper dermis; blood against the same skin
// untreated.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class CellCounts final : public Outcome {
public:
    CellCounts(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const auto mean = [this](const State& state, std::string_view name) {
            return FieldReading{state, name}.mean(regions_.upper_dermis(state.grid()));
        };
        neutrophils_.add(f, mean(skin, field::neutrophils.name));
        macrophages_.add(f, mean(skin, field::macrophages_m1.name) + mean(skin, field::macrophages_m2.name));
        density_.add(f, mean(skin, field::myofibroblasts.name));
        myofibroblasts_.add(f, mean(skin, field::myofibroblasts.name) / granulation_myofibroblasts_.in(cells_per_mm3));
        oxygen_.add(f, mean(skin, field::oxygen.name));
        perfusion_.add(f, mean(skin, field::vessels.name) / mean(glance.untreated, field::vessels.name));
    }

private:
    Regions regions_;
    Parameter<CellDensity> granulation_myofibroblasts_{
        this,
        {.name = "granulation_myofibroblasts",
         .symbol = "Y_g",
         .unit = cells_per_mm3,
         .value = 10000.0,
         .range = {1.0, 1e7},
         .plausible = {1000.0, 1e5},
         .source =
             convention("the unit of this reading: a tenth of the cells of granulation tissue, about 1e5 per mm3"),
         .meaning = "Density of myofibroblasts that counts as 1: contracting granulation tissue"}};
    Follows neutrophils_{this, {"neutrophils", "cells/mm3", "Living neutrophils, mean of the upper dermis"}};
    Follows macrophages_{this, {"macrophages", "cells/mm3", "Recruited macrophages, mean of the upper dermis"}};
    Follows density_{this, {"myofibroblasts_density", "cells/mm3", "Myofibroblasts, mean of the upper dermis"}};
    Follows myofibroblasts_{
        this, {"myofibroblasts", "1", "Myofibroblasts of the upper dermis; 1 is contracting granulation tissue"}};
    Follows oxygen_{this, {"oxygen", "mmHg", "Oxygen tension, mean of the upper dermis"}};
    Follows perfusion_{this, {"perfusion", "1", "Vessels of the upper dermis relative to the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry cell_counts() {
    return outcome_entry<CellCounts>("cell_counts", "Cells and blood of the upper dermis");
}
}  // namespace observable
}  // namespace cicatrix
