// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/scenario/scenario.hpp"

namespace cicatrix {

std::string MechanismChoice::text() const {
    std::string said;
    const auto list = [&](std::string_view word, const auto& all, const auto& name_of) {
        std::string_view before = said.empty() ? "" : "; ", comma = "";
        for (const auto& one_of_them : all) {
            said += std::string{before} + std::string{comma.empty() ? word : comma} + std::string{name_of(one_of_them)};
            before = {};
            comma = ", ";
        }
    };
    list("without ", off, [](const std::string& name) { return name; });
    list("with ", more, [](const MechanismEntry& e) { return e.name; });
    return said;
}

}  // namespace cicatrix
