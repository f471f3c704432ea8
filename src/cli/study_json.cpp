// SPDX-License-Identifier: Apache-2.0
#include "study_json.hpp"

#include "cicatrix/version.hpp"

#include <nlohmann/json.hpp>

namespace cicatrix::cli {
namespace {

using Json = nlohmann::ordered_json;

Json arm_json(const ArmValue& v) {
    if (!v.people)
        return {{"arm", v.arm}, {"mean", v.value.mean}, {"deviation", v.value.deviation}, {"seeds", v.value.seeds}};
    const ShareOfPeople& p = *v.people;
    Json j{{"arm", v.arm},   {"share", p.value},   {"low", p.low},
           {"high", p.high}, {"yes", p.count.yes}, {"of", p.count.of}};
    if (p.over) j["over"] = {{"yes", p.over->yes}, {"of", p.over->of}};
    return j;
}

Json finding_json(const Finding& finding, const FindingAnswer& answer) {
    Json j{{"measure", finding.measure.observable}, {"answer", to_string(answer.answered)}, {"unit", answer.unit}};
    if (!answer.because.empty()) j["because"] = answer.because;
    for (const ArmValue& v : answer.values) j["arms"].push_back(arm_json(v));
    for (const RowAnswer& r : answer.rows) {
        Json row{{"arm", r.row.arm},   {"model", r.model},   {"low", r.row.low},  {"high", r.row.high},
                 {"unit", r.row.unit}, {"error", r.error()}, {"inside", r.inside}};
        if (r.row.value) row["value"] = *r.row.value;
        if (r.row.time_h) row["time_h"] = *r.row.time_h;
        j["rows"].push_back(std::move(row));
    }
    return j;
}

}  // namespace

std::string study_json(const std::vector<Contrast>& contrasts, const StudyAnswers& answers) {
    Json entries = Json::array();
    for (std::size_t i = 0; i < contrasts.size(); ++i) {
        const Contrast& c = contrasts[i];
        const ContrastAnswer& a = answers.contrasts[i];
        Json j{{"id", c.id}, {"kind", c.kind}, {"says", c.says}, {"answer", to_string(a.answered)}};
        if (!c.role.empty()) j["role"] = c.role;
        for (std::size_t f = 0; f < c.findings.size(); ++f)
            j["findings"].push_back(finding_json(c.findings[f], a.findings[f]));
        if (a.without)
            j["without"] = {{"effect", a.without->effect},
                            {"left", a.without->left},
                            {"shown", a.without->shown},
                            {"undone", a.without->undone},
                            {"reversed", a.without->reversed}};
        entries.push_back(std::move(j));
    }
    return Json{{"cicatrix", version}, {"runs", answers.runs}, {"entries", std::move(entries)}}.dump(2) + "\n";
}

}  // namespace cicatrix::cli
