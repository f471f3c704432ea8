// SPDX-License-Identifier: Apache-2.0
// Counts every request for memory made in this process.
#pragma once

namespace cicatrix {

long memory_requests();

}  // namespace cicatrix
