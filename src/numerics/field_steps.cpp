// SPDX-License-Identifier: Apache-2.0
// Passes over whole fields between the solves. Sums keep eight running lanes, added up in order once per plane.
#include "cicatrix/numerics/field_steps.hpp"

#include "cicatrix/base/lanes.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

namespace {

/// Running sums over the voxels of one plane.
struct PlaneSums {
    Lanes error2{0.0}, departure2{0.0}, clipped{0.0}, lowest{0.0};
};

double sum(const Lanes& x) {
    double s = 0.0;
    for (std::size_t i = 0; i < Lanes::width; ++i) s += x[i];
    return s;
}
double least(const Lanes& x) {
    double s = x[0];
    for (std::size_t i = 1; i < Lanes::width; ++i) s = std::min(s, x[i]);
    return s;
}

/// One at the first `count` lanes, zero behind.
Lanes mask(std::size_t count) {
    Lanes m{0.0};
    for (std::size_t i = 0; i < std::min(count, Lanes::width); ++i) m.set(i, 1.0);
    return m;
}

struct Stepper {
    double h, rest;
    void operator()(const double* u, const double* k2, double* w, PlaneSums& sums, const Lanes& real) const {
        const Lanes before = Lanes::load(u), first = Lanes::load(w) - before;
        const Lanes second = Lanes{0.5 * h} * Lanes::load(k2);
        const Lanes error = (Lanes{0.5} * first + second) * real;
        const Lanes departure = (before - Lanes{rest}) * real;
        const Lanes after = before + Lanes{1.5} * first + second;
        const Lanes negative{after.v < 0.0 ? after.v : Lanes::Vector{}};
        (after - negative).store(w);
        sums.error2 += error * error;
        sums.departure2 += departure * departure;
        const Lanes counted = negative * real;
        sums.clipped -= counted;
        sums.lowest.v = counted.v < sums.lowest.v ? counted.v : sums.lowest.v;
    }
};

}  // namespace

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

void enter_second_stage(const FieldShape& shape, double h, const double* u, double* k1) {
    const std::size_t size = shape.thickness_um.size() * shape.plane_size();
    for (std::size_t i = 0; i < size; ++i) k1[i] = u[i] + h * k1[i];
}

void subtract_first_slope(const FieldShape& shape, double h, const double* u, const double* w, double* slope) {
    const std::size_t size = shape.thickness_um.size() * shape.plane_size();
    const double twice_per_h = 2.0 / h;
    for (std::size_t i = 0; i < size; ++i) slope[i] -= twice_per_h * (w[i] - u[i]);
}

FieldMeasure finish_step(const FieldShape& shape, double h, const double* u, const double* k2, double* w) {
    FieldMeasure total;
    double worst = -1.0;
    double* const result = w;
    const auto nx = static_cast<std::size_t>(shape.nx);
    const Lanes all{1.0}, tail = mask(nx % Lanes::width == 0 ? Lanes::width : nx % Lanes::width);
    for (std::size_t k = 0; k < shape.thickness_um.size(); ++k) {
        PlaneSums sums;
        const Stepper step{h, shape.rest[k]};
        for (int j = 0; j < shape.ny; ++j, u += shape.pitch, k2 += shape.pitch, w += shape.pitch) {
            std::size_t i = 0;
            for (; i + Lanes::width < shape.pitch; i += Lanes::width) step(u + i, k2 + i, w + i, sums, all);
            step(u + i, k2 + i, w + i, sums, tail);
        }
        const double weight = shape.thickness_um[k], error2 = weight * sum(sums.error2), low = least(sums.lowest);
        const int plane = shape.planes.first + static_cast<int>(k);
        if (!(error2 <= worst)) {
            worst = error2;
            total.worst_plane = plane;
        }
        if (low < total.lowest) {
            total.lowest = low;
            total.lowest_plane = plane;
        }
        total.error2 += error2;
        total.departure2 += weight * sum(sums.departure2);
        total.clipped += weight * sum(sums.clipped);
    }
    mend_padding(shape, result);
    return total;
}

}  // namespace cicatrix
