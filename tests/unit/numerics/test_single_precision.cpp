// SPDX-License-Identifier: Apache-2.0
// The step with matrix, stages and solves in single precision: how far from the one in double precision.
#include "../../verification/wound_like.hpp"
#include "cicatrix/numerics/diffusion.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/parallel.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <cstring>
#include <random>

namespace cicatrix {
namespace {

const NumericalSettings in_single{{}, Precision::single}, in_double{{}, Precision::double_};

std::vector<double> random_numbers(std::size_t count) {
    std::mt19937 random{17};
    std::vector<double> x(count);
    for (double& v : x) v = static_cast<double>(random() % 2001) / 1000 - 1;
    return x;
}

/// Grids with whole rows, ragged rows, rows with a group of nothing but padding, and single voxels.
const std::pair<int, int> shapes[] = {{32, 17}, {30, 30}, {13, 10}, {5, 3}, {1, 1}, {1, 9}, {20, 1}};

TEST(SinglePrecision, SolvesDiffusionNearlyAsWell) {
    const std::vector<double> edges{0, 10, 22, 37, 55, 80};
    for (const auto& [nx, ny] : shapes)
        for (const auto& [s, decay] : {std::pair{1e-3, 0.0}, {1.0, 0.0}, {100.0, 0.0}, {1.0, 0.1}, {100.0, 0.1}}) {
            const Grid grid = toy::one_layer_grid(nx, ny, 20, edges);
            const Field field = toy::field("u", 900);
            const std::vector<double> decays(static_cast<std::size_t>(grid.nz()), decay);
            Diffusion<double> exact{grid, {0, grid.nz()}, field.diffusivity_um2_per_h, {}, decays};
            Diffusion<float> single{grid, {0, grid.nz()}, field.diffusivity_um2_per_h, {}, decays};
            exact.prepare(s);
            single.prepare(s);
            std::vector<double> u = random_numbers(grid.plane_size() * static_cast<std::size_t>(grid.nz()));
            std::vector<float> v(u.begin(), u.end());
            std::vector<double> rate(u.size());
            std::vector<float> single_rate(u.size());
            exact.apply(u.data(), rate.data());
            single.apply(u.data(), single_rate.data());
            exact.add(u.data(), rate.data());
            single.add(v.data(), single_rate.data());
            exact.solve(u.data());
            single.solve(v.data());
            const double steepest = 900 * (8.0 / 400 + 4.0 / 100);  // of a rate for values up to 1
            for (int k = 0; k < grid.nz(); ++k)
                for (int j = 0; j < ny; ++j)
                    for (int i = 0; i < nx; ++i) {
                        const std::size_t n = static_cast<std::size_t>(k) * grid.plane_size() +
                                              static_cast<std::size_t>(j * grid.pitch() + i);
                        ASSERT_NEAR(static_cast<double>(v[n]), u[n], 1e-5) << nx << " x " << ny << ", s = " << s;
                        ASSERT_NEAR(static_cast<double>(single_rate[n]), rate[n], 1e-6 * steepest);
                    }
        }
}

using toy::largest_difference;
const toy::DenseKinetics<toy::WoundLikeLaw> wound_like{{0.1}, {{2, Layer::basal}}};

State wound_like_state(int nx, int ny) {
    return toy::wound_like_state(nx, ny, true);
}

TEST(SinglePrecision, StepsNearlyAsWell) {
    for (const auto& [nx, ny] : shapes)
        for (double h : {1e-4, 0.01, 0.2}) {
            const State start = wound_like_state(nx, ny);
            State exact = start, single = start;
            Integrator{wound_like, start, in_double}.step(exact, h);
            Integrator{wound_like, start, in_single}.step(single, h);
            EXPECT_GT(largest_difference(exact, start), 1e-5);
            EXPECT_LT(largest_difference(exact, single), 2e-6) << nx << " x " << ny << ", h = " << h;
        }
}

TEST(SinglePrecision, FollowsTheSameCourse) {
    const State start = wound_like_state(13, 10);
    State exact = start, single = start;
    Integrator in_twice{wound_like, start, in_double}, in_once{wound_like, start, in_single};
    in_twice.advance(exact, 5.0);
    in_once.advance(single, 5.0);
    EXPECT_LT(largest_difference(exact, single), 1e-4);
    EXPECT_EQ(in_twice.statistics().accepted, in_once.statistics().accepted);
}

struct SlowLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = 0.0 * u[0] + 1e-9;
    }
};

