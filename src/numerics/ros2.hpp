// SPDX-License-Identifier: Apache-2.0
// The two-stage method of order two that the step of the tissue and the well-mixed mode share.
#pragma once

namespace cicatrix::ros2 {

inline constexpr double gamma = 1.0 - 0.70710678118654752440;  ///< 1 - 1/sqrt 2: L-stable

}  // namespace cicatrix::ros2
