// SPDX-License-Identifier: Apache-2.0
// What a set of needle punctures does to each voxel, as geometry only: overlap of channels with the grid.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/tissue/grid.hpp"

#include <span>
#include <vector>

namespace cicatrix {

/// How fibres tear beside the cut: share torn = clean + blunt * bluntness + drag * (dragged share of the slit).
struct Tearing {
    double width_um;  ///< how far from the cut
    double clean, blunt, drag;
};
/// From the declared parameters of "tearing".
Tearing make_tearing(const Adjustments& adjustments = {});
/// The declared values, made once: what a puncture has unless told otherwise.
const Tearing& standard_tearing();
std::vector<ParameterRecord> tearing_parameters(const Adjustments& adjustments = {});

/// One needle path. Positions wrap around the periodic patch.
struct Puncture {
    double x_um = 0, y_um = 0;            ///< entry at the surface
    double depth_um = 0;                  ///< how deep the tip really came
    double radius_um = 0;                 ///< needle shaft radius
    double tip_length_um = 0;             ///< length over which the tip tapers to nothing
    double lean_x = 0, lean_y = 0;        ///< lateral shift per unit depth (angled entry)
    double drag_x_um = 0, drag_y_um = 0;  ///< lateral movement while inserted, at the surface
    double drag_taper = 0;                ///< 0: tip is dragged as far as the surface; 1: needle pivots about its tip
    double bluntness = 0;                 ///< 0 sharp .. 1 worn out: more tearing per cut
    Tearing tearing = standard_tearing();
};

/// Volume that one needle sweeps: a shaft with a conical tip, drawn out into a slit by drag.
double swept_volume_um3(const Puncture& puncture);

/// Overlap fractions per voxel, planes padded as the grid's; killed + torn never exceeds 1.
class Wound {
public:
    /// Of the whole patch, or of the uppermost `planes` alone: there is nothing to read below them.
    Wound(const Grid& grid, std::span<const Puncture> punctures, int planes);
    Wound(const Grid& grid, std::span<const Puncture> punctures) : Wound{grid, punctures, grid.nz()} {}
    /// Fraction of the voxel swept by needle shafts: cells there die, fibres there are cut.
    std::span<const double> killed(int k) const;
    /// Fraction of the voxel's fibres torn beyond the clean cut: by drag and by a blunt tip.
    std::span<const double> torn(int k) const;
    /// Which way the walls of the cuts run that reach the voxel: mean of cos 2t and of sin 2t over their outlines, t
    /// the angle between the wall and x, each cut counting by how much it kills and tears there. Both 0 for round
    /// holes.
    std::span<const double> walls_along_x(int k) const;
    std::span<const double> walls_along_diagonal(int k) const;
    int deepest_plane() const { return deepest_; }  ///< -1: nothing touched
    double volume_um3() const { return volume_um3_; }
    const std::vector<Puncture>& punctures() const { return punctures_; }

private:
    /// Adds to `hurt` how much of each voxel this puncture kills and tears, by which directions are weighed.
    void cut(const Grid& grid, const Puncture& puncture, int planes, std::vector<double>& hurt);

    std::size_t plane_size_;
    int deepest_ = -1;
    double volume_um3_ = 0;
    std::vector<double> killed_, torn_, walls_x_, walls_diagonal_;
    std::vector<Puncture> punctures_;
};

}  // namespace cicatrix
