// SPDX-License-Identifier: Apache-2.0
// What a cohort refuses before it is run.
#pragma once

#include "cicatrix/study/column_cohort.hpp"

namespace cicatrix {

/// "patient 17", or the name that was given.
std::string name_of(const std::vector<ColumnPatient>& patients, std::size_t patient);

/// Throws InputError for the scenario and the observables, RunError for a patient.
void check_cohort(const Scenario& scenario, const std::vector<ColumnPatient>& patients,
                  const ColumnCohortOptions& options);

}  // namespace cicatrix
