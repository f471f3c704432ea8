// SPDX-License-Identifier: Apache-2.0
#include "spelling.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <CLI/CLI.hpp>

namespace cicatrix::cli {

namespace {

std::vector<const CLI::App*> subcommands_of(const CLI::App& program) {
    return program.get_subcommands([](const CLI::App*) { return true; });
}

const CLI::App* find_command(const CLI::App& program, const std::string& name) {
    for (const CLI::App* command : subcommands_of(program))
        if (command->get_name() == name) return command;
    return nullptr;
}

/// Spelling as typed ("--json", "-o") to "takes a value".
std::map<std::string, bool> options_of(const CLI::App& app) {
    std::map<std::string, bool> found;
    for (const CLI::Option* option : app.get_options()) {
        const bool takes_value = option->get_items_expected_max() > 0;
        for (const auto& name : option->get_lnames()) found["--" + name] = takes_value;
        for (const auto& name : option->get_snames()) found["-" + name] = takes_value;
    }
    return found;
}

std::vector<std::string> names_of(const std::map<std::string, bool>& options) {
    std::vector<std::string> names;
    for (const auto& [name, takes_value] : options)
        if (name.starts_with("--")) names.push_back(name);
    return names;
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word[0] == '-';
}

std::string complain_of_command(const CLI::App& program, const std::string& word) {
    if (word.ends_with(".toml")) return "'" + word + "' is no command; did you mean 'cicatrix run " + word + "'?";
    if (word.ends_with(".nc")) return "'" + word + "' is no command; did you mean 'cicatrix report " + word + "'?";
    std::vector<std::string> known;
    for (const CLI::App* s : subcommands_of(program)) known.push_back(s->get_name());
    return "unknown command '" + word + "'" + did_you_mean(word, known);
}

/// What is wrong with one option, and whether the next word is its value.
std::string look_at_option(const CLI::App& app, const std::string& word, bool& next_is_value) {
    const auto options = options_of(app);
    const auto equals = word.find('=');
    const bool is_long = word.starts_with("--");
    const std::string name = is_long ? word.substr(0, equals) : word.substr(0, 2);
    const auto known = options.find(name);
    if (known == options.end()) {
        const std::string where = app.get_parent() ? " of 'cicatrix " + app.get_name() + "'" : "";
        return "unknown option '" + name + "'" + where + did_you_mean(name, names_of(options));
    }
    const bool value_inside = is_long ? equals != std::string::npos : word.size() > 2;
    next_is_value = known->second && !value_inside;
    return {};
}

}  // namespace

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    const std::string best = nearest(word, known);
    return best.empty() ? "" : "; did you mean '" + best + "'?";
}

std::string misspelt(const CLI::App& program, const std::vector<std::string>& words) {
    const CLI::App* app = &program;
    bool is_value = false;
    std::string owner;  // the option whose value comes next
    for (const std::string& word : words) {
        if (is_value) {
            is_value = false;
        } else if (word == "--") {
            return {};
        } else if (is_option(word)) {
            if (std::string complaint = look_at_option(*app, word, is_value); !complaint.empty()) return complaint;
            owner = word;
        } else if (app == &program) {
            app = find_command(program, word);
            if (!app) return complain_of_command(program, word);
        }
    }
    return is_value ? "option '" + owner + "' needs a value" : "";
}

}  // namespace cicatrix::cli
