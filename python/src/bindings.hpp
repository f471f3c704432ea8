// SPDX-License-Identifier: Apache-2.0
// The parts of the module cicatrix._core, one file each, and what they share.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/scenario/scenario.hpp"

#include <pybind11/pybind11.h>

#include <memory>
#include <string>

namespace cicatrix::python {

namespace py = pybind11;

void add_errors(py::module_& m);
void add_mechanisms(py::module_& m);
void add_scenario(py::module_& m);
void add_result(py::module_& m);
void add_run(py::module_& m);
void add_simulation(py::module_& m);
void add_study(py::module_& m);
void add_tables(py::module_& m);
void add_kinetics(py::module_& m);

/// A scenario and the document that it was read from: what was written, with every place.
struct WrittenScenario {
    Document document;
    Scenario scenario;
};

/// Ends the call with `cicatrix.ResultError`, which names the file.
[[noreturn]] void throw_result_error(const std::string& message, const std::string& file);

/// A value of Python as a node of a document; `key` is for messages. TypeError for what TOML cannot hold.
Node node_of(const py::handle& value, const std::string& key, const Place& place);
/// And back: dict, list, str, int, float, bool.
py::object value_of(const Node& node);

inline py::str text_of(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace cicatrix::python
