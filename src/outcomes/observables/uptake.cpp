// SPDX-License-Identifier: Apache-2.0
// How much more of a tracer enters than through the same skin untreated, and until when channels let a dye in.
//   uptake = k(<B>, <O>) / k(<B>, <O>)_untreated                       k: see permeation
// B: barrier, O: open share of the surface. The tracer is a molecule: its mass, octanol over water, share without
// charge.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/tissue/permeation.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class Uptake final : public Outcome {
public:
    Uptake(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, horn_{adjustments}, tracer_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State &skin = glance.treated.state, &rest = glance.untreated;
        open_share_.push_back(open_share(skin));
        open_.add(f, open_share_.back());
        uptake_.add(f, permeability(skin) / permeability(rest));
    }

    void keep(Archive& archive) override { archive.list("open_share", open_share_); }

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

    double permeability(const State& state) const {
        return horn_.horn(tracer_.molecule(), FieldReading{state, field::barrier.name}.mean(surface),
                          open_share(state));
    }

    Permeation horn_;
    Tracer tracer_;
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
    Follows uptake_{
        this,
        {"uptake_fold", "1", "Flux of a tracer, vitamin C unless told otherwise, relative to the same skin untreated"}};
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
