// SPDX-License-Identifier: Apache-2.0
// One layer of a person's skin by itself, for the well-mixed mode and for other programs.
#pragma once

#include "cicatrix/numerics/well_mixed.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace cicatrix {

struct LayerAlone {
    std::unique_ptr<const Model> model;  ///< of the person left alone, one depth column
    WellMixedSite site;                  ///< the layer's middle plane; nothing acts from outside
    std::vector<double> start;           ///< canonical, in the local numbering of the layer's pattern
    double killed = 0;                   ///< share of the plane that a needle swept just before
};

/// Healthy skin of the scenario's person; its devices, products and daylight are left out. With `killed` above 0 a
/// sharp needle has just been drawn out that swept this share of the column, from the surface to the bottom of the
/// layer, and every mechanism has answered it. InputError when the share is not from 0 to 1.
LayerAlone layer_alone(const Scenario& scenario, Layer layer, double killed = 0);

/// The layer of this name; InputError with the nearest one when there is none.
Layer named_layer(std::string_view name);

}  // namespace cicatrix
