// SPDX-License-Identifier: Apache-2.0
// Study files from the command line: what commands that answer them have in common.
#pragma once

#include "cicatrix/study/contrast_answers.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cicatrix::cli {

/// What commands that answer study files have in common.
struct StudyChoices {
    std::vector<std::string> files;  ///< files, or folders of them
    std::vector<std::string> only;   ///< ids
    std::string page, json;
    int seeds = 0, threads = 0;  ///< 0: as the entries say; all
    bool no_knock_outs = false, quiet = false, list = false;
};
void add_study_choices(CLI::App& app, StudyChoices& choices, const std::string& folder);
/// What only contrasts have: seeds to cut, mechanisms to leave on.
void add_contrast_choices(CLI::App& app, StudyChoices& choices);

/// Throws InputError with every complaint about every file.
std::vector<Contrast> load_contrasts(const StudyChoices& choices);

/// One line per entry: id, how much it runs, what it says.
std::string list_of(const std::vector<Contrast>& contrasts);

StudyAnswers answer_with_progress(const std::vector<Contrast>& contrasts, const StudyChoices& choices,
                                  const std::string& label);

}  // namespace cicatrix::cli
