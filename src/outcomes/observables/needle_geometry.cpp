// SPDX-License-Identifier: Apache-2.0
// What the needles opened: depth, volume, density of holes, and which of them bleed.
// Depth is that of the tip, as insertion gave it, not the nominal length of the needle. The width of a mouth is the
// mean of its breadth and its length: a slit's disc is drawn out by how far the needle moved.
#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class NeedleGeometry final : public Outcome {
public:
    using Outcome::Outcome;

    void acted(const View& view, Findings&) override {
        const double area_cm2 = view.state.grid().area_um2() / um2_per_cm2;
        const auto& punctures = view.wound->punctures();
        for (const Puncture& p : punctures) {
            depths_um_.push_back(p.depth_um);
            mouths_um_.push_back(mouth_um(p));
        }
        if (!punctures.empty()) spread_per_session_.push_back(depth_spread(punctures));
        const auto bleeding = std::count_if(punctures.begin(), punctures.end(),
                                            [this](const Puncture& p) { return p.depth_um > plexus_depth_.in(um); });
        density_per_session_.push_back(static_cast<double>(punctures.size()) / area_cm2);
        bleeding_per_session_.push_back(static_cast<double>(bleeding) / area_cm2);
        volume_per_session_.push_back(view.wound->volume_um3() / um3_per_mm3 / area_cm2);
    }

    void keep(Archive& archive) override {
        archive.list("mouths_um", mouths_um_);
        archive.list("spread_per_session", spread_per_session_);
        archive.list("depths_um", depths_um_);
        archive.list("volume_per_session", volume_per_session_);
        archive.list("density_per_session", density_per_session_);
        archive.list("bleeding_per_session", bleeding_per_session_);
    }

    void conclude(const Model&, Findings& f) override {
        depth_.set(f, median(depths_um_));
        volume_.set(f, median(volume_per_session_));
        density_.set(f, median(density_per_session_));
        bleeding_.set(f, median(bleeding_per_session_));
        mouth_.set(f, mouths_um_.empty() ? 0.0 : mean(mouths_um_));
        spread_.set(f, median(spread_per_session_));
    }

private:
    static double mean(const std::vector<double>& values) {
        double sum = 0.0;
        for (const double x : values) sum += x;
        return sum / static_cast<double>(values.size());
    }
    static double mouth_um(const Puncture& p) {
        const double taper = p.tip_length_um > 0.0 ? std::min(1.0, p.depth_um / p.tip_length_um) : 1.0;
        return 2.0 * p.radius_um * taper + 0.5 * std::sqrt(p.drag_x_um * p.drag_x_um + p.drag_y_um * p.drag_y_um);
    }
    /// Standard deviation over mean.
    static double depth_spread(const std::vector<Puncture>& punctures) {
        std::vector<double> depths, squares;
        for (const Puncture& p : punctures) depths.push_back(p.depth_um);
        const double middle = mean(depths);
        for (const double d : depths) squares.push_back((d - middle) * (d - middle));
        return std::sqrt(mean(squares)) / middle;
    }

    static constexpr double um2_per_cm2 = 1e8, um3_per_mm3 = 1e9;

    Parameter<Length> plexus_depth_{
        this,
        {.name = "plexus_depth",
         .symbol = "d_px",
         .unit = um,
         .value = 400,
         .range = {100.0, 3000.0},
         .plausible = {300.0, 600.0},
         .source = {"doct_normal2018", "a mesh of vessels is seen from 300 um and mostly at 500 um; middle",
                    Evidence::derived},
         .meaning = "Depth below the surface at which a needle meets vessels large enough to bleed visibly"}};
    Concludes depth_{this, {"wound_depth", "um", "Median depth that needle tips reached, over all punctures"}};
    Concludes volume_{this, {"wound_volume", "mm3/cm2", "Volume of tissue swept by needles in the median session"}};
    Concludes density_{this, {"puncture_density", "1/cm2", "Punctures in the median session"}};
    Concludes bleeding_{
        this, {"bleeding_points", "1/cm2", "Punctures in the median session that reach vessels of the upper plexus"}};
    Concludes mouth_{
        this,
        {"channel_width", "um", "Mean width of the mouths that needles leave, over all punctures of all sessions"}};
    Concludes spread_{
        this,
        {"puncture_depth_spread", "1", "Coefficient of variation of the punctures' depths in the median session"}};
    std::vector<double> mouths_um_, spread_per_session_;
    std::vector<double> depths_um_, volume_per_session_, density_per_session_, bleeding_per_session_;
};

}  // namespace

namespace observable {
OutcomeEntry needle_geometry() {
    return outcome_entry<NeedleGeometry>("needle_geometry", "What the needles opened");
}
}  // namespace observable
}  // namespace cicatrix
