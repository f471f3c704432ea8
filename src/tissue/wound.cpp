// SPDX-License-Identifier: Apache-2.0
// Lays needle paths onto the grid. At each depth a path's cross-section is the hull of two equal discs (a slit with
// round ends); rows through it give exact overlaps along x, and are summed finely along y and depth.
#include "cicatrix/tissue/wound.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class TearingParameters final : public Declared {
public:
    explicit TearingParameters(const Adjustments& a) : Declared{"tearing", a} {}

    Parameter<Length> width{this,
                            {"width",
                             "w_t",
                             um,
                             25,
                             {0, 200},
                             {10, 60},
                             assumed("a collagen bundle or two beside the cut is strained"),
                             "how far from the cut fibres may tear"}};
    Parameter<Fraction> clean{this,
                              {"clean",
                               "q_0",
                               one,
                               0.05,
                               {0, 1},
                               {0.01, 0.15},
                               assumed("a sharp tip parts bundles rather than tearing them"),
                               "share of the fibres beside a clean cut that tear"}};
    Parameter<Fraction> blunt{this,
                              {"blunt",
                               "q_b",
                               one,
                               0.45,
                               {0, 1},
                               {0.2, 0.8},
                               assumed("a worn tip drags bundles along before it cuts them"),
                               "more of them torn when the needle is worn out"}};
    Parameter<Fraction> drag{this,
                             {"drag",
                              "q_s",
                              one,
                              0.6,
                              {0, 1},
                              {0.3, 1},
                              assumed("sideways movement strains bundles that were not cut"),
                              "more of them torn when the slit comes wholly from dragging"}};
};

/// Sampling: fine enough that the swept volume is right within 1 %.
constexpr double rows_per_radius = 12.0, layers_per_tip = 16.0, layer_um = 4.0;
constexpr int least_rows_per_voxel = 4;

/// Unlike std::hypot the same to the last bit everywhere.
double length_of(double x, double y) {
    return std::sqrt(x * x + y * y);
}

/// A slit across the needle's path: hull of two discs, not wrapped.
struct Section {
    double ax, ay, bx, by, radius;
    double low() const { return std::min(ay, by) - radius; }
    double high() const { return std::max(ay, by) + radius; }
    /// The piece of row `y` inside; false when there is none.
    bool row(double y, double& left, double& right) const;
};

struct Extent {
    double left, right;
    bool any = false;
    void add(double l, double r) {
        left = any ? std::min(left, l) : l;
        right = any ? std::max(right, r) : r;
        any = true;
    }
};

void add_disc(Extent& e, double y, double cx, double cy, double radius) {
    const double h2 = radius * radius - (y - cy) * (y - cy);
    if (h2 > 0.0) e.add(cx - std::sqrt(h2), cx + std::sqrt(h2));
}

void add_side(Extent& e, double y, double px, double py, double qx, double qy) {
    if ((py - y) * (qy - y) > 0.0 || py == qy) return;
    const double x = px + (y - py) / (qy - py) * (qx - px);
    e.add(x, x);
}

bool Section::row(double y, double& left, double& right) const {
    Extent e{};
    add_disc(e, y, ax, ay, radius);
    add_disc(e, y, bx, by, radius);
    const double length = length_of(bx - ax, by - ay);
    if (length > 0.0) {
        const double nx = -(by - ay) / length * radius, ny = (bx - ax) / length * radius;
        add_side(e, y, ax + nx, ay + ny, bx + nx, by + ny);
        add_side(e, y, ax - nx, ay - ny, bx - nx, by - ny);
    }
    left = e.left;
    right = e.right;
    return e.any;
}

Section section_at(const Puncture& p, double z) {
    const double taper = p.tip_length_um > 0.0 ? std::min(1.0, (p.depth_um - z) / p.tip_length_um) : 1.0;
    const double drag = 1.0 - p.drag_taper * z / p.depth_um;
    const double x = p.x_um + p.lean_x * z, y = p.y_um + p.lean_y * z;
    return {x, y, x + drag * p.drag_x_um, y + drag * p.drag_y_um, p.radius_um * taper};
}

