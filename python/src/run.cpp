// SPDX-License-Identifier: Apache-2.0
// One whole run, and its result file if one is asked for: whole or not there.
#include "cicatrix/study/run.hpp"
#include "cicatrix/io/checkpoint.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"

#include "watch.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

namespace cicatrix::python {

namespace {

namespace fs = std::filesystem;

using Target = std::optional<fs::path>;

void check_is_not_the_scenario(const Scenario& scenario, const fs::path& target) {
    std::error_code failed;
    if (fs::equivalent(scenario.path, target, failed) && !failed)
        throw_result_error(target.string() + ": the result would be written over the scenario itself", target.string());
}

/// Without the interpreter's lock.
RunResult work(const Scenario& scenario, int threads, Watch& watch, const Target& target, const Target& kept_in) {
    const ThreadLimit limit{threads};
    std::optional<io::ResultFile> file;
    if (target) file.emplace(*target);
    RunOptions options;
    if (file) options.frames = &*file;
    std::optional<io::Checkpoint> checkpoint;
    if (kept_in) {
        checkpoint.emplace(*kept_in, scenario, file ? &*file : nullptr);
        options.keeper = &*checkpoint;
    }
    options.progress = [&](double fraction) { return watch.go_on(fraction); };
    RunResult result = run(scenario, options);
    if (file) file->finish(result);
    if (kept_in) io::remove_checkpoint(*kept_in);
    return result;
}

/// Of the scenario nothing can be wrong any more, so what is refused here is a place for files; and what fails without
/// being a matter of numbers is the writing.
RunResult run_scenario(const WrittenScenario& written, int threads, py::object progress, const Target& output,
                       const Target& checkpoint) {
    if (threads < 0) throw py::value_error{"threads: " + std::to_string(threads) + " is no number of threads"};
    for (const Target& file : {output, checkpoint})
        if (file) check_is_not_the_scenario(written.scenario, *file);
    Watch watch{std::move(progress)};
    std::string trouble;
    try {
        const py::gil_scoped_release others_go_on;
        return work(written.scenario, threads, watch, output, checkpoint);
    } catch (const Interrupted&) {
        watch.rethrow_if_stopped();
        throw;
    } catch (const NumericalError&) {
        throw;
    } catch (const io::CheckpointRefused& e) {
        throw_result_error(e.what(), checkpoint->string());
    } catch (const InputError& e) {
        if (!output && !checkpoint) throw;
        trouble = e.what();
    } catch (const RunError& e) {
        if (!output && !checkpoint) throw;
        trouble = e.what();
    }
    throw_result_error(trouble, (output ? output : checkpoint)->string());
}

}  // namespace

void add_run(py::module_& m) {
    m.def("run", &run_scenario, py::arg("scenario"), py::arg("threads"), py::arg("progress"), py::arg("output"),
          py::arg("checkpoint"));
}

}  // namespace cicatrix::python
