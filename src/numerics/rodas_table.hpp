// SPDX-License-Identifier: Apache-2.0
// The coefficients of the RODAS family's set for parabolic problems ("RODASP", the third of the code RODAS by E. Hairer
// and G. Wanner; Solving Ordinary Differential Equations II, 2nd ed. 1996, section VI.4): G. Steinebach, Order
// reduction of ROW methods for DAEs and method of lines applications, preprint 1741, TH Darmstadt, 1995. In the form
// that needs no product with the Jacobian:
//   (I - g h J) U_i = g h f(y + sum_j a_ij U_j) + g sum_j c_ij U_j
// Stage 6 starts from stage 5's point plus U_5; the result is stage 6's point plus U_6, and U_6 is the error estimate.
#pragma once

#include <array>
#include <cstddef>

namespace cicatrix::rodas {

inline constexpr std::size_t stages = 6;
inline constexpr double gamma = 0.25;

/// a_ij of stages 1 to 5.
inline constexpr std::array<std::array<double, 4>, 5> a{{
    {},
    {3.0},
    {1.831036793486759, 0.4955183967433795},
    {2.304376582692669, -0.05249275245743001, -1.176798761832782},
    {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
}};

inline constexpr std::array<std::array<double, 5>, 6> c{{
    {},
    {-12.0},
    {-8.791795173947035, -2.207865586973518},
    {10.81793056857153, 6.780270611428266, 19.53485944642410},
    {34.19095006749676, 15.49671153725963, 54.74760875964130, 14.16005392148534},
    {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717},
}};

}  // namespace cicatrix::rodas
