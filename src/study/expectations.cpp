// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/expectations.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/outcomes/expectable.hpp"

#include <algorithm>

namespace cicatrix {

double NamedNumber::canonical() const {
    const auto size = parse_quantity("1 " + unit);
    return size ? value * size->value : value;
}

std::optional<NamedNumber> named_number(const Findings& findings, const std::string& observable) {
    if (const auto s = findings.scalars.find(observable); s != findings.scalars.end())
        return NamedNumber{s->second.value, s->second.unit};
    const auto dot = observable.find('.');
    const std::string pick = dot == std::string::npos ? std::string{picks.front()} : observable.substr(dot + 1);
    const auto s = findings.series.find(observable.substr(0, dot));
    if (s == findings.series.end() || s->second.value.empty()) return std::nullopt;
    const auto& v = s->second.value;
    if (pick == "final") return NamedNumber{v.back(), s->second.unit};
    if (pick == "peak") return NamedNumber{*std::max_element(v.begin(), v.end()), s->second.unit};
    if (pick == "lowest") return NamedNumber{*std::min_element(v.begin(), v.end()), s->second.unit};
    return std::nullopt;
}

namespace {

Answer answer_of_verdict(const Expectation& e, const std::vector<Harm>& verdict) {
    Answer answer{e.observable, e.text, "", false};
    const std::string harm = e.observable.substr(verdict_prefix.size());
    for (const Harm& h : verdict) {
        if (key_of_harm(h.harm) != harm) continue;
        answer.found = to_string(h.level);
        answer.met = std::find(e.levels.begin(), e.levels.end(), answer.found) != e.levels.end();
    }
    return answer;
}

Answer answer_of_number(const Expectation& e, const Findings& findings) {
    Answer answer{e.observable, e.text, "", false};
    const auto found = named_number(findings, e.observable);
    if (!found) return answer;
    answer.found = to_text(found->value) + " " + found->unit;
    answer.met = e.holds(found->canonical());
    return answer;
}

}  // namespace

std::vector<Answer> answers(const RunResult& result) {
    std::vector<Answer> all;
    for (const Expectation& e : result.scenario.expect)
        all.push_back(e.observable.rfind(verdict_prefix, 0) == 0 ? answer_of_verdict(e, result.verdict)
                                                                 : answer_of_number(e, result.findings));
    return all;
}

}  // namespace cicatrix
