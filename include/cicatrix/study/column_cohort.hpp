// SPDX-License-Identifier: Apache-2.0
// Thousands of patients who share a scenario's skin and calendar but not the hand that needles them.
#pragma once

#include "cicatrix/simulation/columns.hpp"

#include <string>
#include <vector>

namespace cicatrix {

struct ColumnCohortOptions {
    /// What is told of each patient, written as in a scenario's [expect]: a number, or a series with one of its values.
    std::vector<std::string> observables{
        "wound_depth",   "reepithelialisation_time", "barrier_recovery_time", "inflammation.peak",
        "erythema.peak", "collagen_gain.final",      "net_collagen.final",    "scar_index.final"};
    /// Patients that take their steps together: two sets of lanes keep a chunk's arrays near the second cache.
    int columns_per_chunk = 64;
};

struct ColumnCohort {
    std::vector<std::string> observables, units;
    std::vector<std::vector<double>> values;  ///< by patient as they were given, then by observable
    long accepted = 0, rejected = 0;          ///< steps, over all chunks
};

/// Runs every patient as one depth column, which stands for the mean of the scenario's patch: what lies in the holes
/// and between them is mixed along the surface, never in depth. That is for comparing patients; what grows more than in
/// proportion in the holes themselves, scar above all, comes out too small (docs/decisions/0005). Punctures are drawn
/// from the patient's seed on a patch of the scenario's area. Patients with like wounds share their steps, so a
/// patient's numbers depend on the whole cohort within what `numerics.tolerance` allows; they do not depend on the
/// number of threads. Throws InputError when the scenario needles nobody or has no such observable, and RunError that
/// names the patient who cannot be run.
ColumnCohort run_column_cohort(const Scenario& scenario, const std::vector<ColumnPatient>& patients,
                               const ColumnCohortOptions& options = {});

}  // namespace cicatrix
