// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

/// The default as a number in canonical units; 0 where a key has none.
double standard_of(const ScenarioKey& key) {
    const auto q = parse_quantity(key.standard);
    return q ? q->value : 0.0;
}

/// "a length" -> "the length": what the key asks for.
std::string needed(const ScenarioKey& key) {
    if (key.kind == "quantity") return describe(key.dimension);
    if (key.kind == "number") return "a number";
    if (key.kind == "integer") return "a whole number";
    if (key.kind == "switch") return "true or false";
    if (key.kind == "table") return key.path.back() == ']' ? "a list of tables" : "a table";
    return "a text";
}

}  // namespace

Reader::Reader(const Node* node, std::string path, std::string shown, Diagnostics& diagnostics)
    : path_{std::move(path)}, shown_{std::move(shown)}, diagnostics_{&diagnostics} {
    if (!node) return;
    place_ = node->key_place.text ? node->key_place : node->place;
    if (!node->table()) return;
    table_ = node;
    check_names();
}

void Reader::check_names() {
    const std::vector<std::string> known = keys_below(path_);
    for (const Entry& e : *table_->table()) {
        if (std::find(known.begin(), known.end(), e.key) != known.end()) continue;
        const std::string shown_key = e.key.size() > 60 ? e.key.substr(0, 60) + "..." : e.key;
        diagnostics_->add(
            {e.node.key_place, shown_.empty() ? shown_key : shown_ + '.' + shown_key,
             shown_.empty() ? "no section or key has this name" : "no key of [" + shown_ + "] has this name",
             joined(known), nearest(e.key, known), e.key});
    }
}

const Node* Reader::node(std::string_view name) const {
    return table_ ? table_->find(name) : nullptr;
}

Place Reader::place(std::string_view name) const {
    const Node* n = node(name);
    return n ? n->place : place_;
}

const ScenarioKey& Reader::key(std::string_view name) const {
    const std::string path = path_.empty() ? std::string{name} : path_ + '.' + std::string{name};
    const ScenarioKey* k = find_key(path);
    if (!k) k = find_key(path + "[]");
    if (!k) throw std::logic_error{"no scenario key " + path};
    return *k;
}

void Reader::complain(std::string_view name, std::string message, std::string allowed, std::string near) {
    const std::string shown_key = shown_.empty() ? std::string{name} : shown_ + '.' + std::string{name};
    const Node* const written = node(name);
    diagnostics_->add({place(name), shown_key, std::move(message), std::move(allowed), std::move(near),
                       written ? written->plain() : std::string{}});
}

void Reader::wrong_kind(std::string_view name, const Node& n) {
    const ScenarioKey& k = key(name);
    if (std::holds_alternative<long long>(n.value) && k.kind == "quantity")
        return complain(name, to_text(static_cast<double>(std::get<long long>(n.value))) + " has no unit",
                        allowed_text(k));
    if (std::holds_alternative<double>(n.value) && k.kind == "quantity")
        return complain(name, to_text(std::get<double>(n.value)) + " has no unit", allowed_text(k));
    complain(name, "is " + std::string{n.kind()} + "; needed is " + needed(k), allowed_text(k));
}

double Reader::in_range(std::string_view name, double value, const std::string& written, double standard) {
    const ScenarioKey& k = key(name);
    if (!std::isfinite(value)) {
        complain(name, written + " is no number to reckon with", allowed_text(k));
        return standard;
    }
    // Limits are met as people write them: 3.5 mm is not refused for the last bit of its conversion.
    constexpr double slack = 1e-12;
    if (value < k.low - slack * std::fabs(k.low) || value > k.high + slack * std::fabs(k.high)) {
        complain(name, written + (value < k.low ? " is too small" : " is too large"), allowed_text(k));
        return standard;
    }
    return value;
}

