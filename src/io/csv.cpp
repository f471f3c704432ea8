// SPDX-License-Identifier: Apache-2.0
// Series as a table for spreadsheets.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/files.hpp"

#include <cmath>

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

}  // namespace

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
