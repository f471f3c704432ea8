// SPDX-License-Identifier: Apache-2.0
// The local laws for other programs: one layer without space as SBML, and the course that the engine gives it.
#pragma once

#include "cicatrix/simulation/layer_alone.hpp"

#include <string>

namespace cicatrix::io {

/// SBML Level 3 Version 2 core, every quantity with its unit: each field is a parameter with a rate rule. The rules are
/// the operations that the engine itself runs, with the numbers of this person in them, to the last digit.
std::string sbml(const Scenario& scenario, const LayerAlone& layer);

/// What the well-mixed integrator makes of the same layer: time in hours, then each field in its unit.
std::string course_csv(const LayerAlone& layer, const WellMixedCourse& course);

}  // namespace cicatrix::io
