// SPDX-License-Identifier: Apache-2.0
// What kind of thing an output stream is: a terminal that can redraw and show colour, or a file.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace cicatrix::cli {

/// A terminal that understands cursor movement.
bool is_terminal(std::FILE* stream);

enum class Colour { red, yellow, green, faint };
/// The text in colour where the stream shows colour (a terminal, and NO_COLOR not set), else as it is.
std::string painted(std::string_view text, Colour colour, std::FILE* stream);

/// True when the environment variable is there and not empty.
bool is_set(const char* variable);

/// Writes results to standard output. Throws RunError when they do not arrive (full disk, closed pipe).
void print_result(std::string_view text);
/// Notes and complaints go to standard error, so that results stay clean.
void print_note(std::string_view text);
void print_error(std::string_view text);

}  // namespace cicatrix::cli
