// SPDX-License-Identifier: Apache-2.0
// How inflamed the upper dermis is, against a brisk response to a wound.
//   I = 1/4 [ dN/N_b + dM1/M_b + dTNF/T_b + dIL6/I_b ]
// d: mean over the upper dermis minus that of the same skin untreated; index b: level in a brisk response.
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

class InflammationCourse final : public Outcome {
public:
    InflammationCourse(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const double sum = excess(glance, field::neutrophils.name, brisk_neutrophils_.in(cells_per_mm3)) +
                           excess(glance, field::macrophages_m1.name, brisk_macrophages_.in(cells_per_mm3)) +
                           excess(glance, field::tnf.name, brisk_tnf_.in(pg_per_mm3)) +
                           excess(glance, field::il6.name, brisk_il6_.in(pg_per_mm3));
        inflammation_.add(f, sum / 4.0);
    }

    void conclude(const Model&, Findings& f) override {
        const Course course{f.time_d, inflammation_.of(f)};
        auc_.set(f, area_under(course));
        const auto windows = session_windows(f);
        resolution_.set(f, windows.empty() ? 0.0 : lasting_above(course, windows.back(), *quiet_));
    }

private:
    double excess(const Glance& glance, std::string_view name, double brisk) const {
        const DepthRange range = regions_.upper_dermis(glance.untreated.grid());
        return (FieldReading{glance.treated.state, name}.mean(range) -
                FieldReading{glance.untreated, name}.mean(range)) /
               brisk;
    }

    Regions regions_;
    Parameter<CellDensity> brisk_neutrophils_{
        this,
        {.name = "brisk_neutrophils",
         .symbol = "N_b",
         .unit = cells_per_mm3,
         .value = 1000.0,
         .range = {1.0, 1e6},
         .plausible = {300.0, 5000.0},
         .source = convention(
             "defines the unit of inflammation: a tenth of the upper dermis wounded and full of neutrophils"),
         .meaning = "Neutrophils in a brisk response, mean over the upper dermis"}};
    Parameter<CellDensity> brisk_macrophages_{
        this,
        {.name = "brisk_macrophages",
         .symbol = "M_b",
         .unit = cells_per_mm3,
         .value = 500.0,
         .range = {1.0, 1e6},
         .plausible = {100.0, 3000.0},
         .source = convention("defines the unit of inflammation: half as many as neutrophils"),
         .meaning = "Inflammatory macrophages in a brisk response, mean over the upper dermis"}};
    Parameter<Concentration> brisk_tnf_{
        this,
        {.name = "brisk_tnf",
         .symbol = "T_b",
         .unit = pg_per_mm3,
         .value = 0.2,
         .range = {1e-4, 1e3},
         .plausible = {0.05, 1.0},
         .source = convention("defines the unit of inflammation: a few hundred pg/mL, as in fluid of fresh wounds"),
         .meaning = "Tumour necrosis factor in a brisk response, mean over the upper dermis"}};
    Parameter<Concentration> brisk_il6_{
        this,
        {.name = "brisk_il6",
         .symbol = "I_b",
         .unit = pg_per_mm3,
         .value = 2.0,
         .range = {1e-4, 1e4},
         .plausible = {0.5, 20.0},
         .source = convention(
             "defines the unit of inflammation: a few ng/mL, as it is among the highest in fluid of fresh wounds"),
         .meaning = "Interleukin 6 in a brisk response, mean over the upper dermis"}};
    Parameter<Fraction> quiet_{this,
                               {.name = "quiet",
                                .symbol = "I_q",
                                .unit = one,
                                .value = 0.02,
                                .range = {1e-4, 1.0},
                                .plausible = {0.01, 0.1},
                                .source = convention("a fiftieth of a brisk response counts as over"),
                                .meaning = "Inflammation below which it counts as resolved"}};
    Follows inflammation_{this, {"inflammation", "1", "Inflammation of the upper dermis; 1 is a brisk response"}};
    Concludes auc_{this, {"inflammation_auc", "d", "Inflammation summed over the run"}};
    Concludes resolution_{this, {"resolution_time", "d", "Time after the last session until inflammation is over"}};
};

}  // namespace

namespace observable {
OutcomeEntry inflammation_course() {
    return outcome_entry<InflammationCourse>("inflammation_course", "How inflamed the upper dermis is");
}
}  // namespace observable
}  // namespace cicatrix