TEST(SinglePrecision, KeepsSlowChangesOfLargeValues) {
    State state = toy::state_of(toy::one_layer_grid(3, 2, 20, {0, 10, 30}), {toy::field("a")});
    toy::fill(state, 0, [](int, int, int) { return 1.0; });
    const toy::DenseKinetics<SlowLaw> kinetics;
    Integrator integrator{kinetics, State{state}, in_single};
    for (int s = 0; s < 1000; ++s) integrator.step(state, 1.0);
    toy::visit(state, 0, [](double v, int, int, int) { EXPECT_NEAR(v - 1.0, 1e-6, 1e-12); });
}

TEST(SinglePrecision, KeepsAUniformFieldWhereItIs) {
    State state = toy::state_of(toy::one_layer_grid(9, 5, 20, {0, 5, 12, 30, 80}), {toy::field("a", 1e5)});
    toy::fill(state, 0, [](int, int, int) { return 0.3; });
    const State before = state;
    const toy::Inert inert;
    Integrator integrator{inert, before, in_single};
    for (double h : {1e-6, 0.013, 1.0, 700.0}) integrator.step(state, h);
    EXPECT_EQ(largest_difference(state, before), 0.0);
}

TEST(SinglePrecision, ConservesWhatSpreads) {
    State state = wound_like_state(13, 10);
    const double before = toy::amount(state, 3);
    const toy::Inert inert;
    Integrator integrator{inert, State{state}, in_single};
    integrator.advance(state, 24.0);
    EXPECT_NEAR(toy::amount(state, 3) / before, 1.0, 1e-6);
}

TEST(SinglePrecision, TakesAsManyBytesAsDouble) {
    const State start = wound_like_state(13, 10);
    Integrator exact{wound_like, start, in_double}, single{wound_like, start, in_single};
    for (Integrator* integrator : {&exact, &single}) {
        State state = start;
        integrator->step(state, 0.01);
    }
    EXPECT_EQ(single.bytes(), exact.bytes());
}

TEST(SinglePrecision, GivesTheSameBitsForAnyNumberOfThreads) {
    const State start = wound_like_state(45, 37);
    const auto run = [&](int threads) {
        const ThreadLimit limit{threads};
        State state = start;
        Integrator integrator{wound_like, start, in_single};
        integrator.advance(state, 1.0);
        return state;
    };
    const State one = run(1);
    for (int threads : {1, 2, 4}) {
        const State other = run(threads);
        for (int f = 0; f < one.layout().field_count(); ++f)
            EXPECT_EQ(std::memcmp(one.array(f).data(), other.array(f).data(), one.array(f).size() * sizeof(double)), 0);
    }
}

/// Grows slowly towards one, and spreads.
struct GrowingLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = 0.02 * (u[0] * (1.0 - u[0]));
    }
};

TEST(Padding, DoesNotGrowOverYearsInEitherPrecision) {
    const toy::DenseKinetics<GrowingLaw> kinetics;
    for (const auto& [nx, ny] : {std::pair{1, 1}, std::pair{5, 3}, std::pair{20, 1}})
        for (const NumericalSettings* settings : {&in_single, &in_double}) {
            State state =
                toy::state_of(toy::one_layer_grid(nx, ny, 20, {0, 10, 22, 37, 55, 80}), {toy::field("u", 900)});
            toy::fill(state, 0, [](int, int, int) { return 1e-3; });
            const State start = state;
            Integrator integrator{kinetics, start, *settings};
            integrator.advance(state, 3 * 8766.0);
            toy::visit(state, 0, [](double v, int, int, int) { ASSERT_NEAR(v, 1.0, 1e-6); });
        }
}

}  // namespace
}  // namespace cicatrix
