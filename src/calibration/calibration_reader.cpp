// SPDX-License-Identifier: Apache-2.0
// From a file to a calibration: parameters with bounds, targets with what may set a parameter.
#include "cicatrix/calibration/calibration.hpp"
#include "cicatrix/scenario/overrides.hpp"
#include "cicatrix/study/entry_reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace cicatrix {
namespace {

constexpr int most_seeds = 1000, most_evaluations = 100000;

class CalibrationReader {
public:
    CalibrationReader(const Document& document, const TargetsIn& targets, Diagnostics& diagnostics)
        : entry_{document.root, "calibration", diagnostics}, targets_in_{targets}, diagnostics_{diagnostics} {
        calibration_.id = std::filesystem::path{document.path}.stem().string();
    }

    Calibration read() {
        calibration_.title = entry_.needed("title");
        calibration_.note = entry_.text("note");
        calibration_.seeds = whole("seeds", calibration_.seeds, most_seeds);
        calibration_.evaluations = whole("evaluations", calibration_.evaluations, most_evaluations);
        read_parameters();
        read_targets();
        return std::move(calibration_);
    }

private:
    int whole(const std::string& key, int standard, int most) {
        if (!entry_.has(key)) return standard;
        const double written = entry_.number(key);
        if (written >= 1 && written <= most && written == std::floor(written)) return static_cast<int>(written);
        entry_.complain(key, "is no such number", "1 to " + std::to_string(most));
        return standard;
    }

    void read_parameters() {
        const auto known = overridable_parameters();
        for (const Node& n : entry_.list("parameter")) {
            EntryReader entry{n, "parameter", diagnostics_};
            const std::string name = entry.needed("name");
            const auto record =
                std::find_if(known.begin(), known.end(), [&](const ParameterRecord& r) { return name_of(r) == name; });
            if (record == known.end())
                refuse_name(entry, name, known);
            else
                read_parameter(entry, *record);
        }
        if (calibration_.parameters.empty())
            entry_.complain({}, "no parameter is to be fitted", "[[parameter]] with a name");
    }

    static void refuse_name(EntryReader& entry, const std::string& name, const std::vector<ParameterRecord>& known) {
        std::vector<std::string> names;
        for (const ParameterRecord& r : known) names.push_back(name_of(r));
        for (const char* const key : {"bounds", "start"}) entry.has(key);  // not to be called unknown as well
        if (!name.empty())
            entry.complain("name", "no parameter that can be set is called " + in_quotes(name),
                           "as 'cicatrix describe parameters' lists them, those of outcomes apart",
                           nearest(name, names));
    }

    void read_parameter(EntryReader& entry, const ParameterRecord& record) {
        const std::string name = name_of(record);
        CalibratedParameter parameter{record, {record.plausible.low, record.plausible.high}, record.standard};
        if (const Node* bounds = entry.find("bounds")) read_bounds(entry, *bounds, parameter);
        if (const Node* start = entry.find("start"))
            if (const auto value = override_value(record, *start, "parameter.start", diagnostics_))
                parameter.start = *value / record.unit_size;
        if (record.source.evidence == Evidence::convention)
            entry.complain("name", name + " is a convention; nothing in nature says how large it is");
        else if (record.standard == 0.0)
            entry.complain("name", name + " is declared as zero; factors on it cannot be fitted");
        else if (!(parameter.bounds.low < parameter.bounds.high))
            entry.complain("bounds", "leave no room for " + name,
                           "two rising values, such as [\"0.1 1/h\", \"2 1/h\"]");
        else if (!(parameter.bounds.low <= parameter.start && parameter.start <= parameter.bounds.high))
            entry.complain("start", name + " would start at " + to_text(parameter.start) + ", outside of its bounds",
                           to_text(parameter.bounds.low) + " to " + to_text(parameter.bounds.high) + " " +
                               std::string{record.unit});
        for (const CalibratedParameter& other : calibration_.parameters)
            if (name_of(other.record) == name) entry.complain("name", name + " is there twice");
        calibration_.parameters.push_back(parameter);
    }

