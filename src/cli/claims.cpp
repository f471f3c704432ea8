// SPDX-License-Identifier: Apache-2.0
// `cicatrix claims`: what people say about microneedling, answered by running it.
#include "cicatrix/report/study_pages.hpp"
#include "command.hpp"
#include "running.hpp"
#include "study_files.hpp"
#include "study_json.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace cicatrix::cli {

namespace {

int execute(const StudyChoices& choices) {
    auto contrasts = load_contrasts(choices);
    std::stable_sort(contrasts.begin(), contrasts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    if (choices.list) {
        print_result(list_of(contrasts));
        return exit_done;
    }
    check_targets({choices.page, choices.json}, choices.files);
    const auto answers = answer_with_progress(contrasts, choices, "claims");
    if (!choices.page.empty()) deliver(choices.page, claims_page(contrasts, answers));
    if (!choices.json.empty()) deliver(choices.json, study_json(contrasts, answers));
    if (choices.page == "-" || choices.json == "-") return exit_done;
    std::vector<std::vector<std::string>> rows{{"claim", "the model", "mechanism shown"}};
    for (std::size_t i = 0; i < contrasts.size(); ++i) {
        const ContrastAnswer& answer = answers.contrasts[i];
        rows.push_back(
            {contrasts[i].id, contrasts[i].kind == "claim" ? claim_verdict(answer) : "-", knock_out_verdict(answer)});
    }
    print_result(text_table(rows));
    print_result("\n" + std::to_string(answers.runs) + " scenarios were run.\n");
    return exit_done;
}

}  // namespace

Action add_claims(CLI::App& app) {
    auto choices = std::make_shared<StudyChoices>();
    add_study_choices(app, *choices, "validation/claims");
    add_contrast_choices(app, *choices);
    app.footer("Example: cicatrix claims --page docs/claims.md");
    return [choices] { return execute(*choices); };
}

}  // namespace cicatrix::cli
