// SPDX-License-Identifier: Apache-2.0
// The whole step, reaction and diffusion together: order in time, an independent splitting, rest, positivity, bits.
#include "../support/figures.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "strang.hpp"
#include "wound_like.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <cstring>
#include <numbers>
#include <random>

namespace cicatrix {
namespace {

/// Two stiff coupled fields with a known course: a = 2 + c s(t), b = 1.5 + c q(t), where c is a mode of the discrete
/// diffusion operator (field 2, shifted by 2 to stay positive) and field 3 is time.
struct ManufacturedLaw {
    static constexpr std::size_t size = 4;
    double decay_a = 0, decay_b = 0;  ///< rate at which diffusion would flatten the mode
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num mode = u[2] - 2.0, t = u[3];
        const Num base = 1.0 / (t * t + 1.0);
        const Num s = t * base, ds = (1.0 - t * t) * base * base;  // t / (1 + t^2)
        const Num q = 0.5 * base, dq = -1.0 * (t * base * base);   // 1 / (2 + 2 t^2)
        const Num a = 2.0 + mode * s, b = 1.5 + mode * q;
        rate[0] = mode * ds + decay_a * (mode * s) - 60.0 * (u[0] * u[0] - a * a) + 20.0 * (u[1] - b) * u[0];
        rate[1] = mode * dq + decay_b * (mode * q) - 35.0 * (u[1] - b) * (1.0 + u[0]) + 5.0 * (u[0] - a);
        rate[2] = 0.0 * u[2];
        rate[3] = 0.0 * u[3] + 1.0;
    }
};

double manufactured_error(int steps) {
    const int n = 8;
    const double width = 25, d_a = 900, d_b = 300;
    const double angle = std::sin(std::numbers::pi / n) / width, thickness = 20;
    const double angle_z = std::sin(std::numbers::pi / (2 * n)) / thickness;
    const double wave = 2 * 4 * angle * angle + 4 * angle_z * angle_z;
    Grid grid = toy::one_layer_grid(n, n, width, toy::even_edges(n, n * thickness));
    State state = toy::state_of(std::move(grid),
                                {toy::field("a", d_a), toy::field("b", d_b), toy::field("mode"), toy::field("time")});
    const auto mode = [&](int i, int j, int k) {
        return std::cos(2 * std::numbers::pi * i / n) * std::cos(2 * std::numbers::pi * j / n) *
               std::cos(std::numbers::pi * (k + 0.5) / n);
    };
    toy::fill(state, 0, [&](int, int, int) { return 2.0; });
    toy::fill(state, 1, [&](int i, int j, int k) { return 1.5 + 0.5 * mode(i, j, k); });
    toy::fill(state, 2, [&](int i, int j, int k) { return 2 + mode(i, j, k); });
    const toy::DenseKinetics<ManufacturedLaw> kinetics{{d_a * wave, d_b * wave}};
    Integrator integrator{kinetics, state, NumericalSettings{}};
    for (int s = 0; s < steps; ++s) integrator.step(state, 1.0 / steps);
    double worst = 0;
    toy::visit(state, 0, [&](double v, int i, int j, int k) {
        worst = test::farther(worst, std::abs(v - 2 - 0.5 * mode(i, j, k)));
    });
    toy::visit(state, 1, [&](double v, int i, int j, int k) {
        worst = test::farther(worst, std::abs(v - 1.5 - 0.25 * mode(i, j, k)));
    });
    return worst;
}

TEST(WholeStep, IsOfSecondOrderInTimeForAManufacturedSolution) {
    const double coarse = manufactured_error(500), middle = manufactured_error(1000), fine = manufactured_error(2000);
    const std::string made = "analytic: two stiff coupled fields made to follow a known course";
    test::expect_below({"time", "2000 steps an hour: error", made}, fine, 1e-6);
    test::expect_near({"time", "500 to 1000 steps an hour: order", made}, std::log2(coarse / middle), 2.0, 0.25);
    test::expect_near({"time", "1000 to 2000 steps an hour: order", made}, std::log2(middle / fine), 2.0, 0.15);
}

using toy::largest_difference;
using toy::wound_like_state;
using toy::WoundLikeLaw;

TEST(WholeStep, IsOfSecondOrderInTimeOnAGradedGridOfThreeLayers) {
    const State start = wound_like_state(6, 4);
    const toy::DenseKinetics<WoundLikeLaw> kinetics;
    const auto after = [&](int steps) {
        State state = start;
        Integrator integrator{kinetics, start, NumericalSettings{}};
        for (int s = 0; s < steps; ++s) integrator.step(state, 0.5 / steps);
        return state;
    };
    const State coarse = after(200), middle = after(400), fine = after(800);
    test::expect_near({"time", "graded grid of three layers, 400 to 800 to 1600 steps an hour: order", "one another"},
                      std::log2(largest_difference(coarse, middle) / largest_difference(middle, fine)), 2.0, 0.15);
}

TEST(WholeStep, AgreesWithAnIndependentStrangSplitting) {
    const State start = wound_like_state(6, 4);
    State split = start, unsplit = start;
    const auto law = [](const double* u, double* rate) { WoundLikeLaw{}(Site{}, u, rate); };
    toy::StrangSplitting<3>{start}.run(split, 0.5, 400, law);
    const toy::DenseKinetics<WoundLikeLaw> kinetics;
    Integrator integrator{kinetics, start, NumericalSettings{}};
    for (int s = 0; s < 400; ++s) integrator.step(unsplit, 0.5 / 400);
    test::expect_below({"oracle", "whole step against Strang splitting, both 400 steps: largest difference",
                        "a splitting of the tests' own: Runge-Kutta and a dense Crank-Nicolson matrix"},
                       largest_difference(split, unsplit), 2e-5);
    EXPECT_GT(largest_difference(split, start), 0.1);
}

TEST(WholeStep, ReachesWithItsToleranceWhatItPromises) {
    const State start = wound_like_state(6, 4);
    const toy::DenseKinetics<WoundLikeLaw> kinetics;
    const auto run = [&](double tolerance) {
        State state = start;
        const Adjustments adjustments = toy::tolerance(tolerance);
        Integrator integrator{kinetics, start, NumericalSettings{adjustments}};
        integrator.advance(state, 2.0);
        return state;
    };
    const State reference = run(1e-6);
    const double loose = largest_difference(run(1e-2), reference), tight = largest_difference(run(1e-4), reference);
    const std::string itself = "itself at tolerance 1e-6";
    test::expect_below({"time", "chosen steps at tolerance 1e-2: largest error", itself}, loose, 1e-2);
    test::expect_below({"time", "chosen steps at tolerance 1e-4: largest error", itself}, tight, 2e-4);
    test::expect_below({"time", "error at tolerance 1e-4 over that at 1e-2", itself}, tight / loose, 0.1);
}

/// Rates that vanish to the last bit at (3, 0.7).
struct RestingLaw {
    static constexpr std::size_t size = 2;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = 40.0 * (3.0 - u[0]) * u[1];
        rate[1] = 1e3 * (0.7 - u[1]) * u[0] + (3.0 - u[0]) * 5.0;
    }
};

