// SPDX-License-Identifier: Apache-2.0
#include "synthetic.hpp"

#include <cmath>
#include <limits>

namespace cicatrix::synthetic {
namespace {

constexpr double end_d = 160;

/// Sum over sessions of a pulse that rises within `rise_d` and fades over `fade_d`.
double pulses(const Findings& f, double day, double rise_d, double fade_d) {
    double sum = 0;
    for (const double s : f.session_d)
        if (day >= s) sum += (1 - std::exp(-(day - s) / rise_d)) * std::exp(-(day - s) / fade_d);
    return sum;
}

void add(Findings& f, const std::string& name, const std::string& unit, const std::string& meaning, double base,
         double height, double rise_d, double fade_d) {
    Series series{unit, meaning, {}};
    for (const double day : f.time_d) series.value.push_back(base + height * pulses(f, day, rise_d, fade_d));
    f.series[name] = series;
}

Findings findings(int sessions, double every_d, double harshness) {
    Findings f;
    for (int i = 0; i < sessions; ++i) f.session_d.push_back(i * every_d);
    for (double day = 0; day <= end_d; day += day < 30 ? 0.25 : 1) f.time_d.push_back(day);
    add(f, "erythema", "delta a*", "redness against untreated skin", 0, 4 + 6 * harshness, 0.3, 1 + 6 * harshness);
    add(f, "barrier_integrity", "1", "water barrier against healthy skin", 1, -0.1 - 0.5 * harshness, 0.01, 2);
    add(f, "inflammation", "1", "inflammatory cells and signals", 0, 1 + harshness, 0.5, 2 + 8 * harshness);
    add(f, "collagen_gain", "%", "collagen of the upper dermis", 0, 3 - 2 * harshness, 30, 300);
    add(f, "scar_index", "1", "disordered share", 0.002, 0.03 * harshness * harshness, 10, 1000);
    add(f, "pih_index", "delta ITA", "darkening", 0, 5 * harshness, 5, 60);
    add(f, "ita", "deg", "individual typology angle", 41, -5 * harshness, 5, 60);
    add(f, "bacterial_load", "log10 CFU/cm2", "bacteria", 2.5, 3 * harshness, 1, 3);
    add(f, "tewl", "g/m2/h", "water lost through the skin", 8, 20 * harshness, 0.01, 2);
    f.scalars["erythema_duration"] = {"h", "time with visible redness after a session", 36 + 200 * harshness};
    f.scalars["wound_depth"] = {"um", "depth really reached", 400 + 300 * harshness};
    f.scalars["wound_volume"] = {"mm3/cm2", "tissue swept by needles", 0.0004 + harshness};
    f.scalars["puncture_density"] = {"1/cm2", "punctures of a session", 12345};
    f.scalars["infected"] = {"bool", "bacteria above the clinical threshold", harshness > 0.5 ? 1.0 : 0.0};
    f.scalars["pih_duration"] = {"d", "time with visible dark marks", std::numeric_limits<double>::quiet_NaN()};
    return f;
}

SectionSet section(const Findings& f, const std::vector<double>& x_um, const std::vector<double>& z_um,
                   const std::string& field, const std::string& unit, double height, double fade_d) {
    SectionSet set{field, unit, "made-up " + field + " through depth", {}};
    for (double day = 0; day <= end_d; day += day < 7 ? 1 : 7) {
        Section frame{day, static_cast<int>(x_um.size()), static_cast<int>(z_um.size()), {}};
        for (const double z : z_um)
            for (const double x : x_um) {
                const double wave = 0.5 + 0.5 * std::cos(x / 60);
                const double value = height * pulses(f, day, 0.5, fade_d) * wave * std::exp(-z / 300);
                frame.value.push_back(z < 15 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(value));
            }
        set.frames.push_back(frame);
    }
    return set;
}

std::string scenario_text(const std::string& title, int sessions, double every_d, double harshness) {
    std::string text = "title = \"" + title + "\"\n[device]\nkind = \"pen\"\nneedle_length = \"" +
                       (harshness > 0.5 ? "1.0" : "0.5") + " mm\"\n[routine]\nsessions = " + std::to_string(sessions) +
                       "\nevery = \"" + std::to_string(every_d).substr(0, 4) + " d\"\n";
    if (harshness > 0.5)
        text += "[[aftercare]]\nproduct = \"glycolic serum\"\nat = \"0 h\"\n";
    else
        text += "disinfection = { agent = \"isopropanol 70 %\", soak = \"10 min\" }\n[exposure]\nspf = 30\n";
    return text;
}

std::vector<Harm> harms(double harshness) {
    const Level worst = static_cast<Level>(std::lround(3 * harshness));
    return {{"inflammation", worst, "Inflammation does not settle before the next session begins."},
            {"barrier", worst, "The water barrier is back within 72 h after every session."},
            {"infection", harshness > 0.8 ? Level::marked : Level::none, "Bacteria stay below 1e5 CFU/g."},
            {"pigment", harshness > 0.6 ? Level::mild : Level::none, "The skin never darkens visibly."},
            {"scar", worst, "1.2 % of the collagen lies in disordered bundles."},
            {"collagen loss", Level::none, "The skin ends with 4.1 % more collagen than untreated skin."}};
}

std::vector<ParameterRecord> parameters() {
    const Source guess = assumed("half-way between two published models");
    constexpr Source seen{"doe2020", "Table 1", Evidence::measured_human};
    return {
        {"neutrophils", "decay", "mu_N", "1/h", "death of neutrophils", Rate, 1, 0.1, 0.1, {0, 1}, {0.05, 0.2}, guess},
        {"barrier", "recovery", "k_B", "1/h", "closing of the barrier", Rate, 1, 0.05, 0.05, {0, 1}, {0, 1}, seen}};
}

}  // namespace

RunResult result(const std::string& title, int sessions, double every_d, double harshness) {
    RunResult r{};
    r.scenario.title = title;
    r.scenario.note = "Made-up numbers for trying the page.";
    r.scenario.path = "scenarios/" + title + ".toml";
    r.scenario.text = scenario_text(title, sessions, every_d, harshness);
    r.findings = findings(sessions, every_d, harshness);
    r.verdict = harms(harshness);
    r.parameters = parameters();
    for (double x = 12.5; x < 1200; x += 25) r.x_um.push_back(x);
    for (double edge = 0, step = 10; edge < 2600; edge += step, step = std::fmin(60, step * 1.06))
        r.z_um.push_back(edge + step / 2);
    r.sections = {section(r.findings, r.x_um, r.z_um, "neutrophils", "cells/mm3", 900, 2),
                  section(r.findings, r.x_um, r.z_um, "collagen_iii", "ug/mm3", 60, 60),
                  section(r.findings, r.x_um, r.z_um, "tgf_active", "pg/mm3", 0.0021, 4)};
    r.assumed_share = 0.5;
    r.hash = "0123456789abcdef0123456789abcdef";
    r.wall_s = 61.25;
    r.voxels = 138240;
    r.steps = 1042;
    r.rejected = 37;
    return r;
}

std::vector<RunResult> results(int count) {
    const std::vector<RunResult> all{result("Home routine within the rules", 6, 28, 0.05),
                                     result("Clinic course", 4, 28, 0.2),
                                     result("The cautionary case: 1.0 mm twice a week, never disinfected", 6, 3.5, 1.0),
                                     result("The same, but disinfected", 6, 3.5, 0.8),
                                     result("The same, but once a month", 6, 28, 0.55),
                                     result("The same, without the acid serum", 6, 3.5, 0.7),
                                     result("The same, 0.5 mm", 6, 3.5, 0.45),
                                     result("Untreated", 0, 28, 0.0)};
    return {all.begin(), all.begin() + count};
}

std::vector<const RunResult*> pointers(const std::vector<RunResult>& list) {
    std::vector<const RunResult*> out;
    for (const RunResult& r : list) out.push_back(&r);
    return out;
}

}  // namespace cicatrix::synthetic
