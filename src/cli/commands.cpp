// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <array>

namespace cicatrix::cli {

std::span<const Command> commands() {
    static constexpr std::array<Command, 12> all{{
        {"run", "Simulate one scenario", add_run},
        {"compare", "Simulate several scenarios and set them side by side", add_compare},
        {"check", "Look at scenarios without running them", add_check},
        {"describe", "Tell what the model holds: mechanisms, parameters, observables and more", add_describe},
        {"report", "Make an HTML report from result files", add_report},
        {"rerun", "Repeat the run of a result file and compare", add_rerun},
        {"claims", "Answer what people say about microneedling, by running it", add_claims},
        {"validate", "Hold the model against published measurements", add_validate},
        {"calibrate", "Fit parameters to published measurements that may set them", add_calibrate},
        {"screen", "Find which uncertain parameters decide the outcomes", add_screen},
        {"kinetics", "Write the local laws of one layer as SBML, for other programs", add_kinetics},
        {"doctor", "Tell what was found on this machine and what is off", add_doctor},
    }};
    return all;
}

}  // namespace cicatrix::cli
