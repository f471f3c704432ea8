// SPDX-License-Identifier: Apache-2.0
// Diffusion alone: order of accuracy against analytic solutions, conservation, closed layers.
#include "../support/figures.hpp"
#include "cicatrix/numerics/diffusion.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "toy_tissue.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <numbers>
#include <random>

namespace cicatrix {
namespace {

constexpr double pi = std::numbers::pi;

/// A smooth map of [0, 1] onto itself: planes are 1.9 times as thick as even ones at the middle, thinner at the ends.
std::vector<double> graded_edges(int planes, double depth_um) {
    std::vector<double> edges;
    for (int k = 0; k <= planes; ++k) {
        const double s = static_cast<double>(k) / planes;
        edges.push_back(depth_um * (s - 0.12 * std::sin(2 * pi * s)));
    }
    return edges;
}

void run(State& state, const State& rest, double until_h, int steps) {
    const toy::Inert inert;
    Integrator integrator{inert, rest, NumericalSettings{}};
    for (int s = 0; s < steps; ++s) integrator.step(state, until_h / steps);
}

void run(State& state, double until_h, int steps) {
    run(state, State{state}, until_h, steps);
}

/// Largest error of a decaying product of cosines after some time, with n voxels along each axis that is used.
double cosine_error(int nx, int ny, const std::vector<double>& edges) {
    const double width = 400, diffusivity = 20000, until = 0.4, depth = edges.back();
    const double dx = width / nx;
    Grid grid{nx, ny, dx, width / ny, edges, std::vector<Layer>(edges.size() - 1, Layer::papillary)};
    State state = toy::state_of(grid, {toy::field("u", diffusivity)});
    const double kx = nx > 1 ? 2 * pi / width : 0, ky = ny > 1 ? 2 * pi / width : 0, kz = pi / depth;
    const auto shape = [&](int i, int j, int k) {
        return std::cos(kx * (i + 0.5) * dx) * std::cos(ky * (j + 0.5) * width / ny) * std::cos(kz * grid.centre_um(k));
    };
    toy::fill(state, 0, [&](int i, int j, int k) { return 2 + shape(i, j, k); });
    run(state, until, 2 * static_cast<int>(edges.size() - 1));
    const double left = std::exp(-diffusivity * (kx * kx + ky * ky + kz * kz) * until);
    double worst = 0;
    toy::visit(state, 0, [&](double v, int i, int j, int k) {
        worst = test::farther(worst, std::abs(v - 2 - left * shape(i, j, k)));
    });
    return worst;
}

const std::string cosines = "analytic: a decaying product of cosines";

/// The error on a grid, and the order it falls with when the grid has twice the voxels a side; h and step go together.
void expect_second_order(const std::string& what, const std::string& reference, double coarse, double fine,
                         double error_limit, double tolerance) {
    test::expect_below({"space", what + ": error", reference}, fine, error_limit);
    test::expect_near({"space", what + ": order", reference}, std::log2(coarse / fine), 2.0, tolerance);
}

TEST(Diffusion, IsOfSecondOrderOnAUniformGrid) {
    const double coarse = cosine_error(12, 12, toy::even_edges(12, 300));
    const double fine = cosine_error(24, 24, toy::even_edges(24, 300));
    expect_second_order("even grid, 12 to 24 voxels a side", cosines, coarse, fine, 1e-2, 0.2);
}

TEST(Diffusion, IsOfSecondOrderOnAGradedGrid) {
    const double coarse = cosine_error(1, 1, graded_edges(24, 300));
    const double fine = cosine_error(1, 1, graded_edges(48, 300));
    expect_second_order("graded column, 24 to 48 planes", cosines, coarse, fine, 1e-2, 0.2);
    const double coarse3 = cosine_error(12, 12, graded_edges(12, 300));
    const double fine3 = cosine_error(24, 24, graded_edges(24, 300));
    expect_second_order("graded grid, 12 to 24 voxels a side", cosines, coarse3, fine3, 1e-2, 0.25);
}

TEST(Diffusion, AgreesAlongEachAxis) {
    const double along_x = cosine_error(32, 1, {0, 300});
    const double along_y = cosine_error(1, 32, {0, 300});
    test::expect_rounding({"space", "the same mode along x and along y: difference", "each other"},
                          std::abs(along_x - along_y), 1e-12);
}

/// The slowest mode of two layers whose diffusivities differ tenfold, and whose resting levels are r1 and r2: the share
/// of them obeys the same equation within a layer, and its flux across the border is D R times its slope.
double two_layer_error(int planes_each, double r1, double r2) {
    const double upper = 100, lower = 200, d1 = 2000, d2 = 20000;
    const double ratio = std::sqrt(d1 / d2);
    const auto mismatch = [&](double k1) {
        const double k2 = k1 * ratio;
        return r1 * d1 * k1 * std::sin(k1 * upper) * std::cos(k2 * lower) +
               r2 * d2 * k2 * std::sin(k2 * lower) * std::cos(k1 * upper);
    };
    double low = 0.5 * pi / upper, high = pi / upper;
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        (mismatch(low) > 0) == (mismatch(middle) > 0) ? low = middle : high = middle;
    }
    const double k1 = low, k2 = k1 * ratio, until = 0.5;
    const double amplitude = std::cos(k1 * upper) / std::cos(k2 * lower);

