// SPDX-License-Identifier: Apache-2.0
// From a document to a scenario, or every complaint at once.
#include "bind.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double most_frames = 5000;  // whole states in one result file

double bind_melanin(Reader& person) {
    const std::string phototype = person.choice("phototype");  // read in any case: a wrong one is told beside the pair
    if (!person.has("melanin")) return melanin_of_phototype(phototype).value_or(Person{}.melanin);
    if (person.has("phototype"))
        person.complain("melanin", "is given beside the phototype; they are two names for one thing",
                        "either phototype or melanin");
    return person.number("melanin");
}

double level_of(const Person& person, std::string_view condition) {
    const auto it = person.conditions.find(condition);
    return it == person.conditions.end() ? 0.0 : it->second;
}

Resolution bind_resolution(Reader& run, Diagnostics& diagnostics) {
    const Node* node = run.node("resolution");
    if (!node || !node->table()) return *find_resolution(run.choice("resolution"));
    const std::size_t before = diagnostics.complaints().size();
    Reader table = run.section("resolution");
    Resolution r;
    r.nx = static_cast<int>(table.integer("nx"));
    r.ny = static_cast<int>(table.integer("ny"));
    r.lateral_um = table.quantity("lateral") / um.size;
    r.finest_um = table.quantity("finest") / um.size;
    r.growth = table.number("growth");
    r.coarsest_um = table.has("coarsest") ? table.quantity("coarsest") / um.size
                                          : std::max(table.quantity("coarsest") / um.size, r.finest_um);
    if (diagnostics.complaints().size() == before && r.coarsest_um < r.finest_um)
        table.complain("coarsest", "the coarsest plane is thinner than the finest",
                       "at least " + to_text(r.finest_um) + " um");
    return r;
}

}  // namespace

Person bind_person(Reader& root) {
    Reader r = root.section("person");
    Person p;
    p.age_y = r.number("age");
    p.sex = r.choice("sex") == "male" ? Sex::male : Sex::female;
    p.melanin = bind_melanin(r);
    p.site = r.choice("site");
    Reader conditions = r.section("conditions");
    for (std::string_view name : condition_names())
        if (conditions.has(name)) p.conditions[std::string{name}] = conditions.number(name);
    return p;
}

RunPlan bind_run(Reader& root, Diagnostics& diagnostics, double last_session_h) {
    const std::size_t before = diagnostics.complaints().size();
    Reader r = root.section("run");
    RunPlan run;
    run.follow_up_h = r.quantity("follow_up");
    const Node* resolution = r.node("resolution");
    run.resolution = bind_resolution(r, diagnostics);
    run.resolution_name = resolution && resolution->table()  ? "explicit"
                          : resolution && resolution->text() ? *resolution->text()
                                                             : RunPlan{}.resolution_name;
    run.precision = find_precision(r.choice("precision")).value_or(run.precision);
    run.seed = static_cast<std::uint64_t>(r.integer("seed"));
    run.frames_every_h = r.quantity("frames_every");
    run.end_h = last_session_h + run.follow_up_h;
    if (diagnostics.complaints().size() != before) return run;
    if (run.end_h <= 0) r.complain("follow_up", "the run would end when it begins", "a time longer than 0 d");
    if (run.frames_every_h > 0 && run.end_h / run.frames_every_h > most_frames)
        r.complain("frames_every",
                   "would store " + to_text(std::floor(run.end_h / run.frames_every_h)) + " whole states",
                   "at most " + to_text(most_frames));
    return run;
}

std::optional<Scenario> bind_scenario(const Document& document, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    Reader root{&document.root, "", "", diagnostics};
    Scenario s;
    s.path = document.path;
    s.title = root.text("title");
    s.note = root.text("note");
    s.person = bind_person(root);
    double last_session_h = 0;
    s.plan = bind_plan(root, diagnostics, last_session_h);
    s.plan.earlier = {level_of(s.person, "sunburn"), level_of(s.person, "recent_peel"),
                      level_of(s.person, "recent_laser")};
    s.run = bind_run(root, diagnostics, last_session_h);
    s.plan.therapy = bind_therapy(root, diagnostics, s.run.end_h);
    // A named resolution speaks of steps as well as of voxels; an override still has the last word.
    if (const auto tolerance = step_tolerance(s.run.resolution_name))
        s.adjustments.set["numerics.tolerance"] = *tolerance;
    bind_overrides(root.node("override"), s.person, root.place("person"), s.adjustments, diagnostics);
    s.expect = bind_expectations(root.node("expect"), diagnostics);
    if (diagnostics.complaints().size() == before) {
        // Only a person and a grid that are themselves in order can be put together.
        Reader run{root.node("run"), "run", "run", diagnostics};
        check_memory(run, s.person, s.adjustments, s.run.resolution);
    }
    if (diagnostics.complaints().size() > before) return std::nullopt;
    return s;
}

}  // namespace cicatrix
