// SPDX-License-Identifier: Apache-2.0
// Waugh and Sherratt (2006), macrophage dynamics in diabetic wound healing, Bull Math Biol 68:197. Equations and
// parameters as in the model files BIOMD0000000679 to 681. Time in days.
#pragma once

#include "published_model.hpp"

namespace cicatrix::published {

/// Monocytes that enter, cells/mm3/d; shared by the two models of these authors. T in pg/mm3.
struct MonocyteInflux {
    double tau1 = -2.47;  // cells mm6/pg3/d
    double tau2 = 21.94;  // cells mm3/pg2/d
    double tau3 = 6.41;   // cells/pg/d
    double tau4 = 1.75;   // cells/mm3/d
    template <class Num>
    Num operator()(const Num& T) const {
        return ((tau1 * T + tau2) * T + tau3) * T + tau4;
    }
};

struct WaughSherratt2006 {
    // phi_I, phi_R: inflammatory and repair macrophages, cells/mm3. T: TGF-beta, pg/mm3.
    enum Unknown { phi_I, phi_R, T };
    static constexpr std::size_t size = 3;

    double alpha = 0.5;  // share of monocytes that become inflammatory; 0.8 in the diabetic wound
    MonocyteInflux K;
    double k1 = 0.05;   // share of macrophages that divide
    double k2 = 0.693;  // 1/d: their growth
    double k3 = 0.002;  // mm3/cell: crowding
    double k4 = 0.07;   // pg/cell/d: TGF-beta made by inflammatory macrophages
    double d1 = 0.2;    // 1/d: macrophages that leave or die
    double d2 = 9.1;    // 1/d: decay of TGF-beta

    static Values start() { return {200, 200, 6}; }

    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num room = 1.0 - k3 * (u[phi_I] + u[phi_R]), entering = K(u[T]);
        rate[phi_I] = alpha * entering + k1 * k2 * u[phi_I] * room - d1 * u[phi_I];
        rate[phi_R] = (1.0 - alpha) * entering + k1 * k2 * u[phi_R] * room - d1 * u[phi_R];
        rate[T] = k4 * u[phi_I] - d2 * u[T];
    }
};

}  // namespace cicatrix::published
