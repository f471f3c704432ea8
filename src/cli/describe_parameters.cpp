// SPDX-License-Identifier: Apache-2.0
// `describe parameters`: every declared number. NAME may be an owner ("fibroplasia") or one "owner.name".
#include "cicatrix/base/unit.hpp"
#include "describe.hpp"
#include "inventory.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace cicatrix::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string full_name(const ParameterRecord& p) {
    return std::string{p.owner} + "." + std::string{p.name};
}

std::string range_text(const Range& r) {
    return to_text(r.low) + " .. " + to_text(r.high);
}

std::string source_text(const Source& s) {
    return s.key == "own" ? std::string{s.where} : std::string{s.key} + ", " + std::string{s.where};
}

Json json_of(const ParameterRecord& p) {
    return {{"name", full_name(p)},
            {"owner", p.owner},
            {"symbol", p.symbol},
            {"unit", p.unit},
            {"value", p.standard},
            {"range", {p.range.low, p.range.high}},
            {"plausible", {p.plausible.low, p.plausible.high}},
            {"evidence", cicatrix::to_string(p.source.evidence)},
            {"source", {{"key", p.source.key}, {"where", p.source.where}}},
            {"meaning", p.meaning}};
}

std::vector<std::string> names(const std::vector<ParameterRecord>& parameters) {
    std::vector<std::string> known;
    for (const ParameterRecord& p : parameters) {
        known.push_back(full_name(p));
        if (std::find(known.begin(), known.end(), p.owner) == known.end()) known.emplace_back(p.owner);
    }
    return known;
}

bool is_wanted(const ParameterRecord& p, const Request& request) {
    if (!request.evidence.empty() && cicatrix::to_string(p.source.evidence) != request.evidence) return false;
    return request.name.empty() || p.owner == request.name || full_name(p) == request.name;
}

std::string markdown(const std::vector<ParameterRecord>& parameters) {
    std::string out = "# Parameters\n\n" + std::to_string(parameters.size()) + " of them.\n";
    std::vector<std::vector<std::string>> rows;
    std::string_view owner;
    const auto close = [&] {
        if (!rows.empty()) out += markdown_table(rows);
    };
    for (const ParameterRecord& p : parameters) {
        if (rows.empty() || p.owner != owner) {
            close();
            owner = p.owner;
            out += "\n## " + std::string{owner} + "\n\n";
            rows = {{"name", "symbol", "value", "unit", "range", "plausible", "evidence", "source", "meaning"}};
        }
        rows.push_back({std::string{p.name}, std::string{p.symbol}, to_text(p.standard), std::string{p.unit},
                        range_text(p.range), range_text(p.plausible),
                        std::string{cicatrix::to_string(p.source.evidence)}, source_text(p.source),
                        std::string{p.meaning}});
    }
    close();
    return out;
}

}  // namespace

std::string describe_parameters(const Request& request) {
    std::vector<ParameterRecord> parameters = all_parameters();
    check_name(request, "parameter", names(parameters));
    std::erase_if(parameters, [&](const ParameterRecord& p) { return !is_wanted(p, request); });
    if (!request.json) return markdown(parameters);
    Json all = Json::array();
    for (const ParameterRecord& p : parameters) all.push_back(json_of(p));
    return Json{{"parameters", all}}.dump(2) + "\n";
}

}  // namespace cicatrix::cli
