// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/io/study_files.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/files.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace cicatrix::io {

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
    for (const auto& cells : read_csv(path)) {
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

std::vector<Contrast> read_contrasts(const std::vector<std::string>& names, Diagnostics& diagnostics) {
    StudyFiles files;
    files.document = [&](const std::string& path, const Place& asked) -> std::optional<Document> {
        std::error_code failed;
        if (fs::exists(path, failed)) return read_toml(path, diagnostics);
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
        const auto document = read_toml(path, diagnostics);
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

void check_ids(const std::vector<std::string>& wanted, const std::vector<std::string>& ids) {
    for (const std::string& id : wanted)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            const std::string near = nearest(id, ids);
            throw InputError{"nothing has the id " + in_quotes(id) +
                             (near.empty() ? "" : "; did you mean " + near + "?")};
        }
}

}  // namespace cicatrix::io
