// SPDX-License-Identifier: Apache-2.0
// What the ends of the stages share: parts below zero and the padding of rows, in either precision; the end of a step
// on eight voxels and the running sums that judge it, always in double.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/numerics/field_steps.hpp"

namespace cicatrix {

/// The part below zero; zero where there is none.
template <class Real>
BasicLanes<Real> negative_part(const BasicLanes<Real>& x) {
    using Vector = typename BasicLanes<Real>::Vector;
    return BasicLanes<Real>{x.v < Vector{} ? x.v : Vector{}};
}

/// What of a row's lane groups are voxels. Padding repeats the last voxel where it shares its group; groups that are
/// nothing but padding stay as they are.
template <class Real>
class RowEnd {
public:
    using Group = BasicLanes<Real>;
    enum class Kind { voxels, ragged, padding };

    RowEnd(int nx, std::size_t pitch)
        : nx_{static_cast<std::size_t>(nx)}, pitch_{pitch}, voxels_{(nx_ - 1) % Group::width + 1}, real_{0.0} {
        for (std::size_t i = 0; i < voxels_; ++i) real_.set(i, 1.0);
    }
    /// Of the group that begins at this voxel of a plane.
    Kind kind(std::size_t voxel) const {
        const std::size_t place = voxel % pitch_;
        return place + Group::width <= nx_ ? Kind::voxels : place < nx_ ? Kind::ragged : Kind::padding;
    }
    /// 1 for voxels, 0 for padding.
    Group real(Kind kind) const {
        return kind == Kind::voxels ? Group{1.0} : kind == Kind::ragged ? real_ : Group{0.0};
    }
    Group mended(Kind kind, const Group& x, const Group& of_padding) const {
        if (kind == Kind::voxels) return x;
        return kind == Kind::ragged ? choose_greater(real_, Group{0.0}, x, Group{x[voxels_ - 1]}) : of_padding;
    }

private:
    std::size_t nx_, pitch_, voxels_;
    Group real_;
};

/// Running sums over the voxels of one plane, eight at a time; added up in order at the end.
struct PlaneSums {
    Lanes error2{0.0}, departure2{0.0}, clipped{0.0}, lowest{0.0};

    /// u + 3/2 a + 1/2 h k2 with a = h k1, and negatives set to zero. `real`: 1 for voxels, 0 for padding.
    Lanes finish(double h, double rest, const Lanes& u, const Lanes& a, const Lanes& k2, const Lanes& real) {
        const Lanes second = Lanes{0.5 * h} * k2;
        const Lanes error = (Lanes{0.5} * a + second) * real;
        const Lanes departure = (u - Lanes{rest}) * real;
        const Lanes after = u + (Lanes{1.5} * a + second);
        const Lanes negative = negative_part(after), counted = negative * real;
        error2 += error * error;
        departure2 += departure * departure;
        clipped -= counted;
        lowest = min(counted, lowest);
        return after - negative;
    }

    PlaneMeasure measure() const {
        PlaneMeasure m;
        for (std::size_t i = 0; i < Lanes::width; ++i) m += {error2[i], departure2[i], clipped[i], lowest[i]};
        return m;
    }
};

}  // namespace cicatrix
