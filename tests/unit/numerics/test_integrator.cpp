// SPDX-License-Identifier: Apache-2.0
#include "../../verification/toy_tissue.hpp"
#include "cicatrix/numerics/integrator.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <string>

namespace cicatrix {
namespace {

/// Decay, and conversion into a second field.
struct DecayLaw {
    static constexpr std::size_t size = 2;
    double decay = 1.0;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = -decay * u[0];
        rate[1] = decay * u[0] - 0.1 * u[1];
    }
};

State small_state(double value = 1.0) {
    State state = toy::state_of(toy::one_layer_grid(3, 2, 20, {0, 10, 30}), {toy::field("a"), toy::field("b", 100)});
    toy::fill(state, 0, [&](int i, int, int) { return value * (1 + i); });
    return state;
}

TEST(Integrator, LandsExactlyOnEachStop) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    Integrator integrator{kinetics, state, NumericalSettings{}};
    for (double stop : {0.1, 1.0 / 3.0, 7.7, 7.7000001, 100.0}) {
        integrator.advance(state, stop);
        EXPECT_EQ(state.time_h, stop);
    }
    integrator.advance(state, 50.0);
    EXPECT_EQ(state.time_h, 100.0);
}

TEST(Integrator, KeepsItsStrideAcrossACloseStop) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    Integrator integrator{kinetics, state, NumericalSettings{}};
    integrator.advance(state, 30.0);
    const double stride = integrator.next_step_h();
    integrator.advance(state, 30.0 + 1e-5);
    EXPECT_GE(integrator.next_step_h(), stride);
    integrator.restart();
    EXPECT_NEAR(integrator.next_step_h(), 0.1 / 60, 1e-15);
}

TEST(Integrator, FollowsADecayWithinItsTolerance) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    const State rest = small_state(0.0);
    Integrator integrator{kinetics, rest, NumericalSettings{}};
    integrator.advance(state, 2.0);
    EXPECT_NEAR(state.plane(0, 1)[2], 3 * std::exp(-2.0), 0.01);
    EXPECT_EQ(integrator.statistics().clipped[0], 0.0);
    EXPECT_GT(integrator.statistics().accepted, 5);
}

TEST(Integrator, StopsWhenAskedTo) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    Integrator integrator{kinetics, state, NumericalSettings{}};
    int seen = 0;
    integrator.advance(state, 10.0, [&](const State& now) {
        EXPECT_GT(now.time_h, 0.0);
        return ++seen < 3;
    });
    EXPECT_EQ(seen, 3);
    EXPECT_LT(state.time_h, 10.0);
    EXPECT_EQ(integrator.statistics().accepted, 3);
}

TEST(Integrator, RejectsAStepThatIsTooLong) {
    const toy::DenseKinetics<DecayLaw> kinetics{{500.0}};
    State state = small_state();
    const State rest = small_state(0.0);
    Integrator integrator{kinetics, rest, NumericalSettings{}};
    integrator.set_next_step_h(1.0);
    integrator.advance(state, 1.0);
    EXPECT_GT(integrator.statistics().rejected, 0);
    EXPECT_NEAR(toy::amount(state, 1) / toy::amount(small_state(), 0), std::exp(-0.1), 0.02);
}

/// Takes a fixed amount per hour whatever is left, which no step size makes right.
struct OverdrawingLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = 0.0 * u[0] - 2.0;
    }
};

TEST(Integrator, CountsWhatItClips) {
    const toy::DenseKinetics<OverdrawingLaw> kinetics;
    State state = toy::state_of(toy::one_layer_grid(1, 1, 100, {0, 100}), {toy::field("a")});
    toy::fill(state, 0, [](int, int, int) { return 1.0; });
    Integrator integrator{kinetics, state, NumericalSettings{}};
    integrator.advance(state, 1.5);
    EXPECT_EQ(state.plane(0, 0)[0], 0.0);
    // 3 per voxel were taken and only 1 was there: 2 were added, in a volume of 1e-3 mm3
    EXPECT_NEAR(integrator.statistics().clipped[0], 2e-3, 1e-6);
    EXPECT_GT(integrator.statistics().rejected, 0);
}

/// Blows up in finite time (at 1 h from a start of 1).
struct ExplodingLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = u[0] * u[0];
    }
};

struct UndefinedLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = (u[0] - u[0]) / (u[0] - u[0]);
    }
};

