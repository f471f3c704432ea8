// SPDX-License-Identifier: Apache-2.0
// Our spelling of units turned into UDUNITS'.
#include "cicatrix/io/udunits.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace cicatrix::io {
namespace {

struct Spelling {
    std::string_view ours, theirs;
};
// Counted things vanish. A SED is by definition 100 J of erythemally weighted radiation per square metre.
constexpr std::array<Spelling, 35> spellings{
    {{"um", "um"},         {"mm", "mm"},      {"cm", "cm"},     {"m", "m"},    {"s", "s"},   {"min", "min"},
     {"h", "h"},           {"d", "d"},        {"day", "d"},     {"y", "year"}, {"pg", "pg"}, {"ng", "ng"},
     {"ug", "ug"},         {"mg", "mg"},      {"g", "g"},       {"kg", "kg"},  {"N", "N"},   {"mN", "mN"},
     {"Pa", "Pa"},         {"kPa", "kPa"},    {"MPa", "MPa"},   {"J", "J"},    {"W", "W"},   {"mL", "mL"},
     {"%", "%"},           {"deg", "degree"}, {"cells", ""},    {"cell", ""},  {"CFU", ""},  {"puncture", ""},
     {"SED", "100 J m-2"}, {"mol", "mol"},    {"mmHg", "mmHg"}, {"1", ""},     {"", ""}}};

std::optional<std::string_view> spelled(std::string_view name) {
    const auto found =
        std::find_if(spellings.begin(), spellings.end(), [name](const Spelling& s) { return s.ours == name; });
    if (found == spellings.end()) return std::nullopt;
    return found->theirs;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t end; (end = text.find(at)) != std::string_view::npos; text.remove_prefix(end + 1))
        parts.push_back(text.substr(0, end));
    parts.push_back(text);
    return parts;
}

/// One factor such as "mm3" as "mm3" or "mm-3"; nothing when it is no unit.
std::optional<std::string> factor(std::string_view text, bool below) {
    if (text == "1") return std::string{};
    const auto digits = std::find_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto name = text.substr(0, static_cast<std::size_t>(digits - text.begin()));
    const std::string power{digits, text.end()};
    const auto theirs = spelled(name);
    if (!theirs || power.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    if (theirs->empty()) return std::string{};
    if (theirs->find(' ') != std::string_view::npos) {
        const std::string group = "(" + std::string{*theirs} + ")";
        return below           ? group + "^-" + (power.empty() ? "1" : power)
               : power.empty() ? std::string{*theirs}
                               : group + "^" + power;
    }
    return std::string{*theirs} + (below ? "-" + (power.empty() ? std::string{"1"} : power) : power);
}

}  // namespace

std::string udunits(std::string_view unit) {
    constexpr std::string_view decades = "log10 ";
    if (unit.substr(0, decades.size()) == decades) {
        const std::string reference = udunits(unit.substr(decades.size()));
        return reference == "1" ? "1" : "lg(re 1 " + reference + ")";
    }
    std::string result;
    std::string spaced{unit};
    std::replace(spaced.begin(), spaced.end(), '*', ' ');
    const auto parts = split(spaced, '/');
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (const std::string_view word : split(parts[i], ' ')) {
            const auto piece = factor(word, i > 0);
            if (!piece) return "1";
            if (!piece->empty()) result += (result.empty() ? "" : " ") + *piece;
        }
    return result.empty() ? "1" : result;
}

}  // namespace cicatrix::io