double Reader::from_text(std::string_view name, const std::string& written, double standard) {
    const ScenarioKey& k = key(name);
    QuantityError error;
    const auto q = parse_quantity(written, &error);
    if (!q) {
        const bool unit_at_fault = error.message.find("no unit") != std::string::npos;
        complain(name,
                 unit_at_fault ? in_quotes(written) + ": " + error.message : in_quotes(written) + ' ' + error.message,
                 allowed_text(k), error.nearest);
        return standard;
    }
    if (q->unit.symbol.empty() && k.dimension != Fraction) {
        complain(name, in_quotes(written) + " has no unit", allowed_text(k));
        return standard;
    }
    if (!measures(q->unit.dimension, k.dimension)) {
        complain(name, in_quotes(written) + " is " + describe(q->unit.dimension) + "; needed is " + needed(k),
                 allowed_text(k));
        return standard;
    }
    return in_range(name, q->value, in_quotes(written), standard);
}

double Reader::quantity(std::string_view name) {
    const double standard = standard_of(key(name));
    const Node* n = node(name);
    if (!n) return standard;
    if (n->text()) return from_text(name, *n->text(), standard);
    wrong_kind(name, *n);
    return standard;
}

double Reader::number(std::string_view name) {
    const double standard = standard_of(key(name));
    const Node* n = node(name);
    if (!n) return standard;
    if (const auto* i = std::get_if<long long>(&n->value))
        return in_range(name, static_cast<double>(*i), std::to_string(*i), standard);
    if (const auto* x = std::get_if<double>(&n->value)) return in_range(name, *x, to_text(*x), standard);
    if (n->text()) return from_text(name, *n->text(), standard);
    wrong_kind(name, *n);
    return standard;
}

long long Reader::integer(std::string_view name) {
    const double standard = standard_of(key(name));
    const Node* n = node(name);
    const auto* i = n ? std::get_if<long long>(&n->value) : nullptr;
    if (n && !i) wrong_kind(name, *n);
    if (!i) return static_cast<long long>(standard);
    return static_cast<long long>(in_range(name, static_cast<double>(*i), std::to_string(*i), standard));
}

bool Reader::flag(std::string_view name) {
    const Node* n = node(name);
    const auto* b = n ? std::get_if<bool>(&n->value) : nullptr;
    if (n && !b) wrong_kind(name, *n);
    return b ? *b : key(name).standard == "true";
}

std::string Reader::text(std::string_view name) {
    const Node* n = node(name);
    if (n && !n->text()) wrong_kind(name, *n);
    return n && n->text() ? *n->text() : std::string{key(name).standard};
}

std::string Reader::choice(std::string_view name) {
    const ScenarioKey& k = key(name);
    const Node* n = node(name);
    if (!n) return std::string{k.standard};
    const std::vector<std::string> choices = split_choices(k.choices);
    if (!n->text())
        wrong_kind(name, *n);
    else if (std::find(choices.begin(), choices.end(), *n->text()) != choices.end())
        return *n->text();
    else
        complain(name, in_quotes(*n->text()) + " is not among the choices", allowed_text(k),
                 nearest(*n->text(), choices));
    return std::string{k.standard};
}

Reader Reader::section(std::string_view name) {
    const Node* n = node(name);
    if (n && !n->table()) wrong_kind(name, *n);
    const auto below = [&](const std::string& s) {
        return s.empty() ? std::string{name} : s + '.' + std::string{name};
    };
    return Reader{n, below(path_), below(shown_), *diagnostics_};
}

std::vector<Reader> Reader::list(std::string_view name) {
    std::vector<Reader> readers;
    const Node* n = node(name);
    if (!n) return readers;
    if (!n->array()) {
        complain(name, "is " + std::string{n->kind()} + "; needed is a list of tables",
                 "[[" + std::string{name} + "]] above each of them");
        return readers;
    }
    int count = 0;
    for (const Node& item : *n->array()) {
        const std::string shown = std::string{name} + '[' + std::to_string(++count) + ']';
        if (item.table())
            readers.emplace_back(&item, std::string{name} + "[]", shown, *diagnostics_);
        else
            diagnostics_->add({item.place, shown, "is " + std::string{item.kind()} + "; needed is a table",
                               "[[" + std::string{name} + "]] above its keys", "", item.plain()});
    }
    return readers;
}

}  // namespace cicatrix
