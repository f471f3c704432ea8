// SPDX-License-Identifier: Apache-2.0
// What acts on the skin from outside, for people and other programs: names, units, meanings.
#pragma once

#include "cicatrix/tissue/state.hpp"

#include <array>
#include <string_view>

namespace cicatrix {

struct EnvironmentFacts {
    std::string_view name, unit, meaning;
};

/// In the order of members().
inline constexpr std::array<EnvironmentFacts, environment_size> environment_facts{{
    {"uv", "SED/h", "erythemal dose of daylight that reaches the epidermis, after sunscreen"},
    {"occlusion", "1", "0 open .. 1 under an airtight dressing"},
    {"irritant_supply", "1/h", "irritating product put on, usual doses per hour"},
    {"humectant_supply", "1/h", "soothing product put on, usual doses per hour"},
    {"steroid_supply", "1/h", "topical steroid put on, usual doses per hour"},
    {"depigmenting_supply", "1/h", "tyrosinase inhibitor put on, usual doses per hour"},
    {"antimicrobial_supply", "1/h", "topical antimicrobial put on, usual doses per hour"},
    {"antiviral_supply", "1/h", "antiviral swallowed, usual doses per hour"},
    {"irritant_supply_entry", "mm/h/h", "irritating product put on, times what intact horn lets through of it"},
    {"steroid_supply_entry", "mm/h/h", "topical steroid put on, times what intact horn lets through of it"},
    {"depigmenting_supply_entry", "mm/h/h", "tyrosinase inhibitor put on, times what intact horn lets through of it"},
    {"antimicrobial_supply_entry", "mm/h/h", "topical antimicrobial put on, times what intact horn lets through of it"},
    {"wet_supply", "1/h", "watery product put on, usual doses per hour, whatever is in them"},
    {"wet_ph_supply", "1/h", "watery product put on, usual doses per hour, each times its pH"},
}};

}  // namespace cicatrix
