// SPDX-License-Identifier: Apache-2.0
// SUNDIALS CVODE as its users would set it up for speed: BDF, our exact Jacobian, all memory kept between runs.
#pragma once

#include "kinetics_case.hpp"

#include <sundials/sundials_types.h>

#include <memory>

namespace cicatrix::bench {

class CvodePeer {
public:
    enum class Solver { dense, klu };
    CvodePeer(const KineticsCase& of, std::size_t voxel, Solver solver, double tolerance);
    ~CvodePeer();
    CvodePeer(const CvodePeer&) = delete;
    CvodePeer& operator=(const CvodePeer&) = delete;

    /// From the voxel's start to the end, interpolating at the times in between.
    Course run();
    /// The same, beginning anew every half hour.
    Course run_restarted();
    long steps() const { return steps_; }
    long rates_asked() const;

private:
    struct Memory;
    void begin(double time_h);
    void advance(double until_h);
    Values values() const;

    const KineticsCase& case_;
    std::size_t voxel_;
    VoxelProblem problem_;
    std::unique_ptr<Memory> memory_;
    long steps_ = 0;
};

}  // namespace cicatrix::bench
