// SPDX-License-Identifier: Apache-2.0
// The finite-volume diffusion operator and its factors along the axes.
#include "cicatrix/numerics/diffusion.hpp"

#include "cicatrix/base/lanes.hpp"
#include "transpose.hpp"
#include "wave_solve.hpp"

#include <algorithm>
#include <numbers>

namespace cicatrix {

namespace {

template <class Real>
constexpr std::size_t rows_at_once = 4 * BasicLanes<Real>::width;

/// Of a field, in a step that the axes one after the other would get wrong: in shorter ones, a product of factors near
/// one is close enough to their sum.
constexpr double lives_per_long_step = 2.0;

/// The lanes moved by one place, with another in the free place.
template <class Group>
Group shifted_up(const Group& x, double first) {
    Group r;
    if constexpr (Group::eights == 1)
        r.v = __builtin_shufflevector(x.v, x.v, 0, 0, 1, 2, 3, 4, 5, 6);
    else
        r.v = __builtin_shufflevector(x.v, x.v, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    r.set(0, first);
    return r;
}
template <class Group>
Group shifted_down(const Group& x, double last) {
    Group r;
    if constexpr (Group::eights == 1)
        r.v = __builtin_shufflevector(x.v, x.v, 1, 2, 3, 4, 5, 6, 7, 7);
    else
        r.v = __builtin_shufflevector(x.v, x.v, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15);
    r.set(Group::width - 1, last);
    return r;
}

}  // namespace

template <class Real>
Diffusion<Real>::Diffusion(const Grid& grid, PlaneRange planes, const std::array<double, layer_count>& diffusivity,
                           std::vector<double> rest, const std::vector<double>& decay_per_h)
    : nx_{grid.nx()},
      ny_{grid.ny()},
      pitch_{static_cast<std::size_t>(grid.pitch())},
      plane_size_{grid.plane_size()},
      planes_(static_cast<std::size_t>(planes.count())),
      turned_(pitch_ * rows_at_once<Real> / BasicLanes<Real>::width) {
    if (rest.empty() || std::any_of(rest.begin(), rest.end(), [](double r) { return r <= 0.0; }))
        rest.assign(planes_.size(), 1.0);
    const bool along_x = nx_ > 1 && !grid.columns_apart(), along_y = ny_ > 1 && !grid.columns_apart();
    const auto at = [&](int k) { return diffusivity[static_cast<std::size_t>(index(grid.layer(k)))]; };
    for (int k = planes.first; k < planes.last; ++k) {
        const auto here = static_cast<std::size_t>(k - planes.first);
        Plane& plane = planes_[here];
        const double d = at(k);
        active_ = active_ || d > 0.0;
        if (!decay_per_h.empty()) plane.decay = decay_per_h[here];
        if (d > 0.0) fastest_decay_ = std::max(fastest_decay_, plane.decay);
        if (along_x) plane.x = d / (grid.dx_um() * grid.dx_um());
        if (along_y) plane.y = d / (grid.dy_um() * grid.dy_um());
        if (here > 0) {
            const Plane& before = planes_[here - 1];
            const bool alike = plane.x == before.x && plane.y == before.y && plane.decay == before.decay;
            plane.line = alike ? before.line : before.line + 1;
        }
        if (k + 1 == planes.last || d <= 0.0 || at(k + 1) <= 0.0) continue;
        Plane& next = planes_[here + 1];
        plane.ratio_below = rest[here + 1] / rest[here];
        next.ratio_above = rest[here] / rest[here + 1];
        // Half a plane each, in series, of conductivity D R; counted per level of the plane that it comes from.
        const double upper = 0.5 * grid.thickness_um(k) / d, lower = 0.5 * grid.thickness_um(k + 1) / at(k + 1);
        plane.below = 1.0 / ((upper * plane.ratio_below + lower) * grid.thickness_um(k));
        next.above = 1.0 / ((upper + lower * next.ratio_above) * grid.thickness_um(k + 1));
    }
    const std::size_t lines = planes_.empty() ? 0 : static_cast<std::size_t>(planes_.back().line) + 1;
    x_lines_.resize(lines);
    y_lines_.resize(lines);
    if ((along_x || along_y) && spreads_far(grid, diffusivity, planes))
        whole_ = std::make_unique<WaveSolve<Real>>(nx_, ny_, pitch_);
}

template <class Real>
Diffusion<Real>::Diffusion(Diffusion&&) noexcept = default;
template <class Real>
Diffusion<Real>::~Diffusion() = default;

/// Whether the longest wave of the patch is spread faster than it fades, anywhere.
template <class Real>
bool Diffusion<Real>::spreads_far(const Grid& grid, const std::array<double, layer_count>& diffusivity,
                                  PlaneRange planes) const {
    const double wave_per_um = 2.0 * std::numbers::pi / std::max(grid.nx() * grid.dx_um(), grid.ny() * grid.dy_um());
    for (int k = planes.first; k < planes.last; ++k) {
        const double decay = planes_[static_cast<std::size_t>(k - planes.first)].decay;
        const double d = diffusivity[static_cast<std::size_t>(index(grid.layer(k)))];
        if (decay > 0.0 && d * wave_per_um * wave_per_um > decay) return true;
    }
    return false;
}

// Fluxes are differences of neighbours, so a field at rest gives zero and what leaves one voxel enters the next.
template <class Real>
template <bool Add, class Value>
void Diffusion<Real>::apply_row(const Value* u, Real* rate, const Plane& plane, int k, int j) const {
    using Group = BasicLanes<Value>;
    const auto row = [&](int kk, int jj) {
        return u + static_cast<std::size_t>(kk) * plane_size_ + static_cast<std::size_t>(jj) * pitch_;
    };
    const Value* const here = row(k, j);
    const Value* const north = row(k, j == 0 ? ny_ - 1 : j - 1);
    const Value* const south = row(k, j + 1 == ny_ ? 0 : j + 1);
    const Value* const above = plane.above > 0.0 ? row(k - 1, j) : here;
    const Value* const below = plane.below > 0.0 ? row(k + 1, j) : here;
    const Group cx{plane.x}, cy{plane.y}, ca{plane.above}, cb{plane.below}, ra{plane.ratio_above},
        rb{plane.ratio_below};
    const std::size_t last = static_cast<std::size_t>(nx_) - 1;
    std::size_t i = 0;
    for (; i <= last; i += Group::width) {
        const Group c = Group::load(here + i);
        const Group across = (Group::load(north + i) - c) - (c - Group::load(south + i));
        const Group depth = cb * (Group::load(below + i) - rb * c) - ca * (ra * c - Group::load(above + i));
        Group sum = cy * across + depth;
        if (plane.x > 0.0) {
            // The row is closed to a ring; what padding gets does not matter.
            Group west = i > 0 ? Group::load(here + i - 1) : shifted_up(c, here[last]);
            Group east = i + Group::width < pitch_ ? Group::load(here + i + 1) : shifted_down(c, here[0]);
            if (i + Group::width > last) east.set(last - i, here[0]);
            sum += cx * ((east - c) - (c - west));
        }
        (Add ? Group::load(rate + i) + sum : sum).store(rate + i);
    }
    // Groups of nothing but padding must not keep what was there: the next stage would build on it, step after step.
    if constexpr (!Add) std::fill(rate + i, rate + pitch_, Real{0});
}

template <class Real>
template <bool Add, class Value>
void Diffusion<Real>::apply_rows(const Value* u, Real* rate) const {
    for (std::size_t k = 0; k < planes_.size(); ++k)
        for (int j = 0; j < ny_; ++j)
            apply_row<Add>(u, rate + k * plane_size_ + static_cast<std::size_t>(j) * pitch_, planes_[k],
                           static_cast<int>(k), j);
}

template <class Real>
void Diffusion<Real>::apply(const double* u, Real* rate) const {
    apply_rows<false>(u, rate);
}

template <class Real>
void Diffusion<Real>::add(const Real* a, Real* rate) const {
    apply_rows<true>(a, rate);
}

template <class Real>
void Diffusion<Real>::prepare(double s) {
    above_.clear();
    below_.clear();
    leaving_.clear();
    int prepared = -1;
    const auto r_of = [&](const Plane& plane) { return s / (1.0 + s * plane.decay); };
    for (std::size_t k = 0; k < planes_.size(); ++k) {
        const Plane& plane = planes_[k];
        const double r = r_of(plane);
        above_.push_back(k == 0 ? 0.0 : r_of(planes_[k - 1]) * plane.above);
        below_.push_back(k + 1 == planes_.size() ? 0.0 : r_of(planes_[k + 1]) * plane.below);
        leaving_.push_back(r * (plane.above * plane.ratio_above + plane.below * plane.ratio_below));
        if (plane.line == prepared) continue;
        prepared = plane.line;
        const auto line = static_cast<std::size_t>(plane.line);
        if (plane.x > 0.0) x_lines_[line].prepare(nx_, r * plane.x);
        if (plane.y > 0.0) y_lines_[line].prepare(ny_, r * plane.y);
    }
    z_line_.prepare(above_, below_, leaving_);
    at_once_ = whole_ && s * fastest_decay_ > lives_per_long_step;
    if (!at_once_) return;
    waves_.clear();
    for (std::size_t k = 0; k < planes_.size(); ++k)
        waves_.push_back(
            {r_of(planes_[k]) * planes_[k].x, r_of(planes_[k]) * planes_[k].y, above_[k], below_[k], leaving_[k]});
    whole_->prepare(waves_);
}

template <class Real>
void Diffusion<Real>::solve_x(const Plane& plane, Real* a) {
    constexpr std::size_t step = BasicLanes<Real>::width;
    Real* const turned = reinterpret_cast<Real*>(turned_.data());
    const PeriodicLine<Real>& line = x_lines_[static_cast<std::size_t>(plane.line)];
    for (std::size_t j = 0; j < static_cast<std::size_t>(ny_); j += rows_at_once<Real>) {
        const std::size_t rows = std::min(rows_at_once<Real>, static_cast<std::size_t>(ny_) - j);
        const std::size_t width = (rows + step - 1) / step * step;
        turn_rows_to_columns(a + j * pitch_, pitch_, rows, turned, width);
        line.solve(turned, width, width);
        turn_columns_to_rows(turned, width, rows, a + j * pitch_, pitch_);
    }
}

// All that a plane needs on the way down is done while it is near; the way back is the only other pass.
template <class Real>
void Diffusion<Real>::solve(Real* a) {
    if (at_once_) return whole_->solve(a);
    for (std::size_t k = 0; k < planes_.size(); ++k) {
        const Plane& plane = planes_[k];
        Real* const here = a + k * plane_size_;
        if (plane.x > 0.0) solve_x(plane, here);
        if (plane.y > 0.0) y_lines_[static_cast<std::size_t>(plane.line)].solve(here, pitch_, pitch_);
        z_line_.forward(k, here, plane_size_, plane_size_);
    }
    for (std::size_t k = planes_.size(); k-- > 0;) z_line_.back(k, a + k * plane_size_, plane_size_, plane_size_);
}

template <class Real>
std::size_t Diffusion<Real>::bytes() const {
    return whole_ ? whole_->bytes() : 0;
}

template class Diffusion<double>;
template class Diffusion<float>;

}  // namespace cicatrix
