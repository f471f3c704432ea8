// SPDX-License-Identifier: Apache-2.0
// A typed, validated description of one run.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/protocol/plan.hpp"
#include "cicatrix/tissue/skin.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

/// `observable op value`: a shipped scenario is a test.
struct Expectation {
    std::string observable;           ///< "erythema_duration", "barrier_integrity.final", "verdict.scar"
    std::string text;                 ///< as written: "24 h .. 72 h", ">= 2 %", "none | mild"
    double low = 0, high = 0;         ///< canonical; for numeric ones
    bool beyond_low = false;          ///< "> 2 %": 2 % itself will not do
    bool beyond_high = false;         ///< "< 2 %": the same from the other side
    Dimension dimension{};            ///< of what is written; for numeric ones
    std::vector<std::string> levels;  ///< for verdicts
    Place place;
    /// Whether a number, canonical, is as expected.
    bool holds(double value) const {
        return (beyond_low ? low < value : low <= value) && (beyond_high ? value < high : value <= high);
    }
};

struct RunPlan {
    double follow_up_h = 180 * 24.0;  ///< after the last session
    std::string resolution_name = "standard";
    Resolution resolution;
    Precision precision = Precision::single;
    std::uint64_t seed = 1;
    double frames_every_h = 0;  ///< 0: automatic
    double end_h = 0;           ///< worked out: last session + follow-up
};

/// Which mechanisms make the model. A scenario file cannot say it; who runs scenarios from a program can.
struct MechanismChoice {
    std::set<std::string, std::less<>> off;  ///< laws and answers left out: their fields stay at rest
    std::vector<MechanismEntry> more;        ///< beside those of the catalogue
    /// "without nerves; with itch"; empty for those of the catalogue alone.
    std::string text() const;
};

struct Scenario {
    std::string title, note, path;
    std::string text;  ///< the resolved scenario as TOML, `extends` merged in
    Person person;
    Plan plan;
    RunPlan run;
    Adjustments adjustments;  ///< overrides by the user and the person's traits together
    MechanismChoice mechanisms;
    std::vector<Expectation> expect;
};

/// Builds a scenario, or says all that is wrong with it. `document` has `extends` resolved already.
/// Returns nothing when diagnostics were added.
std::optional<Scenario> bind_scenario(const Document& document, Diagnostics& diagnostics);

/// One key of the scenario format: the single table behind checks, documentation and the JSON Schema.
struct ScenarioKey {
    std::string_view path;      ///< "device.needle_length"; "[]" marks a list of tables
    std::string_view kind;      ///< quantity | number | integer | text | choice | switch | table
    Dimension dimension;        ///< for quantities
    std::string_view standard;  ///< default, as it would be written
    double low, high;           ///< allowed range, canonical
    std::string_view choices;   ///< "pen | roller | stamp"
    std::string_view meaning;
};
std::span<const ScenarioKey> scenario_keys();

/// Coarse to fine: sketch, preview, standard, fine.
std::span<const std::string_view> resolution_names();
std::optional<Resolution> find_resolution(std::string_view name);
/// The step tolerance that goes with a named resolution; nothing for an explicit grid.
std::optional<double> step_tolerance(std::string_view resolution_name);
/// Gives a scenario a named resolution, grid and step tolerance; the name must be known.
void set_resolution(Scenario& scenario, std::string_view name);
/// By name: single, double.
std::optional<Precision> find_precision(std::string_view name);
std::string_view to_string(Precision precision);
/// Memory that a run takes when its state holds so many numbers.
double bytes_of_run(double numbers_of_state);

/// What a person's age, melanin and conditions do to parameters: rows of data with sources.
struct TraitEffect {
    std::string_view trait;      ///< "age", "melanin", or a condition's name
    std::string_view parameter;  ///< "mechanism.parameter"
    double reference, at;        ///< the factor is 1 at `reference` and `factor` at `at`; geometric in between
    double factor;
    Source source;
};
std::span<const TraitEffect> trait_effects();
/// Multiplies the factors of all traits of a person into the adjustments.
void apply_traits(const Person& person, Adjustments& adjustments);

/// Draft-04 JSON Schema of scenario files, as text.
std::string scenario_schema();

}  // namespace cicatrix
