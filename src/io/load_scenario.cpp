// SPDX-License-Identifier: Apache-2.0
// From a file to a scenario in one call.
#include "cicatrix/io/files.hpp"
#include "cicatrix/outcomes/expectable.hpp"

namespace cicatrix::io {

std::optional<Scenario> to_scenario(const Document& document, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    auto scenario = bind_scenario(document, diagnostics);
    if (!scenario) return std::nullopt;
    check_expectations(*scenario, diagnostics);
    if (diagnostics.complaints().size() > before) return std::nullopt;
    scenario->path = document.path;
    scenario->text = write_toml(document);
    return scenario;
}

Scenario load_scenario(const std::filesystem::path& path) {
    Diagnostics diagnostics;
    std::optional<Scenario> scenario;
    if (const auto document = read_toml(path, diagnostics)) scenario = to_scenario(*document, diagnostics);
    diagnostics.stop_if_any();
    scenario.value().path = path.string();
    return std::move(*scenario);
}

}  // namespace cicatrix::io
