// SPDX-License-Identifier: Apache-2.0
// Study files: contrasts with the scenarios and the tables of data that they name.
#pragma once

#include "cicatrix/study/contrast.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace cicatrix::io {

/// The files, and those in the folders, by name.
std::vector<std::filesystem::path> study_files(const std::vector<std::string>& names);
/// All entries of these files and folders. InputError when an id is there twice or a table is none.
std::vector<Contrast> read_contrasts(const std::vector<std::string>& names, Diagnostics& diagnostics);

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

}  // namespace cicatrix::io