TEST(WholeStep, LeavesASteadyStateExactlyAsItIsAtAnyStep) {
    State state = toy::state_of(toy::one_layer_grid(9, 5, 20, {0, 5, 12, 30, 80}),
                                {toy::field("a", 1e5), toy::field("b", 300), toy::field("still", 2e4)});
    toy::fill(state, 0, [](int, int, int) { return 3.0; });
    toy::fill(state, 1, [](int, int, int) { return 0.7; });
    toy::fill(state, 2, [](int, int, int) { return 0.3; });
    const State before = state;
    const toy::DenseKinetics<RestingLaw> kinetics;
    Integrator integrator{kinetics, before, NumericalSettings{}};
    for (double h : {1e-6, 0.013, 1.0, 700.0}) integrator.step(state, h);
    test::expect_rounding({"rest", "a steady state after steps of 1e-6 to 700 h: change", "none, to the last bit"},
                          largest_difference(state, before), 0.0);
    integrator.advance(state, 8766.0);
    test::expect_rounding({"rest", "a steady state after a year: change", "none, to the last bit"},
                          largest_difference(state, before), 0.0);
    EXPECT_EQ(integrator.statistics().rejected, 0);
}

/// A signal that spreads and fades within minutes, made by something still that fades over days.
struct FadingLaw {
    static constexpr std::size_t size = 2;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = 20.0 * (u[1] - u[0]);
        rate[1] = -0.02 * u[1];
    }
};

TEST(WholeStep, LetsWhatFadesFastFollowItsSourceInLongSteps) {
    // The signal reaches 25 um; its source is a spot that makes every axis matter.
    State start = toy::state_of(toy::one_layer_grid(24, 24, 25, toy::even_edges(16, 400)),
                                {toy::field("signal", 12000), toy::field("source")});
    const State rest = start;
    toy::fill(start, 1, [](int i, int j, int k) {
        const double x = i - 12, y = j - 12, z = k - 8;
        return std::exp(-(x * x + y * y + z * z) / 8);
    });
    const toy::DenseKinetics<FadingLaw> kinetics;
    const auto after = [&](double first_h, double step_h) {
        State state = start;
        Integrator integrator{kinetics, rest, NumericalSettings{}};
        for (double h = 1e-3; state.time_h < first_h; h *= 1.3)
            integrator.step(state, std::min(h, first_h - state.time_h));
        while (state.time_h < 200) integrator.step(state, step_h);
        return state;
    };
    const State exact = after(8, 0.5);
    double size = 0;
    toy::visit(exact, 0, [&](double v, int, int, int) { size = std::max(size, v); });
    // The three axes' factors multiply, so it lags; how far is counted in what the source loses within a step.
    const double step_h = 12, lost = 1 - std::exp(-0.02 * step_h);
    test::expect_below(
        {"time", "a signal that fades within minutes, in steps of 12 h: lag in steps", "steps of half an hour"},
        largest_difference(exact, after(8, step_h), 0) / size / lost, 0.25);
}

