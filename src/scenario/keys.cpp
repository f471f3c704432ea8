// SPDX-License-Identifier: Apache-2.0
// Every key of a scenario file, once: checks, documentation and the JSON Schema all read this table.
#include "keys.hpp"

#include "cicatrix/protocol/timeline.hpp"

#include <deque>

namespace cicatrix {
namespace {

constexpr double um_ = 1e-3, h_ = 1, d_ = 24, y_ = 8766, sed_d_ = 1.0 / 24;  // canonical sizes, for the ranges below

/// Lists that other floors own, as choices; and one key per condition.
struct Lists {
    std::string sites, products, therapies, agents;
    std::deque<std::string> condition_paths;
};

template <class Rows, class Name>
std::string choices_of(const Rows& rows, Name name) {
    std::vector<std::string> names;
    for (const auto& row : rows) names.emplace_back(name(row));
    return joined(names, between_choices);
}

Lists make_lists() {
    const auto itself = [](std::string_view s) { return s; };
    Lists l;
    l.sites = choices_of(site_table(), [](const SiteFacts& s) { return s.name; });
    l.products = choices_of(product_table(), [](const ProductFacts& p) { return p.name; });
    l.therapies = l.products;
    if (!find_product("pigment laser")) l.therapies = joined({l.products, "pigment laser"}, between_choices);
    l.agents = choices_of(disinfectant_names(), itself);
    for (std::string_view name : condition_names()) {
        l.condition_paths.emplace_back("person.conditions.");
        l.condition_paths.back() += name;
    }
    return l;
}

ScenarioKey table(std::string_view path, std::string_view meaning) {
    return {path, "table", Fraction, "", 0, 0, "", meaning};
}
ScenarioKey text(std::string_view path, std::string_view meaning) {
    return {path, "text", Fraction, "", 0, 0, "", meaning};
}
ScenarioKey choice(std::string_view path, std::string_view standard, std::string_view choices,
                   std::string_view meaning) {
    return {path, "choice", Fraction, standard, 0, 0, choices, meaning};
}
ScenarioKey flag(std::string_view path, std::string_view meaning) {
    return {path, "switch", Fraction, "false", 0, 0, "", meaning};
}
ScenarioKey integer(std::string_view path, std::string_view standard, Range r, std::string_view meaning) {
    return {path, "integer", Fraction, standard, r.low, r.high, "", meaning};
}
ScenarioKey number(std::string_view path, std::string_view standard, Range r, std::string_view meaning) {
    return {path, "number", Fraction, standard, r.low, r.high, "", meaning};
}
ScenarioKey quantity(std::string_view path, Dimension dimension, std::string_view standard, Range r,
                     std::string_view meaning) {
    return {path, "quantity", dimension, standard, r.low, r.high, "", meaning};
}

using Keys = std::vector<ScenarioKey>;

std::string_view meaning_of_condition(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('.') + 1);
    if (name == "sunburn" || name.starts_with("recent_"))
        return "How severe it is as the run begins; it heals as it will (routine.first_at waits for it)";
    return "Level of the condition, for the whole run";
}

void add_person(Keys& k, const Lists& l) {
    k.push_back(table("person", "Whose skin it is"));
    k.push_back(number("person.age", "35", {16, 100}, "Age in years"));
    k.push_back(choice("person.sex", "female", "female | male", "Sex; sets the thickness of the dermis"));
    k.push_back(choice("person.phototype", "III", "I | II | III | IV | V | VI", "Fitzpatrick skin type"));
    k.push_back(number("person.melanin", "", {0, 1}, "Relative epidermal melanin, instead of the phototype"));
    k.push_back(choice("person.site", "cheek", l.sites, "Facial site"));
    k.push_back(table("person.conditions", "Conditions as levels from 0 (absent) to 1 (severe)"));
    for (const std::string& path : l.condition_paths)
        k.push_back(number(path, "0", {0, 1}, meaning_of_condition(path)));
}

void add_device(Keys& k) {
    k.push_back(table("device", "What needles; without this section nothing is done to the skin"));
    k.push_back(choice("device.kind", "pen", "pen | roller | stamp", "Kind of device"));
    k.push_back(quantity("device.needle_length", Length, "0.5 mm", {100 * um_, 3500 * um_}, "Nominal needle length"));
    k.push_back(quantity("device.needle_diameter", Length, "250 um", {30 * um_, 500 * um_},
                         "Diameter of the shaft; default of a pen, a roller and a stamp have their own"));
    k.push_back(quantity("device.tip_length", Length, "400 um", {5 * um_, 3000 * um_},
                         "Over which the tip tapers; default of a pen"));
    k.push_back(integer("device.needles", "12", {1, 2000}, "Needles of the head; default of a pen"));
    k.push_back(number("device.uses", "0", {0, 1000}, "Sessions since the head was replaced"));
    k.push_back(flag("device.shared", "Used on other people too"));
}

void add_routine(Keys& k, const Lists& l) {
    k.push_back(table("routine", "When and how the device is used"));
    k.push_back(integer("routine.sessions", "1", {1, 500}, "Number of sessions"));
    k.push_back(quantity("routine.every", Time, "28 d", {1 * h_, 3650 * d_}, "Time from one session to the next"));
    k.push_back(quantity("routine.first_at", Time, "0 h", {0, 3650 * d_}, "Start of the first session"));
    k.push_back(integer("routine.passes", "4", {1, 64}, "Passes over the same skin in one session"));
    k.push_back(integer("routine.directions", "3", {1, 8}, "Directions in which the passes run"));
    k.push_back(number("routine.pressure", "1", {0.1, 5}, "Pressure relative to proper use"));
    k.push_back(quantity("routine.drag", Length, "0 um", {0, 2000 * um_}, "Sideways movement while a needle is in"));
    k.push_back(
        number("routine.depth_spread", "0.15", {0, 1},
               "How unevenly the hand works: relative spread of a pen's depth, of the force on a roller or stamp"));
    k.push_back(table("routine.disinfection", "What is done against germs before each session"));
    k.push_back(choice("routine.disinfection.agent", "none", l.agents, "How the needles are made clean"));
    k.push_back(
        quantity("routine.disinfection.soak", Time, "0 min", {0, 24 * h_}, "How long the head lies in the agent"));
    k.push_back(flag("routine.disinfection.skin_cleaned", "Skin cleansed with an antiseptic beforehand"));
}

void add_care(Keys& k, const Lists& l) {
    k.push_back(table("aftercare[]", "A product put on after each session"));
    k.push_back(choice("aftercare[].product", "", l.products, "What is put on"));
    k.push_back(quantity("aftercare[].at", Time, "0 h", {0, 365 * d_}, "Time after the session"));
    k.push_back(quantity("aftercare[].every", Time, "0 h", {0, 365 * d_}, "Put on again this often; 0: once"));
    k.push_back(quantity("aftercare[].for", Time, "0 h", {0, 3650 * d_}, "Until this long after the session"));
    k.push_back(number("aftercare[].amount", "1", {0, 10}, "Amount relative to a usual application"));
    k.push_back(number("aftercare[].molar_mass", "", {1, 1e7}, "Own product: molar mass of what acts, g/mol"));
    k.push_back(number("aftercare[].log_kow", "", {-20, 15}, "Own product: log10 of octanol over water, uncharged"));
    k.push_back(number("aftercare[].acid_pka", "", {0, 14}, "Own product: pKa of what acts, where that is an acid"));
    k.push_back(number("aftercare[].ph", "", {0, 14}, "Own product: pH"));
    k.push_back(table("exposure", "Daylight and dressing"));
    k.push_back(quantity("exposure.uv", DoseRate, "0.5 SED/d", {0, 60 * sed_d_}, "Erythemal dose on bare skin"));
    k.push_back(number("exposure.spf", "1", {1, 100}, "Sun protection factor as applied"));
    k.push_back(quantity("exposure.dressing", Time, "0 h", {0, 30 * d_}, "Skin covered airtight after each session"));
    k.push_back(table("therapy[]", "A treatment of the consequences"));
    k.push_back(choice("therapy[].product", "", l.therapies, "What is used"));
    k.push_back(quantity("therapy[].from", Time, "0 d", {0, 3650 * d_}, "Begin, counted from the start of the run"));
    k.push_back(quantity("therapy[].until", Time, "", {0, 7300 * d_}, "End; if absent, the end of the run"));
    k.push_back(quantity("therapy[].every", Time, "1 d", {1 * h_, 365 * d_}, "Time from one use to the next"));
    k.push_back(number("therapy[].amount", "1", {0, 10}, "Amount relative to a usual application"));
    k.push_back(number("therapy[].molar_mass", "", {1, 1e7}, "Own product: molar mass of what acts, g/mol"));
    k.push_back(number("therapy[].log_kow", "", {-20, 15}, "Own product: log10 of octanol over water, uncharged"));
    k.push_back(number("therapy[].acid_pka", "", {0, 14}, "Own product: pKa of what acts, where that is an acid"));
    k.push_back(number("therapy[].ph", "", {0, 14}, "Own product: pH"));
}

void add_run(Keys& k) {
    k.push_back(table("run", "How the run is done"));
    k.push_back(quantity("run.follow_up", Time, "180 d", {0, 10 * y_}, "Time after the last session"));
    k.push_back(choice("run.resolution", "standard", "sketch | preview | standard | fine",
                       "Fineness by name, or a table with nx, ny, lateral, finest, growth, coarsest"));
    k.push_back(integer("run.resolution.nx", "48", {1, 100000}, "Voxels along x; 1 makes a slice or a column"));
    k.push_back(integer("run.resolution.ny", "48", {1, 100000}, "Voxels along y; 1 makes a slice or a column"));
    k.push_back(quantity("run.resolution.lateral", Length, "25 um", {1 * um_, 1000 * um_}, "Voxel width"));
    k.push_back(
        quantity("run.resolution.finest", Length, "5 um", {0.1 * um_, 100 * um_}, "Plane thickness at the top"));
    k.push_back(number("run.resolution.growth", "1.12", {1, 2}, "Ratio of neighbouring plane thicknesses"));
    k.push_back(quantity("run.resolution.coarsest", Length, "60 um", {1 * um_, 1000 * um_}, "Thickest plane"));
    k.push_back(choice("run.precision", "single", "single | double",
                       "Numbers that a step calculates with; the state is kept in double precision in any case"));
    k.push_back(integer("run.seed", "1", {0, 9007199254740992.0}, "Names the draw of punctures"));
    k.push_back(quantity("run.frames_every", Time, "0 d", {0, 3650 * d_}, "Whole states in the result; 0: automatic"));
}

Keys make_keys(const Lists& l) {
    Keys k;
    k.push_back(text("title", "One line that says what this is"));
    k.push_back(text("note", "Anything a reader should know"));
    k.push_back(text("extends", "Another scenario file; this one says only what differs"));
    add_person(k, l);
    add_device(k);
    add_routine(k, l);
    add_care(k, l);
    add_run(k);
    k.push_back(table("override", "Parameters of mechanisms, skin, protocol and numerics set to other values"));
    k.push_back(table("expect", "What must come out; makes a scenario a test; not inherited"));
    return k;
}

}  // namespace

