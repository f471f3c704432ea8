// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/differences.hpp"

#include <algorithm>
#include <map>

namespace cicatrix {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// "aftercare[2].product" as the table of keys has it: "aftercare[].product".
std::string unnumbered(std::string_view key) {
    std::string out;
    bool inside = false;
    for (const char c : key) {
        if (c == ']') inside = false;
        if (!inside) out += c;
        if (c == '[') inside = true;
    }
    return out;
}

std::string unquoted(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return std::string{text};
}

bool left_out(std::string_view key) {
    const auto under = [&](std::string_view name) {
        return key == name || (key.starts_with(name) && (key[name.size()] == '.' || key[name.size()] == '['));
    };
    return under("title") || under("note") || under("expect") || under("extends");
}

/// The item of a list, or the device, to which a key belongs: without it the key means nothing.
std::string_view owner(std::string_view key) {
    if (const auto bracket = key.rfind(']'); bracket != std::string_view::npos) return key.substr(0, bracket + 1);
    return key.starts_with("device.") ? key.substr(0, 6) : std::string_view{};
}

bool has_any(const Values& values, std::string_view prefix) {
    const auto it = values.lower_bound(prefix);
    return it != values.end() && it->first.starts_with(prefix);
}

Difference::Cell cell(const Values& values, const std::string& key, const ScenarioKey* facts) {
    if (const auto it = values.find(key); it != values.end()) return {it->second, false};
    if (const std::string_view whole = owner(key); !whole.empty() && !has_any(values, whole)) return {"none", true};
    return {facts && !facts->standard.empty() ? unquoted(facts->standard) : "not given", true};
}

}  // namespace

std::vector<Difference> scenario_differences(const std::vector<std::string_view>& texts,
                                             std::span<const ScenarioKey> keys) {
    std::vector<Values> scenarios;
    std::vector<std::string> order;  // as first met
    for (const std::string_view text : texts) {
        Values values;
        for (FlatEntry& entry : flatten_scenario(text)) {
            if (left_out(entry.key)) continue;
            if (std::find(order.begin(), order.end(), entry.key) == order.end()) order.push_back(entry.key);
            values[entry.key] = std::move(entry.value);
        }
        scenarios.push_back(std::move(values));
    }
    std::vector<Difference> differences;
    for (const std::string& key : order) {
        const auto facts = std::find_if(keys.begin(), keys.end(),
                                        [path = unnumbered(key)](const ScenarioKey& k) { return k.path == path; });
        const ScenarioKey* known = facts == keys.end() ? nullptr : &*facts;
        Difference difference{key, known ? std::string{known->meaning} : std::string{}, {}};
        for (const Values& values : scenarios) difference.cells.push_back(cell(values, key, known));
        const auto same = [&](const Difference::Cell& c) { return c.text == difference.cells.front().text; };
        if (!std::all_of(difference.cells.begin(), difference.cells.end(), same))
            differences.push_back(std::move(difference));
    }
    // Keys of one table belong together, in the order in which the tables were first met.
    const auto table = [](const Difference& d) { return d.key.substr(0, d.key.find_first_of(".[")); };
    std::vector<std::string> tables;
    for (const Difference& d : differences)
        if (std::find(tables.begin(), tables.end(), table(d)) == tables.end()) tables.push_back(table(d));
    std::stable_sort(differences.begin(), differences.end(), [&](const Difference& a, const Difference& b) {
        return std::find(tables.begin(), tables.end(), table(a)) < std::find(tables.begin(), tables.end(), table(b));
    });
    return differences;
}

}  // namespace cicatrix
