// SPDX-License-Identifier: Apache-2.0
// A small tissue in which everything is away from rest, for tests of the whole step.
#pragma once

#include "toy_tissue.hpp"

#include <random>
#include <type_traits>

namespace cicatrix::toy {

/// Feeding, saturation, conversion and decay of three fields; rest is (1, 1/2, 1) unless a column read drives the
/// second.
struct WoundLikeLaw {
    static constexpr std::size_t size = 3;
    double from_column = 0;
    template <class Num>
    void operator()([[maybe_unused]] const Site& site, const Num* u, Num* rate) const {
        const Num uptake = 6.0 * (u[0] * u[1] * u[1] / (u[1] * u[1] + 0.25));
        rate[0] = 4.0 - 1.0 * u[0] - uptake;
        rate[1] = 0.5 * uptake - 3.0 * u[1];
        if constexpr (std::is_constructible_v<Num, Lanes>)  // plain numbers are used without a column
            if (from_column > 0) rate[1] = rate[1] + from_column * Num{site.columns[0]};
        rate[2] = 2.0 * u[1] - 1.0 * u[2];
    }
};

/// Random amounts on a graded grid of three layers; `with_lawless`: and a fourth field that only spreads.
inline State wound_like_state(int nx, int ny, bool with_lawless = false) {
    const std::vector<double> edges{0, 10, 22, 37, 55, 80};
    const std::vector<Layer> layers{Layer::basal, Layer::papillary, Layer::papillary, Layer::reticular,
                                    Layer::reticular};
    std::vector<Field> fields{field("a", 500), field("b", 2000), field("c")};
    if (with_lawless) fields.push_back(field("lawless", 3000));
    State state = state_of(Grid{nx, ny, 20, 25, edges, layers}, fields);
    std::mt19937 random{11};
    const auto share = [&] { return static_cast<double>(random() % 1000) / 1000; };
    for (int f = 0; f < state.layout().field_count(); ++f) fill(state, f, [&](int, int, int) { return 0.2 + share(); });
    return state;
}

}  // namespace cicatrix::toy
