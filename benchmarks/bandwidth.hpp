// SPDX-License-Identifier: Apache-2.0
// The physical limit that solves are held against: this machine reading and writing memory in place.
#pragma once

#include <cstddef>

namespace cicatrix::bench {

/// Seconds in which all threads together read and write `doubles` numbers once, in place; the best of several passes.
double one_pass_seconds(std::size_t doubles);

}  // namespace cicatrix::bench
