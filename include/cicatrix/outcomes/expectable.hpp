// SPDX-License-Identifier: Apache-2.0
// What a scenario may expect: the observables and harms that a run really gives.
#pragma once

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/outcomes/outcome.hpp"

#include <array>
#include <string>
#include <string_view>

namespace cicatrix {

/// Before the name of a harm: "verdict.collagen_loss".
inline constexpr std::string_view verdict_prefix = "verdict.";
/// What may stand after the name of a series: which of its values is meant. Without one it is the first of these.
inline constexpr std::array<std::string_view, 3> picks{"final", "peak", "lowest"};

/// "collagen loss" as it stands in a scenario: "collagen_loss".
std::string key_of_harm(std::string_view harm);

/// Complains of expectations that no run could be held against: of unknown observables, harms or values of a series,
/// and of units of another kind. The scenario floor lies below the observables and cannot know them.
void check_expectations(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace cicatrix
