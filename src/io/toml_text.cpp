// SPDX-License-Identifier: Apache-2.0
// What is asked of a text before it is read as TOML: size, something in it, UTF-8.
#include "toml.hpp"

#include "cicatrix/base/unit.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix::io {
namespace {

constexpr std::size_t longest_line = 10000;  // characters; a deeper nest of dotted names could exhaust the stack

/// First byte that is not UTF-8 (or is NUL); `text.size()` when all is well.
std::size_t first_bad_byte(std::string_view text) {
    std::size_t i = 0;
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    while (i < text.size()) {
        const unsigned char c = byte(i);
        if (c == 0) return i;
        const std::size_t n = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
        if (n == 0 || i + n > text.size()) return i;
        for (std::size_t k = 1; k < n; ++k)
            if ((byte(i + k) & 0xC0) != 0x80) return i;
        const bool overlong = (c == 0xE0 && byte(i + 1) < 0xA0) || (c == 0xF0 && byte(i + 1) < 0x90);
        const bool surrogate = c == 0xED && byte(i + 1) > 0x9F;
        if (overlong || surrogate || (c == 0xF4 && byte(i + 1) > 0x8F)) return i;
        i += n;
    }
    return i;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Line and column of a byte, both from 1; columns count characters.
std::pair<int, int> position(std::string_view text, std::size_t byte) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
    const std::size_t newline = byte == 0 ? std::string_view::npos : text.rfind('\n', byte - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    int column = 1;
    for (std::size_t i = begin; i < byte; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++column;
    return {static_cast<int>(line), column};
}

bool holds_nothing(const std::vector<std::string>& lines) {
    return std::all_of(lines.begin(), lines.end(), [](const std::string& l) {
        const auto first = l.find_first_not_of(" \t\r");
        return first == std::string::npos || l[first] == '#';
    });
}

}  // namespace

std::string megabytes(double bytes) {
    const double mb = bytes / 1e6;
    return to_text(mb < 10 ? std::round(mb * 100) / 100 : std::round(mb * 10) / 10) + " MB";
}

std::shared_ptr<const SourceText> accept_text(std::string_view text, const std::string& name,
                                              Diagnostics& diagnostics) {
    auto source = std::make_shared<SourceText>();
    source->name = name;
    const auto refuse = [&](int line, int column, std::string message, std::string allowed) {
        diagnostics.add({{source, line, column}, "", std::move(message), std::move(allowed), ""});
        return nullptr;
    };
    if (text.size() > longest_scenario)
        return refuse(0, 0, "has " + megabytes(static_cast<double>(text.size())) + "; a scenario is a page of text",
                      "at most " + megabytes(static_cast<double>(longest_scenario)));
    const std::size_t bad = first_bad_byte(text);
    source->lines = split(text);
    if (bad < text.size()) {
        const auto [line, column] = position(text, bad);
        return refuse(line, column, "this byte is not UTF-8", "text saved as UTF-8");
    }
    for (std::size_t i = 0; i < source->lines.size(); ++i)
        if (source->lines[i].size() > longest_line)
            return refuse(static_cast<int>(i) + 1, 1,
                          "this line has " + std::to_string(source->lines[i].size()) + " characters",
                          "lines of at most " + std::to_string(longest_line) + " characters");
    if (holds_nothing(source->lines))
        return refuse(0, 0, "the file holds no scenario", "at least one section, such as [person]");
    return source;
}

}  // namespace cicatrix::io
