// SPDX-License-Identifier: Apache-2.0
// Everything that is known after a run, as plain data.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"

#include <string>
#include <vector>

namespace cicatrix {

/// A vertical cut through the patch at one time, one field, as numbers: for the report's slider.
struct Section {
    double time_d;
    int nx, nz;
    std::vector<float> value;  ///< z slow, x fast, in the field's unit
};
struct SectionSet {
    std::string field, unit, meaning;
    std::vector<Section> frames;
};

/// Everything that is known after a run; plain data.
struct RunResult {
    Scenario scenario;
    Findings findings;
    std::vector<Harm> verdict;
    std::vector<ParameterRecord> parameters;  ///< resolved
    std::vector<SectionSet> sections;
    std::vector<double> x_um, z_um;  ///< axes of the sections
    double assumed_share = 0;        ///< of the parameters that make a claim about skin; rows of data do not count
    SessionCount sessions;           ///< of the run, not of the file: a result that is read back has none
    std::string hash;                ///< of all final fields and series, hexadecimal
    double wall_s = 0;
    std::size_t voxels = 0;
    long steps = 0, rejected = 0;
    /// Most that setting small negative values to zero added to a field, as a share of its scale times its volume.
    double bytes_per_value = 0;  ///< arrays of the run per voxel and field; 0 in what was read from a file
    double clipped_share = 0;
    std::string clipped_field;     ///< which field; empty if none was clipped
    std::string other_mechanisms;  ///< what MechanismChoice says
};

/// Takes whole frames of the state as the run goes (the result file does); called in order of time.
class FrameSink {
public:
    virtual ~FrameSink() = default;
    virtual void begin(const Model& model, const Scenario& scenario) = 0;
    virtual void frame(const State& state) = 0;
};

}  // namespace cicatrix
