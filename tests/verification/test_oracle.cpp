// SPDX-License-Identifier: Apache-2.0
// Local systems against CVODE: the whole-tissue step, the well-mixed mode, and CVODE itself against a known solution.
#include "../support/figures.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "cvode_oracle.hpp"
#include "toy_tissue.hpp"

#include <gtest/gtest.h>
#include <cmath>

namespace cicatrix {
namespace {

/// Robertson's chemical kinetics, stiff over many decades.
struct RobertsonLaw {
    static constexpr std::size_t size = 3;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        const Num slow = 0.04 * u[0], fast = 1e4 * (u[1] * u[2]), square = 3e7 * (u[1] * u[1]);
        rate[0] = fast - slow;
        rate[1] = slow - fast - square;
        rate[2] = square;
    }
};

void robertson(const std::vector<double>& y, std::vector<double>& rate) {
    RobertsonLaw{}(Site{}, y.data(), rate.data());
}

TEST(Oracle, FollowsAKnownDecay) {
    const auto decay = [](const std::vector<double>& y, std::vector<double>& rate) { rate[0] = -2.0 * y[0]; };
    const auto course = toy::cvode_course(decay, {5.0}, {0.5, 3.0});
    test::expect_below(
        {"oracle", "CVODE itself: a decay", "analytic: 5 exp(-2 t)"},
        test::farther(std::abs(course[0][0] - 5 * std::exp(-1.0)), std::abs(course[1][0] - 5 * std::exp(-6.0))), 1e-8);
}

TEST(WellMixed, AgreesWithCvodeOnAStiffSystem) {
    const std::vector<double> start{1, 0, 0}, times{0.4, 4, 40, 4000};
    const auto truth = toy::cvode_course(robertson, start, times);
    const toy::DenseKinetics<RobertsonLaw> kinetics;
    WellMixedSettings settings;
    settings.relative = 1e-8;
    settings.absolute = {1e-9, 1e-13, 1e-9};
    const WellMixedCourse course = run_well_mixed(kinetics, {}, start, times, settings);
    ASSERT_EQ(course.values.size(), times.size());
    double worst = 0;
    for (std::size_t t = 0; t < times.size(); ++t)
        for (std::size_t i = 0; i < 3; ++i) worst = test::farther(worst, course.values[t][i] / truth[t][i] - 1.0);
    test::expect_below({"oracle", "well-mixed mode at tolerance 1e-8: Robertson's stiff kinetics to 4000 h", "CVODE"},
                       worst, 1e-6);
}

TEST(WholeStep, AgreesWithCvodeOnAStiffSystem) {
    const auto truth = toy::cvode_course(robertson, {1, 0, 0}, {4.0});
    State state = toy::state_of(toy::one_layer_grid(1, 1, 20, {0, 20}),
                                {toy::field("a"), toy::field("b", 0, 1e-5), toy::field("c")});
    const State rest = state;
    toy::fill(state, 0, [](int, int, int) { return 1.0; });
    const toy::DenseKinetics<RobertsonLaw> kinetics;
    const Adjustments adjustments = toy::tolerance(1e-6);
    Integrator integrator{kinetics, rest, NumericalSettings{adjustments}};
    integrator.advance(state, 4.0);
    double worst = 0;
    for (int f = 0; f < 3; ++f)
        worst = test::farther(worst, state.plane(f, 0)[0] / truth[0][static_cast<std::size_t>(f)] - 1.0);
    test::expect_below({"oracle", "whole step at tolerance 1e-6: Robertson's stiff kinetics to 4 h", "CVODE"}, worst,
                       1e-5);
}

}  // namespace
}  // namespace cicatrix
