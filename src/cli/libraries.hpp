// SPDX-License-Identifier: Apache-2.0
// What this program was built from and runs with.
#pragma once

#include <string>
#include <vector>

namespace cicatrix::cli {

struct Library {
    std::string name, version;
};
std::vector<Library> libraries();

std::string version_text();
std::string version_json();

}  // namespace cicatrix::cli
