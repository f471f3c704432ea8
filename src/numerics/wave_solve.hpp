// SPDX-License-Identifier: Apache-2.0
// Diffusion of one field solved in all directions at once: waves along the surface, a line in depth for each of them.
#pragma once

#include "cicatrix/tissue/state.hpp"
#include "ring_waves.hpp"

#include <vector>

namespace cicatrix {

/// One plane of I - L r: what diagonal a wave of curvature 1 along either axis adds, what couples to the planes above
/// and below, and what leaves to them.
struct WavePlane {
    double along_x, along_y, above, below, leaving;
};

/// For fields that spread over the patch before they fade: there the axes' factors, one after the other, multiply to
/// far more than what they stand for.
template <class Real>
class WaveSolve {
public:
    WaveSolve(int nx, int ny, std::size_t pitch);
    void prepare(const std::vector<WavePlane>& planes);
    /// Solves in place; the field's planes lie one after another.
    void solve(Real* a);
    std::size_t bytes() const { return (inverse_.size() + turned_.size()) * sizeof(Real); }

private:
    void turn_x(Real* plane, bool forward);

    int nx_, ny_;
    std::size_t pitch_;
    RingWaves<Real> x_, y_;
    std::vector<Real> curvature_x_, curvature_y_;
    std::vector<WavePlane> planes_;
    BasicAlignedArray<Real> inverse_;  ///< of each wave's running diagonal, plane by plane
    BasicAlignedArray<Real> turned_;   ///< room for some rows, columns side by side
};

}  // namespace cicatrix
