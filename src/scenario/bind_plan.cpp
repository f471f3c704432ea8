// SPDX-License-Identifier: Apache-2.0
// What is done to the skin, with the combinations that cannot be.
#include "bind.hpp"

#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/hygiene.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double longest_routine_h = 3650 * day.size;
constexpr double most_applications = 20000;  // of one product in one run

std::string in_days(double h) {
    return to_text(std::round(h / day.size * 1000) / 1000) + " d";
}

Device bind_device(Reader& r, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    const std::string kind = r.choice("kind");
    // What is not said is as usual for that kind of device.
    Device d = standard_device(kind == "roller"  ? DeviceKind::roller
                               : kind == "stamp" ? DeviceKind::stamp
                                                 : DeviceKind::pen);
    if (r.has("needle_length")) d.needle_length_mm = r.quantity("needle_length");
    if (r.has("needle_diameter")) d.needle_diameter_um = r.quantity("needle_diameter") / um.size;
    if (r.has("tip_length")) d.tip_length_um = r.quantity("tip_length") / um.size;
    if (r.has("needles")) d.needles = static_cast<int>(r.integer("needles"));
    d.uses_since_replacement = r.number("uses");
    d.shared = r.flag("shared");
    const double needle_um = d.needle_length_mm / um.size;
    if (!r.has("tip_length")) d.tip_length_um = std::min(d.tip_length_um, needle_um);
    if (diagnostics.complaints().size() != before) return d;
    if (d.needle_length_mm > longest_needle_mm(d.kind))
        r.complain("needle_length", "a " + kind + " is not made with needles of " + to_text(d.needle_length_mm) + " mm",
                   "at most " + to_text(longest_needle_mm(d.kind)) + " mm for a " + kind);
    if (d.tip_length_um > needle_um)
        r.complain("tip_length", "the tip is longer than the needle", "at most " + to_text(needle_um) + " um");
    return d;
}

Disinfection bind_disinfection(Reader& routine, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    Reader r = routine.section("disinfection");
    Disinfection d;
    d.agent = r.choice("agent");
    d.soak_h = r.quantity("soak");
    d.skin_cleaned = r.flag("skin_cleaned");
    if (diagnostics.complaints().size() != before) return d;
    const Disinfectant* agent = find_disinfectant(d.agent);
    if (d.agent == "none" && d.soak_h > 0)
        r.complain("soak", "the head is soaked, but in nothing",
                   "an agent: " + std::string{find_key("routine.disinfection.agent")->choices});
    else if (agent && d.agent != "none" && !agent->single_use && d.soak_h <= 0)
        r.complain("agent", in_quotes(d.agent) + " does nothing without time to act", "soak = \"10 min\" beside it");
    return d;
}

void check_rhythm(Reader& r, const Routine& routine) {
    if (routine.sessions < 2) return;
    const double span_h = (routine.sessions - 1) * routine.every_h;
    const std::string course = std::to_string(routine.sessions) + " sessions";
    if (routine.every_h < day.size)
        r.complain("every", course + " in " + in_days(span_h) + " are more sessions than days",
                   "at least 1 d from one session to the next");
    else if (routine.first_at_h + span_h > longest_routine_h)
        r.complain(r.has("sessions") ? "sessions" : "every",
                   course + " every " + in_days(routine.every_h) + " take " + in_days(span_h),
                   "a course of at most " + in_days(longest_routine_h));
}

Routine bind_routine(Reader& r, const Device& device, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    Routine routine;
    routine.sessions = static_cast<int>(r.integer("sessions"));
    routine.every_h = r.quantity("every");
    routine.first_at_h = r.quantity("first_at");
    routine.technique.passes = static_cast<int>(r.integer("passes"));
    routine.technique.directions = static_cast<int>(r.integer("directions"));
    routine.technique.pressure = r.number("pressure");
    routine.technique.drag_um = r.quantity("drag") / um.size;
    routine.technique.depth_spread = r.number("depth_spread");
    routine.disinfection = bind_disinfection(r, diagnostics);
    if (diagnostics.complaints().size() != before) return routine;
    check_rhythm(r, routine);
    if (device.kind == DeviceKind::stamp && routine.technique.drag_um > 0)
        r.complain("drag", "a stamp is lifted straight off and drags nothing", "0 um, or a pen or a roller");
    if (r.has("directions") && routine.technique.directions > routine.technique.passes)
        r.complain("directions",
                   std::to_string(routine.technique.passes) + " passes cannot run in " +
                       std::to_string(routine.technique.directions) + " directions",
                   "at most as many directions as passes");
    return routine;
}

