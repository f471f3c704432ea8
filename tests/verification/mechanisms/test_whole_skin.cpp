// SPDX-License-Identifier: Apache-2.0
// The real network in a small volume of skin: whatever the state and the acts, nothing becomes negative or infinite,
// and the bits do not depend on the number of threads.
#include "../../support/figures.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "injured_skin.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <cstring>
#include <set>

namespace cicatrix {
namespace {

/// Nothing, or anything between a millionth of what matters and a few times as much.
void scramble(const Network& network, State& state, std::uint32_t seed) {
    RandomStream draw{seed, 1, 1};
    test::each_value(state, [&](double& value, int f, int) {
        const Field& field = network.fields()[static_cast<std::size_t>(f)];
        const bool nothing = draw.uniform() < 0.3;
        const double size = std::pow(10.0, -6 * draw.uniform());
        value = nothing ? 0.0 : size * (field.unit == "1" ? 1.0 : 2 * value + 20 * field.scale);
    });
}

/// Up to a tenth more or less from place to place.
void scramble_gently(State& state) {
    RandomStream draw{11, 1, 1};
    test::each_value(state, [&](double& value, int, int) { value *= 0.9 + 0.2 * draw.uniform(); });
}

Act random_needling(std::uint32_t seed) {
    RandomStream draw{seed, 2, 1};
    Needling needling;
    for (int n = 0; n < 4; ++n) {
        Puncture p;
        p.x_um = 200 * draw.uniform();
        p.y_um = 200 * draw.uniform();
        p.depth_um = 100 + 600 * draw.uniform();
        p.radius_um = 10 + 40 * draw.uniform();
        p.tip_length_um = 80;
        p.drag_x_um = 40 * draw.uniform();
        p.bluntness = draw.uniform();
        needling.punctures.push_back(p);
    }
    needling.device_contamination_cfu_per_cm2 = 1e4 * draw.uniform();
    needling.surface_disinfection = draw.uniform();
    return {0, "needling", needling};
}

Act random_serum(std::uint32_t seed) {
    RandomStream draw{seed, 3, 1};
    Application serum;
    for (double* load : {&serum.irritant, &serum.humectant, &serum.steroid, &serum.depigmenting, &serum.antimicrobial})
        *load = 3 * draw.uniform();
    serum.ph = 3 + 6 * draw.uniform();
    serum.horn_mm_per_h = 0.05 * draw.uniform();
    serum.contamination_cfu_per_cm2 = 1e3 * draw.uniform();
    return {0, "serum", serum};
}

/// A scrambled patch, needled, left for a day, then treated with a serum and left for two more.
State bad_days(const Network& network, std::uint32_t seed, const std::function<void(const State&)>& see,
               Precision precision = Precision::double_) {
    State state = test::resting(network, test::small_volume(network));
    const State rest = state;
    scramble(network, state, seed);
    const auto keep_looking = [&](const State& now) {
        see(now);
        return true;
    };
    Integrator integrator{network, rest, NumericalSettings{{}, precision}};
    const Act needling = random_needling(seed), serum = random_serum(seed);
    const Wound wound{state.grid(), std::get<Needling>(needling.kind).punctures};
    network.respond({needling, &wound}, state, Skin{});
    see(state);
    integrator.advance(state, 24, keep_looking);
    network.respond({serum}, state, Skin{});
    integrator.restart();
    integrator.advance(state, 72, keep_looking);
    return state;
}

TEST(WholeSkin, NothingBecomesNegativeOrInfiniteUnderRandomStatesAndActs) {
    const Network network{{}};
    long bad_in_all = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        long bad = 0, looks = 0;
        std::string first;
        const State end = bad_days(network, seed, [&](const State& now) {
            ++looks;
            test::each_value(now, [&](double value, int f, int k) {
                if (value >= 0.0 && std::isfinite(value)) return;
                if (bad++ == 0)
                    first = std::string{network.fields()[static_cast<std::size_t>(f)].name} + " is " +
                            std::to_string(value) + " in plane " + std::to_string(k) + " at " +
                            std::to_string(now.time_h) + " h";
            });
        });
        EXPECT_EQ(bad, 0) << "seed " << seed << ": " << first;
        EXPECT_GT(looks, 10);
        EXPECT_EQ(end.time_h, 72.0);
        bad_in_all += bad;
    }
    test::expect_rounding({"positivity", "all mechanisms, six scrambled patches needled and treated: values below zero",
                           "none, at every step"},
                          static_cast<double>(bad_in_all), 0.0);
}

/// Untouched skin, a year on: everything where it was, but for collagen and elastin, which age by exactly exp(-a t).
TEST(WholeSkin, UntouchedSkinIsAfterAYearWhereAgeingAlonePutsIt) {
    const Network network{{}};
    const State rest = [&] {
        State state{test::small_volume(network)};
        network.rest(state, Skin{});
        return state;
    }();
    State state = rest;
    Integrator integrator{network, rest, NumericalSettings{}};
    constexpr double year_h = 8766;
    integrator.advance(state, year_h, [](const State&) { return true; });
    double lost = 0;
    for (const ParameterRecord& r : network.parameters())
        if (r.owner == "ageing" && r.name == "loss") lost = r.value * r.unit_size * year_h;
    ASSERT_GT(lost, 0.001);
    const std::set<std::string_view> ageing{"collagen_i", "collagen_iii", "matrix_reserve", "elastin", "tropoelastin"};
    std::string worst;
    double farthest = 0;
    test::each_value(rest, [&](double before, int f, int k) {
        const Field& field = network.fields()[static_cast<std::size_t>(f)];
        const double expected = ageing.contains(field.name) ? before * std::exp(-lost) : before;
        const double after = state.plane(f, k)[0];
        const double size = std::max(std::abs(expected), field.scale);
        if (std::abs(after - expected) / size <= farthest) return;
        farthest = std::abs(after - expected) / size;
        worst = std::string{field.name} + " in plane " + std::to_string(k);
    });
    test::expect_below({"rest", "untouched skin after a year: farthest from where ageing alone puts it",
                        "analytic: exp(-a t) for collagen and elastin, no change else"},
                       farthest, 1e-6);
    EXPECT_LT(farthest, 1e-6) << worst;
}

TEST(WholeSkin, IsAsStillInSinglePrecision) {
    const Network network{{}};
    State state{test::small_volume(network)};
    network.rest(state, Skin{});
    const State rest = state;
    State exact = rest;
    constexpr double year_h = 8766;
    Integrator{network, rest, NumericalSettings{}}.advance(exact, year_h);
    Integrator{network, rest, NumericalSettings{{}, Precision::single}}.advance(state, year_h);
    test::each_value(rest, [&](double before, int f, int k) {
        const Field& field = network.fields()[static_cast<std::size_t>(f)];
        const double size = std::max(std::abs(before), field.scale);
        EXPECT_NEAR(state.plane(f, k)[0] / size, exact.plane(f, k)[0] / size, 1e-6) << field.name << " in plane " << k;
    });
}

TEST(WholeSkin, GoesNearlyTheSameWayInSinglePrecision) {
    const Network network{{}};
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        long bad = 0;
        const State exact = bad_days(network, seed, [](const State&) {});
        const State single = bad_days(
            network, seed,
            [&](const State& now) {
                test::each_value(now, [&](double value, int, int) { bad += !(value >= 0.0 && std::isfinite(value)); });
            },
            Precision::single);
        EXPECT_EQ(bad, 0);
        for (int f = 0; f < exact.layout().field_count(); ++f) {
            const Field& field = network.fields()[static_cast<std::size_t>(f)];
            double apart = 0, size = field.scale;
            for (std::size_t i = 0; i < exact.array(f).size(); ++i) {
                apart = std::max(apart, std::abs(single.array(f)[i] - exact.array(f)[i]));
                size = std::max(size, std::abs(exact.array(f)[i]));
            }
            EXPECT_LT(apart / size, 1e-4) << field.name << ", seed " << seed;
        }
    }
}

