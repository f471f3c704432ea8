// SPDX-License-Identifier: Apache-2.0
// Reynolds, Rubin, Clermont, Day, Vodovotz, Ermentrout (2006), a reduced model of the acute inflammatory response, J
// Theor Biol 242:220. Equations and parameters as in the model file BIOMD0000000714. Time in hours.
#pragma once

#include "published_model.hpp"

namespace cicatrix::published {

struct Reynolds2006 {
    // P: pathogen. N: activated phagocytes (N* in the paper). D: tissue damage. CA: anti-inflammatory mediator. The
    // paper gives P in 1e6/ml and the others in units of their own (N-, D-, CA-units).
    enum Unknown { P, N, D, CA };
    static constexpr std::size_t size = 4;

    double k_pm = 0.6;    // ml per M-unit and h: killing of pathogen by the local response
    double k_mp = 0.01;   // ml/1e6/h: use of the local response by pathogen
    double s_m = 0.005;   // M-units/h: source of the local response
    double mu_m = 0.002;  // 1/h: its decay
    double k_pg = 0.3;    // 1/h: growth of pathogen
    double p_inf = 20;    // 1e6/ml: most pathogen
    double k_pn = 1.8;    // 1/N-unit/h: killing of pathogen by phagocytes
    double k_np = 0.1;    // ml/1e6/h: activation of phagocytes by pathogen
    double k_nn = 0.01;   // 1/N-unit/h: by one another
    double k_nd = 0.02;   // 1/D-unit/h: by damage
    double s_nr = 0.08;   // N-units/h: source of resting phagocytes
    double mu_nr = 0.12;  // 1/h: their decay
    double mu_n = 0.05;   // 1/h: decay of activated ones
    double k_dn = 0.35;   // D-units/h: most damage done by phagocytes
    double x_dn = 0.06;   // N-units: their number at half of it
    double mu_d = 0.02;   // 1/h: repair
    double c_inf = 0.28;  // CA-units: strength of inhibition
    double s_c = 0.0125;  // CA-units/h: constant source of the mediator
    double k_cn = 0.04;   // CA-units/h: most of what phagocytes and damage add
    double k_cnd = 48;    // N-units/D-unit: weight of damage in it
    double mu_c = 0.1;    // 1/h: decay of the mediator

    static Values start() { return {1, 0, 0, 0.125}; }

    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num one = 1.0 / (power2(u[CA] / c_inf) + 1.0);  // g(x) = x one
        const Num R = (k_nn * u[N] + k_np * u[P] + k_nd * u[D]) * one;
        const Num f6 = power6(u[N] * one), fed = (u[N] + k_cnd * u[D]) * one;
        rate[P] =
            k_pg * u[P] * (1.0 - u[P] / p_inf) - k_pm * s_m * u[P] / (mu_m + k_mp * u[P]) - k_pn * (u[N] * one) * u[P];
        rate[N] = s_nr * R / (mu_nr + R) - mu_n * u[N];
        rate[D] = k_dn * f6 / (x_dn * x_dn * x_dn * x_dn * x_dn * x_dn + f6) - mu_d * u[D];
        rate[CA] = s_c + k_cn * fed / (1.0 + fed) - mu_c * u[CA];
    }
};

}  // namespace cicatrix::published
