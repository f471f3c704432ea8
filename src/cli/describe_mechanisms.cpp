// SPDX-License-Identifier: Apache-2.0
// `describe mechanisms`: the phenomena and the doors they opened to fields.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/biology/network.hpp"
#include "describe.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

namespace cicatrix::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string door_text(const HandleRecord& h) {
    std::string text{to_string(h.access)};
    if (h.access == Access::reads_column) text += " (" + std::string{cicatrix::to_string(h.column_layer)} + ")";
    return text;
}

std::string markdown(const MechanismEntry& entry, const Mechanism& m) {
    std::string out = "## " + std::string{entry.name} + "\n\n" + std::string{entry.summary} + "\n\n";
    std::vector<std::vector<std::string>> fields{{"field", "symbol", "unit", "access", "where", "meaning"}};
    for (const HandleRecord& h : m.handles())
        fields.push_back({std::string{h.field.name}, std::string{h.field.symbol}, std::string{h.field.unit},
                          door_text(h), layers_text(h.field.layers), std::string{h.field.meaning}});
    out += markdown_table(fields) + "\n";
    if (m.parameters().empty()) return out;
    std::vector<std::vector<std::string>> numbers{{"parameter", "symbol", "value", "unit", "evidence", "meaning"}};
    for (const ParameterRecord& p : m.parameters())
        numbers.push_back({std::string{p.name}, std::string{p.symbol}, to_text(p.standard), std::string{p.unit},
                           std::string{cicatrix::to_string(p.source.evidence)}, std::string{p.meaning}});
    return out + markdown_table(numbers) + "\n";
}

Json json_of(const HandleRecord& h) {
    Json door{{"field", h.field.name},
              {"symbol", h.field.symbol},
              {"unit", h.field.unit},
              {"access", h.access == Access::reads_column ? "reads_column" : to_string(h.access)},
              {"meaning", h.field.meaning}};
    if (h.access == Access::reads_column) door["from_layer"] = cicatrix::to_string(h.column_layer);
    if (h.access != Access::owns) return door;
    Json layers = Json::array();
    for (Layer l : all_layers)
        if (h.field.layers.has(l)) layers.push_back(cicatrix::to_string(l));
    door["layers"] = std::move(layers);
    return door;
}

Json json_of(const MechanismEntry& entry, const Mechanism& m) {
    Json doors = Json::array(), numbers = Json::array();
    for (const HandleRecord& h : m.handles()) doors.push_back(json_of(h));
    for (const ParameterRecord& p : m.parameters()) numbers.push_back(p.name);
    return {{"name", entry.name}, {"summary", entry.summary}, {"fields", doors}, {"parameters", numbers}};
}

}  // namespace

std::string describe_mechanisms(const Request& request) {
    std::vector<std::string> known;
    for (const MechanismEntry& e : mechanism_catalogue()) known.emplace_back(e.name);
    check_name(request, "mechanism", known);
    const Adjustments as_declared;
    std::string text = "# Mechanisms\n\n";
    Json all = Json::array();
    for (const MechanismEntry& e : mechanism_catalogue()) {
        if (!request.name.empty() && e.name != request.name) continue;
        const auto mechanism = e.make(e.name, as_declared);
        if (request.json)
            all.push_back(json_of(e, *mechanism));
        else
            text += markdown(e, *mechanism);
    }
    return request.json ? Json{{"mechanisms", all}}.dump(2) + "\n" : text;
}

}  // namespace cicatrix::cli
