// SPDX-License-Identifier: Apache-2.0
// Vertical cuts through the patch: what they show, and how they are read from a state.
#include "cicatrix/outcomes/sections.hpp"

#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>
#include <cmath>

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
        {"bacteria", "CFU/mm3", "Bacteria, free and in clumps", {field::bacteria.name, field::biofilm.name}},
        {"oxygen", "mmHg", "Oxygen tension", {field::oxygen.name}},
    };
    return recipes;
}

Section cut(const State& state, const SectionRecipe& recipe, int row) {
    const Grid& grid = state.grid();
    std::vector<FieldReading> readings;
    for (const std::string_view name : recipe.fields) readings.emplace_back(state, name);
    Section section{state.time_h / day.size, grid.nx(), grid.nz(), {}};
    section.value.reserve(static_cast<std::size_t>(grid.nx()) * static_cast<std::size_t>(grid.nz()));
    for (int k = 0; k < grid.nz(); ++k)
        for (int i = 0; i < grid.nx(); ++i) {
            double sum = 0.0;
            for (const FieldReading& r : readings) sum += r.at(i, row, k);
            if (recipe.share_of_first) sum = sum > 0.0 ? readings.front().at(i, row, k) / sum : 0.0;
            section.value.push_back(static_cast<float>(sum));
        }
    return section;
}

int telling_row(const Grid& grid, const std::vector<Act>& timeline) {
    std::vector<double> depth(static_cast<std::size_t>(grid.ny()), 0.0);
    for (const Act& act : timeline)
        if (const auto* needling = std::get_if<Needling>(&act.kind); needling && !needling->punctures.empty()) {
            for (const Puncture& p : needling->punctures) {
                const double row = std::floor(p.y_um / grid.dy_um()), rows = grid.ny();
                depth[static_cast<std::size_t>(row - rows * std::floor(row / rows))] += p.depth_um;
            }
            break;
        }
    const auto deepest = std::max_element(depth.begin(), depth.end());
    return *deepest > 0.0 ? static_cast<int>(deepest - depth.begin()) : grid.ny() / 2;
}

}  // namespace cicatrix
