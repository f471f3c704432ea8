// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/simulation/parameters.hpp"

#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/tissue/skin.hpp"
#include "cicatrix/tissue/wound.hpp"

#include <set>
#include <string>

namespace cicatrix {

std::vector<ParameterRecord> model_parameters(const Model& model, const Adjustments& adjustments) {
    std::vector<ParameterRecord> all;
    std::set<std::string> seen;  // a floor may pass on the records of one below
    const auto take = [&](const std::vector<ParameterRecord>& more) {
        for (const ParameterRecord& p : more)
            if (seen.insert(std::string{p.owner} + "." + std::string{p.name}).second) all.push_back(p);
    };
    take(skin_parameters(adjustments));
    take(tearing_parameters(adjustments));
    take(protocol_parameters(adjustments));
    take(model.network().parameters());
    take(model.settings().parameters());
    return all;
}

}  // namespace cicatrix
