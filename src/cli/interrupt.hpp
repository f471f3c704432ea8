// SPDX-License-Identifier: Apache-2.0
// Ctrl-C asks the run to stop at the next step instead of killing it half-way through a file.
#pragma once

namespace cicatrix::cli {

/// While it lives, SIGINT and SIGTERM set a flag. The second one ends the program at once, as usual.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
};

/// The signal that came, or 0.
int interrupted_by();
/// Throws Interrupted if a signal came.
void stop_if_interrupted();

}  // namespace cicatrix::cli
