// SPDX-License-Identifier: Apache-2.0
// Every shipped scenario says what must come out of it.
#include "cicatrix/study/expectations.hpp"
#include "shipped.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

class Shipped : public testing::TestWithParam<std::string> {};

TEST_P(Shipped, ScenarioMeetsItsOwnExpectations) {
    const RunResult& r = test::shipped(GetParam());
    EXPECT_FALSE(r.scenario.expect.empty()) << "a shipped scenario without [expect] shows nothing";
    for (const Answer& a : answers(r))
        EXPECT_TRUE(a.met) << a.observable << " should be " << a.expected << " but is "
                           << (a.found.empty() ? "no observable" : a.found);
}

INSTANTIATE_TEST_SUITE_P(Every, Shipped, testing::ValuesIn(test::shipped_names()),
                         [](const auto& run) { return run.param; });

TEST(ShippedUntreated, StaysAtRestForAYear) {
    const RunResult& r = test::shipped("untreated");
    for (const char* name : {"erythema", "inflammation", "collagen_gain", "scar_index", "pih_index", "matrix_memory"})
        for (const double v : r.findings.series.at(name).value) EXPECT_NEAR(v, 0.0, 1e-6) << name;
    for (const char* name : {"barrier_integrity", "reepithelialised", "net_collagen", "receptor_sensitivity"})
        for (const double v : r.findings.series.at(name).value) EXPECT_NEAR(v, 1.0, 1e-6) << name;
}

}  // namespace
}  // namespace cicatrix
