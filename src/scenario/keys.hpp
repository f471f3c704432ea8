// SPDX-License-Identifier: Apache-2.0
// Looking things up in the key table. Private to the scenario floor.
#pragma once

#include "cicatrix/scenario/scenario.hpp"

namespace cicatrix {

/// The row of a path such as "aftercare[].product"; null when there is none.
const ScenarioKey* find_key(std::string_view path);
/// Names one level below a table: of "device" they are kind, needle_length, ...; of "" the sections.
std::vector<std::string> keys_below(std::string_view path);
/// What may stand at a key, in words: `a length from 0.1 mm to 3.5 mm, such as "0.5 mm"`.
std::string allowed_text(const ScenarioKey& key);
constexpr std::string_view between_choices = " | ";
/// "pen | roller | stamp" cut into its parts.
std::vector<std::string> split_choices(std::string_view choices);
/// Names one after the other, for a message or a list of choices.
std::string joined(const std::vector<std::string>& names, std::string_view between = ", ");

}  // namespace cicatrix
