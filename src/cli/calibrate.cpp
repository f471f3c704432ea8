// SPDX-License-Identifier: Apache-2.0
// `cicatrix calibrate`: chosen parameters fitted to published measurements, and what these leave open.
#include "calibration_json.hpp"
#include "cicatrix/calibration/calibration.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/io/study_files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/report/calibration_page.hpp"
#include "command.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "running.hpp"
#include "study_files.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace cicatrix::cli {

namespace {

struct Options {
    StudyChoices study;
    int evaluations = 0;
};

std::vector<Calibration> load_calibrations(const StudyChoices& choices) {
    Diagnostics diagnostics;
    std::vector<Calibration> all;
    for (const auto& path : io::study_files(choices.files)) {
        const auto document = io::read_toml(path, diagnostics);
        if (!document) continue;
        const TargetsIn targets = [&](const std::string& relative, const Place& asked) -> std::vector<Contrast> {
            const auto place = (path.parent_path() / relative).lexically_normal();
            std::error_code failed;
            if (std::filesystem::exists(place, failed)) return io::read_contrasts({place.string()}, diagnostics);
            diagnostics.add({asked, "calibration.from", in_quotes(place.string()) + " does not exist",
                             "files of targets, or folders of them, from this file's folder", ""});
            return {};
        };
        all.push_back(bind_calibration(*document, targets, diagnostics));
    }
    diagnostics.stop_if_any();
    io::keep_only(choices.only, all);
    return all;
}

std::string list_of(const std::vector<Calibration>& calibrations) {
    std::vector<std::vector<std::string>> rows{{"id", "parameters", "targets", "evaluations", "title"}};
    for (const Calibration& c : calibrations)
        rows.push_back({c.id, std::to_string(c.parameters.size()), std::to_string(c.targets.size()),
                        std::to_string(c.evaluations), c.title});
    return text_table(rows);
}

std::vector<CalibrationAnswer> fit_all(const std::vector<Calibration>& calibrations, const Options& options) {
    const ThreadLimit threads{options.study.threads};
    const InterruptGuard guard;
    std::vector<CalibrationAnswer> answers;
    for (const Calibration& c : calibrations) {
        Progress progress{"calibration " + c.id, Progress::suitable(options.study.quiet)};
        CalibrateOptions how;
        how.most_evaluations = options.evaluations;
        how.progress = [&](double fraction) {
            progress.update(fraction);
            return interrupted_by() == 0;
        };
        answers.push_back(calibrate(c, how));
        progress.finish();
    }
    return answers;
}

std::string table_of(const std::vector<Calibration>& calibrations, const std::vector<CalibrationAnswer>& answers) {
    std::vector<std::vector<std::string>> rows{{"parameter", "declared", "fitted", "unit", ""}};
    for (std::size_t i = 0; i < calibrations.size(); ++i)
        for (std::size_t p = 0; p < calibrations[i].parameters.size(); ++p) {
            const ParameterRecord& record = calibrations[i].parameters[p].record;
            rows.push_back({name_of(record), number_text(record.standard), number_text(answers[i].values[p]),
                            std::string{record.unit}, fit_remark(answers[i], p)});
        }
    return text_table(rows);
}

int execute(const Options& options) {
    const StudyChoices& choices = options.study;
    const auto calibrations = load_calibrations(choices);
    if (choices.list) {
        print_result(list_of(calibrations));
        return exit_done;
    }
    check_targets({choices.page, choices.json}, choices.files);
    const auto answers = fit_all(calibrations, options);
    if (!choices.page.empty()) deliver(choices.page, calibration_page(calibrations, answers));
    if (!choices.json.empty()) deliver(choices.json, calibration_json(calibrations, answers));
    if (choices.page == "-" || choices.json == "-") return exit_done;
    print_result(table_of(calibrations, answers));
    for (std::size_t i = 0; i < calibrations.size(); ++i)
        print_result("\n" + fit_summary(calibrations[i], answers[i]) + "\n\n" +
                     override_block(calibrations[i], answers[i]));
    return exit_done;
}

}  // namespace

Action add_calibrate(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_study_choices(app, options->study, "validation/calibrations");
    app.add_option("--evaluations", options->evaluations, "At most so many evaluations of each: a quick look")
        ->check(CLI::PositiveNumber);
    app.footer(
        "Nothing is written into the model: the page says what to change.\n"
        "Example: cicatrix calibrate --page docs/calibration.md");
    return [options] { return execute(*options); };
}

}  // namespace cicatrix::cli
