// SPDX-License-Identifier: Apache-2.0
// Sparse elimination of many small equal-shaped systems: ordered once, then run as a list of operations on lanes.
#pragma once

#include "cicatrix/base/lanes.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cicatrix {

/// Solves (I - s J) x = b for a Jacobian J of fixed pattern. Pivots stay on the diagonal, which is safe because
/// I - s J tends to I as the step shrinks; the order is Markowitz's, so that little fills in.
class Elimination {
public:
    /// `nonzeros`: (row, column) of each entry of J, none twice. `left_out`: those taken for zero, by place; absent:
    /// none.
    Elimination(int size, const std::vector<std::pair<int, int>>& nonzeros, const std::vector<bool>& left_out = {});

    int size() const { return size_; }
    /// Lanes needed to hold the factors of one system.
    std::size_t storage() const { return entries_.size(); }
    /// Factors I - s J. `jacobian` is in the order of the pattern, `store` has storage() entries; each entry may be
    /// several lanes side by side (1, 2 or 4, told by the sizes).
    void factor(std::span<const Lanes> jacobian, double s, std::span<Lanes> store) const;
    void factor(std::span<const FloatLanes> jacobian, double s, std::span<FloatLanes> store) const;
    /// The same with an s of its own for every lane: as many as there are lane groups side by side.
    void factor(std::span<const Lanes> jacobian, std::span<const Lanes> s, std::span<Lanes> store) const;
    /// Overwrites the right-hand side x with the solution.
    void solve(std::span<const Lanes> store, std::span<Lanes> x) const;
    void solve(std::span<const FloatLanes> store, std::span<FloatLanes> x) const;

private:
    /// One entry of the factors, in the order of computing: its diagonal, the row right of it, the column under it.
    struct Entry {
        std::int32_t source;      ///< which Jacobian entry it starts from; negative: filled in
        std::uint16_t unknown;    ///< its column in a row, its row in a column
        std::uint16_t terms = 0;  ///< how many products are taken away
    };
    struct Term {
        std::uint16_t left, right;  ///< entries whose product is taken away
    };
    struct Pivot {
        std::uint16_t unknown, row_count, column_count, lower_count;
    };
    struct Lower {
        std::uint16_t entry, unknown;  ///< the factor, and which unknown it multiplies
    };
    class Builder;
    template <class Group>
    void factor_any(std::span<const Group> jacobian, std::span<const Group> s, std::span<Group> store) const;
    template <std::size_t Width, class Group>
    void factor_wide(const Group* jacobian, const Group* s, Group* store) const;
    template <class Group>
    void solve_any(std::span<const Group> store, std::span<Group> x) const;
    template <std::size_t Width, class Group>
    void solve_wide(const Group* store, Group* x) const;

    int size_;
    std::vector<Pivot> pivots_;
    std::vector<Entry> entries_;
    std::vector<Term> terms_;
    std::vector<Lower> lower_;  ///< the factors left of each diagonal, row by row: a sum needs no stores on its way
};

}  // namespace cicatrix
