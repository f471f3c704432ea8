// SPDX-License-Identifier: Apache-2.0
// Jarrett, Cogan, Shirtliff (2015), immune response, bacteria and inflammatory damage, Math Med Biol 32:285. Equations
// and parameters as in the model file BIOMD0000000920. Time in hours; amounts are shares of their own.
#pragma once

#include "published_model.hpp"

namespace cicatrix::published {

struct Jarrett2015 {
    // A: anti-inflammatory response. I: inflammatory damage. B: bacteria. P: pro-inflammatory response. Pulse: the
    // model's exp(-gam t), which enters the bacteria; an unknown of its own, since kinetics know no time.
    enum Unknown { A, I, B, P, Pulse };
    static constexpr std::size_t size = 5;

    double a1 = 0.27, a2 = 0.11, a3 = 1.05, a4 = 1.5;  // 1/h: P by damage, A by P, damage by P, B by damage
    double b1 = 0.01, b2 = 0.135, b3 = 2, b4 = 5;      // 1/h: P by A, A by damage, damage by A, B by P: losses
    double m1 = 0.12, m2 = 0.25, m3 = 0.0174;          // 1/h: decay of P, of A, of damage
    double r1 = 0.2, r2 = 0.45;                        // 1/h: P and damage by bacteria
    double g = 0.9;                                    // 1/h: growth of bacteria
    double K = 1;                                      // most bacteria
    double gam = 0.01;                                 // 1/h: fading of the inoculation

    static Values start() { return {3, 1, 1, 1, 1}; }

    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num room = 1.0 - u[B] / K;
        rate[A] = a2 * u[P] - (b2 * u[I] + m2 * room) * u[A];
        rate[I] = a3 * u[P] + r2 * u[B] - (b3 * u[A] + m3) * u[I];
        rate[B] = (g * room + a4 * u[I] - b4 * u[P]) * u[B] + u[Pulse];
        rate[P] = (a1 * u[I] + r1 * u[B]) * (1.0 - u[P]) - (b1 * u[A] + m1 * room) * u[P];
        rate[Pulse] = -gam * u[Pulse];
    }
};

}  // namespace cicatrix::published
