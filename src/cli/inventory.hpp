// SPDX-License-Identifier: Apache-2.0
// Everything that the model claims, gathered from all floors: declared parameters and rows of data tables.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cicatrix::cli {

/// Parameters of mechanisms, skin, protocol, outcomes and numerics, as declared.
std::vector<ParameterRecord> all_parameters();

/// One number or row with its source, whatever its home.
struct Claim {
    std::string name;   ///< "fibroplasia.migration", "site cheek", "trait smoking on vessels.growth"
    std::string value;  ///< with unit
    Source source;
    std::string meaning;
};
std::vector<Claim> all_claims();

/// The status by name; InputError with the nearest one when there is none. Empty stays empty (all).
std::string checked_evidence(const std::string& name);

}  // namespace cicatrix::cli
