// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace cicatrix {

inline constexpr std::string_view version = "0.1.0";

/// Where this build comes from: git revision ("unknown" outside a checkout), compiler and flags.
std::string_view git_revision();
std::string_view compiler();
std::string_view build_flags();

}  // namespace cicatrix
