// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/data.hpp"

#include "cicatrix/report/differences.hpp"
#include "cicatrix/report/page.hpp"
#include "cicatrix/report/pixels.hpp"
#include "cicatrix/version.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace cicatrix {
namespace {

using Json = nlohmann::ordered_json;

/// Five digits are finer than any screen; fewer bytes in the page.
Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    char text[32];
    std::snprintf(text, sizeof text, "%.5g", value);
    const double rounded = std::strtod(text, nullptr);
    if (rounded == std::floor(rounded) && std::abs(rounded) < 1e9) return static_cast<long long>(rounded);
    return rounded;
}

Json numbers(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double v : values) list.push_back(number(v));
    return list;
}

Json findings(const Findings& found) {
    Json series = Json::object(), scalars = Json::object();
    for (const auto& [name, s] : found.series)
        series[name] = {{"unit", s.unit}, {"meaning", s.meaning}, {"value", numbers(s.value)}};
    for (const auto& [name, s] : found.scalars)
        scalars[name] = {{"unit", s.unit}, {"meaning", s.meaning}, {"value", number(s.value)}};
    return {{"time_d", numbers(found.time_d)},
            {"session_d", numbers(found.session_d)},
            {"series", std::move(series)},
            {"scalars", std::move(scalars)}};
}

Json verdicts(const std::vector<Harm>& harms) {
    Json list = Json::array();
    for (const Harm& h : harms)
        list.push_back({{"harm", h.harm}, {"level", std::string{to_string(h.level)}}, {"because", h.because}});
    return list;
}

/// How many parameters rest on each kind of evidence.
Json evidence_counts(const std::vector<ParameterRecord>& parameters) {
    Json counts = Json::object();
    for (const std::string_view name : evidence_names) counts[std::string{name}] = 0;
    for (const ParameterRecord& p : parameters) {
        Json& count = counts[std::string{to_string(p.source.evidence)}];
        count = count.get<int>() + 1;
    }
    return counts;
}

/// The layers' names and lower edges, for lines across the sections.
Json layers(const Scenario& scenario) {
    Json list = Json::array();
    if (!find_site(scenario.person.site)) return list;
    const Skin skin = make_skin(scenario.person, scenario.adjustments);
    double depth = 0;
    for (const Layer layer : all_layers) {
        depth += skin.thickness_um[static_cast<std::size_t>(index(layer))];
        list.push_back({{"name", std::string{to_string(layer)}}, {"to_um", number(depth)}});
    }
    return list;
}

/// The guesses behind these runs, each once, with the reason.
Json assumed_parameters(const std::vector<const RunResult*>& runs) {
    std::map<std::string, Json> found;
    for (const RunResult* run : runs)
        for (const ParameterRecord& p : run->parameters) {
            if (p.source.evidence != Evidence::assumed) continue;
            const std::string name = std::string{p.owner} + '.' + std::string{p.name};
            found.try_emplace(name, Json{{"name", name},
                                         {"value", number(p.standard)},
                                         {"unit", std::string{p.unit}},
                                         {"meaning", std::string{p.meaning}},
                                         {"why", std::string{p.source.where}}});
        }
    Json list = Json::array();
    for (auto& [name, record] : found) list.push_back(std::move(record));
    return list;
}

/// Sections of one field of one run: every `stride`-th frame, the last always.
Json frames(const SectionSet& set, const ColourScale& scale, std::size_t stride, std::size_t& bytes) {
    Json list = Json::array();
    for (std::size_t i = 0; i < set.frames.size(); ++i) {
        if (i % stride != 0 && i + 1 != set.frames.size()) continue;
        const Section& frame = set.frames[i];
        std::string data = encode(frame, scale);
        bytes += data.size();
        list.push_back({{"day", number(frame.time_d)}, {"nx", frame.nx}, {"nz", frame.nz}, {"data", std::move(data)}});
    }
    return list;
}

struct FieldOfRuns {
    const SectionSet* first = nullptr;
    std::vector<const SectionSet*> sets;  ///< one per run, null where a run has it not
};

std::vector<FieldOfRuns> fields_of(const std::vector<const RunResult*>& runs) {
    std::vector<FieldOfRuns> fields;
    for (std::size_t r = 0; r < runs.size(); ++r)
        for (const SectionSet& set : runs[r]->sections) {
            auto it = std::find_if(fields.begin(), fields.end(),
                                   [&](const FieldOfRuns& f) { return f.first->field == set.field; });
            if (it == fields.end())
                it = fields.insert(fields.end(), {&set, std::vector<const SectionSet*>(runs.size(), nullptr)});
            it->sets[r] = &set;
        }
    return fields;
}

