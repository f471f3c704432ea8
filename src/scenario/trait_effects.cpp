// SPDX-License-Identifier: Apache-2.0
// What age, skin tone and conditions do to parameters: data, row by row, each with its source.
#include "cicatrix/scenario/scenario.hpp"

#include <array>

namespace cicatrix {

std::span<const TraitEffect> trait_effects() {
    static constexpr Source varani{
        "varani2006", "procollagen I of fibroblasts, 82 ng/mL at 18-29 y against 56 at 80+ y", Evidence::in_vitro};
    static constexpr Source knuutinen{"knuutinen2002", "synthesis of collagen I in blister fluid, -18 % in smokers",
                                      Evidence::measured_human};
    static constexpr std::array rows{
        TraitEffect{"age", "collagen.by_fibroblasts", 24, 80, 0.68, varani},
        TraitEffect{"age", "collagen.by_myofibroblasts", 24, 80, 0.68, varani},
        TraitEffect{"smoking", "collagen.by_fibroblasts", 0, 1, 0.82, knuutinen},
        TraitEffect{"smoking", "collagen.by_myofibroblasts", 0, 1, 0.82, knuutinen},
    };
    return rows;
}

}  // namespace cicatrix
