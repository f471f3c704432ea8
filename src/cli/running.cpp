// SPDX-License-Identifier: Apache-2.0
#include "running.hpp"

#include "cicatrix/io/checkpoint.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/study/run.hpp"
#include "interrupt.hpp"
#include "missed_sessions.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "work_estimate.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>

namespace cicatrix::cli {

namespace {

/// What the timeline tells before the work is done.
WorkEstimate look_ahead(const Scenario& scenario, const std::string& label, bool quiet) {
    const Model model{scenario};
    const std::string missed = missed_sessions(count_sessions(model), scenario.run.resolution);
    if (!quiet && !missed.empty()) print_note("note: " + label + ": " + missed);
    return WorkEstimate{model};
}

}  // namespace

RunResult run_scenario(const Scenario& scenario, const std::string& target, const std::string& label, bool quiet,
                       const KeepChoices& keeping) {
    stop_if_interrupted();
    // From the first step on, so that even a short time brings the run forward.
    std::optional<std::chrono::steady_clock::time_point> start;
    const auto time_is_up = [&] {
        const auto now = std::chrono::steady_clock::now();
        if (!start) start = now;
        return keeping.stop_after_s > 0 && now > *start + std::chrono::duration<double>{keeping.stop_after_s};
    };
    std::optional<io::ResultFile> file;
    if (!target.empty()) file.emplace(target);
    std::optional<io::Checkpoint> checkpoint;
    if (!keeping.file.empty()) {
        checkpoint.emplace(keeping.file, scenario, file ? &*file : nullptr);
        if (keeping.fresh) checkpoint->begin_anew();
    }
    const WorkEstimate work = look_ahead(scenario, label, quiet);
    Progress progress{label, Progress::suitable(quiet)};
    RunOptions options;
    if (file) options.frames = &*file;
    if (checkpoint) options.keeper = &*checkpoint;
    options.note = [&](const std::string& text) {
        if (!quiet) print_note("note: " + label + ": " + text);
    };
    options.progress = [&](double fraction) {
        progress.update(work.share(fraction));
        return interrupted_by() == 0 && !time_is_up();
    };
    try {
        RunResult result = run(scenario, options);
        if (!checkpoint) stop_if_interrupted();  // else the work would be lost that is done
        if (file) file->finish(result);
        progress.finish();
        return result;
    } catch (const io::CheckpointRefused& e) {
        throw InputError{std::string{e.what()} + (e.is_a_checkpoint ? "; --fresh does so" : "")};
    } catch (const Interrupted&) {
        throw Interrupted{checkpoint && checkpoint->holds_this_run() ? keeping.file : std::string{}, keeping.fresh};
    }
}

void check_targets(const std::vector<std::string>& targets, const std::vector<std::string>& inputs) {
    namespace fs = std::filesystem;
    std::set<fs::path> taken;
    std::error_code ignored;
    const auto settled = [&](const std::string& path) { return fs::weakly_canonical(fs::absolute(path), ignored); };
    for (const std::string& input : inputs) taken.insert(settled(input));
    bool stdout_taken = false;
    for (const std::string& target : targets) {
        if (target.empty()) continue;
        if (target == "-") {
            if (stdout_taken) throw InputError{"only one result can go to standard output ('-')"};
            stdout_taken = true;
            continue;
        }
        if (!taken.insert(settled(target)).second)
            throw InputError{target + ": this file would be written over another one of the same command"};
        io::check_writable(target);
    }
}

void deliver(const std::string& target, std::string_view text) {
    if (target == "-")
        print_result(text);
    else
        io::write_safely(target, text);
}

}  // namespace cicatrix::cli
