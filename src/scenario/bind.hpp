// SPDX-License-Identifier: Apache-2.0
// The steps from a document to a scenario. Private to the scenario floor.
#pragma once

#include "reader.hpp"

namespace cicatrix {

Person bind_person(Reader& root);

/// Device, routine, aftercare, exposure and therapy. `end_h` becomes the end of the last session (0 when untreated).
Plan bind_plan(Reader& root, Diagnostics& diagnostics, double& last_session_h);
/// Needs the end of the run: therapy that begins later is refused.
std::vector<Therapy> bind_therapy(Reader& root, Diagnostics& diagnostics, double end_h);

RunPlan bind_run(Reader& root, Diagnostics& diagnostics, double last_session_h);

/// Adds what [override] says to the adjustments and checks that all parameters stay within their hard ranges.
void bind_overrides(const Node* overrides, const Person& person, const Place& person_place, Adjustments& adjustments,
                    Diagnostics& diagnostics);

std::vector<Expectation> bind_expectations(const Node* expect, Diagnostics& diagnostics);

/// Refuses grids that no machine of ours holds, and says what they would take.
void check_memory(Reader& run, const Person& person, const Adjustments& adjustments, const Resolution& resolution);

/// Number of fields that all mechanisms together own.
std::size_t field_count();

}  // namespace cicatrix
