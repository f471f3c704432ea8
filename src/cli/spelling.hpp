// SPDX-License-Identifier: Apache-2.0
// Looks at the words of the command line before the parser does, so that a misspelt one is named as such.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cicatrix::cli {

/// A sentence about the first unknown command or option, with the nearest known name, or about an option at the end
/// that lacks its value; empty when nothing is wrong.
std::string misspelt(const CLI::App& program, const std::vector<std::string>& words);

/// "; did you mean 'x'?" or nothing.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known);

}  // namespace cicatrix::cli
