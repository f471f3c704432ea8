// SPDX-License-Identifier: Apache-2.0
// The end of a step on one lane group, and the running sums that judge it.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/numerics/field_steps.hpp"

namespace cicatrix {

/// The part below zero; zero where there is none.
inline Lanes negative_part(const Lanes& x) {
    return Lanes{x.v < 0.0 ? x.v : Lanes::Vector{}};
}

/// Which lanes of a row's last group are voxels; the others are padding and repeat the last voxel.
class RowEnd {
public:
    explicit RowEnd(int nx)
        : voxels_{(static_cast<std::size_t>(nx) + Lanes::width - 1) % Lanes::width + 1}, real_{0.0} {
        for (std::size_t i = 0; i < voxels_; ++i) real_.set(i, 1.0);
    }
    const Lanes& real() const { return real_; }
    bool ragged() const { return voxels_ < Lanes::width; }
    Lanes mended(const Lanes& x) const { return choose_greater(real_, Lanes{0.0}, x, Lanes{x[voxels_ - 1]}); }

private:
    std::size_t voxels_;
    Lanes real_;
};

/// Running sums over the voxels of one plane, eight at a time; added up in order at the end.
struct PlaneSums {
    Lanes error2{0.0}, departure2{0.0}, clipped{0.0}, lowest{0.0};

    /// u + 3/2 h k1 + 1/2 h k2, with w = u + h k1 and negatives set to zero. `real`: 1 for voxels, 0 for padding.
    Lanes finish(double h, double rest, const Lanes& u, const Lanes& w, const Lanes& k2, const Lanes& real) {
        const Lanes first = w - u, second = Lanes{0.5 * h} * k2;
        const Lanes error = (Lanes{0.5} * first + second) * real;
        const Lanes departure = (u - Lanes{rest}) * real;
        const Lanes after = u + Lanes{1.5} * first + second;
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
