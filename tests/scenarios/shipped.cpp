// SPDX-License-Identifier: Apache-2.0
#include "shipped.hpp"

#include "cicatrix/io/files.hpp"
#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <tuple>

namespace cicatrix::test {
namespace {

std::filesystem::path folder() {
    return std::filesystem::path{CICATRIX_SOURCE_DIR} / "scenarios";
}

const std::vector<double>& values(const RunResult& r, const std::string& name) {
    return r.findings.series.at(name).value;
}

}  // namespace

std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator{folder()})
        if (file.path().extension() == ".toml") names.push_back(file.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Scenario shipped_scenario(const std::string& name, std::uint64_t seed, const std::string& resolution) {
    Scenario scenario = io::load_scenario(folder() / (name + ".toml"));
    set_resolution(scenario, resolution);
    if (seed != 0) scenario.run.seed = seed;
    return scenario;
}

const RunResult& shipped(const std::string& name, std::uint64_t seed, const std::string& resolution) {
    static std::map<std::tuple<std::string, std::uint64_t, std::string>, RunResult> done;
    const std::tuple which{name, seed, resolution};
    const auto place = done.find(which);
    if (place != done.end()) return place->second;
    return done.emplace(which, run(shipped_scenario(name, seed, resolution))).first->second;
}

double scalar(const RunResult& r, const std::string& name) {
    return r.findings.scalars.at(name).value;
}
double peak(const RunResult& r, const std::string& name) {
    return *std::max_element(values(r, name).begin(), values(r, name).end());
}
double final(const RunResult& r, const std::string& name) {
    return values(r, name).back();
}

std::vector<double> before_sessions(const RunResult& r, const std::string& name) {
    const auto& sessions = r.findings.session_d;
    std::vector<double> found;
    for (std::size_t i = 1; i < sessions.size(); ++i)
        found.push_back(last_until({r.findings.time_d, values(r, name)}, sessions[i], values(r, name).front()));
    return found;
}
double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace cicatrix::test
