// SPDX-License-Identifier: Apache-2.0
#include "calibration_json.hpp"

#include "cicatrix/version.hpp"
#include "study_json.hpp"

#include <nlohmann/json.hpp>

namespace cicatrix::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string_view to_string(AtBound bound) {
    return bound == AtBound::no ? "no" : bound == AtBound::lower ? "lower" : "upper";
}

Json parameter_json(const Calibration& c, const CalibrationAnswer& a, std::size_t p) {
    const CalibratedParameter& parameter = c.parameters[p];
    const auto [low, high] = one_error_around(c, a, p);
    Json j{{"name", name_of(parameter.record)},
           {"unit", parameter.record.unit},
           {"declared", parameter.record.standard},
           {"start", parameter.start},
           {"bounds", {parameter.bounds.low, parameter.bounds.high}},
           {"fitted", a.values[p]},
           {"at_bound", to_string(at_bound(a.fit.best.places[p]))},
           {"fixed_by_data", static_cast<bool>(a.identifiability.fixed[p])}};
    if (a.identifiability.fixed[p]) j["one_standard_error"] = {low, high};
    return j;
}

Json directions_json(const Calibration& c, const Identifiability& found) {
    Json all = Json::array();
    for (const Direction& d : found.directions) {
        Json parts = Json::object();
        for (std::size_t p = 0; p < c.parameters.size(); ++p) parts[name_of(c.parameters[p].record)] = d.parts[p];
        all.push_back({{"strength", d.strength}, {"fixed", d.fixed}, {"parts", std::move(parts)}});
    }
    return all;
}

/// As `validate` writes them.
Json entries(const Calibration& c, const StudyAnswers& answers) {
    return Json::parse(study_json(c.targets, answers)).at("entries");
}

Json json_of(const Calibration& c, const CalibrationAnswer& a) {
    Json parameters = Json::array();
    for (std::size_t p = 0; p < c.parameters.size(); ++p) parameters.push_back(parameter_json(c, a, p));
    return {{"id", c.id},
            {"title", c.title},
            {"seeds", c.seeds},
            {"evaluations", a.fit.evaluations},
            {"settled", a.fit.settled},
            {"runs", a.runs},
            {"failures", a.failures},
            {"sum_of_squares",
             {{"before", sum_of_squares(a.fit.start.residuals)}, {"after", sum_of_squares(a.fit.best.residuals)}}},
            {"parameters", std::move(parameters)},
            {"directions", directions_json(c, a.identifiability)},
            {"correlation", a.identifiability.correlation},
            {"before", entries(c, a.before)},
            {"after", entries(c, a.after)}};
}

}  // namespace

std::string calibration_json(const std::vector<Calibration>& calibrations,
                             const std::vector<CalibrationAnswer>& answers) {
    Json all = Json::array();
    for (std::size_t i = 0; i < calibrations.size(); ++i) all.push_back(json_of(calibrations[i], answers[i]));
    return Json{{"cicatrix", version}, {"calibrations", std::move(all)}}.dump(2) + "\n";
}

}  // namespace cicatrix::cli
