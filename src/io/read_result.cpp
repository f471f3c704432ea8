// SPDX-License-Identifier: Apache-2.0
// Rebuilds a RunResult from a result file, as far as a report needs it.
#include "cicatrix/io/files.hpp"

#include "result_parts.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace cicatrix::io {
namespace fs = std::filesystem;
namespace {

std::vector<double> doubles(hid_t group, const std::string& name) {
    return h5::read_doubles(h5::open_dataset(group, name));
}
std::vector<std::string> texts(hid_t group, const std::string& name) {
    return h5::read_texts(h5::open_dataset(group, name));
}

Findings read_findings(hid_t file) {
    Findings findings;
    findings.time_d = doubles(file, "series_time");
    findings.session_d = doubles(file, "session_time");
    for (const std::string& name : h5::dataset_names(file)) {
        const h5::Handle variable = h5::open_dataset(file, name);
        const auto role = h5::text_attribute(variable, "role");
        if (role != role_series && role != role_scalar) continue;
        const std::string unit = h5::need_text(variable, "shown_unit"), meaning = h5::need_text(variable, "long_name");
        const std::vector<double> values = h5::read_doubles(variable);
        if (values.size() != (role == role_series ? findings.time_d.size() : 1))
            throw h5::Failure{name + " has the wrong number of values"};
        if (role == role_series)
            findings.series[name] = {unit, meaning, values};
        else
            findings.scalars[name] = {unit, meaning, values.front()};
    }
    return findings;
}

SectionSet read_section(hid_t group, const std::string& name) {
    const h5::Handle variable = h5::open_dataset(group, name);
    const h5::Extent extent = h5::extent_of(variable);
    const std::vector<float> values = h5::read_floats(variable);
    const std::vector<double> times = doubles(group, h5::has(group, name + "_time") ? name + "_time" : "time");
    if (times.size() != extent.at(0)) throw h5::Failure{name + " has the wrong number of sections"};
    SectionSet set{name, h5::need_text(variable, "shown_unit"), h5::need_text(variable, "long_name"), {}};
    const auto size = static_cast<std::ptrdiff_t>(extent.at(1) * extent.at(2));
    auto from = values.begin();
    for (const double time_d : times) {
        set.frames.push_back({time_d, static_cast<int>(extent[2]), static_cast<int>(extent[1]), {from, from + size}});
        from += size;
    }
    return set;
}

void read_sections(hid_t file, RunResult& result) {
    const h5::Handle group = h5::open_group(file, "report");
    if (!h5::has(group, "time")) return;
    result.x_um = doubles(group, "x");
    result.z_um = doubles(group, "z");
    for (const std::string& name : h5::dataset_names(group))
        if (h5::extent_of(h5::open_dataset(group, name)).size() == 3)
            result.sections.push_back(read_section(group, name));
}

/// Records point at texts that live as long as the program, because declarations do. So must those that were read.
std::string_view kept(const std::string& text) {
    static std::mutex mutex;
    static std::set<std::string> pool;
    const std::lock_guard<std::mutex> lock{mutex};
    return *pool.insert(text).first;
}

Evidence evidence_named(const std::string& name) {
    const auto found = std::find(evidence_names.begin(), evidence_names.end(), name);
    if (found == evidence_names.end()) throw h5::Failure{"a parameter has the unknown status '" + name + "'"};
    return static_cast<Evidence>(found - evidence_names.begin());
}

ParameterRecord named_record(const std::string& name, const std::string& unit) {
    const auto dot = std::min(name.find('.'), name.size());
    const AnyUnit known = parse_unit(unit).value_or(AnyUnit{unit, Fraction, 1.0});
    ParameterRecord record{kept(name.substr(0, dot)),
                           kept(name.substr(std::min(dot + 1, name.size()))),
                           {},
                           kept(unit),
                           {},
                           known.dimension,
                           known.size,
                           0,
                           0,
                           {},
                           {},
                           convention("read from a file")};
    return record;
}

std::vector<ParameterRecord> read_parameters(hid_t file) {
    const h5::Handle group = h5::open_group(file, "parameters");
    const auto name = texts(group, "parameter"), symbol = texts(group, "symbol"), unit = texts(group, "unit"),
               source = texts(group, "source"), where = texts(group, "where"), status = texts(group, "status"),
               meaning = texts(group, "meaning");
    const auto value = doubles(group, "value"), standard = doubles(group, "standard"), low = doubles(group, "low"),
               high = doubles(group, "high"), likely_low = doubles(group, "plausible_low"),
               likely_high = doubles(group, "plausible_high");
    std::vector<ParameterRecord> records;
    for (std::size_t i = 0; i < name.size(); ++i) {
        ParameterRecord record = named_record(name[i], unit.at(i));
        record.symbol = kept(symbol.at(i));
        record.meaning = kept(meaning.at(i));
        record.value = value.at(i);
        record.standard = standard.at(i);
        record.range = {low.at(i), high.at(i)};
        record.plausible = {likely_low.at(i), likely_high.at(i)};
        record.source.key = kept(source.at(i));
        record.source.where = kept(where.at(i));
        record.source.evidence = evidence_named(status.at(i));
        records.push_back(record);
    }
    return records;
}

/// The scenario from its own text; what only this program version cannot read any more stays as plain facts.
Scenario read_scenario(hid_t file) {
    const std::string text = h5::need_text(file, "scenario_toml"), path = h5::need_text(file, "scenario_path");
    Diagnostics ignored;
    Scenario scenario;
    if (const auto document = read_toml_text(text, path, ignored))
        if (auto bound = bind_scenario(*document, ignored)) scenario = std::move(*bound);
    scenario.title = h5::need_text(file, "title");
    scenario.note = h5::need_text(file, "scenario_note");
    scenario.path = path;
    scenario.text = text;
    scenario.run.resolution_name = h5::need_text(file, "resolution");
    const std::string seed = h5::need_text(file, "seed");
    if (std::from_chars(seed.data(), seed.data() + seed.size(), scenario.run.seed).ec != std::errc{})
        throw h5::Failure{"the seed is not readable"};
    return scenario;
}

RunResult read_all(hid_t file) {
    RunResult result;
    result.scenario = read_scenario(file);
    result.findings = read_findings(file);
    result.parameters = read_parameters(file);
    read_sections(file, result);
    result.verdict = read_verdict_text(h5::need_text(file, "verdict"));
    result.hash = h5::need_text(file, "result_hash");
    result.assumed_share = h5::need_number(file, "assumed_share");
    result.wall_s = h5::need_number(file, "wall_seconds");
    result.voxels = static_cast<std::size_t>(h5::need_integer(file, "voxels"));
    result.steps = static_cast<long>(h5::need_integer(file, "steps"));
    result.rejected = static_cast<long>(h5::need_integer(file, "rejected_steps"));
    result.clipped_share = h5::need_number(file, "clipped_share");
    result.clipped_field = h5::need_text(file, "clipped_field");
    result.other_mechanisms = h5::text_attribute(file, "other_mechanisms").value_or("");
    return result;
}

void check_format(hid_t file, const std::string& named) {
    const htri_t ours = H5Aexists(file, "cicatrix_format");
    h5::check(ours, "looking for the format's number");
    if (ours == 0) throw InputError{named + " is no result file of Cicatrix"};
    const auto format = h5::need_integer(file, "cicatrix_format");
    if (format != result_format)
        throw InputError{named + " has result format " + std::to_string(format) + "; this program reads format " +
                         std::to_string(result_format) + ". Run its scenario again"};
}

}  // namespace

RunResult read_result(const fs::path& path) {
    const std::string named = "'" + path.string() + "'";
    std::error_code error;
    if (!fs::exists(path, error)) throw InputError{named + " does not exist"};
    if (!fs::is_regular_file(path, error)) throw InputError{named + " is no file"};
    const h5::Session session;
    const htri_t is_hdf5 = H5Fis_hdf5(path.c_str());
    if (is_hdf5 == 0) throw InputError{named + " is no result file of Cicatrix (not in HDF5 format)"};
    try {
        if (is_hdf5 < 0) throw h5::Failure{"it cannot be opened"};
        const h5::Handle file = h5::open_file(path);
        check_format(file, named);
        return read_all(file);
    } catch (const h5::Failure& failure) {
        throw InputError{named + " cannot be read as a result (damaged or cut short?): " + failure.what()};
    } catch (const std::out_of_range&) {
        throw InputError{named + " cannot be read as a result: its tables do not fit together"};
    }
}

}  // namespace cicatrix::io
