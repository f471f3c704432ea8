// SPDX-License-Identifier: Apache-2.0
// One scenario, run again and again: with ever smaller steps on one grid, and on ever finer grids of one patch.
#pragma once

#include "cicatrix/scenario/scenario.hpp"
#include "headlines.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cicatrix::refinement {

struct StudyPlan {
    std::string scenario;           ///< name of a shipped one, without ".toml"
    double patch_um = 1200;         ///< side of the patch, the same on every grid: named grids differ in it
    std::uint64_t seed = 0;         ///< 0: as shipped; another where the needles would miss a small patch
    int sessions = 0;               ///< 0: as shipped
    double follow_up_d = 0;         ///< 0: as shipped
    std::string grid = "standard";  ///< of the step study
    std::string finest = "fine";    ///< of the grid study: what the others are held against
};

struct Level {
    std::string name;  ///< "preview", "tolerance 0.06"
    double tolerance = 0;
    double lateral_um = 0;
    std::size_t voxels = 0;
    long steps = 0;
    double wall_s = 0;
    std::vector<Headline> values;
};

/// Coarse to fine; the last level is what the others are held against.
struct Refinement {
    StudyPlan plan;
    std::vector<Level> levels;
    const Level& reference() const { return levels.back(); }
};

/// Told after each run, which may have taken long.
using Progress = std::function<void(const Level&)>;

/// Tolerances of preview, standard and fine, and 0.003 as reference, on one grid.
Refinement refine_steps(const StudyPlan& plan, const Progress& progress);
/// Grids of preview, standard and fine, each with its own tolerance, on one patch with the same punctures.
Refinement refine_grid(const StudyPlan& plan, const Progress& progress);

/// Both, with their date and the command that made them, as tests/verification/page.py reads them.
std::string as_json(const Refinement& steps, const Refinement& grid, const std::string& date,
                    const std::string& command);

}  // namespace cicatrix::refinement
