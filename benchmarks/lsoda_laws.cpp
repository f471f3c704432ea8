// SPDX-License-Identifier: Apache-2.0
// The real network's laws behind a C interface, as a library that Python can load.
#include "cicatrix/biology/network.hpp"

#include <algorithm>
#include <memory>

namespace {

using namespace cicatrix;

struct Laws {
    Network network{{}};
    Environment environment;
    Site site;
    std::vector<Lanes> columns, u, rate;
    std::unique_ptr<Sheet> sheet;
};

Laws& laws() {
    static Laws all;
    return all;
}

}  // namespace

extern "C" {

void laws_choose(int layer, double depth_um, const double* columns) {
    Laws& l = laws();
    const Layer where = all_layers[static_cast<std::size_t>(layer)];
    const LocalPattern& pattern = l.network.pattern(where);
    l.columns.assign(columns, columns + pattern.columns.size());
    l.u.resize(pattern.fields.size());
    l.rate.resize(pattern.fields.size());
    l.site = {where, depth_um, &l.environment, l.columns};
    l.sheet = std::make_unique<Sheet>(pattern, 1, l.network.extra_registers(where));
    std::copy(l.columns.begin(), l.columns.end(), l.sheet->column(0));
}

void laws_rates(const double* y, double* dydt) {
    Laws& l = laws();
    for (std::size_t i = 0; i < l.u.size(); ++i) l.u[i] = Lanes{y[i]};
    l.network.rates(l.site, l.u, l.rate);
    for (std::size_t i = 0; i < l.u.size(); ++i) dydt[i] = l.rate[i][0];
}

/// Row by row.
void laws_jacobian(const double* y, double* dense) {
    Laws& l = laws();
    for (std::size_t i = 0; i < l.u.size(); ++i) *l.sheet->unknown(i) = Lanes{y[i]};
    l.network.batch_linearise(l.site, *l.sheet);
    const auto& nonzeros = l.network.pattern(l.site.layer).nonzeros;
    std::fill_n(dense, l.u.size() * l.u.size(), 0.0);
    for (std::size_t e = 0; e < nonzeros.size(); ++e) {
        const auto [row, column] = nonzeros[e];
        dense[static_cast<std::size_t>(row) * l.u.size() + static_cast<std::size_t>(column)] =
            (*l.sheet->nonzero(e))[0];
    }
}
}
