// SPDX-License-Identifier: Apache-2.0
#include "missed_sessions.hpp"

#include <fmt/format.h>

namespace cicatrix::cli {

std::string missed_sessions(const SessionCount& sessions, const Resolution& patch) {
    if (sessions.missed == 0) return {};
    const std::string which =
        sessions.all == 1 ? "the only session" : fmt::format("{} of {} sessions", sessions.missed, sessions.all);
    const auto in_mm = [&](int voxels) { return voxels * patch.lateral_um * um.size; };
    const std::string size = patch.nx == patch.ny ? fmt::format("{:.3g} mm", in_mm(patch.nx))
                                                  : fmt::format("{:.3g} x {:.3g} mm", in_mm(patch.nx), in_mm(patch.ny));
    return fmt::format(
        "{} put no needle into the simulated {} of skin; harms may be understated. Try another seed or a wider patch.",
        which, size);
}

}  // namespace cicatrix::cli
