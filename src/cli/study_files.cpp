// SPDX-License-Identifier: Apache-2.0
#include "study_files.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "table.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace cicatrix::cli {

namespace {

namespace fs = std::filesystem;

std::optional<double> number(const std::string& cell) {
    char* end = nullptr;
    const double x = std::strtod(cell.c_str(), &end);
    return cell.empty() || *end != '\0' ? std::nullopt : std::optional{x};
}

/// A table of published data has at least: arm, time, time_unit, value, unit, low, high, status, note.
std::vector<DataRow> rows_of(const fs::path& path) {
    std::vector<DataRow> rows;
    for (const auto& cells : io::read_csv(path)) {
        DataRow row;
        try {
            row.arm = cells.at("arm");
            row.unit = cells.at("unit");
            row.status = cells.at("status");
            row.note = cells.at("note");
            row.value = number(cells.at("value"));
            if (const auto time = number(cells.at("time"))) {
                const auto unit = parse_unit(cells.at("time_unit"));
                if (!unit || unit->dimension != Time)
                    throw InputError{path.string() + ": " + in_quotes(cells.at("time_unit")) + " is no unit of time"};
                row.time_h = *time * unit->size;
            }
            for (const char* const column : {"time", "value", "low", "high"})
                if (!cells.at(column).empty() && !number(cells.at(column)))
                    throw InputError{path.string() + ": " + in_quotes(cells.at(column)) + " in column " + column +
                                     " is no number"};
            row.low = number(cells.at("low")).value_or(-HUGE_VAL);
            row.high = number(cells.at("high")).value_or(HUGE_VAL);
        } catch (const std::out_of_range&) {
            throw InputError{path.string() +
                             ": a column is missing; needed are arm, time, time_unit, value, unit, low, " +
                             "high, status and note"};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<fs::path> study_files(const std::vector<std::string>& names) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (const std::string& name : names) {
        if (!fs::is_directory(name, failed)) {
            files.emplace_back(name);
            continue;
        }
        std::vector<fs::path> inside;
        for (const auto& entry : fs::directory_iterator{name})
            if (entry.path().extension() == ".toml") inside.push_back(entry.path());
        if (inside.empty()) throw InputError{name + ": there is no study file (.toml) in this folder"};
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

void add_study_choices(CLI::App& app, StudyChoices& choices, const std::string& folder) {
    choices.files = {folder};
    app.add_option("files", choices.files, "Study files (TOML), or folders of them")->capture_default_str();
    app.add_option("--only", choices.only, "Only entries with these ids")->type_name("ID");
    app.add_option("--page", choices.page, "Write the answers as a page (Markdown)")->type_name("FILE.md");
    app.add_option("--json", choices.json, "Write the answers as JSON; - for standard output")->type_name("FILE");
    app.add_flag("--list", choices.list, "Only check the files and list their entries");
    app.add_option("--threads", choices.threads, "Threads (default: all)")->check(CLI::PositiveNumber);
    app.add_flag("-q,--quiet", choices.quiet, "No progress");
}

void add_contrast_choices(CLI::App& app, StudyChoices& choices) {
    app.add_option("--seeds", choices.seeds, "At most so many seeds: a quick look")->check(CLI::PositiveNumber);
    app.add_flag("--no-knock-outs", choices.no_knock_outs, "Do not switch mechanisms off");
}

std::vector<Contrast> read_contrasts(const std::vector<std::string>& names, Diagnostics& diagnostics) {
    StudyFiles files;
    files.document = [&](const std::string& path, const Place& asked) -> std::optional<Document> {
        std::error_code failed;
        if (fs::exists(path, failed)) return io::read_toml(path, diagnostics);
        diagnostics.add(
            {asked, "base", in_quotes(path) + " does not exist", "a scenario file, from this file's folder", ""});
        return std::nullopt;
    };
    files.table = [&](const std::string& path, const Place& asked) -> std::vector<DataRow> {
        std::error_code failed;
        if (fs::exists(path, failed)) return rows_of(path);
        diagnostics.add({asked, "data", in_quotes(path) + " does not exist", "a table, from this file's folder", ""});
        return {};
    };
    std::vector<Contrast> all;
    std::vector<std::string> ids;
    for (const fs::path& path : study_files(names)) {
        const auto document = io::read_toml(path, diagnostics);
        if (!document) continue;
        for (Contrast& c : bind_contrasts(*document, path.parent_path().string(), files, diagnostics)) {
            if (!c.id.empty() && std::find(ids.begin(), ids.end(), c.id) != ids.end())
                throw InputError{path.string() + ": the id " + c.id + " is there twice"};
            ids.push_back(c.id);
            all.push_back(std::move(c));
        }
    }
    return all;
}

std::vector<Contrast> load_contrasts(const StudyChoices& choices) {
    Diagnostics diagnostics;
    auto all = read_contrasts(choices.files, diagnostics);
    diagnostics.stop_if_any();
    keep_only(choices.only, all);
    return all;
}

void check_ids(const std::vector<std::string>& wanted, const std::vector<std::string>& ids) {
    for (const std::string& id : wanted)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            const std::string near = nearest(id, ids);
            throw InputError{"nothing has the id " + in_quotes(id) +
                             (near.empty() ? "" : "; did you mean " + near + "?")};
        }
}

std::string list_of(const std::vector<Contrast>& contrasts) {
    std::vector<std::vector<std::string>> rows{{"id", "arms", "seeds", "findings"}};
    for (const Contrast& c : contrasts)
        rows.push_back(
            {c.id, std::to_string(c.arms.size()), std::to_string(c.seeds), std::to_string(c.findings.size())});
    return text_table(rows);
}

StudyAnswers answer_with_progress(const std::vector<Contrast>& contrasts, const StudyChoices& choices,
                                  const std::string& label) {
    const ThreadLimit threads{choices.threads};
    const InterruptGuard guard;
    Progress progress{label, Progress::suitable(choices.quiet)};
    StudyOptions options;
    if (choices.seeds > 0) options.most_seeds = choices.seeds;
    options.knock_outs = !choices.no_knock_outs;
    options.progress = [&](std::size_t done, std::size_t all) {
        progress.update(all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0);
        return interrupted_by() == 0;
    };
    StudyAnswers answers = answer_contrasts(contrasts, options);
    progress.finish();
    return answers;
}

}  // namespace cicatrix::cli
