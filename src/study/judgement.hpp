// SPDX-License-Identifier: Apache-2.0
// Whether numbers of several arms and seeds do what is said of them. What chance does is judged from the seeds: a
// difference counts when it is twice its standard error, taken from the differences seed by seed. Private.
#pragma once

#include "cicatrix/study/contrast_answers.hpp"

#include <vector>

namespace cicatrix {

using Values = std::vector<double>;  ///< of one arm, by seed

SeedMean summarise(const Values& values);

/// 1 where b is above a beyond chance and rounding, -1 where it is below, 0 where neither can be said.
int direction(const Values& a, const Values& b);
/// For two arms without direction: no difference in any seed fails, one that chance hides is unclear.
Answered without_direction(const Values& a, const Values& b);
/// Rising along the arms: the ends differ, and no step goes the other way. `sign` -1: falling.
Answered monotone(const std::vector<Values>& arms, int sign);
/// Every later arm against the first. `sign` -1: lower.
Answered against_first(const std::vector<Values>& arms, int sign);
/// The first step brings more per unit of the factor than all later ones together. The factor is the number that opens
/// an arm's name, "4 passes".
Answered saturates(const std::vector<Values>& arms, const std::vector<std::string>& names);
Answered rises_then_falls(const std::vector<Values>& arms);
Answered within(const SeedMean& mean, double low, double high);
/// The one that says less: fails before unclear before holds.
Answered weaker(Answered a, Answered b);

}  // namespace cicatrix
