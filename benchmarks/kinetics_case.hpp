// SPDX-License-Identifier: Apache-2.0
// The kinetics that all solvers are timed on: voxels of one layer right after a session, each hurt to another degree.
#pragma once

#include "../tests/verification/odeint_oracle.hpp"
#include "cicatrix/biology/network.hpp"
#include "cicatrix/numerics/well_mixed.hpp"

#include <vector>

namespace cicatrix::bench {

using Values = std::vector<double>;
/// Values of one voxel, one entry per time of KineticsCase::times_h.
using Course = std::vector<Values>;

constexpr double days = 30.0, restart_h = 0.5;

/// The real network's layer, cut out of needled skin; what comes from other layers is held.
struct KineticsCase {
    explicit KineticsCase(Layer layer);

    /// Largest difference to the reference at any time, each field over its peak. `voxel` is one of the judged ones.
    double error(std::size_t voxel, const Course& course) const;
    /// The same relative tolerance for all solvers, and an absolute one of that share of each field's peak.
    Values absolute(double tolerance) const;

    Network network{{}};
    WellMixedSite site;
    std::vector<double> times_h;          ///< when courses are compared
    std::vector<Values> starts, columns;  ///< per voxel
    std::vector<Course> reference;        ///< of the judged voxels, the first ones
    Values peak;                          ///< per field
    static constexpr std::size_t voxels = 256, judged = 8;
};

/// One voxel as solvers for one system want it: plain numbers, compiled laws, the Jacobian as the engine has it.
class VoxelProblem final : public OdeProblem {
public:
    VoxelProblem(const KineticsCase& of, std::size_t voxel);
    int size() const override { return static_cast<int>(u_.size()); }
    void rates(const double* y, double* dydt) override;
    void jacobian(const double* y, double* dense) override;
    /// The Jacobian's entries in the order of the pattern, one lane each.
    const Lanes* entries(const double* y);
    const LocalPattern& pattern() const { return pattern_; }
    long rates_asked = 0;

private:
    const KineticsCase& case_;
    const LocalPattern& pattern_;
    std::vector<Lanes> columns_, u_, rate_;
    Site site_;
    Sheet sheet_;
};

}  // namespace cicatrix::bench
