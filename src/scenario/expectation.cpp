// SPDX-License-Identifier: Apache-2.0
// [expect]: what must come out, as a band, a bound, an exact value or levels of a verdict.
#include "bind.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cicatrix {
namespace {

constexpr std::array<std::string_view, 4> level_names{"none", "mild", "marked", "severe"};
constexpr std::string_view forms =
    "\"24 h .. 72 h\", \">= 2 %\", \"<= 0.1\", true or false; for a verdict \"none | mild\"";

std::string trimmed(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return std::string{s};
}

/// Bounds of a text such as "24 .. 72 h" or ">= 2 %"; an error in words otherwise.
std::string read_bounds(const std::string& text, Expectation& e) {
    QuantityError error;
    const auto quantity = [&](std::string_view part) { return parse_quantity(trimmed(part), &error); };
    const auto because = [&](std::string_view part) { return in_quotes(trimmed(part)) + ": " + error.message; };
    if (const auto dots = text.find(".."); dots != std::string::npos) {
        const std::string left = text.substr(0, dots), right = text.substr(dots + 2);
        auto low = quantity(left);
        if (!low) return because(left);
        const auto high = quantity(right);
        if (!high) return because(right);
        if (low->unit.symbol.empty()) low = Quantity{low->value * high->unit.size, high->unit};  // "24 .. 72 h"
        if (!(low->unit.dimension == high->unit.dimension)) return "the two ends are of different kinds";
        if (low->value > high->value) return "the lower end is above the upper end";
        e.low = low->value;
        e.high = high->value;
        e.dimension = low->unit.dimension;
        return {};
    }
    const std::size_t sign = text.find_first_not_of("<>= ");
    const std::string op = trimmed(text.substr(0, sign));
    const std::string rest = sign == std::string::npos ? "" : text.substr(sign);
    const auto value = quantity(rest);
    if (!value) return because(rest);
    const bool at_least = op == ">=" || op == ">", at_most = op == "<=" || op == "<";
    if (!at_least && !at_most && op != "=" && op != "==") return in_quotes(text) + " says no bound";
    e.low = at_most ? -HUGE_VAL : value->value;
    e.high = at_least ? HUGE_VAL : value->value;
    e.beyond_low = op == ">";
    e.beyond_high = op == "<";
    e.dimension = value->unit.dimension;
    return {};
}

std::string read_levels(const std::string& text, Expectation& e) {
    for (const std::string& part : split_choices(text)) {
        const std::string level = trimmed(part);
        if (std::find(level_names.begin(), level_names.end(), level) == level_names.end())
            return in_quotes(level) + " is no level of a verdict";
        e.levels.push_back(level);
    }
    return e.levels.empty() ? "is empty" : std::string{};
}

void read_one(const std::string& name, const Node& node, std::vector<Expectation>& all, Diagnostics& diagnostics) {
    Expectation e;
    e.observable = name;
    e.place = node.place;
    const bool verdict = name.rfind("verdict.", 0) == 0;
    std::string wrong;
    if (const std::string* text = node.text()) {
        e.text = *text;
        wrong = verdict ? read_levels(*text, e) : read_bounds(*text, e);
    } else if (const bool* b = std::get_if<bool>(&node.value); b && !verdict) {
        e.text = *b ? "true" : "false";
        e.low = e.high = *b ? 1 : 0;
    } else {
        wrong = "is " + std::string{node.kind()} + "; needed is a text";
    }
    if (wrong.empty())
        all.push_back(std::move(e));
    else
        diagnostics.add({node.place, "expect." + name, wrong,
                         verdict ? "none | mild | marked | severe" : std::string{forms}, "", node.plain()});
}

/// "verdict.scar" arrives as a table in a table.
void read_table(const std::string& prefix, const Node::Table& table, std::vector<Expectation>& all,
                Diagnostics& diagnostics) {
    for (const Entry& e : table) {
        const std::string name = prefix.empty() ? e.key : prefix + '.' + e.key;
        if (e.node.table())
            read_table(name, *e.node.table(), all, diagnostics);
        else
            read_one(name, e.node, all, diagnostics);
    }
}

}  // namespace

std::vector<Expectation> bind_expectations(const Node* expect, Diagnostics& diagnostics) {
    std::vector<Expectation> all;
    if (!expect) return all;
    if (expect->table())
        read_table("", *expect->table(), all, diagnostics);
    else
        diagnostics.add({expect->place, "expect", "is " + std::string{expect->kind()} + "; needed is a table",
                         "a section [expect]", "", expect->plain()});
    return all;
}

}  // namespace cicatrix
