// SPDX-License-Identifier: Apache-2.0
// The catalogue of tests/architecture/toy_mechanisms, made by the same CMake function as the real one.
#pragma once

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {

std::span<const MechanismEntry> toy_catalogue();

}  // namespace cicatrix
