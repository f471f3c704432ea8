// SPDX-License-Identifier: Apache-2.0
#include "resting_decay.hpp"

#include <algorithm>

namespace cicatrix {

std::vector<std::vector<double>> resting_decay(const Kinetics& kinetics, const State& rest) {
    const Layout& layout = rest.layout();
    const Grid& grid = layout.grid();
    const auto at_rest = [&](int field, int plane) { return Lanes{rest.plane(field, plane)[0]}; };
    std::vector<std::vector<double>> decay;
    for (int f = 0; f < layout.field_count(); ++f)
        decay.emplace_back(static_cast<std::size_t>(layout.planes(f).count()), 0.0);
    for (int k = 0; k < grid.nz(); ++k) {
        const LocalPattern& pattern = kinetics.pattern(grid.layer(k));
        std::vector<Lanes> u, columns, rate(pattern.fields.size()), slope(pattern.nonzeros.size());
        for (const int f : pattern.fields) u.push_back(at_rest(f, k));
        for (const ColumnRead& read : pattern.columns)
            columns.push_back(at_rest(read.field, column_plane(grid, read, k)));
        kinetics.linearise({grid.layer(k), grid.centre_um(k), &rest.environment, columns}, u, rate, slope);
        for (std::size_t e = 0; e < slope.size(); ++e) {
            if (pattern.nonzeros[e].first != pattern.nonzeros[e].second) continue;
            const int field = pattern.fields[static_cast<std::size_t>(pattern.nonzeros[e].first)];
            decay[static_cast<std::size_t>(field)][static_cast<std::size_t>(k - layout.planes(field).first)] =
                std::max(0.0, -slope[e][0]);
        }
    }
    return decay;
}

}  // namespace cicatrix
