// SPDX-License-Identifier: Apache-2.0
// Diffusion of one field: finite volumes, periodic and uniform laterally, graded in depth, nothing through the ends.
// Where healthy tissue holds more of a field in one layer than in the next, it is the share of that level which evens
// out, so that healthy skin is at rest: flux = -D R grad(u / R).
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/numerics/tridiagonal.hpp"
#include "cicatrix/tissue/grid.hpp"

#include <array>
#include <memory>
#include <vector>

namespace cicatrix {

template <class Real>
class WaveSolve;
struct WavePlane;

template <class Real = double>
class Diffusion {
public:
    /// `planes` are those where the field lives; arrays start at the first of them. `rest`: R of each of these planes;
    /// absent, or zero anywhere: the same everywhere. `decay_per_h`: how fast the field fades by itself, by plane;
    /// absent: not at all.
    Diffusion(const Grid& grid, PlaneRange planes, const std::array<double, layer_count>& diffusivity_um2_per_h,
              std::vector<double> rest = {}, const std::vector<double>& decay_per_h = {});
    Diffusion(Diffusion&&) noexcept;
    ~Diffusion();
    /// False: the field does not move at all.
    bool active() const { return active_; }
    /// rate = L u, for all three axes. Padding of u must be finite; it does not reach real voxels. Differences are
    /// taken in double precision, so that what hardly changes is not lost.
    void apply(const double* u, Real* rate) const;
    /// rate += L a, for what a step adds to u.
    void add(const Real* a, Real* rate) const;
    /// Sets up the factors for solve(), in double precision. With decay d they are those of I - L r, where
    /// r = s / (1 + s d), by plane: times 1 + s d, which the reaction's factor brings in, that is 1 + s d - s L, what
    /// the field is truly subject to. With s in the place of r, fields that spread far and fade fast would hardly move
    /// in long steps. What L r moves from one plane to the next is not lost.
    void prepare(double s);
    /// Solves (I - L_x r)(I - L_y r)(I - L_z r) a = a in place; in long steps (I - L r) a = a, for a field that spreads
    /// over the patch before it fades.
    void solve(Real* a);
    /// Held for solves of all axes at once, once a step was long enough for them.
    std::size_t bytes() const;

private:
    struct Plane {
        double x = 0, y = 0;          ///< D / dx^2, D / dy^2; zero along an axis of one voxel or columns apart
        double above = 0, below = 0;  ///< what comes from the neighbouring planes, per hour of their level
        double ratio_above = 1, ratio_below = 1;  ///< their rest levels relative to this plane's
        double decay = 0;                         ///< per hour
        int line = 0;                             ///< which prepared line serves this plane
    };
    bool spreads_far(const Grid& grid, const std::array<double, layer_count>& diffusivity, PlaneRange planes) const;
    void solve_x(const Plane& plane, Real* a);
    template <bool Add, class Value>
    void apply_row(const Value* u, Real* rate, const Plane& plane, int k, int j) const;
    template <bool Add, class Value>
    void apply_rows(const Value* u, Real* rate) const;

    int nx_, ny_;
    std::size_t pitch_, plane_size_;
    bool active_ = false, at_once_ = false;
    double fastest_decay_ = 0;
    std::vector<Plane> planes_;
    std::vector<PeriodicLine<Real>> x_lines_, y_lines_;  ///< one for each run of planes that are alike
    OpenLine<Real> z_line_;
    std::vector<BasicLanes<Real>> turned_;         ///< room for some rows, columns side by side
    std::vector<double> above_, below_, leaving_;  ///< room to prepare the line along depth
    std::vector<WavePlane> waves_;                 ///< the same for waves along the surface
    std::unique_ptr<WaveSolve<Real>> whole_;       ///< all axes at once, where the field spreads far
};

}  // namespace cicatrix