Json section_fields(const std::vector<FieldOfRuns>& fields, std::size_t stride, std::size_t& bytes) {
    Json list = Json::array();
    for (const FieldOfRuns& field : fields) {
        std::vector<const SectionSet*> present;
        std::copy_if(field.sets.begin(), field.sets.end(), std::back_inserter(present), [](auto* s) { return s; });
        const ColourScale scale = scale_of(present);
        Json per_run = Json::array();
        for (const SectionSet* set : field.sets)
            per_run.push_back(set ? frames(*set, scale, stride, bytes) : Json::array());
        list.push_back({{"name", field.first->field},
                        {"unit", field.first->unit},
                        {"meaning", field.first->meaning},
                        {"low", number(scale.low)},
                        {"high", number(scale.high)},
                        {"frames", std::move(per_run)}});
    }
    return list;
}

/// Leaves out days, evenly, until the sections fit.
Json sections(const std::vector<const RunResult*>& runs, std::size_t budget) {
    const std::vector<FieldOfRuns> fields = fields_of(runs);
    std::size_t most = 1;
    for (const FieldOfRuns& field : fields)
        for (const SectionSet* set : field.sets)
            if (set) most = std::max(most, set->frames.size());
    for (std::size_t stride = 1;; ++stride) {
        std::size_t bytes = 0;
        Json list = section_fields(fields, stride, bytes);
        if (bytes <= budget * runs.size() || stride >= most) return list;
    }
}

Json section_axes(const RunResult& run) {
    if (run.sections.empty() || run.sections.front().frames.empty()) return nullptr;
    const Section& frame = run.sections.front().frames.front();
    return {{"x_um", numbers(cell_edges(run.x_um, static_cast<std::size_t>(frame.nx), 0.0))},
            {"z_um", numbers(cell_edges(run.z_um, static_cast<std::size_t>(frame.nz), 0.0))}};
}

Json one_run(const RunResult& run) {
    const Scenario& scenario = run.scenario;
    Json out = findings(run.findings);
    out["title"] = scenario.title;
    out["note"] = scenario.note;
    out["path"] = scenario.path;
    out["text"] = scenario.text;
    out["resolution"] = scenario.run.resolution_name;
    out["precision"] = to_string(scenario.run.precision);
    out["seed"] = std::to_string(scenario.run.seed);  // a seed may be larger than a JavaScript number can hold
    out["hash"] = run.hash;
    out["wall_s"] = number(run.wall_s);
    out["voxels"] = run.voxels;
    out["steps"] = run.steps;
    out["rejected"] = run.rejected;
    out["clipped_share"] = number(run.clipped_share);
    out["clipped_field"] = run.clipped_field;
    out["assumed_share"] = number(run.assumed_share);
    out["evidence"] = evidence_counts(run.parameters);
    out["verdict"] = verdicts(run.verdict);
    out["axes"] = section_axes(run);
    out["layers"] = layers(scenario);
    return out;
}

std::string command(const std::vector<const RunResult*>& runs) {
    std::string line = "cicatrix compare";
    for (const RunResult* run : runs) line += ' ' + shell_word(run->scenario.path);
    return line + " --report report.html";
}

Json differences(const std::vector<const RunResult*>& runs) {
    std::vector<std::string_view> texts;
    texts.reserve(runs.size());
    for (const RunResult* run : runs) texts.push_back(run->scenario.text);
    Json list = Json::array();
    for (const Difference& d : scenario_differences(texts, scenario_keys())) {
        Json cells = Json::array();
        for (const Difference::Cell& cell : d.cells)
            cells.push_back({{"text", cell.text}, {"standard", cell.standard}});
        list.push_back({{"key", d.key}, {"meaning", d.meaning}, {"cells", std::move(cells)}});
    }
    return list;
}

}  // namespace

std::string report_data(const std::vector<const RunResult*>& runs, std::size_t budget) {
    Json out{{"cicatrix", std::string{version}},
             {"revision", std::string{git_revision()}},
             {"compiler", std::string{compiler()}},
             {"command", command(runs)},
             {"runs", Json::array()}};
    for (const RunResult* run : runs) out["runs"].push_back(one_run(*run));
    out["fields"] = sections(runs, budget);
    out["differences"] = differences(runs);
    out["assumed"] = assumed_parameters(runs);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);  // broken UTF-8 becomes a visible mark
}

}  // namespace cicatrix
