// SPDX-License-Identifier: Apache-2.0
// A sheet, and the slow way of filling one.
#include "cicatrix/tissue/kinetics.hpp"

namespace cicatrix {
namespace {

/// Calls work(site, u, rate, nonzero) for each eight voxels of a sheet in turn.
template <class Real, class Work>
void eight_by_eight(const Site& site, BasicSheet<Real>& sheet, const Work& work) {
    std::vector<Lanes> u(sheet.unknowns()), columns(sheet.columns()), rate(sheet.unknowns()), slope(sheet.nonzeros());
    Site here = site;
    here.columns = columns;
    for (int w = 0; w < sheet.width(); ++w)
        for (std::size_t e = 0; e < BasicLanes<Real>::eights; ++e) {
            for (std::size_t i = 0; i < u.size(); ++i) u[i] = sheet.unknown(i)[w].eight(e);
            for (std::size_t c = 0; c < columns.size(); ++c) columns[c] = sheet.column(c)[w].eight(e);
            work(here, u, rate, slope);
            for (std::size_t i = 0; i < u.size(); ++i) sheet.rate(i)[w].set_eight(e, rate[i]);
            for (std::size_t n = 0; n < slope.size(); ++n) sheet.nonzero(n)[w].set_eight(e, slope[n]);
        }
}

template <class Real>
void rates_of_all(const Kinetics& kinetics, const Site& site, BasicSheet<Real>& sheet) {
    eight_by_eight(site, sheet,
                   [&](const Site& here, std::span<const Lanes> u, std::span<Lanes> rate, std::span<Lanes>) {
                       kinetics.rates(here, u, rate);
                   });
}

template <class Real>
void linearise_all(const Kinetics& kinetics, const Site& site, BasicSheet<Real>& sheet) {
    eight_by_eight(site, sheet,
                   [&](const Site& here, std::span<const Lanes> u, std::span<Lanes> rate, std::span<Lanes> slope) {
                       kinetics.linearise(here, u, rate, slope);
                   });
}

}  // namespace

template <class Real>
BasicSheet<Real>::BasicSheet(const LocalPattern& pattern, int width, std::size_t extra_registers)
    : unknowns_{pattern.fields.size()},
      columns_{pattern.columns.size()},
      carried_{pattern.carried.size()},
      nonzeros_{pattern.nonzeros.size()},
      width_{width},
      lanes_((inputs() + unknowns_ + carried_ + nonzeros_ + extra_registers) * static_cast<std::size_t>(width),
             Group{0.0}) {}

template class BasicSheet<double>;
template class BasicSheet<float>;

void Kinetics::batch_rates(const Site& site, Sheet& sheet) const {
    rates_of_all(*this, site, sheet);
}
void Kinetics::batch_rates(const Site& site, FloatSheet& sheet) const {
    rates_of_all(*this, site, sheet);
}
void Kinetics::batch_linearise(const Site& site, Sheet& sheet) const {
    linearise_all(*this, site, sheet);
}
void Kinetics::batch_linearise(const Site& site, FloatSheet& sheet) const {
    linearise_all(*this, site, sheet);
}

}  // namespace cicatrix
