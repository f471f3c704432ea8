// SPDX-License-Identifier: Apache-2.0
// Means of fields over parts of the skin: weighted by volume, without row padding, in the field's own unit.
#pragma once

#include "cicatrix/tissue/state.hpp"

#include <algorithm>
#include <string_view>

namespace cicatrix {

/// Depths from the surface, half open.
struct DepthRange {
    double from_um = 0, to_um = 0;
    double thickness_um() const { return to_um - from_um; }
};

/// The depths that a set of layers fills; empty when the grid has none of them.
DepthRange depths(const Grid& grid, LayerSet layers);
/// From the top of the dermis down to `depth_um` below it, no deeper than the dermis reaches.
DepthRange upper_dermis(const Grid& grid, double depth_um);

/// Mean over a range of depths of what `of(k)(i)` gives for voxel i of plane k; i counts row padding too.
template <class Of>
double mean_of(const Grid& grid, const DepthRange& range, const Of& of) {
    double sum = 0.0;
    for (int k = 0; k < grid.nz(); ++k) {
        const double overlap = std::min(grid.edge_um(k + 1), range.to_um) - std::max(grid.edge_um(k), range.from_um);
        if (overlap <= 0.0) continue;
        const auto value = of(k);
        double plane = 0.0;
        for (int j = 0; j < grid.ny(); ++j) {
            const std::size_t row = static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.pitch());
            for (int i = 0; i < grid.nx(); ++i) plane += value(row + static_cast<std::size_t>(i));
        }
        sum += overlap * plane / (static_cast<double>(grid.nx()) * grid.ny());
    }
    return range.thickness_um() > 0.0 ? sum / range.thickness_um() : 0.0;
}

/// One field of a state, read in the field's own unit. A field that no mechanism owns is a RunError.
class FieldReading {
public:
    FieldReading(const State& state, std::string_view field);
    /// Mean over one plane; 0 where the field does not live.
    double plane(int k) const;
    /// Mean over a range of depths: planes count by the thickness that lies in the range.
    double mean(const DepthRange& range) const;
    /// Mean over layers.
    double mean(LayerSet layers) const { return mean(depths(state_->grid(), layers)); }
    /// Integral over depth per area: unit times um.
    double column(const DepthRange& range) const;
    /// Value of one voxel, in the field's unit; 0 where the field does not live.
    double at(int i, int j, int k) const;

private:
    const State* state_;
    int field_;
    double unit_size_;
};

}  // namespace cicatrix
