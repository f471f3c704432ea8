// SPDX-License-Identifier: Apache-2.0
// `describe observables`: what a run reports. The names are the interface.
#include "cicatrix/outcomes/outcome.hpp"
#include "describe.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

namespace cicatrix::cli {

std::string describe_observables(const Request& request) {
    using Json = nlohmann::ordered_json;
    std::vector<std::string> known;
    for (const ObservableFacts& o : observable_table()) known.emplace_back(o.name);
    check_name(request, "observable", known);
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows{{"name", "unit", "kind", "meaning"}};
    for (const ObservableFacts& o : observable_table()) {
        if (!request.name.empty() && o.name != request.name) continue;
        const std::string kind = o.is_series ? "series" : "scalar";
        all.push_back({{"name", o.name}, {"unit", o.unit}, {"kind", kind}, {"meaning", o.meaning}});
        rows.push_back({std::string{o.name}, std::string{o.unit}, kind, std::string{o.meaning}});
    }
    if (request.json) return Json{{"observables", all}}.dump(2) + "\n";
    return "# Observables\n\nA series has a value at every time of observation, a scalar one per run.\n\n" +
           markdown_table(rows);
}

}  // namespace cicatrix::cli
