// SPDX-License-Identifier: Apache-2.0
// Tridiagonal solves along bundles of parallel lines: many lines at once, eight or sixteen to a vector.
#pragma once

#include <cstddef>
#include <vector>

namespace cicatrix {

/// A closed ring of n cells with 1 + 2r on the diagonal and -r to both neighbours.
/// Elimination with the last cell as border: one pass forward, one back. Prepared in double precision, solved in Real.
template <class Real = double>
class PeriodicLine {
public:
    PeriodicLine() = default;
    PeriodicLine(int n, double r) { prepare(n, r); }
    void prepare(int n, double r);
    /// Solves `width` lines (whole vectors) in place; cell i of all lines starts at first + i * stride.
    void solve(Real* first, std::size_t stride, std::size_t width) const;

private:
    struct Cell {
        Real inverse, next, border, to_last;
    };
    std::vector<Cell> cells_;
    Real r_ = 0, last_inverse_ = 1;
};

/// An open line of cells: 1 + leaving on the diagonal, -to_previous and -to_next beside it.
template <class Real = double>
class OpenLine {
public:
    /// Per cell, the coupling to its neighbours (zero at the ends) and the sum of what leaves it.
    void prepare(const std::vector<double>& to_previous, const std::vector<double>& to_next,
                 const std::vector<double>& leaving);
    void solve(Real* first, std::size_t stride, std::size_t width) const;
    /// The same cell by cell, of `width` lines: forward from the first cell to the last, then back. The neighbours are
    /// as far as `stride` away.
    void forward(std::size_t cell, Real* here, std::size_t stride, std::size_t width) const;
    void back(std::size_t cell, Real* here, std::size_t stride, std::size_t width) const;

private:
    struct Cell {
        Real inverse, next, previous;
    };
    std::vector<Cell> cells_;
};

}  // namespace cicatrix
