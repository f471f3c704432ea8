// SPDX-License-Identifier: Apache-2.0
// What must hold of the headline routines at any seed and resolution.
#pragma once

#include "shipped.hpp"

namespace cicatrix::test {

/// A harsh routine against a safe one: every harm that the cautionary tale tells of is larger.
void expect_more_harm(const RunResult& bad, const RunResult& safe);
/// A clinic course is red for one to three days a session, and gains collagen over months, not within days.
void expect_clinic_course(const RunResult& clinic);
/// Neutrophils, macrophages and myofibroblasts in their order; closure within a day, the water barrier within three.
void expect_order_of_healing(const RunResult& clinic);
/// The scenario's own [expect].
void expect_own_expectations(const RunResult& r);

}  // namespace cicatrix::test
