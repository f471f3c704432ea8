// SPDX-License-Identifier: Apache-2.0
// Says when sessions put no needle into the patch: what follows from such a run looks milder than it is.
#pragma once

#include "cicatrix/simulation/simulation.hpp"

#include <string>

namespace cicatrix::cli {

/// One sentence and what helps; empty when every session reached the patch.
std::string missed_sessions(const SessionCount& sessions, const Resolution& patch);

}  // namespace cicatrix::cli
