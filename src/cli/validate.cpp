// SPDX-License-Identifier: Apache-2.0
// `cicatrix validate`: the model against published measurements.
#include "cicatrix/io/files.hpp"
#include "cicatrix/report/study_pages.hpp"
#include "command.hpp"
#include "running.hpp"
#include "study_files.hpp"
#include "study_json.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace cicatrix::cli {

namespace {

namespace fs = std::filesystem;

/// Beside the page, in a folder of its name.
void write_page(const std::string& target, const std::vector<Contrast>& contrasts, const StudyAnswers& answers) {
    const fs::path page{target};
    const std::string pictures = page.stem().string();
    deliver(target, validation_page(contrasts, answers, pictures));
    if (target == "-") return;
    std::error_code ignored;
    fs::create_directories(page.parent_path() / pictures, ignored);
    for (const auto& [name, svg] : validation_charts(contrasts, answers))
        io::write_safely(page.parent_path() / pictures / name, svg);
}

int execute(const StudyChoices& choices) {
    const auto contrasts = load_contrasts(choices);
    if (choices.list) {
        print_result(list_of(contrasts));
        return exit_done;
    }
    check_targets({choices.page, choices.json}, choices.files);
    const auto answers = answer_with_progress(contrasts, choices, "validation");
    if (!choices.page.empty()) write_page(choices.page, contrasts, answers);
    if (!choices.json.empty()) deliver(choices.json, study_json(contrasts, answers));
    if (choices.page == "-" || choices.json == "-") return exit_done;
    std::vector<std::vector<std::string>> rows{{"targets", "asked", "met", "share", "unanswered"}};
    for (const std::string kind : {"quantity", "direction"})
        for (const std::string role : {"test", "calibration", "prior"}) {
            const Tally t = tally(contrasts, answers, kind, role);
            rows.push_back({kind + ", " + role, std::to_string(t.asked), std::to_string(t.met),
                            fmt::format("{:.0f} %", 100 * t.share()), std::to_string(t.lacking)});
        }
    print_result(text_table(rows));
    print_result("\n" + std::to_string(answers.runs) + " scenarios were run.\n");
    return exit_done;
}

}  // namespace

Action add_validate(CLI::App& app) {
    auto choices = std::make_shared<StudyChoices>();
    add_study_choices(app, *choices, "validation/targets");
    add_contrast_choices(app, *choices);
    app.footer("Example: cicatrix validate --page docs/validation.md");
    return [choices] { return execute(*choices); };
}

}  // namespace cicatrix::cli
