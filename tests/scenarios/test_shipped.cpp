// SPDX-License-Identifier: Apache-2.0
// Every shipped scenario says what must come out of it.
#include "checks.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class Shipped : public testing::TestWithParam<std::string> {};

TEST_P(Shipped, ScenarioMeetsItsOwnExpectations) {
    test::expect_own_expectations(test::shipped(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Every, Shipped, testing::ValuesIn(test::shipped_names()),
                         [](const auto& run) { return run.param; });

/// Every field of every voxel, not only what observables see: where it was, but for the collagen, which ages.
TEST(ShippedUntreated, IsAfterAYearWhereAgeingAlonePutsIt) {
    const Model model{test::shipped_scenario("untreated")};
    Simulation year{model, model.rest()};
    year.advance_to(model.end_h(), {}, {});
    ASSERT_GE(year.state().time_h, 8760.0);
    double lost = 0;
    for (const ParameterRecord& p : model.network().parameters())
        if (p.owner == "ageing" && p.name == "loss") lost = p.value * p.unit_size * year.state().time_h;
    const State rest = model.rest();
    for (int f = 0; f < rest.layout().field_count(); ++f) {
        const Field& field = rest.layout().fields()[static_cast<std::size_t>(f)];
        const bool ages = field.owner == "ageing" || field.owner == "elastin" || field.name == "collagen_i" ||
                          field.name == "collagen_iii";
        double farthest = 0;
        for (int k = rest.layout().planes(f).first; k < rest.layout().planes(f).last; ++k)
            for (int j = 0; j < rest.grid().ny(); ++j)
                for (int i = 0; i < rest.grid().nx(); ++i) {
                    const auto n = static_cast<std::size_t>(j * rest.grid().pitch() + i);
                    const double expected = rest.plane(f, k)[n] * (ages ? std::exp(-lost) : 1.0);
                    const double off = std::abs(year.state().plane(f, k)[n] - expected);
                    farthest = std::max(farthest, off / std::max(expected, field.scale));
                }
        EXPECT_LT(farthest, 1e-6) << field.name;
    }
}

TEST(ShippedUntreated, ShowsNothingToTheObservables) {
    const RunResult& r = test::shipped("untreated");
    for (const char* name : {"erythema", "inflammation", "collagen_gain", "scar_index", "pih_index", "matrix_memory"})
        for (const double v : r.findings.series.at(name).value) EXPECT_NEAR(v, 0.0, 1e-6) << name;
    for (const char* name : {"barrier_integrity", "reepithelialised", "net_collagen", "receptor_sensitivity"})
        for (const double v : r.findings.series.at(name).value) EXPECT_NEAR(v, 1.0, 1e-6) << name;
}

}  // namespace
}  // namespace cicatrix
