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
/// One as shipped, at another resolution with that resolution's step tolerance. A seed of zero: that of the file.
Scenario shipped_scenario(const std::string& name, std::uint64_t seed = 0, const std::string& resolution = "preview");
/// Its run, made when first asked for.
const RunResult& shipped(const std::string& name, std::uint64_t seed = 0, const std::string& resolution = "preview");

double scalar(const RunResult& r, const std::string& name);
double peak(const RunResult& r, const std::string& name);
double final(const RunResult& r, const std::string& name);
/// The look just before each session but the first.
std::vector<double> before_sessions(const RunResult& r, const std::string& name);
double mean(const std::vector<double>& values);

}  // namespace cicatrix::test
