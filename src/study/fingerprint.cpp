// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/fingerprint.hpp"

#include "cicatrix/study/sha256.hpp"

namespace cicatrix {
namespace {

void add(Sha256& hash, const std::vector<double>& values) {
    hash.add(values.data(), values.size() * sizeof(double));
}

void add(Sha256& hash, const State& state, int field) {
    const Grid& grid = state.grid();
    hash.add(state.layout().fields()[static_cast<std::size_t>(field)].name);
    const PlaneRange planes = state.layout().planes(field);
    for (int k = planes.first; k < planes.last; ++k) {
        const auto plane = state.plane(field, k);
        for (int j = 0; j < grid.ny(); ++j)
            hash.add(plane.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.pitch()),
                     static_cast<std::size_t>(grid.nx()) * sizeof(double));
    }
}

}  // namespace

std::string fingerprint(const State& final_state, const Findings& findings) {
    Sha256 hash;
    for (int f = 0; f < final_state.layout().field_count(); ++f) add(hash, final_state, f);
    add(hash, findings.time_d);
    add(hash, findings.session_d);
    for (const auto& [name, series] : findings.series) {
        hash.add(name);
        add(hash, series.value);
    }
    for (const auto& [name, scalar] : findings.scalars) {
        hash.add(name);
        hash.add(&scalar.value, sizeof scalar.value);
    }
    return hash.finish();
}

}  // namespace cicatrix