TEST(WholeSkin, SharesOfAWholeStayBelowIt) {
    const Network network{{}};
    const std::set<std::string_view> shares{
        "debris",         "clot",         "keratinocytes",         "barrier",
        "channel",        "melanocytes",  "melanocyte_activation", "matrix_memory",
        "matrix_reserve", "tgf_signal",   "receptor_sensitivity",  "keratinocyte_activation",
        "nerve_fibres",   "herpes_virus", "nerve_sensitisation"};
    for (std::uint32_t seed = 1; seed <= 3; ++seed)
        bad_days(network, seed, [&](const State& now) {
            test::each_value(now, [&](double value, int f, int) {
                const Field& field = network.fields()[static_cast<std::size_t>(f)];
                if (shares.contains(field.name)) {
                    ASSERT_LE(value, 1.0 + 0.05 * field.scale) << field.name;
                }
            });
        });
}

TEST(WholeSkin, GivesTheSameBitsForAnyNumberOfThreads) {
    const Network network{{}};
    for (const Precision precision : {Precision::double_, Precision::single}) {
        const auto run = [&](int threads) {
            const ThreadLimit limit{threads};
            return bad_days(
                network, 11, [](const State&) {}, precision);
        };
        const State one = run(1);
        for (int threads : {1, 2, 4}) {
            const State other = run(threads);
            for (int f = 0; f < one.layout().field_count(); ++f)
                EXPECT_EQ(std::memcmp(one.array(f).data(), other.array(f).data(), one.array(f).size() * sizeof(double)),
                          0)
                    << network.fields()[static_cast<std::size_t>(f)].name << " with " << threads << " threads";
        }
    }
}

/// All laws while everything spreads: what the step leaves out of its matrix must not cost it its order.
TEST(WholeSkin, IsSolvedToSecondOrderInTime) {
    const Network network{{}};
    State start = test::resting(network, test::small_volume(network));
    const State rest = start;
    test::each_value(start, [&](double& value, int f, int) {
        value = test::injured(network.fields()[static_cast<std::size_t>(f)], value);
    });
    scramble_gently(start);
    Adjustments tight;
    tight.set["numerics.tolerance"] = 1e-4;
    Integrator{network, rest, NumericalSettings{tight}}.advance(start, 6);
    const auto after = [&](int steps) {
        State state = start;
        Integrator integrator{network, rest, NumericalSettings{}};
        for (int s = 0; s < steps; ++s) integrator.step(state, 4.0 / steps);
        return state;
    };
    const auto values = [&](int steps) {
        std::vector<double> all;
        const State state = after(steps);
        test::each_value(state, [&](double value, int f, int) {
            all.push_back(value / network.fields()[static_cast<std::size_t>(f)].scale);
        });
        return all;
    };
    const std::vector<double> exact = values(1024);
    const auto error = [&](int steps) {
        const std::vector<double> found = values(steps);
        double worst = 0;
        for (std::size_t n = 0; n < exact.size(); ++n) worst = test::farther(worst, std::abs(found[n] - exact[n]));
        return worst;
    };
    const double order = std::log2(error(64) / error(128));
    test::expect_near({"time", "order of the step with all laws of the skin, spreading", "2"}, order, 2.0, 0.25);
}

}  // namespace
}  // namespace cicatrix