int wrapped(long long i, int n) {
    const long long r = i % n;
    return static_cast<int>(r < 0 ? r + n : r);
}

/// Adds `weight` times the share of each voxel that the section covers.
void add_section(const Grid& grid, const Section& s, int rows_per_voxel, double weight, std::vector<double>& plane) {
    const double step = grid.dy_um() / rows_per_voxel, dx = grid.dx_um();
    const auto first = static_cast<long long>(std::floor(s.low() / step));
    const auto last = static_cast<long long>(std::floor(s.high() / step));
    const double share = weight / rows_per_voxel / dx;
    for (long long row = first; row <= last; ++row) {
        double left, right;
        if (!s.row((static_cast<double>(row) + 0.5) * step, left, right)) continue;
        const long long voxel_row = row >= 0 ? row / rows_per_voxel : -((-row - 1) / rows_per_voxel) - 1;
        double* const line = plane.data() + static_cast<std::size_t>(wrapped(voxel_row, grid.ny())) *
                                                static_cast<std::size_t>(grid.pitch());
        const auto to = static_cast<long long>(std::floor(right / dx));
        for (auto i = static_cast<long long>(std::floor(left / dx)); i <= to; ++i) {
            const double from = static_cast<double>(i) * dx;
            line[wrapped(i, grid.nx())] += share * (std::min(right, from + dx) - std::max(left, from));
        }
    }
}

struct Walls {
    double along_x, along_diagonal;
};

/// Mean of (cos 2t, sin 2t) over the outline: the straight sides count fully, the round ends cancel out.
Walls walls_of(const Section& s) {
    constexpr double pi = 3.14159265358979323846;
    const double x = s.bx - s.ax, y = s.by - s.ay, length = length_of(x, y);
    if (length <= 0.0) return {0.0, 0.0};
    const double straight = length / (length + pi * s.radius) / (length * length);
    return {straight * (x * x - y * y), straight * 2.0 * x * y};
}

double torn_share(const Puncture& p) {
    const double slit = length_of(p.drag_x_um, p.drag_y_um) * (1.0 - 0.5 * p.drag_taper);
    const double dragged = slit > 0.0 ? slit / (slit + 2.0 * p.radius_um) : 0.0;
    return std::clamp(p.tearing.clean + p.tearing.blunt * p.bluntness + p.tearing.drag * dragged, 0.0, 1.0);
}

}  // namespace

Tearing make_tearing(const Adjustments& adjustments) {
    const TearingParameters p{adjustments};
    return {p.width.in(um), *p.clean, *p.blunt, *p.drag};
}

const Tearing& standard_tearing() {
    static const Tearing standard = make_tearing();
    return standard;
}

std::vector<ParameterRecord> tearing_parameters(const Adjustments& adjustments) {
    return TearingParameters{adjustments}.parameters();
}

double swept_volume_um3(const Puncture& p) {
    if (p.depth_um <= 0.0 || p.radius_um <= 0.0) return 0.0;
    constexpr double pi = 3.14159265358979323846;
    // Radius and slit are linear in depth on either side of where the tip begins: Simpson's rule is exact there.
    const double border = std::clamp(p.depth_um - p.tip_length_um, 0.0, p.depth_um);
    const auto area = [&](double z) {
        const Section s = section_at(p, z);
        return pi * s.radius * s.radius + 2.0 * s.radius * length_of(s.bx - s.ax, s.by - s.ay);
    };
    const auto simpson = [&](double a, double b) {
        return (b - a) / 6.0 * (area(a) + 4.0 * area(0.5 * (a + b)) + area(b));
    };
    return simpson(0.0, border) + simpson(border, p.depth_um);
}

