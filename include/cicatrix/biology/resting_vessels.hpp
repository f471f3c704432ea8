// SPDX-License-Identifier: Apache-2.0
// How dense and how wide vessels are at rest, written once: the mechanism `vessels` returns to it, `oxygen` measures by
// it.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/tissue/layer.hpp"

namespace cicatrix {

/// The part of the parameters of `vessels` that says how they are at rest.
struct RestingVessels {
    explicit RestingVessels(Declared* declared) : owner{declared} {}
    Declared* owner;

    Parameter<Fraction> reticular_density{owner,
                                          {.name = "reticular_density",
                                           .symbol = "V_0",
                                           .unit = one,
                                           .value = 0.3,
                                           .range = {0.05, 2},
                                           .plausible = {0.3, 0.8},
                                           .source = {"skin_layers_code",
                                                      "blood: 0.04 of 1500 um and 0.1 of 100 um of deep net, over 0.04 "
                                                      "of 150 um and 0.3 of 100 um of upper net",
                                                      Evidence::derived},
                                           .meaning = "Resting vessel density below the papillary dermis"}};

    Parameter<Fraction> flushed{owner,
                                {.name = "flushed",
                                 .symbol = "c_r",
                                 .unit = one,
                                 .value = 0,
                                 .range = {0, 1},
                                 .plausible = {0, 0},
                                 .source = convention("the person's rosacea, from 0 (none) to 1"),
                                 .meaning = "How much of the standing flush of rosacea there is"}};
    Parameter<Fraction> standing_flush{
        owner,
        {.name = "standing_flush",
         .symbol = "q_r",
         .unit = one,
         .value = 0.87,
         .range = {0, 10},
         .plausible = {0.7, 1},
         .source = {"sibenge1992",
                    "abstract: blood flow of rosacea 3 to 4 times that of others; flow is content times speed, and if "
                    "both rise alike the content rises by the root of 3.5",
                    Evidence::derived},
         .meaning = "Extra blood content of skin with full rosacea at rest"}};

    /// Relative to healthy papillary dermis; of layers that have vessels.
    double density(Layer layer) const { return layer == Layer::papillary ? 1.0 : *reticular_density; }
    /// Extra blood content of widened vessels at rest.
    double flush() const { return *flushed * *standing_flush; }
};

}  // namespace cicatrix
