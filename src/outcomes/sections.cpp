// SPDX-License-Identifier: Apache-2.0
// Vertical cuts through the middle of the patch: what they show, and how they are read from a state.
#include "cicatrix/outcomes/sections.hpp"

#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {

const std::vector<SectionRecipe>& section_recipes() {
    static const std::vector<SectionRecipe> recipes{
        {"debris", "1", "Dead and torn material, share of the tissue", {field::debris.name}},
        {"neutrophils", "cells/mm3", "Neutrophils: the first defenders", {field::neutrophils.name}},
        {"macrophages",
         "cells/mm3",
         "Macrophages: they clear up and direct the repair",
         {field::macrophages_m1.name, field::macrophages_m2.name}},
        {"tgf_active", "pg/mm3", "Active TGF-beta: the signal to build", {field::tgf_active.name}},
        {"myofibroblasts", "cells/mm3", "Myofibroblasts: they build and pull", {field::myofibroblasts.name}},
        {"collagen",
         "ug/mm3",
         "All collagen",
         {field::collagen_scar.name, field::collagen_i.name, field::collagen_i_new.name, field::collagen_iii.name}},
        {"scar_share",
         "1",
         "Disordered share of the collagen",
         {field::collagen_scar.name, field::collagen_i.name, field::collagen_i_new.name, field::collagen_iii.name},
         true},
        {"pigment", "1", "Melanin of epidermis and dermis", {field::melanin.name, field::dermal_melanin.name}},
        {"bacteria", "CFU/mm3", "Bacteria", {field::bacteria.name}},
    };
    return recipes;
}

Section cut(const State& state, const SectionRecipe& recipe) {
    const Grid& grid = state.grid();
    std::vector<FieldReading> readings;
    for (const std::string_view name : recipe.fields) readings.emplace_back(state, name);
    Section section{state.time_h / day.size, grid.nx(), grid.nz(), {}};
    section.value.reserve(static_cast<std::size_t>(grid.nx()) * static_cast<std::size_t>(grid.nz()));
    const int middle = grid.ny() / 2;
    for (int k = 0; k < grid.nz(); ++k)
        for (int i = 0; i < grid.nx(); ++i) {
            double sum = 0.0;
            for (const FieldReading& r : readings) sum += r.at(i, middle, k);
            if (recipe.share_of_first) sum = sum > 0.0 ? readings.front().at(i, middle, k) / sum : 0.0;
            section.value.push_back(static_cast<float>(sum));
        }
    return section;
}

}  // namespace cicatrix
