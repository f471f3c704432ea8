// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/tissue/grid.hpp"

#include <algorithm>
#include <stdexcept>

namespace cicatrix {

Grid::Grid(int nx, int ny, double dx_um, double dy_um, std::vector<double> edges_um, std::vector<Layer> layers,
           Sideways sideways)
    : nx_{nx},
      ny_{ny},
      pitch_{(nx + 15) / 16 * 16},
      dx_um_{dx_um},
      dy_um_{dy_um},
      edges_um_{std::move(edges_um)},
      layers_{std::move(layers)},
      sideways_{sideways} {
    if (nx_ < 1 || ny_ < 1 || layers_.empty()) throw std::invalid_argument("a grid needs at least one voxel");
    if (!(dx_um_ > 0 && dy_um_ > 0)) throw std::invalid_argument("voxel widths must be positive");
    if (edges_um_.size() != layers_.size() + 1) throw std::invalid_argument("a grid needs one more edge than planes");
    if (std::adjacent_find(edges_um_.begin(), edges_um_.end(), std::greater_equal<>{}) != edges_um_.end())
        throw std::invalid_argument("plane edges must rise");
    if (!std::is_sorted(layers_.begin(), layers_.end())) throw std::invalid_argument("layers must follow each other");
    for (int k = 0; k < nz(); ++k) {
        PlaneRange& r = ranges_[index(layer(k))];
        if (r.count() == 0) r.first = k;
        r.last = k + 1;
    }
}

std::size_t Grid::voxel_count() const {
    return static_cast<std::size_t>(nx_) * static_cast<std::size_t>(ny_) * layers_.size();
}

PlaneRange Grid::planes(LayerSet set) const {
    PlaneRange all;
    for (Layer l : all_layers) {
        const PlaneRange r = planes(l);
        if (!set.has(l) || r.count() == 0) continue;
        if (all.count() == 0) all.first = r.first;
        all.last = r.last;
    }
    return all;
}

}  // namespace cicatrix
