// SPDX-License-Identifier: Apache-2.0
// The compiled half of the Python package. People use the package `cicatrix`, which is made on top of it.
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/version.hpp"

#include "bindings.hpp"

PYBIND11_MODULE(_core, m) {
    using namespace cicatrix;
    using namespace cicatrix::python;
    m.doc() = "The engine, as the package cicatrix needs it. Not an interface of its own.";
    m.attr("version") = text_of(version);
    m.attr("git_revision") = text_of(git_revision());
    m.attr("compiler") = text_of(compiler());
    m.attr("build_flags") = text_of(build_flags());
    // Arrays that older ones make are zeros under NumPy 2, without a word; the package refuses such a pair.
    m.attr("pybind11_version") =
        PYBIND11_TOSTRING(PYBIND11_VERSION_MAJOR) "." PYBIND11_TOSTRING(PYBIND11_VERSION_MINOR);
    m.attr("knows_numpy_2") = PYBIND11_VERSION_MAJOR > 2 || PYBIND11_VERSION_MINOR >= 12;
    m.def("hardware_threads", &hardware_threads, "Threads that `threads=0` stands for.");
    add_errors(m);
    add_mechanisms(m);
    add_scenario(m);
    add_result(m);
    add_run(m);
    add_simulation(m);
    add_study(m);
    add_tables(m);
    add_kinetics(m);
}
