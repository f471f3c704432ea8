// SPDX-License-Identifier: Apache-2.0
// What the needles opened: depth, volume, density of holes, and which of them bleed.
// Depth is that of the tip, as insertion gave it, not the nominal length of the needle.
#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class NeedleGeometry final : public Outcome {
public:
    using Outcome::Outcome;

    void acted(const View& view, Findings&) override {
        const double area_cm2 = view.state.grid().area_um2() / um2_per_cm2;
        const auto& punctures = view.wound->punctures();
        for (const Puncture& p : punctures) depths_um_.push_back(p.depth_um);
        const auto bleeding = std::count_if(punctures.begin(), punctures.end(),
                                            [this](const Puncture& p) { return p.depth_um > plexus_depth_.in(um); });
        density_per_session_.push_back(static_cast<double>(punctures.size()) / area_cm2);
        bleeding_per_session_.push_back(static_cast<double>(bleeding) / area_cm2);
        volume_per_session_.push_back(view.wound->volume_um3() / um3_per_mm3 / area_cm2);
    }

    void conclude(const Model&, Findings& f) override {
        depth_.set(f, median(depths_um_));
        volume_.set(f, median(volume_per_session_));
        density_.set(f, median(density_per_session_));
        bleeding_.set(f, median(bleeding_per_session_));
    }

private:
    static constexpr double um2_per_cm2 = 1e8, um3_per_mm3 = 1e9;

    Parameter<Length> plexus_depth_{
        this,
        {.name = "plexus_depth",
         .symbol = "d_px",
         .unit = um,
         .value = 450.0,
         .range = {100.0, 3000.0},
         .plausible = {300.0, 600.0},
         .source = assumed("superficial plexus of the face at about 300-600 um, quoted but not read"),
         .meaning = "Depth below the surface at which a needle meets vessels large enough to bleed visibly"}};
    Concludes depth_{this, {"wound_depth", "um", "Median depth that needle tips reached, over all punctures"}};
    Concludes volume_{this, {"wound_volume", "mm3/cm2", "Volume of tissue swept by needles in the median session"}};
    Concludes density_{this, {"puncture_density", "1/cm2", "Punctures in the median session"}};
    Concludes bleeding_{
        this, {"bleeding_points", "1/cm2", "Punctures in the median session that reach vessels of the upper plexus"}};
    std::vector<double> depths_um_, volume_per_session_, density_per_session_, bleeding_per_session_;
};

}  // namespace

namespace observable {
OutcomeEntry needle_geometry() {
    return outcome_entry<NeedleGeometry>("needle_geometry", "What the needles opened");
}
}  // namespace observable
}  // namespace cicatrix
