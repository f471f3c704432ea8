// SPDX-License-Identifier: Apache-2.0
// Cooper, Segal, Diegelmann, Reynolds (2015), effects of systemic mediators on the inflammatory phase of wound healing,
// J Theor Biol 367:86. Equations and parameters as in the model file BIOMD0000000855. Time in days.
#pragma once

#include "published_model.hpp"

namespace cicatrix::published {

struct Cooper2015 {
    // P: pathogen. Pt: platelets and debris. M: macrophages. N: neutrophils. The model file gives no units of amount.
    enum Unknown { P, Pt, M, N };
    static constexpr std::size_t size = 4;

    double C = 0;        // cortisol, the file's unit
    double E = 0;        // oestrogen, the file's unit
    double kpn = 35.03;  // 1/N/d: killing of pathogen by neutrophils
    double kpm = 34.8;   // 1/M/d: by macrophages
    double Ninf = 0.11;  // N: neutrophils that halve the macrophages' effect
    double kptn = 2.03;  // 1/N/d: clearing of debris by neutrophils
    double kptm = 3.16;  // 1/M/d: by macrophages
    double mupt = 0.37;  // 1/d: decay of debris
    double knp = 17.58;  // 1/P/d: neutrophils called by pathogen
    double knpt = 2.97;  // 1/Pt/d: by debris
    double snr = 0.38;   // N/d: source of neutrophils
    double munr = 3.3;   // 1/d: decay of those that rest
    double mun = 1.02;   // 1/d: death of neutrophils
    double knm = 6.42;   // 1/M/d: clearing of neutrophils by macrophages
    double kmp = 18.52;  // 1/P/d: macrophages called by pathogen
    double kmm = 0.06;   // 1/M/d: by one another
    double kmn = 10.58;  // 1/N/d: by neutrophils
    double kmpt = 41.5;  // 1/Pt/d: by debris
    double smr = 0.17;   // M/d: source of macrophages
    double mumr = 0.54;  // 1/d: decay of those that rest
    double mum = 0.5;    // 1/d: loss of macrophages
    double ENinf = 6.8;  // E: oestrogen that halves the neutrophils called
    double ken = 5.37;   // 1/E: strengthening of neutrophils
    double EMinf = 5;    // E: oestrogen that halves the calling of macrophages by one another
    double kem = 4.97;   // 1/E: strengthening of macrophages
    double Cn = 175.72;  // C: cortisol that halves the calling of neutrophils
    double Cm1 = 72.84;  // C: the macrophages' effect
    double Cm2 = 13.06;  // C: the calling of macrophages
    double kpg = 14.4;   // 1/d: growth of pathogen
    double pinf = 20;    // P: most pathogen
    double kbp = 0.2;    // 1/P/d: use of the local response by pathogen
    double sb = 0.12;    // 1/d: source of the local response
    double mub = 0.048;  // 1/d: its decay
    double kpb = 14.4;   // 1/d: killing of pathogen by it

    static Values start() { return {0.1, 2, 0, 0.1}; }

    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num fi = u[M] / (power2(u[N] / Ninf) + (1.0 + power2(C / Cm1)));
        const Num R1 =
            (kmpt * u[Pt] + kmp * u[P] + kmm / (1.0 + power2(E / EMinf)) * u[M] + kmn * u[N]) / (1.0 + power2(C / Cm2));
        const Num R2 = (knpt * u[Pt] + knp * u[P]) / (1.0 + power2(C / Cn));
        rate[P] = kpg * u[P] * (1.0 - u[P] / pinf) - kpb * sb * u[P] / (mub + kbp * u[P]) -
                  kpn * (1.0 + ken * E) * u[P] * u[N] - kpm * (1.0 + kem * E) * u[P] * fi;
        // The file strengthens this first loss by N where every other one has E; kept as it stands there.
        rate[Pt] =
            -kptn * u[Pt] * u[N] * (1.0 + ken * u[N]) - kptm * (1.0 + kem * E) * u[Pt] * fi - mupt * u[Pt] + mun * u[N];
        rate[M] = smr * R1 / (mumr + R1) - mum * u[M];
        rate[N] = snr * R2 / (munr + R2) / (1.0 + power2(E / ENinf)) - mun * u[N] - knm * u[N] * fi;
    }
};

}  // namespace cicatrix::published
