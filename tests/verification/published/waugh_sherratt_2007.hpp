// SPDX-License-Identifier: Apache-2.0
// Waugh and Sherratt (2007), treatment of diabetic wounds, with PDGF, fibroblasts, collagen and hyaluronan added to
// their model of 2006. Wound Repair Regen 15:556. Equations and parameters as in MODEL1006230106 (normal healing) and
// MODEL1006230003 (diabetic). Time in days.
#pragma once

#include "waugh_sherratt_2006.hpp"

#include <cmath>
#include <numbers>

namespace cicatrix::published {

struct WaughSherratt2007 {
    // phi_I, phi_R: inflammatory and repair macrophages; F: fibroblasts; cells/mm3. T: TGF-beta; P: PDGF; pg/mm3.
    // C: collagen; H: hyaluronan; ug/mm3.
    enum Unknown { phi_I, phi_R, T, P, F, C, H };
    static constexpr std::size_t size = 7;

    double k1 = 0.05;    // share of macrophages that divide
    double k2 = 0.693;   // 1/d: their growth
    double k3 = 0.002;   // mm3/cell: crowding by macrophages
    double k4 = 0.07;    // pg/cell/d: TGF-beta made by inflammatory macrophages
    double k5 = 0.0025;  // mm3/cell: crowding by fibroblasts
    double k6 = 0.0004;  // mm3/ug: crowding by collagen
    double k7 = 0.004;   // pg/cell/d: TGF-beta made by fibroblasts
    double k8 = 0.015;   // pg/cell/d: PDGF made by macrophages
    double k9 = 0.0015;  // pg/cell/d: PDGF made by fibroblasts
    double k10 = 0.924;  // 1/d: growth of fibroblasts
    double k11 = 20;     // ug/cell/d: collagen made
    double k12 = 0.01;   // ug/cell/d: hyaluronan made
    double d1 = 0.2;     // 1/d: macrophages that leave or die
    double d2 = 9.1;     // 1/d: decay of TGF-beta
    double d3 = 4;       // 1/d: decay of PDGF
    double d4 = 1;       // 1/d: death of fibroblasts
    double d5 = 1.5e-5;  // mm3/cell/d: collagen broken down by fibroblasts
    double d6 = 0.7;     // 1/d: decay of hyaluronan
    MonocyteInflux K;
    double alpha0 = 0.4407, alpha1 = -0.197;  // 1: share of inflammatory ones at 1 ug/mm3; per decade
    double M3 = 15.333, M2 = -167.21, M1 = 452.38, M0 = 2.6593;  // cells/mm3/d per (pg/mm3)^n
    double f3 = 0.0092, f2 = -0.1552, f1 = 0.6279, f0 = 0.2527;  // 1 per (pg/mm3)^n
    double g3 = -4.33e-10, g2 = 9e-7, g1 = -5.5e-4, g0 = 0.13;   // 1 per (ug/mm3)^n

    static WaughSherratt2007 diabetic() {
        WaughSherratt2007 wound;
        wound.k11 = 5;
        wound.k12 = 0.001;
        wound.d4 = 2.5;
        return wound;
    }
    static Values start() { return {200, 200, 6, 2, 50, 10, 0.01}; }

    /// The less hyaluronan, the more monocytes become inflammatory.
    template <class Num>
    Num alpha(const Num& hyaluronan) const {
        using std::log;
        return alpha0 + alpha1 / std::numbers::ln10 * log(hyaluronan);
    }
    /// Fibroblasts that enter, cells/mm3/d.
    template <class Num>
    Num M(const Num& pdgf) const {
        return ((M3 * pdgf + M2) * pdgf + M1) * pdgf + M0;
    }
    /// Factors of collagen making.
    template <class Num>
    Num f(const Num& tgf) const {
        return ((f3 * tgf + f2) * tgf + f1) * tgf + f0;
    }
    template <class Num>
    Num g(const Num& collagen) const {
        return ((g3 * collagen + g2) * collagen + g1) * collagen + g0;
    }

    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num X = 1.0 - (k3 * (u[phi_I] + u[phi_R]) + k5 * u[F] + k6 * u[C]);
        const Num entering = K(u[T]), inflammatory = alpha(u[H]);
        rate[phi_I] = inflammatory * entering + k1 * k2 * u[phi_I] * X - d1 * u[phi_I];
        rate[phi_R] = (1.0 - inflammatory) * entering + k1 * k2 * u[phi_R] * X - d1 * u[phi_R];
        rate[T] = k4 * u[phi_I] + k7 * u[F] - d2 * u[T];
        rate[P] = k8 * (u[phi_I] + u[phi_R]) + k9 * u[F] - d3 * u[P];
        rate[F] = M(u[P]) + k10 * u[F] * X - d4 * u[F];
        rate[C] = k11 * u[F] * f(u[T]) * g(u[C]) - d5 * u[F] * u[C];
        rate[H] = k12 * u[F] - d6 * u[H];
    }
};

}  // namespace cicatrix::published
