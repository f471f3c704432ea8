// SPDX-License-Identifier: Apache-2.0
// `cicatrix describe`: what the model holds, told by the program itself.
#include "describe.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "command.hpp"
#include "inventory.hpp"
#include "spelling.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    std::string topic;
    Request request;
};

std::vector<std::string> topic_names() {
    std::vector<std::string> names;
    for (const Topic& t : topics()) names.emplace_back(t.name);
    return names;
}

std::string list_of_topics(bool as_json) {
    if (as_json) {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const Topic& t : topics()) all.push_back({{"topic", t.name}, {"summary", t.summary}});
        return nlohmann::ordered_json{{"topics", all}}.dump(2) + "\n";
    }
    std::vector<std::vector<std::string>> rows{{"topic", "what it tells"}};
    for (const Topic& t : topics()) rows.push_back({"`" + std::string{t.name} + "`", std::string{t.summary}});
    return "# What Cicatrix can tell of itself\n\n" + markdown_table(rows) +
           "\nAsk `cicatrix describe TOPIC`, with `--json` for programs.\n";
}

/// The topic asked for, or the one that an option implies.
std::string topic_of(const Options& options) {
    if (!options.topic.empty()) return options.topic;
    if (options.request.schema) return "scenario";
    if (options.request.dot) return "graph";
    return options.request.evidence.empty() ? "" : "evidence";
}

int execute(Options options) {
    options.request.evidence = checked_evidence(options.request.evidence);
    const std::string topic = topic_of(options);
    if (topic.empty()) {
        print_result(list_of_topics(options.request.json));
        return exit_done;
    }
    for (const Topic& t : topics()) {
        if (t.name != topic) continue;
        print_result(t.text(options.request));
        return exit_done;
    }
    throw InputError{"unknown topic '" + topic + "'" + did_you_mean(topic, topic_names())};
}

}  // namespace

std::span<const Topic> topics() {
    static constexpr std::array<Topic, 6> all{{
        {"mechanisms", "the phenomena: what each reads, writes and owns, and its parameters", describe_mechanisms},
        {"parameters", "every declared number with unit, range, source and evidence", describe_parameters},
        {"observables", "what a run reports, in which unit", describe_observables},
        {"graph", "which field drives which, drawn from the laws (Mermaid, --dot or --json)", describe_graph},
        {"scenario", "every key of a scenario file (--schema: JSON Schema for editors)", describe_scenario},
        {"evidence", "how well founded the numbers are, and where they come from", describe_evidence},
    }};
    return all;
}

void check_name(const Request& request, std::string_view what, const std::vector<std::string>& known) {
    if (request.name.empty() || std::find(known.begin(), known.end(), request.name) != known.end()) return;
    throw InputError{"there is no " + std::string{what} + " '" + request.name + "'" +
                     did_you_mean(request.name, known)};
}

std::string_view to_string(Access access) {
    switch (access) {
        case Access::owns:
            return "owns";
        case Access::writes:
            return "writes";
        case Access::reads:
            return "reads";
        case Access::reads_column:
            break;
    }
    return "reads from another layer";
}

std::string layers_text(LayerSet layers) {
    std::string text;
    for (Layer l : all_layers)
        if (layers.has(l)) text += (text.empty() ? "" : ", ") + std::string{cicatrix::to_string(l)};
    return text;
}

Action add_describe(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("topic", options->topic, "mechanisms, parameters, observables, graph, scenario or evidence");
    app.add_option("name", options->request.name, "Only this mechanism, parameter, observable or key");
    app.add_flag("--json", options->request.json, "As JSON instead of Markdown");
    app.add_option("--evidence", options->request.evidence, "Only numbers of this status, for example assumed")
        ->type_name("STATUS");
    app.add_flag("--schema", options->request.schema, "JSON Schema (draft-04) of scenario files");
    app.add_flag("--dot", options->request.dot, "The graph for Graphviz");
    app.footer("Example: cicatrix describe --evidence assumed");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
