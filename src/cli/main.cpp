// SPDX-License-Identifier: Apache-2.0
// The program `cicatrix`: reads the command line, does one command, turns what went wrong into words and exit codes.
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/study/run.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "libraries.hpp"
#include "spelling.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <new>
#include <string>
#include <vector>

namespace cicatrix::cli {

namespace {

constexpr std::string_view footer =
    "Exit codes: 0 done, 1 the run failed, 2 wrong usage or scenario, 3 stopped by --stop-after, 130 interrupted.\n"
    "Results go to standard output, everything else to standard error.\n"
    "For research and teaching; not medical advice.";

struct Program {
    CLI::App parser{"Cicatrix simulates how skin answers microneedling.", "cicatrix"};
    std::map<const CLI::App*, Action> actions;
    bool version = false, json = false;

    Program() {
        parser.footer(std::string{footer});
        parser.get_formatter()->column_width(34);
        parser.add_flag("-V,--version", version, "Say the version");
        parser.add_flag("--json", json, "With --version: tell what is built in, as JSON");
        parser.require_subcommand(0, 1);
        for (const Command& command : commands()) {
            CLI::App* app = parser.add_subcommand(std::string{command.name}, std::string{command.summary});
            actions[app] = command.add(*app);
        }
    }
};

int usage_error(const std::string& message, const std::string& command) {
    print_error(message);
    print_note("Try 'cicatrix" + (command.empty() ? "" : " " + command) + " --help'.");
    return exit_wrong_input;
}

/// The command among the words, for pointing at its help page.
std::string command_among(const std::vector<std::string>& words) {
    for (const std::string& word : words)
        for (const Command& command : commands())
            if (word == command.name) return word;
    return {};
}

int obey(const std::vector<std::string>& words) {
    Program program;
    if (std::string complaint = misspelt(program.parser, words); !complaint.empty())
        return usage_error(complaint, command_among(words));
    try {
        program.parser.parse(std::vector<std::string>{words.rbegin(), words.rend()});  // the parser eats from the back
    } catch (const CLI::CallForHelp&) {
        const auto chosen = program.parser.get_subcommands();
        print_result(chosen.empty() ? program.parser.help() : chosen.front()->help("cicatrix"));
        return exit_done;
    } catch (const CLI::ExtrasError&) {
        const auto extra = program.parser.remaining(true);
        return usage_error("unexpected argument '" + (extra.empty() ? "" : extra.front()) + "'", command_among(words));
    } catch (const CLI::ParseError& e) {
        return usage_error(e.what(), command_among(words));
    }
    if (program.version) {
        print_result(program.json ? version_json() : version_text());
        return exit_done;
    }
    const auto chosen = program.parser.get_subcommands();
    if (chosen.empty()) return usage_error("say which command", "");
    return program.actions.at(chosen.front())();
}

int report_out_of_range(const ParameterOutOfRange& e) {
    const ParameterRecord& p = e.record;
    print_error(std::string{p.owner} + "." + std::string{p.name} + " = " + to_text(p.value) + " " +
                std::string{p.unit} + " is outside what is possible, " + to_text(p.range.low) + " to " +
                to_text(p.range.high) + " " + std::string{p.unit});
    return exit_wrong_input;
}

int main_program(const std::vector<std::string>& words) {
    try {
        return obey(words);
    } catch (const InputError& e) {
        std::string message = e.what();
        while (message.ends_with('\n')) message.pop_back();
        print_error(message);
        return exit_wrong_input;
    } catch (const ParameterOutOfRange& e) {
        return report_out_of_range(e);
    } catch (const Interrupted& e) {
        const std::string how = interrupted_by() ? "interrupted; " : "stopped, as asked; ";
        print_note(how + (e.kept_in.empty()
                              ? "nothing of the unfinished run was kept"
                              : std::string{"the same command"} + (e.was_begun_anew ? " without --fresh" : "") +
                                    " goes on from '" + e.kept_in + "'"));
        return interrupted_by() ? 128 + interrupted_by() : exit_stopped;
    } catch (const RunError& e) {
        print_error(e.what());
        return exit_run_failed;
    } catch (const std::bad_alloc&) {
        print_error("not enough memory; 'cicatrix check' estimates what a scenario takes");
        return exit_run_failed;
    } catch (const std::exception& e) {
        print_error(std::string{"internal error: "} + e.what() + "; please report it, with the scenario");
        return exit_run_failed;
    } catch (...) {
        print_error("internal error of an unknown kind; please report it, with the scenario");
        return exit_run_failed;
    }
}

}  // namespace

}  // namespace cicatrix::cli

int main(int argc, char** argv) {
    return cicatrix::cli::main_program({argv + 1, argv + argc});
}
