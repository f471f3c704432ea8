// SPDX-License-Identifier: Apache-2.0
#include "shipped.hpp"

#include "cicatrix/io/files.hpp"
#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

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

const RunResult& shipped(const std::string& name, std::uint64_t seed) {
    static std::map<std::pair<std::string, std::uint64_t>, RunResult> done;
    const auto place = done.find({name, seed});
    if (place != done.end()) return place->second;
    Scenario scenario = io::load_scenario(folder() / (name + ".toml"));
    scenario.run.resolution_name = "preview";
    scenario.run.resolution = find_resolution("preview").value();
    if (seed != 0) scenario.run.seed = seed;
    return done.emplace(std::pair{name, seed}, run(scenario)).first->second;
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

double before_sessions(const RunResult& r, const std::string& name) {
    const auto& sessions = r.findings.session_d;
    double sum = 0.0;
    for (std::size_t i = 1; i < sessions.size(); ++i)
        sum += last_until({r.findings.time_d, values(r, name)}, sessions[i], values(r, name).front());
    return sessions.size() > 1 ? sum / static_cast<double>(sessions.size() - 1) : values(r, name).back();
}

}  // namespace cicatrix::test
