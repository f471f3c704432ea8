// SPDX-License-Identifier: Apache-2.0
// Tables of comma-separated values: series for spreadsheets out, published data in.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/files.hpp"

#include <cmath>
#include <fstream>

namespace cicatrix::io {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? std::string{"\"\""} : std::string{c};
    return result + "\"";
}

std::string cell(const std::vector<double>& values, std::size_t row) {
    return row < values.size() && std::isfinite(values[row]) ? to_text(values[row]) : std::string{};
}

/// Cells of a line; quoted ones may hold commas.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells{""};
    bool in_quotes = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && in_quotes && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            in_quotes = !in_quotes;
        else if (line[i] == ',' && !in_quotes)
            cells.emplace_back();
        else if (line[i] != '\r')
            cells.back() += line[i];
    }
    return cells;
}

}  // namespace

std::vector<std::map<std::string, std::string>> read_csv(const std::filesystem::path& path) {
    std::ifstream in{path};
    std::string line;
    if (!in || !std::getline(in, line)) throw InputError{path.string() + ": cannot be read"};
    const std::vector<std::string> names = cells_of(line);
    std::vector<std::map<std::string, std::string>> rows;
    for (int number = 2; std::getline(in, line); ++number) {
        if (line.empty()) continue;
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() != names.size())
            throw InputError{path.string() + ":" + std::to_string(number) + ": " + std::to_string(cells.size()) +
                             " cells where the first line has " + std::to_string(names.size())};
        rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) rows.back()[names[i]] = cells[i];
    }
    return rows;
}

std::string series_csv(const Findings& findings) {
    std::string text = "time [d]";
    for (const auto& [name, series] : findings.series) text += "," + quoted(name + " [" + series.unit + "]");
    text += "\n";
    for (std::size_t row = 0; row < findings.time_d.size(); ++row) {
        text += cell(findings.time_d, row);
        for (const auto& [name, series] : findings.series) text += "," + cell(series.value, row);
        text += "\n";
    }
    return text;
}

}  // namespace cicatrix::io
