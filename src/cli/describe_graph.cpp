// SPDX-License-Identifier: Apache-2.0
// `describe graph`: which field drives which through which mechanism, from the exact Jacobian patterns.
#include "cicatrix/biology/network.hpp"
#include "describe.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace cicatrix::cli {

namespace {

/// One arrow over all layers in which it holds.
struct Arrow {
    std::string mechanism, from, to;
    auto operator<=>(const Arrow&) const = default;
};
using Arrows = std::map<Arrow, LayerSet>;

Arrows arrows_of(const Network& network, const std::string& only_this) {
    Arrows arrows;
    for (const Coupling& c : coupling_graph(network)) {
        const Arrow a{std::string{c.mechanism}, std::string{c.from}, std::string{c.to}};
        if (!only_this.empty() && a.mechanism != only_this && a.from != only_this && a.to != only_this) continue;
        arrows[a] = arrows[a] | only(c.layer);
    }
    return arrows;
}

/// Fields into mechanisms and mechanisms into fields, each line once.
std::set<std::pair<std::string, std::string>> lines_of(const Arrows& arrows, std::string_view field_prefix,
                                                       std::string_view mechanism_prefix) {
    std::set<std::pair<std::string, std::string>> lines;
    for (const auto& [a, layers] : arrows) {
        const std::string mechanism = std::string{mechanism_prefix} + a.mechanism;
        lines.insert({std::string{field_prefix} + a.from, mechanism});
        lines.insert({mechanism, std::string{field_prefix} + a.to});
    }
    return lines;
}

void collect_names(const Arrows& arrows, std::set<std::string>& fields, std::set<std::string>& mechanisms) {
    for (const auto& [a, layers] : arrows) {
        mechanisms.insert(a.mechanism);
        fields.insert(a.from);
        fields.insert(a.to);
    }
}

std::string mermaid(const Arrows& arrows) {
    std::set<std::string> fields, mechanisms;
    collect_names(arrows, fields, mechanisms);
    std::string out = "flowchart LR\n";
    for (const auto& m : mechanisms) out += "    m_" + m + "[" + m + "]\n";
    for (const auto& f : fields) out += "    f_" + f + "([" + f + "])\n";
    for (const auto& [from, to] : lines_of(arrows, "f_", "m_")) out += "    " + from + " --> " + to + "\n";
    return out;
}

std::string dot(const Arrows& arrows) {
    std::set<std::string> fields, mechanisms;
    collect_names(arrows, fields, mechanisms);
    std::string out = "digraph cicatrix {\n    rankdir=LR;\n";
    for (const auto& m : mechanisms) out += "    m_" + m + " [shape=box, label=\"" + m + "\"];\n";
    for (const auto& f : fields) out += "    f_" + f + " [shape=ellipse, label=\"" + f + "\"];\n";
    for (const auto& [from, to] : lines_of(arrows, "f_", "m_")) out += "    " + from + " -> " + to + ";\n";
    return out + "}\n";
}

std::string json(const Arrows& arrows) {
    using Json = nlohmann::ordered_json;
    Json all = Json::array();
    for (const auto& [a, set] : arrows) {
        Json layers = Json::array();
        for (Layer l : all_layers)
            if (set.has(l)) layers.push_back(cicatrix::to_string(l));
        all.push_back({{"mechanism", a.mechanism}, {"from", a.from}, {"to", a.to}, {"layers", layers}});
    }
    return Json{{"couplings", all}}.dump(2) + "\n";
}

std::vector<std::string> names_in(const Network& network) {
    std::vector<std::string> names;
    for (const auto& m : network.mechanisms()) names.emplace_back(m->owner());
    for (const Field& f : network.fields()) names.emplace_back(f.name);
    return names;
}

}  // namespace

std::string describe_graph(const Request& request) {
    const Network network{Adjustments{}};
    check_name(request, "mechanism or field", names_in(network));
    const Arrows arrows = arrows_of(network, request.name);
    if (request.json) return json(arrows);
    if (request.dot) return dot(arrows);
    return "# Coupling graph\n\nAn arrow into a box: the mechanism's rates depend on the field. An arrow out of it: "
           "the "
           "mechanism changes the field.\n\n```mermaid\n" +
           mermaid(arrows) + "```\n";
}

}  // namespace cicatrix::cli
