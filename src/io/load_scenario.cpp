// SPDX-License-Identifier: Apache-2.0
// From a file to a scenario in one call.
#include "cicatrix/io/files.hpp"

namespace cicatrix::io {

Scenario load_scenario(const std::filesystem::path& path) {
    Diagnostics diagnostics;
    std::optional<Scenario> scenario;
    if (const auto document = read_toml(path, diagnostics)) {
        scenario = bind_scenario(*document, diagnostics);
        if (scenario) scenario->text = write_toml(*document);
    }
    diagnostics.stop_if_any();
    scenario->path = path.string();
    return std::move(*scenario);
}

}  // namespace cicatrix::io
