// SPDX-License-Identifier: Apache-2.0
#include "../../verification/toy_tissue.hpp"
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/numerics/well_mixed.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <stdexcept>

namespace cicatrix {
namespace {

/// Supply from the column, decay, and a dependence on the environment.
struct SupplyLaw {
    static constexpr std::size_t size = 2;
    template <class Num>
    void operator()(const Site& site, const Num* u, Num* rate) const {
        rate[0] = Num{site.columns[0]} - 0.5 * u[0];
        rate[1] = site.environment->occlusion * u[0] - site.depth_um * u[1];
    }
};

WellMixedSite site() {
    WellMixedSite s;
    s.depth_um = 2.0;
    s.environment.occlusion = 0.25;
    s.columns = {3.0};
    return s;
}

const toy::DenseKinetics<SupplyLaw> kinetics{{}, {{0, Layer::papillary}}};

TEST(WellMixed, FollowsALinearSystemAtTheTimesAskedFor) {
    const std::vector<double> start{0.0, 0.0}, times{0.0, 0.5, 3.0, 60.0};
    const WellMixedCourse course = run_well_mixed(kinetics, site(), start, times);
    ASSERT_EQ(course.time_h, times);
    EXPECT_EQ(course.values[0], start);
    for (std::size_t t = 0; t < times.size(); ++t) {
        EXPECT_NEAR(course.values[t][0], 6 * (1 - std::exp(-0.5 * times[t])), 1e-5);
        const double second = 0.75 - 1.0 * std::exp(-0.5 * times[t]) + 0.25 * std::exp(-2 * times[t]);
        EXPECT_NEAR(course.values[t][1], second, 1e-5);
    }
}

TEST(WellMixed, RefusesInputThatDoesNotFit) {
    const std::vector<double> start{0.0, 0.0}, one{0.0}, times{1.0}, backwards{2.0, 1.0};
    WellMixedSite bare = site();
    bare.columns.clear();
    EXPECT_THROW(run_well_mixed(kinetics, site(), one, times), std::invalid_argument);
    EXPECT_THROW(run_well_mixed(kinetics, bare, start, times), std::invalid_argument);
    EXPECT_THROW(run_well_mixed(kinetics, site(), start, backwards), std::invalid_argument);
    WellMixedSettings settings;
    settings.absolute = {0.0};
    EXPECT_THROW(run_well_mixed(kinetics, site(), start, times, settings), std::invalid_argument);
}

struct ExplodingLaw {
    static constexpr std::size_t size = 1;
    template <class Num>
    void operator()(const Site&, const Num* u, Num* rate) const {
        rate[0] = u[0] * u[0];
    }
};

TEST(WellMixed, SaysSoWhenASystemExplodes) {
    const toy::DenseKinetics<ExplodingLaw> exploding;
    const std::vector<double> start{1.0}, times{2.0};
    EXPECT_THROW(run_well_mixed(exploding, {}, start, times), RunError);
}

}  // namespace
}  // namespace cicatrix