/// Prey that predators eat fast, and stiff decay: small amounts are driven towards zero again and again.
struct DevouringLaw {
    static constexpr std::size_t size = 4;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = -400.0 * (u[0] * u[1]) / (u[0] + 0.01);
        rate[1] = 3.0 * u[0] - 0.5 * u[1];
        rate[2] = 50.0 * (u[0] * u[0]) - 500.0 * u[2];
        rate[3] = u[2] * u[2] - 20.0 * (u[3] * u[1]);
    }
};

TEST(WholeStep, KeepsRandomStatesFromGoingNegative) {
    const std::vector<Field> fields{toy::field("prey", 3000), toy::field("predator", 100), toy::field("signal", 1e5),
                                    toy::field("product")};
    const toy::DenseKinetics<DevouringLaw> kinetics;
    double lowest = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        State state = toy::state_of(toy::one_layer_grid(11, 3, 25, {0, 5, 12, 30, 80}), fields);
        const State rest = state;
        std::mt19937 random{seed};
        for (int f = 0; f < 4; ++f)
            toy::fill(state, f, [&](int, int, int) {
                return random() % 3 == 0 ? 0.0 : std::pow(10.0, -static_cast<double>(random() % 6));
            });
        Integrator integrator{kinetics, rest, NumericalSettings{}};
        integrator.advance(state, 48.0, [&](const State& now) {
            for (int f = 0; f < 4; ++f)
                toy::visit(now, f, [&](double v, int, int, int) {
                    if (std::isnan(v) || v < lowest) lowest = v;
                });
            return true;
        });
        EXPECT_EQ(state.time_h, 48.0);
    }
    test::expect_rounding(
        {"positivity", "20 random states that eat themselves up, 48 h: how far below zero", "zero, at every step"},
        -lowest, 0.0);
}

/// A quick and a slow conversion to and fro; nothing is made or lost.
struct ConvertingLaw {
    static constexpr std::size_t size = 3;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num quick = 300.0 * (u[0] * u[1]) - 20.0 * u[2], slow = 0.4 * u[2] / (u[2] + 0.5);
        rate[0] = slow - quick;
        rate[1] = 0.0 * u[1] + slow - quick;
        rate[2] = quick - slow;
    }
};

TEST(WholeStep, ConservesWhatIsOnlyConverted) {
    State state = wound_like_state(13, 10);
    const auto total = [&] { return toy::amount(state, 0) + toy::amount(state, 2); };  // one of a makes one of c
    const double before = total(), free_before = toy::amount(state, 0);
    const toy::DenseKinetics<ConvertingLaw> kinetics;
    Integrator integrator{kinetics, state, NumericalSettings{}};
    integrator.advance(state, 48.0);
    EXPECT_GT(std::abs(toy::amount(state, 0) / free_before - 1.0), 0.1);
    for (const double clipped : integrator.statistics().clipped) EXPECT_EQ(clipped, 0.0);
    test::expect_rounding(
        {"conservation", "two days of diffusion and conversion: amount lost or gained", "the amount before"},
        std::abs(total() / before - 1.0), 1e-9);
}

bool same_bits(const State& a, const State& b) {
    for (int f = 0; f < a.layout().field_count(); ++f)
        if (std::memcmp(a.array(f).data(), b.array(f).data(), a.array(f).size() * sizeof(double)) != 0) return false;
    return a.time_h == b.time_h;
}

TEST(WholeStep, GivesTheSameBitsForAnyNumberOfThreads) {
    const State start = wound_like_state(45, 37);
    const toy::DenseKinetics<WoundLikeLaw> kinetics;
    const auto run = [&](int threads) {
        const ThreadLimit limit{threads};
        State state = start;
        Integrator integrator{kinetics, start, NumericalSettings{}};
        integrator.advance(state, 1.0);
        return state;
    };
    const State one = run(1);
    EXPECT_FALSE(same_bits(one, start));
    EXPECT_TRUE(same_bits(one, run(2)));
    EXPECT_TRUE(same_bits(one, run(4)));
    EXPECT_TRUE(same_bits(one, run(1)));
}

}  // namespace
}  // namespace cicatrix
