// SPDX-License-Identifier: Apache-2.0
// Vertical cuts through the patch: pictures of what goes on in the skin.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <string_view>
#include <vector>

namespace cicatrix {

/// What a section shows: a sum of fields, or the share that the first has in the sum.
struct SectionRecipe {
    std::string_view name, unit, meaning;
    std::vector<std::string_view> fields;
    bool share_of_first = false;
};
const std::vector<SectionRecipe>& section_recipes();
/// The vertical cut along one row of the patch.
Section cut(const State& state, const SectionRecipe& recipe, int row);
/// The row through which the needles of the first session went deepest together, so that pictures show what they do;
/// the middle one where there was no needle.
int telling_row(const Grid& grid, const std::vector<Act>& timeline);

}  // namespace cicatrix
