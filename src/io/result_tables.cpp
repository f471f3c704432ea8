// SPDX-License-Identifier: Apache-2.0
// Findings, parameters and sections of a result file.
#include "cicatrix/base/diagnostics.hpp"

#include "result_parts.hpp"

#include <limits>

namespace cicatrix::io {
namespace {

void check_length(const std::string& name, const Series& series, const Findings& findings) {
    if (series.value.size() != findings.time_d.size())
        throw RunError{"the series '" + name + "' has " + std::to_string(series.value.size()) + " values for " +
                       std::to_string(findings.time_d.size()) + " times"};
}

template <class Pick>
std::vector<std::string> column(const std::vector<ParameterRecord>& parameters, Pick pick) {
    std::vector<std::string> result;
    for (const ParameterRecord& p : parameters) result.emplace_back(pick(p));
    return result;
}

void write_numbers(hid_t group, const std::vector<ParameterRecord>& parameters, hid_t dimension,
                   const std::string& name, const std::string& long_name, double (*pick)(const ParameterRecord&)) {
    std::vector<double> values;
    for (const ParameterRecord& p : parameters) values.push_back(pick(p));
    const h5::Handle made = h5::write_numbers(group, name, {values.size()}, values);
    netcdf::hang(made, {dimension});
    h5::attribute(made, "long_name", long_name);
}

std::vector<double> times_of(const SectionSet& set) {
    std::vector<double> times;
    for (const Section& s : set.frames) times.push_back(s.time_d);
    return times;
}

/// Sets that share times and shape share their axes; another one brings its own, named after it.
class SectionAxes {
public:
    SectionAxes(hid_t group, const RunResult& result, const SectionSet& first)
        : group_{group}, times_{times_of(first)} {
        time_ = netcdf::coordinate(group, "time", times_, {"time since the start of the run", "d"});
        z_ = netcdf::coordinate(group, "z", result.z_um, {"depth below the skin's surface", "um"});
        h5::attribute(z_, "positive", "down");
        x_ = netcdf::coordinate(group, "x", result.x_um, {"place along the patch", "um"});
    }
    void write(const SectionSet& set) {
        const std::vector<double> times = times_of(set);
        h5::Handle own_time;
        if (times != times_)
            own_time = netcdf::coordinate(group_, set.field + "_time", times, {"time since the start of the run", "d"});
        const std::size_t size = h5::extent_of(z_).at(0) * h5::extent_of(x_).at(0);
        std::vector<float> values;
        for (const Section& s : set.frames) {
            if (s.value.size() != size)
                throw RunError{"a section of '" + set.field + "' has " + std::to_string(s.value.size()) +
                               " values for " + std::to_string(size) + " places"};
            values.insert(values.end(), s.value.begin(), s.value.end());
        }
        const hid_t time = own_time ? own_time : time_;
        netcdf::variable(group_, set.field, std::span<const float>{values}, {time, z_, x_}, {set.meaning, set.unit});
    }

private:
    hid_t group_;
    std::vector<double> times_;
    h5::Handle time_, z_, x_;
};

}  // namespace

void write_findings(hid_t file, const Findings& findings) {
    const h5::Handle time =
        netcdf::coordinate(file, "series_time", findings.time_d, {"time since the start of the run", "d"});
    netcdf::coordinate(file, "session_time", findings.session_d, {"when the sessions were", "d"});
    for (const auto& [name, series] : findings.series) {
        check_length(name, series, findings);
        const h5::Handle made =
            netcdf::variable(file, name, std::span<const double>{series.value}, {time}, {series.meaning, series.unit});
        h5::attribute(made, "role", role_series);
    }
    for (const auto& [name, scalar] : findings.scalars) {
        const h5::Handle made =
            netcdf::variable(file, name, std::span<const double>{&scalar.value, 1}, {}, {scalar.meaning, scalar.unit});
        h5::attribute(made, "role", role_scalar);
    }
}

void write_parameters(hid_t file, const std::vector<ParameterRecord>& parameters) {
    const h5::Handle group = h5::create_group(file, "parameters");
    const auto texts = [&](const std::string& name, hid_t on, const std::string& about, auto pick) {
        return netcdf::texts(group, name, column(parameters, pick), on, about);
    };
    using P = const ParameterRecord&;
    const h5::Handle names =
        texts("parameter", -1, "owner.name", [](P p) { return std::string{p.owner} + "." + std::string{p.name}; });
    texts("symbol", names, "symbol", [](P p) { return p.symbol; });
    write_numbers(group, parameters, names, "value", "value in this run, in `unit`", [](P p) { return p.value; });
    texts("unit", names, "unit", [](P p) { return p.unit; });
    write_numbers(group, parameters, names, "standard", "declared value", [](P p) { return p.standard; });
    write_numbers(group, parameters, names, "low", "lowest value allowed", [](P p) { return p.range.low; });
    write_numbers(group, parameters, names, "high", "highest value allowed", [](P p) { return p.range.high; });
    write_numbers(group, parameters, names, "plausible_low", "lowest value that evidence leaves open",
                  [](P p) { return p.plausible.low; });
    write_numbers(group, parameters, names, "plausible_high", "highest value that evidence leaves open",
                  [](P p) { return p.plausible.high; });
    texts("source", names, "key in the bibliography; own: a choice of this program", [](P p) { return p.source.key; });
    texts("where", names, "place in the source, or the reason", [](P p) { return p.source.where; });
    texts("status", names, "status of the evidence", [](P p) { return to_string(p.source.evidence); });
    texts("meaning", names, "what the parameter is", [](P p) { return p.meaning; });
}

void write_sections(hid_t file, const RunResult& result) {
    const h5::Handle group = h5::create_group(file, "report");
    if (result.sections.empty()) return;
    SectionAxes axes{group, result, result.sections.front()};
    for (const SectionSet& set : result.sections) axes.write(set);
}

}  // namespace cicatrix::io
