// SPDX-License-Identifier: Apache-2.0
// Reading "1.0 mm" and printing numbers, the same in every locale.
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/base/unit.hpp"

#include <cmath>
#include <locale>
#include <sstream>

namespace cicatrix {
namespace {

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}
bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// Length of the decimal number at the start of `s`; 0 when there is none.
std::size_t number_length(std::string_view s) {
    std::size_t i = 0, digits = 0;
    const auto skip_digits = [&] {
        const std::size_t from = i;
        while (i < s.size() && is_digit(s[i])) ++i;
        return i - from;
    };
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    digits += skip_digits();
    if (i < s.size() && s[i] == '.') {
        ++i;
        digits += skip_digits();
    }
    if (digits == 0) return 0;
    if (i < s.size() && (s[i] == 'e' || s[i] == 'E')) {
        const std::size_t before = i++;
        if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
        if (skip_digits() == 0) i = before;
    }
    return i;
}

/// The value of a checked decimal number; the stream's own locale keeps the host's out.
double read_number(std::string_view text) {
    std::string digits{text};
    if (digits.front() == '+') digits.erase(0, 1);
    std::istringstream in{digits};
    in.imbue(std::locale::classic());
    double value = 0;
    in >> value;
    // Out of range: the stream gives the largest double for overflow, and that is no number anyone meant.
    if (in.fail()) return std::fabs(value) > 1 ? HUGE_VAL : 0.0;
    return value;
}

std::optional<Quantity> fail(QuantityError* error, std::string_view found, std::string message,
                             std::string nearest_unit_name = {}) {
    if (error) *error = {std::string{found}, std::move(message), std::move(nearest_unit_name)};
    return std::nullopt;
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text, QuantityError* error) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    if (text.empty()) return fail(error, text, "is empty");
    if (text.find('(') != std::string_view::npos)
        return fail(error, text, "is a distribution; a single run takes one value");
    const std::size_t length = number_length(text);
    if (length == 0) return fail(error, text, "does not begin with a number");
    const double number = read_number(text.substr(0, length));
    if (!std::isfinite(number)) return fail(error, text.substr(0, length), "is too large for a number");
    std::string_view unit_text = text.substr(length);
    if (unit_text.size() > 1 && unit_text.front() == ',' && is_digit(unit_text[1]))
        return fail(error, text, "has a decimal comma; write a point");
    while (!unit_text.empty() && is_blank(unit_text.front())) unit_text.remove_prefix(1);
    if (unit_text.empty()) return Quantity{number, {"", Fraction, 1.0}};
    const auto unit = parse_unit(unit_text);
    if (!unit)
        return fail(error, unit_text, in_quotes(unit_text) + " is no unit that is known here", nearest_unit(unit_text));
    const double canonical = number * unit->size;
    if (!std::isfinite(canonical)) return fail(error, text, "is too large for a number");
    return Quantity{canonical, *unit};
}

std::string to_text(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::string text;
    for (int digits = 15; digits <= 17; ++digits) {
        std::ostringstream out;
        out.imbue(std::locale::classic());
        out.precision(digits);
        out << value;
        text = out.str();
        if (digits == 17 || read_number(text) == value) break;
    }
    return text;
}

}  // namespace cicatrix
