// SPDX-License-Identifier: Apache-2.0
// What [override] may change: declared parameters by name, within their hard ranges.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/base/parameter.hpp"

namespace cicatrix {

/// Records of all that a scenario may override.
std::vector<ParameterRecord> overridable_parameters(const Adjustments& adjustments = {});

/// A value as it is written in a scenario, in canonical units; nothing after a complaint about the key `shown`.
std::optional<double> override_value(const ParameterRecord& parameter, const Node& node, const std::string& shown,
                                     Diagnostics& diagnostics);

}  // namespace cicatrix
