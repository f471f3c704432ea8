// SPDX-License-Identifier: Apache-2.0
#include "loading.hpp"

#include "cicatrix/io/files.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>

namespace cicatrix::cli {

namespace {

constexpr std::size_t longest_input = std::size_t{32} << 20;

/// What the user typed on the command line, so that complaints about it can show it.
Place on_command_line(const std::string& words) {
    auto text = std::make_shared<SourceText>();
    text->name = "command line";
    text->lines = {words};
    return {std::move(text), 1, 1};
}

/// The options enter as if they were written in the file, so that the stored scenario repeats the very run. A [run]
/// that is no table is complained of by the scenario's checks.
void apply(const RunChoices& choices, Document& document) {
    if (choices.seed) {
        const Place place = on_command_line("--seed " + std::to_string(*choices.seed));
        put(document.root, "run.seed", {static_cast<long long>(*choices.seed), place, place});
    }
    if (!choices.resolution.empty()) {
        const Place place = on_command_line("--resolution " + choices.resolution);
        put(document.root, "run.resolution", {choices.resolution, place, place});
    }
    if (!choices.precision.empty()) {
        const Place place = on_command_line("--precision " + choices.precision);
        put(document.root, "run.precision", {choices.precision, place, place});
    }
}

std::string read_standard_input() {
    std::string text;
    std::vector<char> piece(std::size_t{1} << 16);
    while (std::cin.read(piece.data(), static_cast<std::streamsize>(piece.size())) || std::cin.gcount() > 0) {
        text.append(piece.data(), static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > longest_input)
            throw InputError{"standard input: more than 32 MB; a scenario is a page of text"};
    }
    return text;
}

std::optional<Scenario> bind(std::optional<Document> document, const RunChoices& choices, Diagnostics& diagnostics) {
    if (!document) return std::nullopt;
    apply(choices, *document);
    return io::to_scenario(*document, diagnostics);
}

constexpr std::int64_t most_threads = 4096;

/// A check for CLI11: what is wrong with the word, or nothing.
auto whole_number(std::int64_t highest) {
    return [highest](const std::string& word) -> std::string {
        const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
        errno = 0;
        if (digits && std::strtoll(word.c_str(), nullptr, 10) <= highest && errno == 0) return {};
        return "'" + word + "' is no whole number from 0 to " + std::to_string(highest);
    };
}

}  // namespace

void add_scenario_choices(CLI::App& app, RunChoices& choices) {
    app.add_option("--seed", choices.seed, "Seed of all random draws, instead of the scenario's")
        ->check(whole_number(std::numeric_limits<std::int64_t>::max()))
        ->type_name("N");
    app.add_option("--resolution", choices.resolution, "sketch, preview, standard or fine, instead of the scenario's")
        ->check([](const std::string& name) -> std::string {
            if (find_resolution(name)) return {};
            const auto names = resolution_names();
            const std::string best = nearest(name, {names.begin(), names.end()});
            return "'" + name + "' is no resolution; allowed are sketch, preview, standard and fine" +
                   (best.empty() ? "" : "; did you mean '" + best + "'?");
        })
        ->type_name("NAME");
    app.add_option("--precision", choices.precision, "single or double, instead of the scenario's")
        ->check([](const std::string& name) -> std::string {
            if (find_precision(name)) return {};
            return "'" + name + "' is no precision; allowed are single and double";
        })
        ->type_name("NAME");
}

void add_thread_choices(CLI::App& app, RunChoices& choices) {
    app.add_option("--threads,-j", choices.threads, "Threads to use; 0 (standard) for all. Results do not depend on it")
        ->envname("CICATRIX_THREADS")
        ->check(whole_number(most_threads))
        ->type_name("N");
    app.add_flag("-q,--quiet", choices.quiet, "No progress");
}

std::vector<Scenario> load_scenarios(const std::vector<std::string>& paths, const RunChoices& choices) {
    if (std::count(paths.begin(), paths.end(), "-") > 1) throw InputError{"standard input ('-') can be read only once"};
    Diagnostics diagnostics;
    std::vector<Scenario> scenarios;
    for (const std::string& path : paths) {
        auto document = path == "-" ? io::read_toml_text(read_standard_input(), "standard input", diagnostics)
                                    : io::read_toml(path, diagnostics);
        auto scenario = bind(std::move(document), choices, diagnostics);
        if (!scenario) continue;
        scenario->path = path;
        scenarios.push_back(std::move(*scenario));
    }
    diagnostics.stop_if_any();
    return scenarios;
}

Scenario load_text(const std::string& text, const std::string& name) {
    Diagnostics diagnostics;
    auto scenario = bind(io::read_toml_text(text, name, diagnostics), {}, diagnostics);
    diagnostics.stop_if_any();
    return std::move(scenario.value());
}

std::string short_name(const std::string& path) {
    return path == "-" ? "stdin" : std::filesystem::path{path}.stem().string();
}

}  // namespace cicatrix::cli
