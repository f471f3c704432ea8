// SPDX-License-Identifier: Apache-2.0
// What a scenario may expect is what a run gives.
#include "cicatrix/outcomes/expectable.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

std::string said_of(const std::string& observable, Dimension dimension = Fraction) {
    Scenario scenario;
    scenario.expect.resize(1);
    scenario.expect[0].observable = observable;
    scenario.expect[0].dimension = dimension;
    Diagnostics diagnostics;
    check_expectations(scenario, diagnostics);
    return diagnostics.text();
}

TEST(Expectable, IsEveryObservableInItsOwnUnit) {
    for (const ObservableFacts& o : observable_table()) {
        const auto unit = parse_unit(o.unit);
        const Dimension dimension = unit ? unit->dimension : Fraction;
        EXPECT_EQ(said_of(std::string{o.name}, dimension), "");
        EXPECT_NE(said_of(std::string{o.name}, Force), "") << o.name;
        for (const std::string_view pick : picks)
            EXPECT_EQ(said_of(std::string{o.name} + '.' + std::string{pick}, dimension).empty(), o.is_series) << o.name;
    }
}

TEST(Expectable, IsEveryHarmOfAVerdict) {
    for (const Harm& h : verdict({})) EXPECT_EQ(said_of("verdict." + key_of_harm(h.harm)), "");
    EXPECT_EQ(key_of_harm("collagen loss"), "collagen_loss");
}

TEST(Expectable, NothingElseIs) {
    EXPECT_NE(said_of("happiness").find("no observable has this name"), std::string::npos);
    EXPECT_NE(said_of("verdict").find("no observable has this name"), std::string::npos);
    EXPECT_NE(said_of("verdict.scra").find("did you mean 'scar'?"), std::string::npos);
    EXPECT_NE(said_of("verdict.collagen loss").find("did you mean 'collagen_loss'?"), std::string::npos);
    EXPECT_NE(said_of("collagen_gain.median").find("allowed: final, peak, lowest"), std::string::npos);
    EXPECT_NE(said_of("collagen_gain.").find("is no value of a series"), std::string::npos);
}

}  // namespace
}  // namespace cicatrix
