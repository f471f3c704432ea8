// SPDX-License-Identifier: Apache-2.0
// In what scenarios differ: their texts laid flat, key by key, and set side by side.
#pragma once

#include "cicatrix/scenario/scenario.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

/// One value of a scenario: "device.needle_length", "0.5 mm". Items of lists are counted from 1:
/// "aftercare[1].product".
struct FlatEntry {
    std::string key, value;
};
/// Lays the text of a resolved scenario flat. It has been read before, so only well-formed text is expected;
/// from anything else as much is taken as can be.
std::vector<FlatEntry> flatten_scenario(std::string_view text);

/// A key whose value is not the same in all scenarios.
struct Difference {
    struct Cell {
        std::string text;
        bool standard;  ///< not written in the scenario: this is what it means then
    };
    std::string key, meaning;
    std::vector<Cell> cells;  ///< one per scenario
};
/// Titles, notes and expectations are no differences between routines and are left out.
std::vector<Difference> scenario_differences(const std::vector<std::string_view>& texts,
                                             std::span<const ScenarioKey> keys);

}  // namespace cicatrix
