// SPDX-License-Identifier: Apache-2.0
// Waves of a closed ring of cells: the real, orthonormal Fourier basis, in which diffusion along the ring is a factor.
#pragma once

#include <cstddef>
#include <vector>

namespace cicatrix {

/// Wave i of n is the cosine of i turns per ring for i <= n / 2, else the sine of n - i turns. A dense product, halved
/// by symmetry: for the few hundred cells of a patch it is as fast as a fast transform, and its bits are the same
/// everywhere.
template <class Real>
class RingWaves {
public:
    explicit RingWaves(int n);
    /// -d2/dx2 of wave i, in units of 1 / dx^2.
    double curvature(int i) const;
    /// Turns the cells of `width` lines (whole vectors) into waves, in place, and back; cell i of all lines starts at
    /// first + i * stride.
    void forward(Real* first, std::size_t stride, std::size_t width);
    void back(Real* first, std::size_t stride, std::size_t width);

private:
    std::size_t n_, cosines_, sines_;
    std::vector<Real> cosine_, cosine_back_, sine_;  ///< sine_ is its own transpose
    std::vector<Real> room_, answer_;                ///< one vector per cell
};

}  // namespace cicatrix
