// SPDX-License-Identifier: Apache-2.0
// The shipped scenarios, run once per process at preview resolution.
#pragma once

#include "cicatrix/study/run.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace cicatrix::test {

/// Names of all scenarios in the folder, without ".toml", sorted.
std::vector<std::string> shipped_names();
/// The run of one, made when first asked for. A seed of zero: that of the file.
const RunResult& shipped(const std::string& name, std::uint64_t seed = 0);

double scalar(const RunResult& r, const std::string& name);
double peak(const RunResult& r, const std::string& name);
double final(const RunResult& r, const std::string& name);
/// Mean over the looks just before each session but the first.
double before_sessions(const RunResult& r, const std::string& name);

}  // namespace cicatrix::test
