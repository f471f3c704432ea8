// SPDX-License-Identifier: Apache-2.0
// `describe scenario`: every key of the scenario format, from the table that also checks the files.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/scenario/scenario.hpp"
#include "describe.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace cicatrix::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Bounds are canonical; people see them in the dimension's usual unit.
double in_usual_unit(double canonical, const Dimension& dimension) {
    const auto unit = parse_unit(usual_unit(dimension));
    return unit ? canonical / unit->size : canonical;
}

bool is_bounded(const ScenarioKey& key) {
    const bool is_numeric = key.kind == "quantity" || key.kind == "number" || key.kind == "integer";
    return is_numeric && key.low < key.high;
}

std::string bound_text(double canonical, const Dimension& dimension) {
    return std::isfinite(canonical) ? number_text(in_usual_unit(canonical, dimension)) : "any";
}

std::string allowed_text(const ScenarioKey& key) {
    if (!key.choices.empty()) return std::string{key.choices};
    if (!is_bounded(key)) return {};
    std::string range = bound_text(key.low, key.dimension) + " .. " + bound_text(key.high, key.dimension);
    if (key.kind != "quantity" || key.dimension == Fraction) return range;
    return range + " " + std::string{usual_unit(key.dimension)};
}

std::string code_text(std::string_view word) {
    std::string text{word};
    text.insert(text.begin(), '`');
    text.push_back('`');
    return text;
}

Json json_of(const ScenarioKey& key) {
    Json j{{"path", key.path}, {"kind", key.kind}, {"default", key.standard}, {"meaning", key.meaning}};
    if (key.kind == "quantity") {
        j["dimension"] = describe(key.dimension);
        j["usual_unit"] = usual_unit(key.dimension);
    }
    if (is_bounded(key)) {
        if (std::isfinite(key.low)) j["low"] = in_usual_unit(key.low, key.dimension);
        if (std::isfinite(key.high)) j["high"] = in_usual_unit(key.high, key.dimension);
    }
    if (!key.choices.empty()) j["choices"] = key.choices;
    return j;
}

}  // namespace

std::string describe_scenario(const Request& request) {
    if (request.schema) return scenario_schema() + "\n";
    std::vector<std::string> known;
    for (const ScenarioKey& k : scenario_keys()) known.emplace_back(k.path);
    check_name(request, "scenario key", known);
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows{{"key", "kind", "default", "allowed", "meaning"}};
    for (const ScenarioKey& k : scenario_keys()) {
        if (!request.name.empty() && k.path != request.name) continue;
        all.push_back(json_of(k));
        rows.push_back(
            {code_text(k.path), std::string{k.kind}, std::string{k.standard}, allowed_text(k), std::string{k.meaning}});
    }
    if (request.json) return Json{{"keys", all}}.dump(2) + "\n";
    return "# Scenario files\n\nTOML. Quantities are texts with a unit (`\"1.0 mm\"`), plain numbers only where there "
           "is "
           "none. `[]` marks a list of tables.\n\n" +
           markdown_table(rows);
}

}  // namespace cicatrix::cli
