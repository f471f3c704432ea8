// SPDX-License-Identifier: Apache-2.0
// Acts that Python asks for between steps.
#pragma once

#include "cicatrix/simulation/simulation.hpp"

#include <string>
#include <vector>

namespace cicatrix::python {

/// What is done to the skin at the moment of a session of `how`: needles, then products put on at once. It is the
/// session of this number, counted from 1, for the draw of punctures; `done` sessions have worn the device.
std::vector<Act> acts_of_session(const Model& model, const Scenario& how, int number, int done);

/// A product put on once, `amount` times as much as is usual. Throws InputError for one that is not known.
Act application_of(const Model& model, const Scenario& scenario, const std::string& product, double amount);

/// Sessions of the timeline before this time.
int sessions_before(const Model& model, double time_h);

}  // namespace cicatrix::python
