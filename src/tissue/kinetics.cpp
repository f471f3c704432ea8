// SPDX-License-Identifier: Apache-2.0
// A sheet, and the slow way of filling one.
#include "cicatrix/tissue/kinetics.hpp"

namespace cicatrix {
namespace {

/// Calls work(site, u, rate, nonzero) for each lane group of a sheet in turn.
template <class Work>
void group_by_group(const Site& site, Sheet& sheet, const Work& work) {
    std::vector<Lanes> u(sheet.unknowns()), columns(sheet.columns()), rate(sheet.unknowns()), slope(sheet.nonzeros());
    Site here = site;
    here.columns = columns;
    for (int w = 0; w < sheet.width(); ++w) {
        for (std::size_t i = 0; i < u.size(); ++i) u[i] = sheet.unknown(i)[w];
        for (std::size_t c = 0; c < columns.size(); ++c) columns[c] = sheet.column(c)[w];
        work(here, u, rate, slope);
        for (std::size_t i = 0; i < u.size(); ++i) sheet.rate(i)[w] = rate[i];
        for (std::size_t e = 0; e < slope.size(); ++e) sheet.nonzero(e)[w] = slope[e];
    }
}

}  // namespace

Sheet::Sheet(const LocalPattern& pattern, int width, std::size_t extra_registers)
    : unknowns_{pattern.fields.size()},
      columns_{pattern.columns.size()},
      carried_{pattern.carried.size()},
      nonzeros_{pattern.nonzeros.size()},
      width_{width},
      lanes_((inputs() + unknowns_ + carried_ + nonzeros_ + extra_registers) * static_cast<std::size_t>(width), Lanes{0.0}) {}

void Kinetics::batch_rates(const Site& site, Sheet& sheet) const {
    group_by_group(site, sheet,
                   [&](const Site& here, std::span<const Lanes> u, std::span<Lanes> rate, std::span<Lanes>) {
                       rates(here, u, rate);
                   });
}

void Kinetics::batch_linearise(const Site& site, Sheet& sheet) const {
    group_by_group(site, sheet,
                   [&](const Site& here, std::span<const Lanes> u, std::span<Lanes> rate, std::span<Lanes> slope) {
                       linearise(here, u, rate, slope);
                   });
}

}  // namespace cicatrix
