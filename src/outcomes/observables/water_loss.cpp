// SPDX-License-Identifier: Apache-2.0
// The water barrier as a TEWL probe reads it.
//   J = J_0 <B> + J_open (1 - <B>)     parallel conductances over the area
// B: barrier; J_0, J_open: loss through intact and through missing stratum corneum; <> mean over the surface.
#include "cicatrix/outcomes/averages.hpp"
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class WaterLoss final : public Outcome {
public:
    using Outcome::Outcome;

    void see(const Glance& glance, Findings& f) override {
        const double treated = loss(glance.treated.state), intact = loss(glance.untreated);
        tewl_.add(f, treated / g_per_m2_hour.size);
        integrity_.add(f, intact / treated);
        excess_.push_back(treated - intact);
    }

    void keep(Archive& archive) override { archive.list("excess", excess_); }

    void conclude(const Model&, Findings& f) override {
        const Course excess{f.time_d, excess_};
        recovery_.set(f, median_over_sessions(f, [&](const Window& w) {
                          return recovery_from_peak(excess, w, 1.0 - *recovered_share_) * day.size;
                      }));
    }

private:
    double loss(const State& state) const {
        const double barrier = FieldReading{state, field::barrier.name}.mean(surface);
        return *intact_loss_ * barrier + *open_loss_ * (1.0 - barrier);
    }

    Parameter<WaterFlux> intact_loss_{
        this,
        {.name = "intact_loss",
         .symbol = "J_0",
         .unit = g_per_m2_hour,
         .value = 9.7,
         .range = {0.5, 40.0},
         .plausible = {5.0, 15.0},
         .source = {"skin_homeostasis_young",
                    "abstract, 87 volunteers: forearm 9.69 +- 2.94; cheeks lose more, the amount was not read",
                    Evidence::measured_human},
         .meaning = "Water loss through intact skin"}};
    Parameter<WaterFlux> open_loss_{this,
                                    {.name = "open_loss",
                                     .symbol = "J_open",
                                     .unit = g_per_m2_hour,
                                     .value = 73.0,
                                     .range = {20.0, 300.0},
                                     .plausible = {50.0, 180.0},
                                     .source = {"lamke1977",
                                                "abstract: donor sites after a week, covered but without full horn, "
                                                "73.2 +- 12.0; fresh ones, without epidermis, 176",
                                                Evidence::measured_human},
                                     .meaning = "Water loss where the stratum corneum is missing"}};
    Parameter<Fraction> recovered_share_{
        this,
        {.name = "recovered_share",
         .symbol = "r_B",
         .unit = one,
         .value = 0.9,
         .range = {0.1, 0.999},
         .plausible = {0.8, 0.95},
         .source = convention("a barrier counts as back when nine tenths of the extra loss are gone"),
         .meaning = "Share of the extra water loss that must be gone for the barrier to count as recovered"}};
    Follows tewl_{this, {"tewl", "g/m2/h", "Transepidermal water loss, mean over the patch"}};
    Follows integrity_{this,
                       {"barrier_integrity", "1", "Water loss of the same skin untreated over that of this skin"}};
    Concludes recovery_{
        this,
        {"barrier_recovery_time", "h",
         "Time from a session until the barrier has recovered, median; at most until the next session"}};
    std::vector<double> excess_;
};

}  // namespace

namespace observable {
OutcomeEntry water_loss() {
    return outcome_entry<WaterLoss>("water_loss", "The water barrier as a TEWL probe reads it");
}
}  // namespace observable
}  // namespace cicatrix
