// SPDX-License-Identifier: Apache-2.0
// Steps many tissues of one layer at once, one per lane, by RODASP. Nothing of one lane enters another: what becomes of
// a tissue depends on itself alone, whoever its neighbours are.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/tissue/kinetics.hpp"
#include "lane_control.hpp"

#include <span>
#include <vector>

namespace cicatrix {

/// Room to step one set of lanes after the other.
class Rodas {
public:
    /// `width`: lane groups side by side, 1, 2 or 4. What is referred to must outlive it.
    Rodas(const Kinetics& kinetics, const Site& site, const Elimination& elimination, const LaneTolerance& tolerance,
          int width);

    /// Tries one step in every lane that has not arrived. Lanes whose error is too large stay where they are.
    void step(LaneTissues& tissues);
    /// The unknown that the last try failed on: no number, or the largest error.
    std::size_t worst_unknown(const LaneTissues& tissues, std::size_t lane) const {
        return control_.worst_unknown(tissues, lane, new_, last_stage());
    }

private:
    Lanes* stage(std::size_t i) { return stages_.data() + i * new_.size(); }
    template <std::size_t Stage>
    void run_stage(const LaneTissues& tissues);
    template <std::size_t Stage>
    void start_stage(const Lanes* y);
    void finish_stage(Lanes* right);
    std::span<const Lanes> last_stage() const { return std::span{stages_}.last(new_.size()); }

    const Kinetics& kinetics_;
    Site site_;
    const Elimination& elimination_;
    LaneControl control_;
    std::size_t unknowns_, width_;
    Sheet sheet_;
    std::vector<Lanes> new_, stages_, factors_;  ///< number by number, `width` lanes each
    std::vector<Lanes> scaled_h_;                ///< one number per lane
};

}  // namespace cicatrix
