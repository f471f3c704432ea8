// SPDX-License-Identifier: Apache-2.0
// The numerical choices of a run, declared like any other parameter.
#pragma once

#include "cicatrix/base/parameter.hpp"

namespace cicatrix {

/// What a step of the tissue calculates with. The state is kept in double precision in any case.
enum class Precision { single, double_ };

class NumericalSettings final : public Declared {
public:
    explicit NumericalSettings(const Adjustments& adjustments = {}, Precision precision_ = Precision::double_)
        : Declared{"numerics", adjustments}, precision{precision_} {}

    Precision precision;

    Parameter<Fraction> tolerance{this,
                                  {.name = "tolerance",
                                   .symbol = "tol",
                                   .unit = one,
                                   .value = 0.01,
                                   .range = {1e-8, 0.3},
                                   .plausible = {1e-4, 0.2},
                                   .source = convention("0.05 holds the headline observables within about 1 %"),
                                   .meaning = "Relative error allowed per step, of each field's departure from rest"}};
    Parameter<Time> first_step{this,
                               {.name = "first_step",
                                .symbol = "h_0",
                                .unit = minute,
                                .value = 0.1,
                                .range = {1e-6, 60.0},
                                .plausible = {0.01, 1.0},
                                .source = convention("step after an act; larger ones overshoot"),
                                .meaning = "Step tried first after an act"}};
    Parameter<Time> gentle_step{
        this,
        {.name = "gentle_step",
         .symbol = "h_g",
         .unit = hour,
         .value = 0.25,
         .range = {1e-6, 24.0},
         .plausible = {0.05, 2.0},
         .source = convention(
             "light, a dressing or a product on the surface reach cells slowly, so the step may begin larger"),
         .meaning = "Largest step tried first after an act that opens no tissue"}};
    Parameter<Time> longest_step{this,
                                 {.name = "longest_step",
                                  .symbol = "h_max",
                                  .unit = hour,
                                  .value = 48.0,
                                  .range = {1e-3, 720.0},
                                  .plausible = {1.0, 168.0},
                                  .source = convention("keeps slow phases resolved between observations"),
                                  .meaning = "Longest step ever taken"}};
    Parameter<Fraction> negativity{
        this,
        {.name = "negativity",
         .symbol = "eps_-",
         .unit = one,
         .value = 0.05,
         .range = {0.0, 1.0},
         .plausible = {1e-3, 0.2},
         .source = convention("share of a field's scale"),
         .meaning =
             "A value below minus this share of the field's scale rejects the step; smaller ones are set to zero"}};
};

}  // namespace cicatrix