TEST(Integrator, NamesFieldDepthLayerTimeAndStepWhenTheValuesBreakDown) {
    const toy::DenseKinetics<UndefinedLaw> kinetics;
    State state = toy::state_of(toy::one_layer_grid(1, 1, 10, {0, 40}), {toy::field("tnf")});
    state.time_h = 12.0;
    Integrator integrator{kinetics, state, NumericalSettings{}};
    try {
        integrator.advance(state, 13.0);
        FAIL() << "no error";
    } catch (const NumericalError& error) {
        EXPECT_EQ(error.field, "tnf");
        EXPECT_EQ(error.depth_um, 20.0);
        EXPECT_EQ(error.time_h, 12.0);
        EXPECT_GT(error.step_h, 0.0);
        const std::string text = error.what();
        for (const char* part : {"12 h", "tnf", "20 um", "papillary", "divides by zero", "Step:"})
            EXPECT_NE(text.find(part), std::string::npos) << part << " in: " << text;
    }
    EXPECT_EQ(state.time_h, 12.0);
}

TEST(Integrator, GivesUpOnAnExplosion) {
    const toy::DenseKinetics<ExplodingLaw> kinetics;
    State state = toy::state_of(toy::one_layer_grid(1, 1, 10, {0, 40}), {toy::field("a")});
    const State rest = state;
    toy::fill(state, 0, [](int, int, int) { return 1.0; });
    Integrator integrator{kinetics, rest, NumericalSettings{}};
    EXPECT_THROW(integrator.advance(state, 2.0), NumericalError);
    EXPECT_NEAR(state.time_h, 1.0, 0.05);
}

TEST(Integrator, SaysThatAValueWasNegativeBeforehand) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    state.plane(1, 1)[0] = -5.0;
    Integrator integrator{kinetics, state, NumericalSettings{}};
    try {
        integrator.advance(state, 1.0);
        FAIL() << "no error";
    } catch (const NumericalError& error) {
        EXPECT_EQ(error.field, "b");
        EXPECT_NE(std::string{error.what()}.find("negative before the step"), std::string::npos) << error.what();
    }
}

/// Relaxes field 0 to what the column holds.
struct ColumnLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site& site, const Num* u, Num* rate) const {
        rate[0] = 50.0 * (Num{site.columns[0]} - u[0]);
    }
};

TEST(Integrator, GivesLawsTheNearestPlaneOfAnotherLayer) {
    const std::vector<Layer> layers{Layer::basal, Layer::papillary, Layer::papillary, Layer::reticular};
    State state =
        toy::state_of(Grid{2, 1, 10, 10, {0, 5, 10, 15, 20}, layers}, {toy::field("a"), toy::field("signal")});
    toy::fill(state, 1, [](int i, int, int k) { return 10.0 * k + i; });
    const toy::DenseKinetics<ColumnLaw> kinetics{{}, {{1, Layer::papillary}}};
    Integrator integrator{kinetics, state, NumericalSettings{}};
    integrator.advance(state, 5.0);
    const std::vector<double> expected{10, 10, 20, 20};
    for (int k = 0; k < 4; ++k)
        for (std::size_t i = 0; i < 2; ++i)
            EXPECT_NEAR(state.plane(0, k)[i], expected[static_cast<std::size_t>(k)] + static_cast<double>(i), 1e-2);
}

TEST(Integrator, RefusesKineticsThatReadAPlaneTheGridDoesNotHave) {
    const State state = small_state();
    const toy::DenseKinetics<ColumnLaw> kinetics{{}, {{1, Layer::stratum_corneum}}};
    EXPECT_THROW(Integrator(kinetics, state, NumericalSettings{}), RunError);
}

TEST(Integrator, RefusesAStateOfAnotherModel) {
    const toy::DenseKinetics<DecayLaw> kinetics;
    State state = small_state();
    Integrator integrator{kinetics, state, NumericalSettings{}};
    State other = toy::state_of(toy::one_layer_grid(30, 2, 20, {0, 10, 30}), {toy::field("a"), toy::field("b")});
    EXPECT_THROW(integrator.advance(other, 1.0), RunError);
}

TEST(Integrator, LeavesFieldsWithoutALawToDiffusionAlone) {
    State state = toy::state_of(toy::one_layer_grid(8, 1, 10, {0, 10}),
                                {toy::field("a"), toy::field("b"), toy::field("free", 1e4), toy::field("still")});
    for (int f : {2, 3}) toy::fill(state, f, [](int i, int, int) { return i == 0 ? 8.0 : 0.0; });
    const toy::DenseKinetics<DecayLaw> kinetics;
    Integrator integrator{kinetics, state, NumericalSettings{}};
    integrator.advance(state, 5.0);
    EXPECT_NEAR(state.plane(2, 0)[4], 1.0, 1e-3);
    EXPECT_EQ(state.plane(3, 0)[0], 8.0);
    EXPECT_EQ(state.plane(3, 0)[4], 0.0);
}

}  // namespace
}  // namespace cicatrix
