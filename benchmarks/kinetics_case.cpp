// SPDX-License-Identifier: Apache-2.0
#include "kinetics_case.hpp"

#include "cicatrix/tissue/act.hpp"
#include "cvode_peer.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace cicatrix::bench {
namespace {

constexpr double voxel_um = 100.0, reference_tolerance = 1e-12;

/// A needle of its own for every voxel, from a prick to almost the voxel's width, sharp or worn.
Needling session(int voxels) {
    Needling needling;
    for (int n = 0; n < voxels; ++n) {
        Puncture p;
        p.x_um = (n + 0.5) * voxel_um;
        p.y_um = 0.5 * voxel_um;
        p.depth_um = 600;
        p.radius_um = 8 + 42.0 * ((n * 37) % voxels) / voxels;
        p.tip_length_um = 50;
        p.bluntness = 0.2 * (n % 5);
        needling.punctures.push_back(p);
    }
    needling.device_contamination_cfu_per_cm2 = 100;
    needling.surface_disinfection = 0.9;
    return needling;
}

}  // namespace

KineticsCase::KineticsCase(Layer layer) {
    const auto layout = std::make_shared<const Layout>(Grid{static_cast<int>(voxels),
                                                            1,
                                                            voxel_um,
                                                            voxel_um,
                                                            {0, 15, 60, 70, 200, 700, 1000},
                                                            {all_layers.begin(), all_layers.end()}},
                                                       network.fields());
    State state{layout};
    const Skin skin;
    network.rest(state, skin);
    const Act act{0, "session", session(static_cast<int>(voxels))};
    const Wound wound{state.grid(), std::get<Needling>(act.kind).punctures};
    network.respond({act, &wound}, state, skin);

    const LocalPattern& pattern = network.pattern(layer);
    const int k = index(layer);
    for (std::size_t v = 0; v < voxels; ++v) {
        Values& start = starts.emplace_back();
        Values& reads = columns.emplace_back();
        for (int f : pattern.fields) start.push_back(state.plane(f, k)[v]);
        for (const ColumnRead& c : pattern.columns) reads.push_back(state.plane(c.field, index(c.layer))[v]);
    }
    site = {layer, state.grid().centre_um(k), {}, columns.front()};

    for (int f : pattern.fields)  // a field that stays away is judged by what would matter of it
        peak.push_back(1e-3 * network.fields()[static_cast<std::size_t>(f)].scale);
    for (double h = 0.5; h <= 24 * days; h *= 1.25) times_h.push_back(h);
    const auto by_cvode = [&](std::size_t voxel) {
        return CvodePeer{*this, voxel, CvodePeer::Solver::dense, reference_tolerance}.run();
    };
    for (std::size_t v = 0; v < judged; ++v) {
        Course course = by_cvode(v);
        course.push_back(starts[v]);
        for (const Values& y : course)
            for (std::size_t i = 0; i < peak.size(); ++i) peak[i] = std::max(peak[i], std::abs(y[i]));
    }
    times_h = {1, 6, 24, 72, 168, 24 * days};
    for (std::size_t v = 0; v < judged; ++v) reference.push_back(by_cvode(v));
}

double KineticsCase::error(std::size_t voxel, const Course& course) const {
    double worst = 0;
    for (std::size_t t = 0; t < course.size(); ++t)
        for (std::size_t i = 0; i < peak.size(); ++i) {
            const double apart = std::abs(course[t][i] - reference[voxel][t][i]) / peak[i];
            if (!(apart <= worst)) worst = apart;
        }
    return worst;
}

Values KineticsCase::absolute(double tolerance) const {
    Values a = peak;
    for (double& x : a) x *= tolerance;
    return a;
}

VoxelProblem::VoxelProblem(const KineticsCase& of, std::size_t voxel)
    : case_{of},
      pattern_{of.network.pattern(of.site.layer)},
      columns_(of.columns[voxel].begin(), of.columns[voxel].end()),
      u_(pattern_.fields.size()),
      rate_(u_.size()),
      site_{of.site.layer, of.site.depth_um, &of.site.environment, columns_},
      sheet_{pattern_, 1, of.network.extra_registers(of.site.layer)} {
    std::copy(columns_.begin(), columns_.end(), sheet_.column(0));
}

void VoxelProblem::rates(const double* y, double* dydt) {
    ++rates_asked;
    for (std::size_t i = 0; i < u_.size(); ++i) u_[i] = Lanes{y[i]};
    case_.network.rates(site_, u_, rate_);
    for (std::size_t i = 0; i < u_.size(); ++i) dydt[i] = rate_[i][0];
}

const Lanes* VoxelProblem::entries(const double* y) {
    for (std::size_t i = 0; i < u_.size(); ++i) *sheet_.unknown(i) = Lanes{y[i]};
    case_.network.batch_linearise(site_, sheet_);
    return sheet_.nonzero(0);
}

void VoxelProblem::jacobian(const double* y, double* dense) {
    const Lanes* const entry = entries(y);
    std::fill_n(dense, u_.size() * u_.size(), 0.0);
    for (std::size_t e = 0; e < pattern_.nonzeros.size(); ++e) {
        const auto [row, column] = pattern_.nonzeros[e];
        dense[static_cast<std::size_t>(row) * u_.size() + static_cast<std::size_t>(column)] = entry[e][0];
    }
}

}  // namespace cicatrix::bench
