// SPDX-License-Identifier: Apache-2.0
// The JSON that other programs may rely on. Keys keep the order in which they are written here.
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/version.hpp"

#include "result_parts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace cicatrix::io {
namespace {

using Json = nlohmann::ordered_json;  // prints numbers in their shortest form that reads back the same, NaN as null

Json series_json(const Series& series, const std::vector<double>& time_d) {
    Json result{{"unit", series.unit}, {"time_d", time_d}, {"value", series.value}};
    const auto& v = series.value;
    result["final"] = v.empty() ? Json{} : Json(v.back());
    std::size_t peak = v.size();
    for (std::size_t i = 0; i < v.size() && i < time_d.size(); ++i)
        if (!std::isnan(v[i]) && (peak == v.size() || v[i] > v[peak])) peak = i;
    result["peak"] = peak == v.size() ? Json{} : Json(v[peak]);
    result["peak_time_d"] = peak == v.size() ? Json{} : Json(time_d[peak]);
    return result;
}

Json verdict_json(const std::vector<Harm>& verdict) {
    Json result = Json::array();
    for (const Harm& harm : verdict)
        result.push_back(Json{{"harm", harm.harm}, {"level", to_string(harm.level)}, {"because", harm.because}});
    return result;
}

Json outcomes_json(const Findings& findings) {
    Json result = Json::object();
    for (const auto& [name, scalar] : findings.scalars)
        result[name] = Json{{"unit", scalar.unit}, {"value", scalar.value}};
    for (const auto& [name, series] : findings.series) result[name] = series_json(series, findings.time_d);
    return result;
}

Json run_json(const RunResult& run) {
    return Json{{"scenario", run.scenario.path},
                {"title", run.scenario.title},
                {"hash", run.hash},
                {"seed", run.scenario.run.seed},
                {"wall_s", run.wall_s},
                {"voxels", run.voxels},
                {"steps", run.steps},
                {"clipped_share", run.clipped_share},
                {"clipped_field", run.clipped_field},
                {"assumed_share", run.assumed_share},
                {"outcomes", outcomes_json(run.findings)},
                {"verdict", verdict_json(run.verdict)}};
}

// A path need not be UTF-8; JSON must be.
std::string printed(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Level level_named(const std::string& name) {
    for (const Level level : {Level::none, Level::mild, Level::marked, Level::severe})
        if (to_string(level) == name) return level;
    throw h5::Failure{"the verdict has the unknown level '" + name + "'"};
}

}  // namespace

std::string runs_json(const std::vector<const RunResult*>& runs) {
    Json list = Json::array();
    for (const RunResult* run : runs) list.push_back(run_json(*run));
    return printed(Json{{"cicatrix", version}, {"runs", std::move(list)}}) + "\n";
}

std::string verdict_text(const std::vector<Harm>& verdict) {
    return printed(verdict_json(verdict));
}

std::vector<Harm> read_verdict_text(const std::string& text) {
    std::vector<Harm> verdict;
    try {
        for (const Json& harm : Json::parse(text))
            verdict.push_back({harm.at("harm"), level_named(harm.at("level")), harm.at("because")});
    } catch (const Json::exception&) {
        throw h5::Failure{"the verdict is not readable"};
    }
    return verdict;
}

}  // namespace cicatrix::io
