// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/simulation/parameters.hpp"

#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/tissue/skin.hpp"
#include "cicatrix/tissue/wound.hpp"

namespace cicatrix {

std::vector<ParameterRecord> model_parameters(const Model& model, const Adjustments& adjustments) {
    std::vector<ParameterRecord> all;
    append_new(all, skin_parameters(adjustments));
    append_new(all, tearing_parameters(adjustments));
    append_new(all, protocol_parameters(adjustments));
    append_new(all, model.network().parameters());
    append_new(all, model.settings().parameters());
    return all;
}

}  // namespace cicatrix
