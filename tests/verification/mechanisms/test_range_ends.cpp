// SPDX-License-Identifier: Apache-2.0
// Every parameter of every mechanism at either end of its hard range: skin that is needled and treated stays finite and
// non-negative, so that no value that a scenario may set breaks a run.
#include "../../support/figures.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "injured_skin.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <string>

namespace cicatrix {
namespace {

Act needles() {
    Needling needling;
    for (int n = 0; n < 3; ++n) {
        Puncture p;
        p.x_um = 50 + 45 * n;
        p.y_um = 100 - 20 * n;
        p.depth_um = 200 + 250 * n;
        p.radius_um = 30;
        p.tip_length_um = 80;
        p.drag_x_um = 20;
        p.bluntness = 0.3;
        needling.punctures.push_back(p);
    }
    needling.device_contamination_cfu_per_cm2 = 1e3;
    return {0, "needling", needling};
}

Act serum() {
    Application serum;
    serum.irritant = serum.humectant = serum.steroid = serum.depigmenting = serum.antimicrobial = 1;
    serum.ph = 3.5;
    serum.horn_mm_per_h = 0.003;
    serum.contamination_cfu_per_cm2 = 100;
    return {0, "serum", serum};
}

/// What goes wrong first within some days of healing with these adjustments; empty when nothing does.
std::string first_fault(const Adjustments& adjustments) {
    const Network network{adjustments};
    State state = test::resting(network, test::small_volume(network));
    const State rest = state;
    std::string fault;
    const auto look = [&](const State& now) {
        test::each_value(now, [&](double value, int f, int k) {
            if (fault.empty() && !(value >= 0.0 && std::isfinite(value)))
                fault = std::string{network.fields()[static_cast<std::size_t>(f)].name} + " is " +
                        std::to_string(value) + " in plane " + std::to_string(k) + " at " + std::to_string(now.time_h) +
                        " h";
        });
        return fault.empty();
    };
    Integrator integrator{network, rest, NumericalSettings{}};
    const Act first = needles(), second = serum();
    const Wound wound{state.grid(), std::get<Needling>(first.kind).punctures};
    network.respond({first, &wound}, state, Skin{});
    look(state);
    integrator.advance(state, 24, look);
    network.respond({second}, state, Skin{});
    integrator.restart();
    integrator.advance(state, 72, look);
    return fault;
}

TEST(RangeEnds, OfEveryParameterGiveFiniteNonNegativeFields) {
    const Network network{{}};
    long ends = 0, bad = 0;
    for (const ParameterRecord& r : network.parameters()) {
        const std::string name = std::string{r.owner} + '.' + std::string{r.name};
        for (const double end : {r.range.low, r.range.high}) {
            Adjustments adjustments;
            adjustments.set[name] = end * r.unit_size;
            std::string fault;
            try {
                fault = first_fault(adjustments);
            } catch (const std::exception& e) {
                fault = e.what();
            }
            EXPECT_EQ(fault, "") << name << " = " << end << ' ' << r.unit;
            ++ends;
            bad += !fault.empty();
        }
    }
    EXPECT_GT(ends, 400);
    test::expect_rounding(
        {"positivity",
         std::to_string(ends) + " ends of ranges of parameters, three days with needles and serum: runs at fault",
         "none"},
        static_cast<double>(bad), 0.0);
}

}  // namespace
}  // namespace cicatrix
