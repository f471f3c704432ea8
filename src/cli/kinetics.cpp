// SPDX-License-Identifier: Apache-2.0
// `cicatrix kinetics`: the local laws of one layer for other programs (SBML), and the course that the engine gives it.
#include "cicatrix/io/sbml.hpp"
#include "command.hpp"
#include "loading.hpp"
#include "running.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

constexpr int looks = 240;  ///< of a course, evenly spaced

struct Options {
    std::string scenario, layer = "papillary", sbml, course, until = "10 d";
    double killed = 0;
};

double hours_of(const std::string& text) {
    QuantityError error;
    const auto quantity = parse_quantity(text, &error);
    if (!quantity) throw InputError{"--until: " + in_quotes(text) + " " + error.message};
    if (quantity->unit.dimension != Time || !(quantity->value > 0))
        throw InputError{"--until: " + in_quotes(text) + R"( is no time to come; write for example "10 d")"};
    return quantity->value;
}

WellMixedCourse course_of(const LayerAlone& alone, double until_h) {
    const Network& network = alone.model->network();
    WellMixedSettings settings;
    settings.relative = 1e-9;
    settings.absolute.clear();
    for (const int f : network.pattern(alone.site.layer).fields)
        settings.absolute.push_back(settings.relative * network.fields()[static_cast<std::size_t>(f)].scale);
    std::vector<double> times_h;
    for (int i = 0; i <= looks; ++i) times_h.push_back(until_h * i / looks);
    return run_well_mixed(network, alone.site, alone.start, times_h, settings);
}

int execute(const Options& options) {
    const Layer layer = named_layer(options.layer);
    const double until_h = hours_of(options.until);
    if (options.sbml.empty() && options.course.empty())
        throw InputError{"say what to write: --sbml FILE, --course FILE or both ('-' is standard output)"};
    const Scenario scenario = load_scenarios({options.scenario}, {}).front();
    check_targets({options.sbml, options.course}, {options.scenario});
    const LayerAlone alone = layer_alone(scenario, layer, options.killed);
    if (!options.sbml.empty()) deliver(options.sbml, io::sbml(scenario, alone));
    if (!options.course.empty()) deliver(options.course, io::course_csv(alone, course_of(alone, until_h)));
    return exit_done;
}

}  // namespace

Action add_kinetics(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("scenario", options->scenario, "Scenario file (TOML), for its person; - for standard input")
        ->required();
    app.add_option("--layer", options->layer, "Which layer of the skin, by itself and well mixed")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--killed", options->killed,
                   "Begin right after a needle that killed this share of the layer, 0 to 1")
        ->type_name("SHARE");
    app.add_option("--sbml", options->sbml, "Write the laws as SBML, with units; - for standard output")
        ->type_name("FILE.xml");
    app.add_option("--course", options->course, "Write what the engine's own integrator makes of them (CSV)")
        ->type_name("FILE.csv");
    app.add_option("--until", options->until, "End of the course")->type_name("TIME")->capture_default_str();
    app.footer(
        "Example: cicatrix kinetics scenarios/safe_home.toml --layer papillary --killed 0.3 --sbml papillary.xml");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
