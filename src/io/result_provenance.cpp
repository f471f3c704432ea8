// SPDX-License-Identifier: Apache-2.0
// What a result file says about itself: scenario, program, machine, verdict.
#include "cicatrix/version.hpp"

#include "result_parts.hpp"

#include <unistd.h>

#include <array>
#include <ctime>

namespace cicatrix::io {
namespace {

std::string host() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string now() {
    const std::time_t t = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&t, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

}  // namespace

void write_scenario(hid_t file, const Scenario& scenario) {
    const std::string program = "Cicatrix " + std::string{version} + " (" + std::string{git_revision()} + ")";
    h5::attribute(file, "Conventions", "CF-1.10");
    h5::attribute(file, "title", scenario.title);
    h5::attribute(file, "source", program);
    h5::attribute(file, "history", now() + " " + program + ": run of " + scenario.path);
    h5::attribute(file, "comment", "For research and teaching, not medical advice.");
    h5::attribute(file, "cicatrix_format", result_format);
    h5::attribute(file, "cicatrix_version", version);
    h5::attribute(file, "git_revision", git_revision());
    h5::attribute(file, "compiler", compiler());
    h5::attribute(file, "flags", build_flags());
    h5::attribute(file, "host", host());
    h5::attribute(file, "scenario_path", scenario.path);
    h5::attribute(file, "scenario_note", scenario.note);
    h5::attribute(file, "scenario_toml", scenario.text);
    h5::attribute(file, "resolution", scenario.run.resolution_name);
    h5::attribute(file, "precision", std::string{to_string(scenario.run.precision)});
    h5::attribute(file, "seed", std::to_string(scenario.run.seed));  // as text: 64 bits without a sign
    if (const std::string others = scenario.mechanisms.text(); !others.empty())
        h5::attribute(file, "other_mechanisms", others);
}

void write_provenance(hid_t file, const RunResult& result) {
    h5::attribute(file, "result_hash", result.hash);
    h5::attribute(file, "wall_seconds", result.wall_s);
    h5::attribute(file, "voxels", static_cast<std::int64_t>(result.voxels));
    h5::attribute(file, "steps", static_cast<std::int64_t>(result.steps));
    h5::attribute(file, "rejected_steps", static_cast<std::int64_t>(result.rejected));
    h5::attribute(file, "clipped_share", result.clipped_share);
    h5::attribute(file, "clipped_field", result.clipped_field);
    h5::attribute(file, "assumed_share", result.assumed_share);
    h5::attribute(file, "verdict", verdict_text(result.verdict));
}

}  // namespace cicatrix::io
