// SPDX-License-Identifier: Apache-2.0
// A patch of skin cut into voxels: uniform and periodic laterally, graded in depth, each plane in one layer.
#pragma once

#include "cicatrix/tissue/layer.hpp"

#include <cstddef>
#include <vector>

namespace cicatrix {

/// Half-open run of planes [first, last).
struct PlaneRange {
    int first = 0, last = 0;
    int count() const { return last - first; }
    bool contains(int k) const { return first <= k && k < last; }
};

/// How neighbours along x and y are related: tissue that goes on, or columns of skin that are only computed together.
enum class Sideways { joined, apart };

/// nx or ny may be 1: the same code runs a depth column, a slice and a volume.
/// x runs fastest; rows are padded to a multiple of sixteen voxels (64 bytes in single precision, twice 64 in double).
class Grid {
public:
    /// `edges_um`: nz + 1 depths, rising from 0 at the surface. `layers`: one per plane, never decreasing.
    Grid(int nx, int ny, double dx_um, double dy_um, std::vector<double> edges_um, std::vector<Layer> layers,
         Sideways sideways = Sideways::joined);

    int nx() const { return nx_; }
    int ny() const { return ny_; }
    int nz() const { return static_cast<int>(layers_.size()); }
    bool columns_apart() const { return sideways_ == Sideways::apart; }  ///< nothing flows along x or y
    int pitch() const { return pitch_; }                                 ///< voxels from one row to the next, >= nx
    std::size_t plane_size() const { return static_cast<std::size_t>(pitch_) * static_cast<std::size_t>(ny_); }
    std::size_t voxel_count() const;  ///< without padding
    double dx_um() const { return dx_um_; }
    double dy_um() const { return dy_um_; }
    double area_um2() const { return nx_ * dx_um_ * ny_ * dy_um_; }
    double edge_um(int k) const { return edges_um_[static_cast<std::size_t>(k)]; }  ///< upper edge of plane k
    double thickness_um(int k) const { return edge_um(k + 1) - edge_um(k); }
    double centre_um(int k) const { return 0.5 * (edge_um(k) + edge_um(k + 1)); }
    Layer layer(int k) const { return layers_[static_cast<std::size_t>(k)]; }
    /// Planes of one layer; empty if the grid has none of it.
    PlaneRange planes(Layer l) const { return ranges_[static_cast<std::size_t>(index(l))]; }
    /// Smallest run of planes that holds all layers of the set.
    PlaneRange planes(LayerSet set) const;

private:
    int nx_, ny_, pitch_;
    double dx_um_, dy_um_;
    std::vector<double> edges_um_;
    std::vector<Layer> layers_;
    Sideways sideways_;
    PlaneRange ranges_[layer_count];
};

}  // namespace cicatrix
