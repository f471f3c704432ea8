// SPDX-License-Identifier: Apache-2.0
// How far the epidermis has closed where the last session's needles passed.
//   c = 1 - sum(h (E_0 - E)) / sum(h x E_0)     over the epidermal voxels that needles touched
// x: share of the voxel that needles swept; h: its thickness; E: continuity of keratinocytes; E_0: the same untreated.
// Right after the needles c is 0, however coarse the grid; 1 when all that was lost has been refilled.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class Closure final : public Outcome {
public:
    using Outcome::Outcome;

    void acted(const View& view, Findings&) override {
        const PlaneRange planes = view.state.grid().planes(epidermis);
        first_plane_ = planes.first;
        swept_.clear();
        for (int k = planes.first; k < planes.last; ++k) {
            const auto plane = view.wound->killed(k);
            swept_.emplace_back(plane.begin(), plane.end());
        }
    }

    void see(const Glance& glance, Findings& f) override {
        const double closed = continuity(glance);
        open_share_.push_back(1.0 - closed);
        closed_.add(f, closed);
    }

    void keep(Archive& archive) override {
        archive.list("open_share", open_share_);
        archive.count("first_plane", first_plane_);
        std::size_t planes = swept_.size();
        archive.count("planes", planes);
        swept_.resize(planes);
        for (std::size_t n = 0; n < planes; ++n) archive.list("swept_" + std::to_string(n), swept_[n]);
    }

    void conclude(const Model&, Findings& f) override {
        const Course open{f.time_d, open_share_};
        time_.set(f, median_over_sessions(
                         f, [&](const Window& w) { return lasting_above(open, w, 1.0 - *closed_share_) * day.size; }));
    }

private:
    double continuity(const Glance& glance) const {
        const State& state = glance.treated.state;
        const Grid& grid = state.grid();
        const FieldReading cells{state, field::keratinocytes.name},
            healthy{glance.untreated, field::keratinocytes.name};
        double missing = 0.0, lost = 0.0;
        for (std::size_t n = 0; n < swept_.size(); ++n) {
            const int k = first_plane_ + static_cast<int>(n);
            const double thickness = grid.thickness_um(k), expected = healthy.plane(k);
            for (int j = 0; j < grid.ny(); ++j)
                for (int i = 0; i < grid.nx(); ++i) {
                    const double swept =
                        swept_[n][static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.pitch()) +
                                  static_cast<std::size_t>(i)];
                    if (swept <= 0.0) continue;
                    missing += thickness * (expected - cells.at(i, j, k));
                    lost += thickness * swept * expected;
                }
        }
        return lost > 0.0 ? std::clamp(1.0 - missing / lost, 0.0, 1.0) : 1.0;
    }

    Parameter<Fraction> closed_share_{
        this,
        {.name = "closed_share",
         .symbol = "r_E",
         .unit = one,
         .value = 0.95,
         .range = {0.5, 0.9999},
         .plausible = {0.9, 0.99},
         .source = convention("an opening of a twentieth of the channels' area is no longer seen"),
         .meaning = "Continuity at which the epidermis counts as closed"}};
    Follows closed_{
        this, {"reepithelialised", "1", "Share of the epidermis opened in the last session that has closed again"}};
    Concludes time_{this,
                    {"reepithelialisation_time", "h",
                     "Time from a session until the epidermis is closed, median; at most until the next session"}};
    int first_plane_ = 0;
    std::vector<std::vector<double>> swept_;
    std::vector<double> open_share_;
};

}  // namespace

namespace observable {
OutcomeEntry closure() {
    return outcome_entry<Closure>("closure", "How far the epidermis has closed");
}
}  // namespace observable
}  // namespace cicatrix
