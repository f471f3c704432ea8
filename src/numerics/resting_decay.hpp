// SPDX-License-Identifier: Apache-2.0
// How fast fields fade by themselves where the skin rests.
#pragma once

#include "cicatrix/tissue/kinetics.hpp"

#include <vector>

namespace cicatrix {

/// 1/h, by field and its planes; zero where no law holds or a field grows.
std::vector<std::vector<double>> resting_decay(const Kinetics& kinetics, const State& rest);

}  // namespace cicatrix