    void read_bounds(EntryReader& entry, const Node& bounds, CalibratedParameter& parameter) {
        if (!bounds.array() || bounds.array()->size() != 2)
            return entry.complain("bounds", "are no two values", "such as [\"0.1 1/h\", \"2 1/h\"]");
        for (const bool upper : {false, true}) {
            const Node& written = (*bounds.array())[upper ? 1 : 0];
            if (const auto value = override_value(parameter.record, written, "parameter.bounds", diagnostics_))
                (upper ? parameter.bounds.high : parameter.bounds.low) = *value / parameter.record.unit_size;
        }
    }

    void read_targets() {
        std::vector<Contrast> offered;
        for (const std::string& path : entry_.texts("from"))
            for (Contrast& c : targets_in_(path, entry_.place())) offered.push_back(std::move(c));
        if (!entry_.has("from")) entry_.complain({}, "\"from\" is missing", "files of targets, or a folder of them");
        for (const Node& n : entry_.list("target")) {
            EntryReader entry{n, "target", diagnostics_};
            const std::string id = entry.needed("id");
            const Node* const set = entry.find("set");
            const auto found =
                std::find_if(offered.begin(), offered.end(), [&](const Contrast& c) { return c.id == id; });
            if (found == offered.end())
                refuse_id(entry, id, offered);
            else if (may_set_parameters(entry, *found))
                add_target(entry, *found, set);
        }
        if (entry_.list("target").empty()) entry_.complain({}, "there is nothing to fit to", "[[target]] with an id");
    }

    static void refuse_id(EntryReader& entry, const std::string& id, const std::vector<Contrast>& offered) {
        std::vector<std::string> ids;
        for (const Contrast& c : offered) ids.push_back(c.id);
        if (!id.empty()) entry.complain("id", "no target has the id " + in_quotes(id), {}, nearest(id, ids));
    }

    /// The split into test and calibration was made before anything was run; it is kept here.
    static bool may_set_parameters(EntryReader& entry, const Contrast& target) {
        if (target.role == "test") {
            entry.complain(
                "id", target.id + " is a test target: it says how good the model is, and must never set a parameter",
                "targets whose role is calibration or prior");
            return false;
        }
        if (target.kind != "quantity") {
            entry.complain("id", target.id + " is of kind " + in_quotes(target.kind) + "; there is no number to fit to",
                           "targets of kind quantity");
            return false;
        }
        std::size_t numbers = 0;
        for (const Finding& f : target.findings) {
            numbers += numbers_of(f);
            for (const std::string& lacking : f.wants)
                entry.complain("id", target.id + " cannot be answered yet: it wants " + lacking);
        }
        if (numbers == 0) entry.complain("id", target.id + " holds no number to fit to");
        return numbers > 0;
    }

    void add_target(EntryReader& entry, Contrast target, const Node* set) {
        target.seeds = calibration_.seeds;
        for (const Contrast& other : calibration_.targets)
            if (other.id == target.id) entry.complain("id", target.id + " is there twice");
        for (Arm& arm : target.arms) {
            for (const Node* const settings : {entry_.find("set"), set})
                if (settings) arm.set(*settings);
            try {
                check_free(entry, target.id, arm);
            } catch (const InputError& e) {
                for (const Complaint& c : e.complaints) diagnostics_.add(c);
            }
        }
        calibration_.targets.push_back(std::move(target));
    }

    /// What an arm sets outright does not move with the fit.
    void check_free(EntryReader& entry, const std::string& id, const Arm& arm) {
        const Scenario scenario = arm.scenario(1);
        for (const CalibratedParameter& p : calibration_.parameters)
            if (scenario.adjustments.set.count(name_of(p.record)) > 0)
                entry.complain("id", "arm " + in_quotes(arm.name) + " of " + id + " sets " + name_of(p.record) +
                                         " itself; it cannot be fitted there");
    }

    EntryReader entry_;
    const TargetsIn& targets_in_;
    Diagnostics& diagnostics_;
    Calibration calibration_;
};

}  // namespace

Calibration bind_calibration(const Document& document, const TargetsIn& targets, Diagnostics& diagnostics) {
    return CalibrationReader{document, targets, diagnostics}.read();
}

}  // namespace cicatrix
