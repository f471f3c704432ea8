// SPDX-License-Identifier: Apache-2.0
// The local laws of one layer for other programs.
#include "cicatrix/io/sbml.hpp"

#include "bindings.hpp"

namespace cicatrix::python {

namespace {

/// The scenario has been checked; what can be wrong is what the layer was asked for.
std::string sbml(const WrittenScenario& written, const std::string& layer, double killed) {
    try {
        const py::gil_scoped_release others_go_on;
        return io::sbml(written.scenario, layer_alone(written.scenario, named_layer(layer), killed));
    } catch (const InputError& e) {
        throw py::value_error{e.what()};
    }
}

}  // namespace

void add_kinetics(py::module_& m) {
    m.def("sbml", &sbml, py::arg("scenario"), py::arg("layer"), py::arg("killed"));
}

}  // namespace cicatrix::python
