// SPDX-License-Identifier: Apache-2.0
// What one step does to one field as a whole: measuring the error, removing small negatives, and what is left to do in
// planes where no law holds.
#pragma once

#include "cicatrix/tissue/grid.hpp"

#include <span>
#include <vector>

namespace cicatrix {

/// How one plane of a field fared in one step: plain sums over its voxels.
struct PlaneMeasure {
    double error2 = 0;      ///< of the squared error estimate
    double departure2 = 0;  ///< of the squared departure from rest before the step
    double clipped = 0;     ///< of what was added by setting negatives to zero
    double lowest = 0;      ///< lowest new value before clipping, if below zero
    PlaneMeasure& operator+=(const PlaneMeasure& other);
};

/// How one field fared in one step. Sums are weighted by plane thickness (um) and run plane by plane.
struct FieldMeasure {
    double error2 = 0;      ///< squared weighted norm of the error estimate
    double departure2 = 0;  ///< the same of the departure from rest before the step
    double lowest = 0;      ///< lowest new value before clipping, if below zero
    double clipped = 0;     ///< amount added by clipping, value * um of depth, summed over columns
    int worst_plane = 0;    ///< where the error is largest (plane of the grid)
    int lowest_plane = 0;   ///< where the lowest value is
    bool finite() const;
};

/// The planes of one field in memory.
struct FieldShape {
    int nx = 1, ny = 1;
    std::size_t pitch = 16;
    PlaneRange planes;
    std::vector<double> thickness_um;  ///< per plane of the field
    std::vector<double> rest;          ///< healthy level, per plane of the field
    FieldShape(const Grid& grid, PlaneRange planes_, std::vector<double> rest_);
    std::size_t plane_size() const { return pitch * static_cast<std::size_t>(ny); }
    /// Sum over voxels of the weight.
    double total_weight() const;
};

/// Padding repeats the last voxel of its row, so that laws run on it without harm.
void mend_padding(const FieldShape& shape, double* u);
/// In a plane without laws (of the field, from 0): k1 becomes a = h k1, and `slope` gets -2 k1 added.
template <class Real>
void enter_second_stage(const FieldShape& shape, int plane, double h, Real* k1, Real* slope);
/// In a plane without laws: `after` becomes u + 3/2 a + 1/2 h k2 with negatives set to zero. It may be a itself.
template <class Real>
PlaneMeasure finish_step(const FieldShape& shape, int plane, double h, const double* u, const Real* a, const Real* k2,
                         double* after);
/// Adds up the planes of a field.
FieldMeasure sum_of_planes(const FieldShape& shape, std::span<const PlaneMeasure> planes);

}  // namespace cicatrix
