// SPDX-License-Identifier: Apache-2.0
// Plain text tables, aligned for people and for monospaced screens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cicatrix::cli {

/// First row is the heading; first column to the left, the others to the right.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

/// The same content as a Markdown table. Bars in cells are escaped.
std::string markdown_table(const std::vector<std::vector<std::string>>& rows);

/// Columns that a UTF-8 text takes, one per character.
std::size_t width(std::string_view text);

/// A number for people: four significant digits; "-" when there is none.
std::string number_text(double value);

}  // namespace cicatrix::cli
