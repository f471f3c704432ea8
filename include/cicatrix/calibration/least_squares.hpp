// SPDX-License-Identifier: Apache-2.0
// Least squares within bounds, for residuals that come from simulations and have no derivatives.
#pragma once

#include <functional>
#include <vector>

namespace cicatrix {

using Places = std::vector<double>;     ///< parameters, each from 0 at its lower bound to 1 at its upper one
using Residuals = std::vector<double>;  ///< as many at every place
using ResidualsAt = std::function<Residuals(const Places&)>;

double sum_of_squares(const Residuals& residuals);

struct FitPoint {
    Places places;
    Residuals residuals;
};

struct Fit {
    FitPoint start, best;
    int evaluations = 0;
    bool settled = false;  ///< else the evaluations were used up
};

/// Minimises the sum of squares with at most so many evaluations, the start among them. Deterministic. What the
/// residuals throw passes through.
Fit least_squares(const ResidualsAt& residuals, const Places& start, int most_evaluations);

}  // namespace cicatrix
