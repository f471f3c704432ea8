// SPDX-License-Identifier: Apache-2.0
// Skin in a bad state for the verification of laws: every field away from rest, every outer influence at work.
#pragma once

#include "cicatrix/base/random.hpp"
#include "cicatrix/biology/network.hpp"

#include <memory>

namespace cicatrix::test {

/// A value away from rest in which every law has something to do.
inline double injured(const Field& field, double rest) {
    if (field.unit == "1" && rest == 0.5) return 0.7;  // which the next line would leave at rest
    return field.unit == "1" ? 0.5 * rest + 0.25 : 0.8 * rest + 5 * field.scale;
}

/// Light, dressing and products all at once.
inline Environment harsh() {
    return environment_of<double>({0.05, 0.4, 0.01, 0.02, 0.01, 0.005, 0.01, 0, 1e-5, 2e-5, 1e-5, 1e-5, 0.1, 0.4});
}

/// Calls visit(value, field, plane) for each voxel, padding left out.
template <class AnyState, class Visit>
void each_value(AnyState& state, const Visit& visit) {
    const Grid& grid = state.grid();
    for (int f = 0; f < state.layout().field_count(); ++f) {
        const PlaneRange planes = state.layout().planes(f);
        for (int k = planes.first; k < planes.last; ++k) {
            const auto values = state.plane(f, k);
            for (int j = 0; j < grid.ny(); ++j)
                for (int i = 0; i < grid.nx(); ++i) visit(values[static_cast<std::size_t>(j * grid.pitch() + i)], f, k);
        }
    }
}

inline State resting(const Network& network, std::shared_ptr<const Layout> layout) {
    State state{std::move(layout)};
    network.rest(state, Skin{});
    state.environment = harsh();
    return state;
}

/// One voxel per layer and nothing that diffuses: the local laws and their column reads, no more.
inline std::shared_ptr<const Layout> still_column(const Network& network) {
    std::vector<Field> fields = network.fields();
    for (Field& f : fields) f.diffusivity_um2_per_h = {};
    return std::make_shared<const Layout>(
        Grid{1, 1, 25, 25, {0, 15, 60, 70, 200, 700, 1000}, {all_layers.begin(), all_layers.end()}}, fields);
}

/// A small volume with every layer.
inline std::shared_ptr<const Layout> small_volume(const Network& network) {
    using enum Layer;
    return std::make_shared<const Layout>(Grid{8,
                                               8,
                                               25,
                                               25,
                                               {0, 15, 35, 55, 65, 100, 160, 260, 420, 640, 900},
                                               {stratum_corneum, viable_epidermis, viable_epidermis, basal, papillary,
                                                papillary, reticular, reticular, reticular, hypodermis}},
                                          network.fields());
}

}  // namespace cicatrix::test
