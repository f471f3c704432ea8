// SPDX-License-Identifier: Apache-2.0
// The finite-volume diffusion operator and its factors along the axes.
#include "cicatrix/numerics/diffusion.hpp"

#include "cicatrix/base/lanes.hpp"
#include "transpose.hpp"

#include <algorithm>

namespace cicatrix {

namespace {

constexpr std::size_t rows_at_once = 32;

}  // namespace

Diffusion::Diffusion(const Grid& grid, PlaneRange planes, const std::array<double, layer_count>& diffusivity,
                     std::vector<double> rest)
    : nx_{grid.nx()},
      ny_{grid.ny()},
      pitch_{static_cast<std::size_t>(grid.pitch())},
      plane_size_{grid.plane_size()},
      planes_(static_cast<std::size_t>(planes.count())),
      x_lines_(layer_count),
      y_lines_(layer_count),
      turned_(pitch_ * rows_at_once / Lanes::width) {
    if (rest.empty() || std::any_of(rest.begin(), rest.end(), [](double r) { return r <= 0.0; }))
        rest.assign(planes_.size(), 1.0);
    const auto at = [&](int k) { return diffusivity[static_cast<std::size_t>(index(grid.layer(k)))]; };
    for (int k = planes.first; k < planes.last; ++k) {
        const auto here = static_cast<std::size_t>(k - planes.first);
        Plane& plane = planes_[here];
        const double d = at(k);
        active_ = active_ || d > 0.0;
        plane.line = index(grid.layer(k));
        if (nx_ > 1) plane.x = d / (grid.dx_um() * grid.dx_um());
        if (ny_ > 1) plane.y = d / (grid.dy_um() * grid.dy_um());
        if (k + 1 == planes.last || d <= 0.0 || at(k + 1) <= 0.0) continue;
        Plane& next = planes_[here + 1];
        plane.ratio_below = rest[here + 1] / rest[here];
        next.ratio_above = rest[here] / rest[here + 1];
        // Half a plane each, in series, of conductivity D R; counted per level of the plane that it comes from.
        const double upper = 0.5 * grid.thickness_um(k) / d, lower = 0.5 * grid.thickness_um(k + 1) / at(k + 1);
        plane.below = 1.0 / ((upper * plane.ratio_below + lower) * grid.thickness_um(k));
        next.above = 1.0 / ((upper + lower * next.ratio_above) * grid.thickness_um(k + 1));
    }
}

// Fluxes are differences of neighbours, so a field at rest gives zero and what leaves one voxel enters the next.
template <bool Add>
void Diffusion::apply_row(const double* u, double* rate, const Plane& plane, int k, int j) const {
    const auto row = [&](int kk, int jj) {
        return u + static_cast<std::size_t>(kk) * plane_size_ + static_cast<std::size_t>(jj) * pitch_;
    };
    const double* const here = row(k, j);
    const double* const north = row(k, j == 0 ? ny_ - 1 : j - 1);
    const double* const south = row(k, j + 1 == ny_ ? 0 : j + 1);
    const double* const above = plane.above > 0.0 ? row(k - 1, j) : here;
    const double* const below = plane.below > 0.0 ? row(k + 1, j) : here;
    const Lanes cy{plane.y}, ca{plane.above}, cb{plane.below}, ra{plane.ratio_above}, rb{plane.ratio_below};
    for (std::size_t i = 0; i < pitch_; i += Lanes::width) {
        const Lanes c = Lanes::load(here + i);
        const Lanes lateral = (Lanes::load(north + i) - c) - (c - Lanes::load(south + i));
        const Lanes depth = cb * (Lanes::load(below + i) - rb * c) - ca * (ra * c - Lanes::load(above + i));
        const Lanes sum = cy * lateral + depth;
        (Add ? Lanes::load(rate + i) + sum : sum).store(rate + i);
    }
    if (plane.x <= 0.0) return;
    const std::size_t last = static_cast<std::size_t>(nx_) - 1;
    for (std::size_t i = 1; i < last; ++i) rate[i] += plane.x * ((here[i + 1] - here[i]) - (here[i] - here[i - 1]));
    rate[0] += plane.x * ((here[1] - here[0]) - (here[0] - here[last]));
    rate[last] += plane.x * ((here[0] - here[last]) - (here[last] - here[last - 1]));
}

template <bool Add>
void Diffusion::apply_rows(const double* u, double* rate) const {
    for (std::size_t k = 0; k < planes_.size(); ++k)
        for (int j = 0; j < ny_; ++j)
            apply_row<Add>(u, rate + k * plane_size_ + static_cast<std::size_t>(j) * pitch_, planes_[k],
                           static_cast<int>(k), j);
}

void Diffusion::apply(const double* u, double* rate) const {
    apply_rows<false>(u, rate);
}

void Diffusion::add(const double* u, double* rate) const {
    apply_rows<true>(u, rate);
}

void Diffusion::prepare(double s) {
    above_.clear();
    below_.clear();
    leaving_.clear();
    int prepared = -1;
    for (const Plane& plane : planes_) {
        above_.push_back(s * plane.above);
        below_.push_back(s * plane.below);
        leaving_.push_back(s * (plane.above * plane.ratio_above + plane.below * plane.ratio_below));
        if (plane.line == prepared) continue;
        prepared = plane.line;
        const auto line = static_cast<std::size_t>(plane.line);
        if (plane.x > 0.0) x_lines_[line].prepare(nx_, s * plane.x);
        if (plane.y > 0.0) y_lines_[line].prepare(ny_, s * plane.y);
    }
    z_line_.prepare(above_, below_, leaving_);
}

void Diffusion::solve_x(double* a) {
    if (nx_ < 2) return;
    double* const turned = reinterpret_cast<double*>(turned_.data());
    for (std::size_t k = 0; k < planes_.size(); ++k) {
        if (planes_[k].x <= 0.0) continue;
        const PeriodicLine& line = x_lines_[static_cast<std::size_t>(planes_[k].line)];
        for (std::size_t j = 0; j < static_cast<std::size_t>(ny_); j += rows_at_once) {
            const std::size_t rows = std::min(rows_at_once, static_cast<std::size_t>(ny_) - j);
            const std::size_t width = (rows + Lanes::width - 1) / Lanes::width * Lanes::width;
            double* const block = a + k * plane_size_ + j * pitch_;
            turn_rows_to_columns(block, pitch_, rows, turned, width);
            line.solve(turned, width, width);
            turn_columns_to_rows(turned, width, rows, block, pitch_);
        }
    }
}

void Diffusion::solve_y(double* a) const {
    if (ny_ < 2) return;
    for (std::size_t k = 0; k < planes_.size(); ++k)
        if (planes_[k].y > 0.0)
            y_lines_[static_cast<std::size_t>(planes_[k].line)].solve(a + k * plane_size_, pitch_, pitch_);
}

void Diffusion::solve_z(double* a) const {
    if (planes_.size() < 2) return;
    z_line_.solve(a, plane_size_, plane_size_);
}

void Diffusion::solve(double* a) {
    solve_x(a);
    solve_y(a);
    solve_z(a);
}

}  // namespace cicatrix
