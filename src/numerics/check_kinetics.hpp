// SPDX-License-Identifier: Apache-2.0
// Whether laws and layout belong together.
#pragma once

#include "cicatrix/tissue/kinetics.hpp"

namespace cicatrix {

/// Throws RunError when a layer's kinetics asks for a field or a plane that is not there.
void check_kinetics(const Kinetics& kinetics, const Layout& layout);

}  // namespace cicatrix
