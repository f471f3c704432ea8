// SPDX-License-Identifier: Apache-2.0
// How much of a run's work lies behind a moment of it: steps crowd after every act and between observations, so that
// simulated time alone would promise the wrong time left.
#pragma once

#include "cicatrix/simulation/simulation.hpp"

#include <vector>

namespace cicatrix::cli {

class WorkEstimate {
public:
    explicit WorkEstimate(const Model& model);
    /// Share of the work done, 0 .. 1, when this share of the simulated time has passed.
    double share(double share_of_time) const;

private:
    std::vector<double> stops_h_;  ///< observations and acts, rising; between two of them about the same work
    double end_h_;
};

}  // namespace cicatrix::cli