/// A laser has no chemistry, tablets do not lie on the skin, and what holds no water has no pH.
OwnChemistry bind_own(Reader& r, const std::string& product) {
    const ProductFacts* p = find_product(product);
    if (!p && product != "pigment laser") return {};  // told already
    const bool on_skin = p && p->antiviral == 0.0;
    for (std::string_view name : {"molar_mass", "log_kow", "acid_pka", "ph"})
        if (r.has(name) && !on_skin)
            r.complain(name, in_quotes(product) + " is not put on the skin", "a product that is put on");
    if (on_skin && r.has("ph") && !p->chemistry.ph)
        r.complain("ph", in_quotes(product) + " holds no water, so it has no pH", "a product with water");
    const auto said = [&](std::string_view name) {
        return r.has(name) ? std::optional{r.number(name)} : std::optional<double>{};
    };
    return {said("molar_mass"), said("log_kow"), said("acid_pka"), said("ph")};
}

Aftercare bind_one(Reader& r, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    Aftercare a{r.choice("product"), r.quantity("at"), r.quantity("every"), r.quantity("for"), r.number("amount"), {}};
    a.own = bind_own(r, a.product);
    if (!r.has("product")) r.complain("product", "is missing", allowed_text(*find_key("aftercare[].product")));
    if (diagnostics.complaints().size() != before) return a;
    if (a.every_h > 0 && a.for_h <= a.at_h)
        r.complain(r.has("for") ? "for" : "every",
                   "it is put on again every " + in_days(a.every_h) + ", but for no time",
                   "for longer than " + in_days(a.at_h));
    else if (a.for_h > 0 && a.every_h <= 0)
        r.complain("for", "says how long, but not how often", "every = \"12 h\" beside it");
    else if (a.every_h > 0 && (a.for_h - a.at_h) / a.every_h > most_applications)
        r.complain("every", "would be put on " + to_text(std::floor((a.for_h - a.at_h) / a.every_h)) + " times",
                   "at most " + to_text(most_applications) + " times");
    return a;
}

void refuse_without_device(Reader& root) {
    for (std::string_view name : {"routine", "aftercare"})
        if (const Node* n = root.node(name); n && !(n->array() && n->array()->empty()))
            root.complain(name, "there is no [device] to do it with", "a section [device], or none of this");
}

}  // namespace

Plan bind_plan(Reader& root, Diagnostics& diagnostics, double& last_session_h) {
    Plan plan;
    Reader device = root.section("device");
    Reader routine = root.section("routine");
    if (device.present()) plan.device = bind_device(device, diagnostics);
    plan.routine = bind_routine(routine, plan.device.value_or(Device{}), diagnostics);
    if (!plan.device && !root.has("device")) refuse_without_device(root);
    for (Reader& r : root.list("aftercare")) plan.aftercare.push_back(bind_one(r, diagnostics));
    Reader exposure = root.section("exposure");
    plan.sun = {exposure.quantity("uv") / sed_per_day.size, exposure.number("spf")};
    plan.occlusion_h = exposure.quantity("dressing");
    if (plan.device) last_session_h = plan.routine.first_at_h + (plan.routine.sessions - 1) * plan.routine.every_h;
    return plan;
}

std::vector<Therapy> bind_therapy(Reader& root, Diagnostics& diagnostics, double end_h) {
    const bool end_known = diagnostics.empty();
    std::vector<Therapy> all;
    for (Reader& r : root.list("therapy")) {
        const std::size_t before = diagnostics.complaints().size();
        Therapy t{r.choice("product"), r.quantity("from"), r.has("until") ? r.quantity("until") : end_h,
                  r.quantity("every"), r.number("amount"), {}};
        t.own = bind_own(r, t.product);
        if (!r.has("product")) r.complain("product", "is missing", allowed_text(*find_key("therapy[].product")));
        all.push_back(t);
        if (diagnostics.complaints().size() != before) continue;
        if (r.has("until") && t.until_h <= t.from_h)
            r.complain("until", "ends at " + in_days(t.until_h) + ", before it begins at " + in_days(t.from_h),
                       "later than " + in_days(t.from_h));
        else if (end_known && t.from_h >= end_h)
            r.complain("from", "begins at " + in_days(t.from_h) + "; the run ends at " + in_days(end_h),
                       "earlier than " + in_days(end_h));
    }
    return all;
}

}  // namespace cicatrix
