// SPDX-License-Identifier: Apache-2.0
// What a run gave, as plain values of Python: curves, scalars, verdict, parameters and how it was computed.
#include "cicatrix/outcomes/result.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/io/udunits.hpp"

#include "records.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

namespace cicatrix::python {

namespace {

py::array_t<double> array_of(const std::vector<double>& values) {
    return py::array_t<double>{static_cast<py::ssize_t>(values.size()), values.data()};
}

template <class Value>
py::dict observable(const std::string& unit, const std::string& meaning, Value value) {
    py::dict facts;
    facts["units"] = io::udunits(unit);
    facts["shown_unit"] = unit;
    facts["long_name"] = meaning;
    facts["value"] = std::move(value);
    return facts;
}

py::dict series(const RunResult& result) {
    py::dict all;
    for (const auto& [name, s] : result.findings.series)
        all[py::str(name)] = observable(s.unit, s.meaning, array_of(s.value));
    return all;
}

py::dict scalars(const RunResult& result) {
    py::dict all;
    for (const auto& [name, s] : result.findings.scalars) all[py::str(name)] = observable(s.unit, s.meaning, s.value);
    return all;
}

py::list verdict(const RunResult& result) {
    py::list all;
    for (const Harm& h : result.verdict) {
        py::dict row;
        row["harm"] = h.harm;
        row["level"] = text_of(to_string(h.level));
        row["because"] = h.because;
        all.append(row);
    }
    return all;
}

py::list parameters(const RunResult& result) {
    py::list rows;
    for (const ParameterRecord& p : result.parameters) rows.append(row_of(p));
    return rows;
}

/// The scenario that was run and how the run went; what a result file says in its attributes, by the same names.
py::dict facts(const RunResult& r) {
    const Scenario& s = r.scenario;
    py::dict all;
    all["title"] = s.title;
    all["scenario_path"] = s.path;
    all["scenario_note"] = s.note;
    all["scenario_toml"] = s.text;
    all["resolution"] = s.run.resolution_name;
    all["precision"] = text_of(to_string(s.run.precision));
    all["seed"] = std::to_string(s.run.seed);  // as text, like in files: 64 bits without a sign
    all["result_hash"] = r.hash;
    all["wall_seconds"] = r.wall_s;
    all["voxels"] = r.voxels;
    all["steps"] = r.steps;
    all["rejected_steps"] = r.rejected;
    all["clipped_share"] = r.clipped_share;
    all["clipped_field"] = r.clipped_field;
    all["assumed_share"] = r.assumed_share;
    if (!r.other_mechanisms.empty()) all["other_mechanisms"] = r.other_mechanisms;
    return all;
}

RunResult read_result(const std::filesystem::path& path) {
    std::string wrong;
    try {
        const py::gil_scoped_release others_go_on;
        return io::read_result(path);
    } catch (const InputError& e) {
        wrong = e.what();
    }
    throw_result_error(wrong, path.string());
}

}  // namespace

void add_result(py::module_& m) {
    py::class_<RunResult>(m, "RunResult")
        .def_property_readonly("time_d", [](const RunResult& r) { return array_of(r.findings.time_d); })
        .def_property_readonly("session_d", [](const RunResult& r) { return array_of(r.findings.session_d); })
        .def_property_readonly("series", &series)
        .def_property_readonly("scalars", &scalars)
        .def_property_readonly("verdict", &verdict)
        .def_property_readonly("parameters", &parameters)
        .def_property_readonly("facts", &facts)
        .def_property_readonly("sessions", [](const RunResult& r) { return r.sessions.all; })
        .def_property_readonly("missed_sessions", [](const RunResult& r) { return r.sessions.missed; });
    m.def("read_result", &read_result, py::arg("path"));
}

}  // namespace cicatrix::python
