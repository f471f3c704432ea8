// SPDX-License-Identifier: Apache-2.0
// Study files from the command line: contrasts with the scenarios and data that they name.
#pragma once

#include "cicatrix/study/contrast_answers.hpp"

#include <algorithm>
#include <filesystem>
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

/// The files, and those in the folders, by name.
std::vector<std::filesystem::path> study_files(const std::vector<std::string>& names);
std::vector<Contrast> read_contrasts(const std::vector<std::string>& names, Diagnostics& diagnostics);
/// Throws InputError with every complaint about every file.
std::vector<Contrast> load_contrasts(const StudyChoices& choices);

/// Throws InputError for a wanted id that is not there, with the nearest one.
void check_ids(const std::vector<std::string>& wanted, const std::vector<std::string>& ids);
/// Takes away all entries but the wanted ones; none wanted: all stay.
template <class Item>
void keep_only(const std::vector<std::string>& wanted, std::vector<Item>& all) {
    if (wanted.empty()) return;
    std::vector<std::string> ids;
    for (const Item& item : all) ids.push_back(item.id);
    check_ids(wanted, ids);
    std::erase_if(all, [&](const Item& i) { return std::find(wanted.begin(), wanted.end(), i.id) == wanted.end(); });
}

/// One line per entry: id, how much it runs, what it says.
std::string list_of(const std::vector<Contrast>& contrasts);

StudyAnswers answer_with_progress(const std::vector<Contrast>& contrasts, const StudyChoices& choices,
                                  const std::string& label);

}  // namespace cicatrix::cli