    std::vector<double> edges;
    std::vector<Layer> layers;
    for (int k = 0; k < planes_each; ++k) edges.push_back(upper * k / planes_each);
    for (int k = 0; k <= planes_each; ++k) edges.push_back(upper + lower * k / planes_each);
    for (int k = 0; k < 2 * planes_each; ++k) layers.push_back(k < planes_each ? Layer::papillary : Layer::reticular);
    Field field = toy::field("u");
    field.diffusivity_um2_per_h[static_cast<std::size_t>(index(Layer::papillary))] = d1;
    field.diffusivity_um2_per_h[static_cast<std::size_t>(index(Layer::reticular))] = d2;
    field.evens_out_to_rest = r1 != r2;
    State rest = toy::state_of(Grid{1, 1, 10, 10, edges, layers}, {field});
    toy::fill(rest, 0, [&](int, int, int k) { return rest.grid().centre_um(k) < upper ? r1 : r2; });
    State state = rest;
    const auto mode = [&](int k) {
        const double z = state.grid().centre_um(k);
        return z < upper ? std::cos(k1 * z) : amplitude * std::cos(k2 * (upper + lower - z));
    };
    toy::fill(state, 0, [&](int, int, int k) { return (3 + mode(k)) * rest.plane(0, k)[0]; });
    run(state, rest, until, 4 * planes_each);
    double worst = 0;
    toy::visit(state, 0, [&](double v, int, int, int k) {
        const double share = v / rest.plane(0, k)[0];
        worst = test::farther(worst, std::abs(share - 3 - std::exp(-d1 * k1 * k1 * until) * mode(k)));
    });
    return worst;
}

const std::string two_layers = "analytic: slowest mode of two layers";

TEST(Diffusion, CrossesLayersOfDifferentDiffusivityWithSecondOrder) {
    const double coarse = two_layer_error(12, 1, 1), fine = two_layer_error(24, 1, 1);
    expect_second_order("two layers, tenfold diffusivity, 12 to 24 planes each", two_layers, coarse, fine, 1e-3, 0.25);
}

TEST(Diffusion, CrossesLayersOfDifferentRestingLevelWithSecondOrder) {
    const double coarse = two_layer_error(12, 3.5, 1.2), fine = two_layer_error(24, 3.5, 1.2);
    expect_second_order("two layers that also rest at different levels, 12 to 24 planes each", two_layers, coarse, fine,
                        2e-3, 0.25);
}

State random_patch(int nx, int ny, Field field) {
    const std::vector<Layer> layers{Layer::stratum_corneum, Layer::viable_epidermis, Layer::basal,
                                    Layer::papillary,       Layer::papillary,        Layer::reticular,
                                    Layer::reticular,       Layer::reticular,        Layer::hypodermis};
    State state = toy::state_of(Grid{nx, ny, 25, 20, {0, 12, 20, 27, 36, 50, 70, 100, 150, 210}, layers}, {field});
    std::mt19937 random{7};
    toy::fill(state, 0, [&](int, int, int) { return 1e-3 * static_cast<double>(random() % 1000); });
    return state;
}

const std::string amount_before = "the amount before";

TEST(Diffusion, ConservesMassOnGradedGrids) {
    double worst = 0, clipped = 0;
    for (const auto& [nx, ny] : {std::pair{13, 10}, {16, 8}, {2, 3}, {1, 7}, {9, 1}, {1, 1}}) {
        State state = random_patch(nx, ny, toy::field("u", 5e4));
        const double before = toy::amount(state, 0);
        const toy::Inert inert;
        Integrator integrator{inert, state, NumericalSettings{}};
        integrator.advance(state, 24.0);
        worst = test::farther(worst, std::abs(toy::amount(state, 0) / before - 1.0));
        clipped += integrator.statistics().clipped[0];
    }
    test::expect_rounding(
        {"conservation", "a day of diffusion on six graded grids: amount lost or gained", amount_before}, worst, 1e-12);
    test::expect_rounding(
        {"conservation", "a day of diffusion on six graded grids: amount set to zero for being negative", "none"},
        clipped, 0.0);
}

TEST(Diffusion, KeepsMassAndRestWhereLayersRestAtDifferentLevels) {
    Field field = toy::field("u", 5e4);
    field.evens_out_to_rest = true;
    State state = random_patch(13, 10, field), rest = state;
    toy::fill(rest, 0, [&](int, int, int k) { return 1.0 + (k * 7) % 4; });
    const toy::Inert inert;
    State still = rest;
    Integrator{inert, rest, NumericalSettings{}}.advance(still, 500.0);
    toy::visit(still, 0, [&](double v, int, int, int k) { EXPECT_NEAR(v / rest.plane(0, k)[0], 1.0, 1e-12); });

    const double before = toy::amount(state, 0), share = before / toy::amount(rest, 0);
    Integrator integrator{inert, rest, NumericalSettings{}};
    integrator.advance(state, 24.0);
    test::expect_rounding(
        {"conservation", "a day of diffusion where layers rest at different levels: amount lost or gained",
         amount_before},
        std::abs(toy::amount(state, 0) / before - 1.0), 1e-12);
    integrator.advance(state, 500.0);
    toy::visit(state, 0, [&](double v, int, int, int k) { EXPECT_NEAR(v / rest.plane(0, k)[0], share, 1e-5); });
}

TEST(Diffusion, DoesNotCrossAClosedLayer) {
    Field field = toy::field("u", 5e4);
    field.diffusivity_um2_per_h[static_cast<std::size_t>(index(Layer::basal))] = 0.0;
    State state = random_patch(8, 8, field);
    const State before = state;
    const auto part = [](const State& s, int first, int last) {
        double total = 0;
        toy::visit(s, 0, [&](double v, int, int, int k) {
            if (first <= k && k < last) total += v * s.grid().thickness_um(k);
        });
        return total;
    };
    run(state, 2.0, 40);
    const double above = std::abs(part(state, 0, 2) / part(before, 0, 2) - 1.0);
    const double below = std::abs(part(state, 3, 9) / part(before, 3, 9) - 1.0);
    test::expect_rounding(
        {"conservation",
         "two hours of diffusion above and below a layer that lets nothing through: amount lost or gained",
         amount_before},
        test::farther(above, below), 1e-12);
    toy::visit(state, 0, [&](double v, int i, int j, int k) {
        if (k == 2) {
            EXPECT_EQ(v, before.plane(0, 2)[static_cast<std::size_t>(j * before.grid().pitch() + i)]);
        }
    });
}

TEST(Diffusion, IsUntouchedByPadding) {
    State clean = random_patch(13, 10, toy::field("u", 5e4)), dirty = clean;
    for (int k = 0; k < dirty.grid().nz(); ++k)
        for (int j = 0; j < 10; ++j)
            for (int i = 13; i < 16; ++i) dirty.plane(0, k)[static_cast<std::size_t>(j * 16 + i)] = 1e9 * (i + j);
    run(clean, 1.0, 10);
    run(dirty, 1.0, 10);
    toy::visit(clean, 0, [&](double v, int i, int j, int k) {
        EXPECT_EQ(v, dirty.plane(0, k)[static_cast<std::size_t>(j * 16 + i)]);
    });
}

TEST(Diffusion, LevelsOutToTheMean) {
    State state = random_patch(12, 6, toy::field("u", 5e4));
    double volume = 0;
    toy::visit(state, 0, [&](double, int, int, int k) { volume += 500 * state.grid().thickness_um(k); });
    const double mean = toy::amount(state, 0) / volume;
    const toy::Inert inert;
    Integrator integrator{inert, state, NumericalSettings{}};
    integrator.advance(state, 500.0);
    double worst = 0;
    toy::visit(state, 0, [&](double v, int, int, int) { worst = test::farther(worst, std::abs(v - mean)); });
    test::expect_below(
        {"space", "a random patch after 500 h: distance from its mean", "analytic: everything evens out"}, worst, 1e-5);
}

/// What the factors move from plane to plane is kept, however fast the field fades in each.
TEST(Diffusion, KeepsAmountsWhereDecayDiffersFromPlaneToPlane) {
    const Grid grid = toy::one_layer_grid(12, 7, 25, graded_edges(9, 300));
    const Field field = toy::field("u", 12000);
    std::vector<double> decay;
    for (int k = 0; k < grid.nz(); ++k) decay.push_back(k % 3 == 0 ? 0.0 : 0.5 * k * k);
    Diffusion<double> diffusion{grid, {0, grid.nz()}, field.diffusivity_um2_per_h, {}, decay};
    diffusion.prepare(5.0);
    State state = toy::state_of(grid, {field});
    std::mt19937 random{23};
    toy::fill(state, 0, [&](int, int, int) { return static_cast<double>(random() % 1000); });
    const double before = toy::amount(state, 0);
    diffusion.solve(state.array(0).data());
    test::expect_rounding(
        {"conservation", "one solve with decay that differs from plane to plane: amount lost or gained",
         "the amount before"},
        std::abs(toy::amount(state, 0) / before - 1), 1e-13);
}

/// What is solved at once is the whole operator, not the product of its axes: put back into it, the answer gives what
/// was asked.
TEST(Diffusion, SolvesAllAxesAtOnceInLongSteps) {
    double worst = 0;
    for (const auto& [nx, ny] : {std::pair{12, 7}, {16, 1}, {1, 9}, {30, 30}}) {
        const Grid grid = toy::one_layer_grid(nx, ny, 25, graded_edges(9, 300));
        const Field field = toy::field("u", 12000);
        std::vector<double> decay;
        for (int k = 0; k < grid.nz(); ++k) decay.push_back(0.1 * (1 + k % 3));
        Diffusion<double> diffusion{grid, {0, grid.nz()}, field.diffusivity_um2_per_h, {}, decay};
        const double s = 50.0;
        diffusion.prepare(s);
        State asked = toy::state_of(grid, {field});
        std::mt19937 random{29};
        toy::fill(asked, 0, [&](int, int, int) { return static_cast<double>(random() % 1000); });
        State answer = asked, weighted = asked, spread = asked;
        diffusion.solve(answer.array(0).data());
        for (int k = 0; k < grid.nz(); ++k)
            for (std::size_t i = 0; i < grid.plane_size(); ++i)
                weighted.plane(0, k)[i] = answer.plane(0, k)[i] * s / (1.0 + s * decay[static_cast<std::size_t>(k)]);
        diffusion.apply(weighted.array(0).data(), spread.array(0).data());
        toy::visit(asked, 0, [&](double v, int i, int j, int k) {
            const auto place = static_cast<std::size_t>(j * grid.pitch() + i);
            worst = test::farther(worst, std::abs(answer.plane(0, k)[place] - spread.plane(0, k)[place] - v) / 1000);
        });
    }
    test::expect_rounding({"space", "all axes at once in a long step: what (I - L r) a leaves of what was asked",
                           "the largest number asked"},
                          worst, 1e-11);
}

}  // namespace
}  // namespace cicatrix
