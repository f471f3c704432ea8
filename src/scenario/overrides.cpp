// SPDX-License-Identifier: Apache-2.0
// [override.<mechanism>]: any declared parameter of what is simulated may be set, within its hard range: of mechanisms,
// skin, protocol and numerics. Outcomes lie above this floor; their parameters stay, so that all runs are judged alike.
#include "cicatrix/scenario/overrides.hpp"

#include "bind.hpp"
#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/scenario/overridable.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

using Records = std::vector<ParameterRecord>;

std::vector<std::string> owners(const Records& records) {
    std::vector<std::string> names;
    for (const ParameterRecord& r : records)
        if (std::find(names.begin(), names.end(), r.owner) == names.end()) names.emplace_back(r.owner);
    return names;
}

std::vector<std::string> names_of(const Records& records, std::string_view owner) {
    std::vector<std::string> names;
    for (const ParameterRecord& r : records)
        if (r.owner == owner) names.emplace_back(r.name);
    return names;
}

std::string source_text(const Source& s) {
    const std::string kind{to_string(s.evidence)};
    return s.key == "own" ? kind + ": " + std::string{s.where}
                          : kind + ": " + std::string{s.key} + ", " + std::string{s.where};
}

std::string range_text(const ParameterRecord& r) {
    const std::string unit = r.unit == "1" ? "" : ' ' + std::string{r.unit};
    return to_text(r.range.low) + unit + " to " + to_text(r.range.high) + unit + "; usually " + to_text(r.standard) +
           unit + " (" + source_text(r.source) + ')';
}

void bind_owner(const Entry& section, const Records& records, Adjustments& adjustments, Diagnostics& diagnostics) {
    const std::string shown_owner = "override." + section.key;
    const std::vector<std::string> known = names_of(records, section.key);
    if (known.empty()) {
        const auto all = owners(records);
        diagnostics.add({section.node.key_place, shown_owner,
                         "nothing of this name has parameters that a scenario can override; those of outcomes "
                         "(observables, thresholds of verdicts) cannot be overridden",
                         joined(all), nearest(section.key, all), section.key});
        return;
    }
    if (!section.node.table()) {
        diagnostics.add({section.node.place, shown_owner,
                         "is " + std::string{section.node.kind()} + "; needed is a table",
                         "a section [" + shown_owner + ']', "", section.node.plain()});
        return;
    }
    for (const Entry& e : *section.node.table()) {
        const std::string shown = shown_owner + '.' + e.key;
        const auto it = std::find_if(records.begin(), records.end(), [&](const ParameterRecord& r) {
            return r.owner == section.key && r.name == e.key;
        });
        if (it == records.end())
            diagnostics.add({e.node.key_place, shown, section.key + " has no parameter of this name", joined(known),
                             nearest(e.key, known), e.key});
        else if (const auto value = override_value(*it, e.node, shown, diagnostics))
            adjustments.set[section.key + '.' + e.key] = *value;
    }
}

/// What a person's traits can do: push a parameter out of its hard range. The constructors say so by throwing.
void check_ranges(const Adjustments& adjustments, const Place& place, Diagnostics& diagnostics) {
    const auto attempt = [&](auto&& build) {
        try {
            build();
        } catch (const ParameterOutOfRange& e) {
            const ParameterRecord& r = e.record;
            diagnostics.add({place, "person",
                             "the traits of this person together take " + std::string{r.owner} + '.' +
                                 std::string{r.name} + " to " + to_text(r.value) + ' ' + std::string{r.unit},
                             range_text(r), "", to_text(r.value) + ' ' + std::string{r.unit}});
        }
    };
    for (const MechanismEntry& e : mechanism_catalogue()) attempt([&] { e.make(e.name, adjustments); });
    attempt([&] { NumericalSettings{adjustments}; });
    attempt([&] { protocol_parameters(adjustments); });
    attempt([&] { skin_parameters(adjustments); });
}

}  // namespace

std::optional<double> override_value(const ParameterRecord& r, const Node& node, const std::string& shown,
                                     Diagnostics& diagnostics) {
    const auto complain = [&](std::string message, std::string near = {}) -> std::optional<double> {
        diagnostics.add({node.place, shown, std::move(message), range_text(r), std::move(near), node.plain()});
        return std::nullopt;
    };
    std::string written;
    if (const auto* i = std::get_if<long long>(&node.value)) written = std::to_string(*i);
    if (const auto* x = std::get_if<double>(&node.value)) written = to_text(*x);
    if (const auto* t = node.text()) written = *t;
    if (written.empty()) return complain("is " + std::string{node.kind()} + "; needed is " + describe(r.dimension));
    QuantityError error;
    const auto q = parse_quantity(written, &error);
    if (!q) return complain(in_quotes(written) + ": " + error.message, error.nearest);
    if (!measures(q->unit.dimension, r.dimension))
        return complain(q->unit.symbol.empty() ? written + " has no unit"
                                               : in_quotes(written) + " is " + describe(q->unit.dimension) +
                                                     "; needed is " + describe(r.dimension));
    const double counted = q->value / r.unit_size;
    if (!(r.range.low <= counted && counted <= r.range.high))
        return complain(in_quotes(written) + " is outside what is possible");
    return q->value;
}

Records overridable_parameters(const Adjustments& adjustments) {
    Records all;
    for (const MechanismEntry& e : mechanism_catalogue()) append_new(all, e.make(e.name, adjustments)->parameters());
    append_new(all, NumericalSettings{adjustments}.parameters());
    append_new(all, protocol_parameters(adjustments));
    append_new(all, skin_parameters(adjustments));
    return all;
}

std::size_t field_count() {
    std::size_t n = 0;
    for (const MechanismEntry& e : mechanism_catalogue()) {
        const auto mechanism = e.make(e.name, {});
        for (const HandleRecord& h : mechanism->handles()) n += h.access == Access::owns ? 1 : 0;
    }
    return n;
}

void bind_overrides(const Node* overrides, const Person& person, const Place& person_place, Adjustments& adjustments,
                    Diagnostics& diagnostics) {
    apply_traits(person, adjustments);
    if (overrides && !overrides->table())
        diagnostics.add({overrides->place, "override", "is " + std::string{overrides->kind()} + "; needed is a table",
                         "sections [override.<mechanism>]", "", overrides->plain()});
    if (overrides && overrides->table()) {
        const Records records = overridable_parameters({});
        for (const Entry& section : *overrides->table()) bind_owner(section, records, adjustments, diagnostics);
    }
    check_ranges(adjustments, person_place, diagnostics);
}

}  // namespace cicatrix
