// SPDX-License-Identifier: Apache-2.0
#include "wave_solve.hpp"

#include "cicatrix/base/lanes.hpp"
#include "transpose.hpp"

#include <algorithm>

namespace cicatrix {

template <class Real>
WaveSolve<Real>::WaveSolve(int nx, int ny, std::size_t pitch)
    : nx_{nx},
      ny_{ny},
      pitch_{pitch},
      x_{nx},
      y_{ny},
      curvature_x_(pitch, Real{0}),
      turned_(pitch * BasicLanes<Real>::width) {
    for (int i = 0; i < nx; ++i) curvature_x_[static_cast<std::size_t>(i)] = static_cast<Real>(x_.curvature(i));
    for (int j = 0; j < ny; ++j) curvature_y_.push_back(static_cast<Real>(y_.curvature(j)));
}

template <class Real>
void WaveSolve<Real>::prepare(const std::vector<WavePlane>& planes) {
    using Group = BasicLanes<Real>;
    planes_ = planes;
    const std::size_t plane_size = pitch_ * static_cast<std::size_t>(ny_);
    if (inverse_.size() == 0) inverse_ = BasicAlignedArray<Real>(plane_size * planes.size());
    for (std::size_t k = 0; k < planes.size(); ++k) {
        const WavePlane& plane = planes[k];
        const Group from_above{k == 0 ? 0.0 : plane.above * planes[k - 1].below};
        for (std::size_t j = 0; j < static_cast<std::size_t>(ny_); ++j) {
            Real* const here = inverse_.data() + k * plane_size + j * pitch_;
            const Real* const above = k == 0 ? here : here - plane_size;
            const Group common{1.0 + plane.leaving + plane.along_y * static_cast<double>(curvature_y_[j])};
            for (std::size_t i = 0; i < pitch_; i += Group::width) {
                Group diagonal = common + Group{plane.along_x} * Group::load(curvature_x_.data() + i);
                if (k > 0) diagonal -= from_above * Group::load(above + i);
                (Group{1.0} / diagonal).store(here + i);
            }
        }
    }
}

template <class Real>
void WaveSolve<Real>::turn_x(Real* plane, bool forward) {
    constexpr std::size_t rows_at_once = BasicLanes<Real>::width;
    for (std::size_t j = 0; j < static_cast<std::size_t>(ny_); j += rows_at_once) {
        const std::size_t rows = std::min(rows_at_once, static_cast<std::size_t>(ny_) - j);
        turn_rows_to_columns(plane + j * pitch_, pitch_, rows, turned_.data(), rows_at_once);
        if (forward)
            x_.forward(turned_.data(), rows_at_once, rows_at_once);
        else
            x_.back(turned_.data(), rows_at_once, rows_at_once);
        turn_columns_to_rows(turned_.data(), rows_at_once, rows, plane + j * pitch_, pitch_);
    }
}

template <class Real>
void WaveSolve<Real>::solve(Real* a) {
    using Group = BasicLanes<Real>;
    const std::size_t plane_size = pitch_ * static_cast<std::size_t>(ny_);
    const auto spreads = [&](std::size_t k) { return planes_[k].along_x > 0.0 || planes_[k].along_y > 0.0; };
    for (std::size_t k = 0; k < planes_.size(); ++k) {
        Real* const here = a + k * plane_size;
        const Real* const above = k == 0 ? here : here - plane_size;
        const Real* const inverse = inverse_.data() + k * plane_size;
        if (!spreads(k)) continue;
        if (nx_ > 1) turn_x(here, true);
        if (ny_ > 1) y_.forward(here, pitch_, pitch_);
        const Group from_above{planes_[k].above};  // zero in the first plane
        for (std::size_t i = 0; i < plane_size; i += Group::width)
            ((Group::load(here + i) + from_above * Group::load(above + i)) * Group::load(inverse + i)).store(here + i);
    }
    for (std::size_t k = planes_.size(); k-- > 0;) {
        if (!spreads(k)) continue;
        Real* const here = a + k * plane_size;
        if (planes_[k].below > 0.0) {
            const Group from_below{planes_[k].below};
            const Real* const inverse = inverse_.data() + k * plane_size;
            for (std::size_t i = 0; i < plane_size; i += Group::width)
                (Group::load(here + i) + from_below * Group::load(inverse + i) * Group::load(here + plane_size + i))
                    .store(here + i);
        }
    }
    for (std::size_t k = 0; k < planes_.size(); ++k) {
        if (!spreads(k)) continue;
        Real* const here = a + k * plane_size;
        if (ny_ > 1) y_.back(here, pitch_, pitch_);
        if (nx_ > 1) turn_x(here, false);
    }
}

template class WaveSolve<double>;
template class WaveSolve<float>;

}  // namespace cicatrix