Wound::Wound(const Grid& grid, std::span<const Puncture> punctures, int planes)
    : plane_size_{grid.plane_size()},
      killed_(plane_size_ * static_cast<std::size_t>(planes), 0.0),
      torn_(killed_.size(), 0.0),
      walls_x_(killed_.size(), 0.0),
      walls_diagonal_(killed_.size(), 0.0),
      punctures_(punctures.begin(), punctures.end()) {
    std::vector<double> reached(killed_.size(), 0.0);
    for (const Puncture& p : punctures_)
        if (p.depth_um > 0.0 && p.radius_um > 0.0) cut(grid, p, planes, reached);
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (reached[i] > 0.0) {
            walls_x_[i] /= reached[i];
            walls_diagonal_[i] /= reached[i];
        }
    for (int k = 0; k <= deepest_; ++k) {
        double sum = 0.0;
        const std::size_t start = static_cast<std::size_t>(k) * plane_size_;
        for (std::size_t i = start; i < start + plane_size_; ++i) {
            sum += killed_[i];
            torn_[i] *= 1.0 - killed_[i];  // until now: share of the surviving fibres
        }
        volume_um3_ += sum * grid.dx_um() * grid.dy_um() * grid.thickness_um(k);
    }
}

void Wound::cut(const Grid& grid, const Puncture& p, int planes, std::vector<double>& hurt) {
    const int rows =
        std::max(least_rows_per_voxel, static_cast<int>(std::ceil(grid.dy_um() * rows_per_radius / p.radius_um)));
    const double step = p.tip_length_um > 0.0 ? std::min(layer_um, p.tip_length_um / layers_per_tip) : layer_um;
    const double share = torn_share(p);
    std::vector<double> inner(plane_size_), outer(plane_size_);
    for (int k = 0; k < planes && grid.edge_um(k) < p.depth_um; ++k) {
        std::fill(inner.begin(), inner.end(), 0.0);
        std::fill(outer.begin(), outer.end(), 0.0);
        const double height = std::min(grid.edge_um(k + 1), p.depth_um) - grid.edge_um(k);
        const int layers = std::max(1, static_cast<int>(std::ceil(height / step)));
        const double weight = height / layers / grid.thickness_um(k);
        for (int i = 0; i < layers; ++i) {
            Section s = section_at(p, grid.edge_um(k) + (i + 0.5) * height / layers);
            add_section(grid, s, rows, weight, inner);
            s.radius += p.tearing.width_um;
            add_section(grid, s, rows, weight, outer);
        }
        const Walls walls = walls_of(section_at(p, grid.edge_um(k) + 0.5 * height));
        const std::size_t start = static_cast<std::size_t>(k) * plane_size_;
        for (std::size_t i = 0; i < plane_size_; ++i) {
            if (outer[i] == 0.0) continue;
            const double dead = std::min(inner[i], 1.0), reached = std::min(outer[i], 1.0);
            const double torn = dead < 1.0 ? share * std::max(0.0, reached - dead) / (1.0 - dead) : 0.0;
            killed_[start + i] = 1.0 - (1.0 - killed_[start + i]) * (1.0 - dead);
            torn_[start + i] = 1.0 - (1.0 - torn_[start + i]) * (1.0 - torn);
            const double here = dead + torn * (1.0 - dead);
            hurt[start + i] += here;
            walls_x_[start + i] += here * walls.along_x;
            walls_diagonal_[start + i] += here * walls.along_diagonal;
        }
        deepest_ = std::max(deepest_, k);
    }
}

std::span<const double> Wound::killed(int k) const {
    return {killed_.data() + static_cast<std::size_t>(k) * plane_size_, plane_size_};
}

std::span<const double> Wound::torn(int k) const {
    return {torn_.data() + static_cast<std::size_t>(k) * plane_size_, plane_size_};
}

std::span<const double> Wound::walls_along_x(int k) const {
    return {walls_x_.data() + static_cast<std::size_t>(k) * plane_size_, plane_size_};
}

std::span<const double> Wound::walls_along_diagonal(int k) const {
    return {walls_diagonal_.data() + static_cast<std::size_t>(k) * plane_size_, plane_size_};
}

}  // namespace cicatrix