std::span<const ScenarioKey> scenario_keys() {
    static const Lists lists = make_lists();
    static const Keys keys = make_keys(lists);
    return keys;
}

const ScenarioKey* find_key(std::string_view path) {
    for (const ScenarioKey& k : scenario_keys())
        if (k.path == path) return &k;
    return nullptr;
}

std::vector<std::string> keys_below(std::string_view path) {
    std::vector<std::string> names;
    for (const ScenarioKey& k : scenario_keys()) {
        std::string_view rest = k.path;
        if (!path.empty()) {
            if (rest.size() <= path.size() + 1 || rest.substr(0, path.size()) != path || rest[path.size()] != '.')
                continue;
            rest.remove_prefix(path.size() + 1);
        }
        if (rest.find('.') != std::string_view::npos) continue;
        if (rest.size() > 2 && rest.substr(rest.size() - 2) == "[]") rest.remove_suffix(2);
        names.emplace_back(rest);
    }
    return names;
}

std::vector<std::string> split_choices(std::string_view choices) {
    std::vector<std::string> parts;
    while (!choices.empty()) {
        const std::size_t end = choices.find(between_choices);
        parts.emplace_back(choices.substr(0, end));
        choices.remove_prefix(end == std::string_view::npos ? choices.size() : end + between_choices.size());
    }
    return parts;
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
    std::string s;
    for (const std::string& n : names) {
        if (!s.empty()) s += between;
        s += n;
    }
    return s;
}

std::string allowed_text(const ScenarioKey& key) {
    if (key.kind == "choice") return std::string{key.choices};
    if (key.kind == "switch") return "true or false";
    if (key.kind == "text") return "a text in quotation marks";
    if (key.kind == "table") return key.path.back() == ']' ? "a list of tables" : "a table";
    const std::string range_to = " to ";
    if (key.kind != "quantity")
        return (key.kind == "integer" ? "a whole number from " : "a number from ") + to_text(key.low) + range_to +
               to_text(key.high);
    const std::string example{key.standard.empty() ? "28 d" : key.standard};
    const AnyUnit unit = parse_quantity(example)->unit;
    const auto in_unit = [&](double canonical) {
        const std::string plain = to_text(canonical / unit.size);
        if (plain.size() <= 6) return plain + ' ' + unit.symbol;
        const AnyUnit usual = *parse_unit(usual_unit(key.dimension));  // "1 h" rather than "0.0416... d"
        return to_text(canonical / usual.size) + ' ' + usual.symbol;
    };
    return describe(key.dimension) + " from " + in_unit(key.low) + range_to + in_unit(key.high) + ", such as \"" +
           example + '"';
}

}  // namespace cicatrix
