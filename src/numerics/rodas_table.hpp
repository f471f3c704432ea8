// SPDX-License-Identifier: Apache-2.0
// The coefficients of RODAS: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II (2nd ed., 1996),
// section VI.4, in the form that needs no product with the Jacobian:
//   (I - g h J) U_i = g h f(y + sum_j a_ij U_j) + g sum_j c_ij U_j
// Stage 6 starts from stage 5's point plus U_5; the result is that of stage 6 plus U_6, and U_6 is the error estimate.
#pragma once

#include <array>
#include <cstddef>

namespace cicatrix::rodas {

inline constexpr std::size_t stages = 6;
inline constexpr double gamma = 0.25;

/// a_ij of stages 2 to 5; row 6 is row 5 and a one.
inline constexpr std::array<std::array<double, 4>, 5> a{{
    {},
    {1.544},
    {0.9466785280815826, 0.2557011698983284},
    {3.314825187068521, 2.896124015972201, 0.9986419139977817},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
}};

inline constexpr std::array<std::array<double, 5>, 6> c{{
    {},
    {-5.6688},
    {-2.430093356833875, -0.2063599157091915},
    {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
    {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054},
}};

}  // namespace cicatrix::rodas
