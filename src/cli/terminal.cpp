// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace cicatrix::cli {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

bool is_terminal(std::FILE* stream) {
    const char* term = std::getenv("TERM");
    return isatty(fileno(stream)) && term && std::strcmp(term, "dumb") != 0;
}

std::string painted(std::string_view text, Colour colour, std::FILE* stream) {
    if (is_set("NO_COLOR") || !is_terminal(stream)) return std::string{text};
    const char* code = "2";
    switch (colour) {
        case Colour::red:
            code = "31";
            break;
        case Colour::yellow:
            code = "33";
            break;
        case Colour::green:
            code = "32";
            break;
        case Colour::faint:
            code = "2";
            break;
    }
    return std::string{"\033["} + code + "m" + std::string{text} + "\033[0m";
}

void print_result(std::string_view text) {
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!whole || std::fflush(stdout) != 0)
        throw RunError{std::string{"cannot write to standard output: "} + std::strerror(errno)};
}

void print_note(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

void print_error(std::string_view text) {
    print_note(painted("error:", Colour::red, stderr) + " " + std::string{text});
}

}  // namespace cicatrix::cli
