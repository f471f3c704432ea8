// SPDX-License-Identifier: Apache-2.0
// How much more of a tracer enters than through intact skin, and until when channels let a dye in.
//   P = <B> + max(1, k_b/r) max(0, 1 - <B> - <O>) + max(1, k_c/r) <O>,   uptake = P / P_untreated
// B: barrier, O: open share of the surface; k_b, k_c: permeability of broken barrier and of open channel over intact,
// for a water-loving tracer (r = 1); r: how much better another tracer crosses intact skin. Water treats both alike.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class Uptake final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        const State &skin = glance.treated.state, &rest = glance.untreated;
        open_share_.push_back(open_share(skin));
        open_.add(f, open_share_.back());
        uptake_.add(f, permeability(skin, 1.0) / permeability(rest, 1.0));
        permeable_.add(f, permeability(skin, *intact_ratio_) / permeability(rest, *intact_ratio_));
    }

    void conclude(const Model&, Findings& f) override {
        const Course open{f.time_d, open_share_};
        const auto until = [&](double remaining) {
            return median_over_sessions(
                f, [&](const Window& w) { return recovery_from_peak(open, w, remaining) * day.size; });
        };
        closing_.set(f, until(*shut_share_));
        half_life_.set(f, until(0.5));
    }

private:
    static double open_share(const State& state) { return FieldReading{state, field::channel.name}.mean(surface); }

    double permeability(const State& state, double intact_ratio) const {
        const double barrier = FieldReading{state, field::barrier.name}.mean(surface);
        const double open = open_share(state);
        return barrier + std::max(1.0, *broken_permeability_ / intact_ratio) * std::max(0.0, 1.0 - barrier - open) +
               std::max(1.0, *channel_permeability_ / intact_ratio) * open;
    }

    Parameter<Fraction> channel_permeability_{
        this,
        {.name = "channel_permeability",
         .symbol = "k_c",
         .unit = one,
         .value = 15000.0,
         .range = {1.0, 1e5},
         .plausible = {1000.0, 4e4},
         .source = {"polymer_roller_vitamin_c",
                    "abstract, rats: uptake x10.5 after nine rolls; set so that nine rolls of ours give it. Free "
                    "diffusion over 20 um against 1e-4 cm/h would allow 4e4",
                    Evidence::calibrated},
         .meaning = "Permeability of an open channel for a small water-loving tracer, relative to intact skin"}};
    Parameter<Fraction> broken_permeability_{
        this,
        {.name = "broken_permeability",
         .symbol = "k_b",
         .unit = one,
         .value = 7.5,
         .range = {1.0, 1e4},
         .plausible = {3.0, 50.0},
         .source = {"lamke1977",
                    "as for water: donor sites after a week 73.2, intact skin 9.69 (skin_homeostasis_young)",
                    Evidence::derived},
         .meaning = "Permeability of closed skin without its water barrier, relative to intact skin"}};
    Parameter<Fraction> intact_ratio_{
        this,
        {.name = "intact_ratio",
         .symbol = "r",
         .unit = one,
         .value = 100.0,
         .range = {1.0, 1e5},
         .plausible = {20.0, 500.0},
         .source = assumed("small lipid-soluble drugs cross intact skin at about 1e-2 cm/h, water-loving ones at about "
                           "1e-4 cm/h; not read"),
         .meaning = "How much better a tracer that already crosses intact skin well does so than a water-loving one"}};
    Parameter<Fraction> shut_share_{
        this,
        {.name = "shut_share",
         .symbol = "r_O",
         .unit = one,
         .value = 0.05,
         .range = {0.0001, 0.9},
         .plausible = {0.02, 0.1},
         .source = convention("a twentieth of the first stain counts as gone, as for the closure that the eye sees"),
         .meaning = "Share of the opening right after the session at which channels count as shut to a dye"}};
    Follows uptake_{this, {"uptake_fold", "1", "Flux of a water-loving tracer relative to the same skin untreated"}};
    Follows permeable_{
        this,
        {"uptake_fold_permeable", "1",
         "Flux of a tracer that crosses intact skin well by itself, relative to the same skin untreated"}};
    Follows open_{this, {"channel_open_fraction", "1", "Share of the surface that is open to a dye"}};
    Concludes closing_{
        this,
        {"channel_closing_time", "h",
         "Time from a session until its channels are shut to a dye, median; at most until the next one"}};
    Concludes half_life_{this,
                         {"channel_half_life", "h",
                          "Time from a session until half of its opening is gone, median; at most until the next one"}};
    std::vector<double> open_share_;
};

}  // namespace

namespace observable {
OutcomeEntry uptake() {
    return outcome_entry<Uptake>("uptake", "How much more of a tracer enters");
}
}  // namespace observable
}  // namespace cicatrix
