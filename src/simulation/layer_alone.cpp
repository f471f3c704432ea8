// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/simulation/layer_alone.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <cmath>

namespace cicatrix {

namespace {

/// A needle without a tip, so that every plane on its way is swept alike.
Needling needling_of(const Grid& grid, double depth_um, double share, const Tearing& tearing) {
    constexpr double pi = 3.14159265358979323846;
    Puncture p;
    p.x_um = 0.5 * grid.dx_um();
    p.y_um = 0.5 * grid.dy_um();
    p.depth_um = depth_um;
    p.radius_um = std::sqrt(share * grid.dx_um() * grid.dy_um() / pi);
    p.tearing = tearing;
    Needling needling;
    needling.punctures = {p};
    needling.session = 1;
    return needling;
}

}  // namespace

LayerAlone layer_alone(const Scenario& scenario, Layer layer, double killed) {
    if (!(killed >= 0 && killed <= 1))
        throw InputError{"the share killed is " + to_text(killed) + "; allowed are 0 (none) to 1 (all of the layer)"};
    LayerAlone alone{std::make_unique<const Model>(scenario, true), {}, {}};
    const Model& model = *alone.model;
    State state = model.rest();
    const Grid& grid = state.grid();
    const PlaneRange planes = grid.planes(layer);
    const int middle = planes.first + planes.count() / 2;
    if (killed > 0) {
        const Act act{0, "needle",
                      needling_of(grid, grid.edge_um(planes.last), killed, make_tearing(scenario.adjustments))};
        alone.killed = let_skin_answer(model, act, state)->killed(middle)[0];
    }
    alone.site = {layer, grid.centre_um(middle), {}, {}};
    const LocalPattern& pattern = model.network().pattern(layer);
    for (const ColumnRead& read : pattern.columns)
        alone.site.columns.push_back(state.plane(read.field, column_plane(grid, read, middle))[0]);
    for (const int field : pattern.fields) alone.start.push_back(state.plane(field, middle)[0]);
    return alone;
}

Layer named_layer(std::string_view name) {
    std::string allowed;
    for (const Layer l : all_layers) {
        if (to_string(l) == name) return l;
        allowed += (allowed.empty() ? "" : ", ") + std::string{to_string(l)};
    }
    const std::string near = nearest(name, {layer_names.begin(), layer_names.end()});
    throw InputError{in_quotes(name) + " is no layer; allowed are " + allowed +
                     (near.empty() ? "" : "; did you mean " + in_quotes(near) + "?")};
}

}  // namespace cicatrix
