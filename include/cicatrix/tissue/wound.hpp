// SPDX-License-Identifier: Apache-2.0
// What a set of needle punctures does to each voxel, as geometry only: overlap of channels with the grid.
#pragma once

#include "cicatrix/tissue/grid.hpp"

#include <span>
#include <vector>

namespace cicatrix {

/// One needle path. Positions wrap around the periodic patch.
struct Puncture {
    double x_um = 0, y_um = 0;            ///< entry at the surface
    double depth_um = 0;                  ///< how deep the tip really came
    double radius_um = 0;                 ///< needle shaft radius
    double tip_length_um = 0;             ///< length over which the tip tapers to nothing
    double lean_x = 0, lean_y = 0;        ///< lateral shift per unit depth (angled entry)
    double drag_x_um = 0, drag_y_um = 0;  ///< lateral movement while inserted
    double bluntness = 0;                 ///< 0 sharp .. 1 worn out: more tearing per cut
};

/// Overlap fractions per voxel, planes padded as the grid's.
class Wound {
public:
    Wound(const Grid& grid, std::span<const Puncture> punctures);
    /// Fraction of the voxel swept by needle shafts: cells there die, fibres there are cut.
    std::span<const double> killed(int k) const;
    /// Fraction of the voxel's fibres torn beyond the clean cut: by drag and by a blunt tip.
    std::span<const double> torn(int k) const;
    int deepest_plane() const { return deepest_; }  ///< -1: nothing touched
    double volume_um3() const { return volume_um3_; }
    const std::vector<Puncture>& punctures() const { return punctures_; }

private:
    std::size_t plane_size_;
    int deepest_ = -1;
    double volume_um3_ = 0;
    std::vector<double> killed_, torn_;
    std::vector<Puncture> punctures_;
};

}  // namespace cicatrix
