// SPDX-License-Identifier: Apache-2.0
// Passes over whole planes where no law holds, and the sums over a field's planes.
#include "cicatrix/numerics/field_steps.hpp"

#include "finish.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

PlaneMeasure& PlaneMeasure::operator+=(const PlaneMeasure& other) {
    error2 += other.error2;
    departure2 += other.departure2;
    clipped += other.clipped;
    lowest = std::min(lowest, other.lowest);
    return *this;
}

bool FieldMeasure::finite() const {
    return std::isfinite(error2) && std::isfinite(departure2);
}

FieldShape::FieldShape(const Grid& grid, PlaneRange planes_, std::vector<double> rest_)
    : nx{grid.nx()},
      ny{grid.ny()},
      pitch{static_cast<std::size_t>(grid.pitch())},
      planes{planes_},
      rest{std::move(rest_)} {
    for (int k = planes.first; k < planes.last; ++k) thickness_um.push_back(grid.thickness_um(k));
}

double FieldShape::total_weight() const {
    double depth = 0.0;
    for (double t : thickness_um) depth += t;
    return depth * nx * ny;
}

void mend_padding(const FieldShape& shape, double* u) {
    const auto nx = static_cast<std::size_t>(shape.nx);
    if (nx == shape.pitch) return;
    const std::size_t rows = shape.thickness_um.size() * static_cast<std::size_t>(shape.ny);
    for (std::size_t r = 0; r < rows; ++r, u += shape.pitch) std::fill(u + nx, u + shape.pitch, u[nx - 1]);
}

template <class Real>
void enter_second_stage(const FieldShape& shape, int plane, double h, Real* k1, Real* slope) {
    using Group = BasicLanes<Real>;
    const RowEnd<Real> row_end{shape.nx, shape.pitch};
    const std::size_t first = static_cast<std::size_t>(plane) * shape.plane_size();
    for (std::size_t i = 0; i < shape.plane_size(); i += Group::width) {
        const Group k = Group::load(k1 + first + i);
        (Group::load(slope + first + i) - Group{2.0} * k).store(slope + first + i);
        row_end.mended(row_end.kind(i), Group{h} * k, Group{0.0}).store(k1 + first + i);
    }
}

template <class Real>
PlaneMeasure finish_step(const FieldShape& shape, int plane, double h, const double* u, const Real* a, const Real* k2,
                         double* after) {
    const RowEnd<double> row_end{shape.nx, shape.pitch};
    const std::size_t first = static_cast<std::size_t>(plane) * shape.plane_size();
    const double rest = shape.rest[static_cast<std::size_t>(plane)];
    PlaneSums sums;
    for (std::size_t i = 0; i < shape.plane_size(); i += Lanes::width) {
        const auto kind = row_end.kind(i);
        const Lanes before = Lanes::load(u + first + i);
        const Lanes now =
            sums.finish(h, rest, before, Lanes::load(a + first + i), Lanes::load(k2 + first + i), row_end.real(kind));
        row_end.mended(kind, now, before).store(after + first + i);
    }
    return sums.measure();
}

template void enter_second_stage(const FieldShape&, int, double, double*, double*);
template void enter_second_stage(const FieldShape&, int, double, float*, float*);
template PlaneMeasure finish_step(const FieldShape&, int, double, const double*, const double*, const double*, double*);
template PlaneMeasure finish_step(const FieldShape&, int, double, const double*, const float*, const float*, double*);

FieldMeasure sum_of_planes(const FieldShape& shape, std::span<const PlaneMeasure> planes) {
    FieldMeasure total;
    double worst = -1.0;
    for (std::size_t k = 0; k < planes.size(); ++k) {
        const double weight = shape.thickness_um[k], error2 = weight * planes[k].error2;
        const int plane = shape.planes.first + static_cast<int>(k);
        if (!(error2 <= worst)) {
            worst = error2;
            total.worst_plane = plane;
        }
        if (planes[k].lowest < total.lowest) {
            total.lowest = planes[k].lowest;
            total.lowest_plane = plane;
        }
        total.error2 += error2;
        total.departure2 += weight * planes[k].departure2;
        total.clipped += weight * planes[k].clipped;
    }
    return total;
}

}  // namespace cicatrix
