// SPDX-License-Identifier: Apache-2.0
// Steps tissues that are stopped so often that a step is short anyway: two stages of order two for any matrix, so that
// a Jacobian and its factors may serve many steps. As with Rodas, nothing of one lane enters another.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/tissue/kinetics.hpp"
#include "lane_control.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace cicatrix {

class Ros2W {
public:
    Ros2W(const Kinetics& kinetics, const Site& site, const Elimination& elimination, const LaneTolerance& tolerance,
          int width);
    void step(LaneTissues& tissues);
    /// Makes all lanes find their Jacobians anew.
    static void forget(LaneTissues& tissues) {
        std::fill(tissues.doubtful.begin(), tissues.doubtful.end(), Lanes{1.0});
    }
    std::size_t worst_unknown(const LaneTissues& tissues, std::size_t lane) const {
        return control_.worst_unknown(tissues, lane, new_, error_);
    }

private:
    bool find_stale(const LaneTissues& tissues, std::span<const Lanes> h);
    void refactor(LaneTissues& tissues, std::span<const Lanes> h);

    const Kinetics& kinetics_;
    Site site_;
    const Elimination& elimination_;
    LaneControl control_;
    std::size_t width_;
    Sheet sheet_;
    std::vector<Lanes> first_, second_, new_, error_, factors_;  ///< number by number, `width` lanes each
    std::vector<Lanes> stale_, scaled_h_, rejected_;             ///< one number per lane
};

}  // namespace cicatrix
