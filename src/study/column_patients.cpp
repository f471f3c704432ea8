// SPDX-License-Identifier: Apache-2.0
// Patients are held to the ranges of the scenario format, so that there is one table of what is allowed.
#include "column_patients.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/outcomes/expectable.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

struct Said {
    std::string_view key;
    double canonical;
};

std::vector<Said> said_of(const ColumnPatient& p) {
    return {{"device.needle_length", p.device.needle_length_mm * mm.size},
            {"device.needle_diameter", p.device.needle_diameter_um * um.size},
            {"device.tip_length", p.device.tip_length_um * um.size},
            {"device.needles", static_cast<double>(p.device.needles)},
            {"device.uses", p.device.uses_since_replacement},
            {"routine.passes", static_cast<double>(p.technique.passes)},
            {"routine.directions", static_cast<double>(p.technique.directions)},
            {"routine.pressure", p.technique.pressure},
            {"routine.drag", p.technique.drag_um * um.size},
            {"routine.depth_spread", p.technique.depth_spread}};
}

const ScenarioKey& key_named(std::string_view path) {
    const auto keys = scenario_keys();
    return *std::find_if(keys.begin(), keys.end(), [&](const ScenarioKey& k) { return k.path == path; });
}

void check_patient(const std::string& name, const ColumnPatient& patient) {
    for (const Said& said : said_of(patient)) {
        const ScenarioKey& key = key_named(said.key);
        // What is no number is in no range.
        if (key.low <= said.canonical && said.canonical <= key.high) continue;
        const std::string unit = key.kind == "quantity" ? " mm" : "";
        throw RunError{name + ": " + std::string{said.key} + " is " + to_text(said.canonical) + unit +
                       "; allowed is from " + to_text(key.low) + " to " + to_text(key.high) + unit + "."};
    }
    const double longest_mm = longest_needle_mm(patient.device.kind);
    if (patient.device.needle_length_mm > longest_mm)
        throw RunError{name + ": a " + std::string{to_string(patient.device.kind)} + " has needles of at most " +
                       to_text(longest_mm) + " mm, not " + to_text(patient.device.needle_length_mm) + " mm."};
}

void check_observable(const std::string& written) {
    const auto dot = written.find('.');
    const std::string name = written.substr(0, dot);
    std::vector<std::string> names;
    for (const ObservableFacts& known : observable_table()) {
        names.emplace_back(known.name);
        if (known.name != name) continue;
        if (dot == std::string::npos) return;
        if (known.is_series && std::find(picks.begin(), picks.end(), written.substr(dot + 1)) != picks.end()) return;
        throw InputError{name + " has no value " + in_quotes(written.substr(dot + 1))};
    }
    const std::string near = nearest(name, names);
    throw InputError{"there is no observable " + in_quotes(name) +
                     (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

}  // namespace

std::string name_of(const std::vector<ColumnPatient>& patients, std::size_t patient) {
    const std::string& name = patients[patient].name;
    return name.empty() ? "patient " + std::to_string(patient + 1) : name;
}

void check_cohort(const Scenario& scenario, const std::vector<ColumnPatient>& patients,
                  const ColumnCohortOptions& options) {
    if (!scenario.plan.device) throw InputError{"a cohort of columns needs a scenario in which somebody is needled"};
    for (const std::string& observable : options.observables) check_observable(observable);
    for (std::size_t p = 0; p < patients.size(); ++p) check_patient(name_of(patients, p), patients[p]);
}

}  // namespace cicatrix
