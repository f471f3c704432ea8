// SPDX-License-Identifier: Apache-2.0
// The only floor that knows file formats: TOML in; HDF5 (netCDF), CSV, JSON and SBML out.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/outcomes/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cicatrix::io {

/// Reads a TOML file and everything it extends, merged; says all that is wrong through diagnostics.
std::optional<Document> read_toml(const std::filesystem::path& path, Diagnostics& diagnostics);
/// The same from a text (for tests and other front ends); `name` stands for the file in messages.
std::optional<Document> read_toml_text(std::string_view text, const std::string& name, Diagnostics& diagnostics);
/// The merged document as TOML again.
std::string write_toml(const Document& document);

/// A document that was read as a Scenario, with its path and its text; nothing when there is anything wrong with it,
/// what it expects included. The one way from files to scenarios.
std::optional<Scenario> to_scenario(const Document& document, Diagnostics& diagnostics);
/// File to Scenario, or InputError with every complaint.
Scenario load_scenario(const std::filesystem::path& path);

/// Writes one result file: a temporary beside the target, renamed when complete.
class ResultFile final : public FrameSink {
public:
    explicit ResultFile(const std::filesystem::path& target);  ///< InputError when it cannot be written there
    ~ResultFile() override;                                    ///< removes the temporary if not finished
    void begin(const Model& model, const Scenario& scenario) override;
    /// The same for states that come from no model.
    void begin(std::shared_ptr<const Layout> layout, const Scenario& scenario);
    void frame(const State& state) override;
    /// The bytes of the file as it is, for a checkpoint; and back, before the first frame of this one.
    std::vector<std::int8_t> so_far();
    void go_on_from(const std::vector<std::int8_t>& bytes);
    /// Adds series, scalars, parameters and provenance, then renames. Throws RunError.
    void finish(const RunResult& result);

private:
    class Work;
    std::unique_ptr<Work> work_;
};

/// Reads back what `report` needs (findings, verdict, scenario, sections) from a result file.
RunResult read_result(const std::filesystem::path& path);

/// The document of the command line's --json: version, then one entry per run.
std::string runs_json(const std::vector<const RunResult*>& runs);
/// Series as CSV, one column each, header with units.
std::string series_csv(const Findings& findings);

/// A table of comma-separated values: one map per row, by the names of the first line. InputError when it cannot be
/// read or a row has not as many cells as the first.
std::vector<std::map<std::string, std::string>> read_csv(const std::filesystem::path& path);

/// Before a long run: throws InputError when a file cannot be written there (folder missing or read-only, no file).
void check_writable(const std::filesystem::path& path);

/// Writes a text so that a crash leaves the old file or the new one, never half.
/// InputError when it cannot be written there, RunError when writing broke off.
void write_safely(const std::filesystem::path& path, std::string_view text);

}  // namespace cicatrix::io
