// SPDX-License-Identifier: Apache-2.0
// Units as netCDF readers expect them.
#pragma once

#include <string>
#include <string_view>

namespace cicatrix::io {

/// "pg/mm3" as "pg mm-3", "cells/mm3" as "mm-3" (counted things are pure numbers), "1/d" as "d-1".
/// A text that is no product of units, such as "delta ITA", becomes "1".
std::string udunits(std::string_view unit);

}  // namespace cicatrix::io
