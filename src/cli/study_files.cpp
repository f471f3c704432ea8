// SPDX-License-Identifier: Apache-2.0
#include "study_files.hpp"

#include "cicatrix/io/study_files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "table.hpp"

#include <CLI/CLI.hpp>

namespace cicatrix::cli {

void add_study_choices(CLI::App& app, StudyChoices& choices, const std::string& folder) {
    choices.files = {folder};
    app.add_option("files", choices.files, "Study files (TOML), or folders of them")->capture_default_str();
    app.add_option("--only", choices.only, "Only entries with these ids")->type_name("ID");
    app.add_option("--page", choices.page, "Write the answers as a page (Markdown)")->type_name("FILE.md");
    app.add_option("--json", choices.json, "Write the answers as JSON; - for standard output")->type_name("FILE");
    app.add_flag("--list", choices.list, "Only check the files and list their entries");
    app.add_option("--threads", choices.threads, "Threads (default: all)")->check(CLI::PositiveNumber);
    app.add_flag("-q,--quiet", choices.quiet, "No progress");
}

void add_contrast_choices(CLI::App& app, StudyChoices& choices) {
    app.add_option("--seeds", choices.seeds, "At most so many seeds: a quick look")->check(CLI::PositiveNumber);
    app.add_flag("--no-knock-outs", choices.no_knock_outs, "Do not switch mechanisms off");
}

std::vector<Contrast> load_contrasts(const StudyChoices& choices) {
    Diagnostics diagnostics;
    auto all = io::read_contrasts(choices.files, diagnostics);
    diagnostics.stop_if_any();
    io::keep_only(choices.only, all);
    return all;
}

std::string list_of(const std::vector<Contrast>& contrasts) {
    std::vector<std::vector<std::string>> rows{{"id", "arms", "seeds", "findings"}};
    for (const Contrast& c : contrasts)
        rows.push_back(
            {c.id, std::to_string(c.arms.size()), std::to_string(c.seeds), std::to_string(c.findings.size())});
    return text_table(rows);
}

StudyAnswers answer_with_progress(const std::vector<Contrast>& contrasts, const StudyChoices& choices,
                                  const std::string& label) {
    const ThreadLimit threads{choices.threads};
    const InterruptGuard guard;
    Progress progress{label, Progress::suitable(choices.quiet)};
    StudyOptions options;
    if (choices.seeds > 0) options.most_seeds = choices.seeds;
    options.knock_outs = !choices.no_knock_outs;
    options.progress = [&](std::size_t done, std::size_t all) {
        progress.update(all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0);
        return interrupted_by() == 0;
    };
    StudyAnswers answers = answer_contrasts(contrasts, options);
    progress.finish();
    return answers;
}

}  // namespace cicatrix::cli
