// SPDX-License-Identifier: Apache-2.0
// What data fix, and what they leave open: singular values of the residuals' slopes at the end of a fit.
#pragma once

#include "cicatrix/calibration/least_squares.hpp"

namespace cicatrix {

/// A combination of parameters that move together.
struct Direction {
    double strength = 0;  ///< singular value: how far the residuals move, all together, from end to end of the spreads
    Places parts;         ///< unit vector over the parameters; its largest part is positive
    bool fixed = false;
};

struct Identifiability {
    std::vector<Direction> directions;             ///< strongest first
    std::vector<double> errors;                    ///< standard errors, in spreads; infinite where nothing is known
    std::vector<std::vector<double>> correlation;  ///< between parameters
    std::vector<bool> fixed;                       ///< false: has a part in a direction that is not fixed
    double noise = 1;  ///< standard deviation of a residual: a half band, or more where the fit misses by more
};

/// A direction counts as fixed when its standard error, in spreads, is below what its bounds alone tell (the standard
/// deviation of an even spread), and its strength is not lost beside the strongest one.
inline constexpr double known_without_data = 0.2887;  // 1 / sqrt(12)
inline constexpr double fixed_share = 0.02;

/// By central differences around the best place; evaluations: two for each parameter.
Identifiability identify(const ResidualsAt& residuals, const FitPoint& best);

}  // namespace cicatrix
