// SPDX-License-Identifier: Apache-2.0
// The headline outcomes as numbers: those that `cicatrix compare` prints, each with the value that it prints.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"

#include <string>
#include <vector>

namespace cicatrix::refinement {

struct Headline {
    std::string name;  ///< "erythema, highest"
    std::string unit;
    double value = 0;
    /// What a difference is compared with: the value itself, or for a course the most it left its first value by, so
    /// that a quantity which starts at 100 % or crosses zero is not flattered or scolded.
    double size = 0;
};

/// All that the findings hold, in the order of the table; infinite or missing values are left in as not finite.
std::vector<Headline> headlines(const Findings& findings);

/// |value - reference| as a share of the reference's size; of values that are equal (both never, both zero): 0.
double difference(const Headline& value, const Headline& reference);

}  // namespace cicatrix::refinement
