// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cicatrix::cli {

namespace {

std::vector<std::size_t> column_widths(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c]));
    }
    return widths;
}

std::string escaped(const std::string& cell) {
    std::string out;
    for (char c : cell) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

}  // namespace

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

std::string number_text(double value) {
    return std::isfinite(value) ? fmt::format("{:.4g}", value) : "-";
}

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
    const auto widths = column_widths(rows);
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line;
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const std::string gap(widths[c] - width(rows[r][c]), ' ');
            line += c == 0 ? rows[r][c] + gap : "  " + gap + rows[r][c];
        }
        while (line.ends_with(' ')) line.pop_back();
        out += line + "\n";
        if (r != 0) continue;
        std::size_t total = 0;
        for (std::size_t w : widths) total += w + 2;
        out += std::string(total - 2, '-') + "\n";
    }
    return out;
}

std::string markdown_table(const std::vector<std::vector<std::string>>& rows) {
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (const auto& cell : rows[r]) out += "| " + escaped(cell) + " ";
        out += "|\n";
        if (r != 0) continue;
        for (std::size_t c = 0; c < rows[0].size(); ++c) out += "|---";
        out += "|\n";
    }
    return out;
}

}  // namespace cicatrix::cli
