// SPDX-License-Identifier: Apache-2.0
// Which guesses decide the answer: Morris' screening of headline outcomes over all uncertain parameters, and whether
// the ranking of scenarios ever turns round.
#pragma once

#include "cicatrix/scenario/scenario.hpp"

#include <functional>
#include <string>
#include <vector>

namespace cicatrix {

/// Of one outcome of one scenario, by one parameter moved over two thirds of its plausible spread.
struct Elementary {
    double mean_abs = 0;  ///< in the outcome's unit
    double mean = 0, deviation = 0;
    int count = 0;
};

struct ScreenedParameter {
    std::string name;  ///< "owner.name"
    std::string evidence;
    std::vector<Elementary> effects;  ///< by scenario, then by outcome
    double weight = 0;                ///< mean over all of mean_abs, over the largest of any parameter
};

/// How often a later scenario did more harm than the first.
struct RankingFlips {
    std::string scenario, outcome;
    int turned = 0, compared = 0;
};

struct Screening {
    std::vector<std::string> scenarios, outcomes;
    std::vector<ScreenedParameter> parameters;  ///< heaviest first
    std::vector<RankingFlips> flips;
    int runs = 0;
    std::vector<std::string> failures;  ///< runs that broke down, with what was set
};

struct ScreeningOptions {
    int trajectories = 4;
    std::uint64_t seed = 1;
    std::function<bool(double fraction)> progress;  ///< false: stop, throws Interrupted
};

/// Scenarios from the one that should harm most to the one that should harm least. Each trajectory starts at a random
/// place of a grid of four levels across the plausible spreads and moves one parameter after the other by two of three
/// steps (Morris 1991); a spread wider than a factor of three is taken on the logarithm.
Screening screen(const std::vector<Scenario>& scenarios, const ScreeningOptions& options = {});

}  // namespace cicatrix
