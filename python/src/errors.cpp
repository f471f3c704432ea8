// SPDX-License-Identifier: Apache-2.0
// Exceptions of the engine as exceptions of Python that carry the same facts. Their classes are written in Python
// (cicatrix/errors.py), so that they pickle and document themselves.
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/numerics/integrator.hpp"

#include "bindings.hpp"

namespace cicatrix::python {

namespace {

py::object error_class(const char* name) {
    return py::module_::import("cicatrix.errors").attr(name);
}

py::object or_none(const std::string& text) {
    return text.empty() ? py::object{py::none()} : py::str(text);
}

py::object or_none(int number) {
    return number > 0 ? py::object{py::int_(number)} : py::none();
}

py::object complaint(const Complaint& c) {
    const Place& place = c.place;
    return error_class("Complaint")(c.message, place.text ? or_none(place.text->name) : py::none(),
                                    or_none(place.text ? place.line : 0), or_none(place.text ? place.column : 0),
                                    or_none(c.key), or_none(c.found), or_none(c.allowed), or_none(c.nearest));
}

void set(const py::object& error) {
    PyErr_SetObject(py::type::of(error).ptr(), error.ptr());
}

std::string without_last_newline(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

void set_scenario_error(const InputError& e) {
    py::list complaints;
    for (const Complaint* c : in_file_order(e.complaints)) complaints.append(complaint(*c));
    set(error_class("ScenarioError")(without_last_newline(e.what()), complaints));
}

void set_scenario_error(const ParameterRecord& p) {
    const std::string key = std::string{p.owner} + '.' + std::string{p.name}, unit{p.unit};
    const std::string found = to_text(p.value) + ' ' + unit;
    const std::string allowed = to_text(p.range.low) + " to " + to_text(p.range.high) + ' ' + unit;
    Diagnostics diagnostics;
    diagnostics.add({{}, key, found + " is outside what is possible", allowed, "", found});
    set_scenario_error(InputError{diagnostics});
}

void translate(std::exception_ptr thrown) {
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const InputError& e) {
        set_scenario_error(e);
    } catch (const ParameterOutOfRange& e) {
        set_scenario_error(e.record);
    } catch (const NumericalError& e) {
        set(error_class("NumericalError")(e.what(), e.time_h, e.field, e.depth_um, e.step_h));
    } catch (const RunError& e) {
        set(error_class("CicatrixError")(e.what()));
    }
}

}  // namespace

void throw_result_error(const std::string& message, const std::string& file) {
    set(error_class("ResultError")(without_last_newline(message), file));
    throw py::error_already_set{};
}

void add_errors(py::module_&) {
    py::register_local_exception_translator(translate);
}

}  // namespace cicatrix::python
