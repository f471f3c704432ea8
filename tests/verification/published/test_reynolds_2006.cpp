// SPDX-License-Identifier: Apache-2.0
#include "reference_table.hpp"
#include "reynolds_2006.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix::published {
namespace {

constexpr double long_after_h = 1500;

Values long_after(const Reynolds2006& model, double pathogen, double damage) {
    Values start = Reynolds2006::start();
    start[Reynolds2006::P] = pathogen;
    start[Reynolds2006::D] = damage;
    return well_mixed(model, start, {long_after_h}, 1e-8).back();
}

bool stays_ill(const Reynolds2006& model, double pathogen, double damage) {
    return long_after(model, pathogen, damage)[Reynolds2006::D] > 1.0;
}

Reynolds2006 growing(double k_pg) {
    Reynolds2006 model;
    model.k_pg = k_pg;
    return model;
}

TEST(Reynolds2006, FollowsTheReferenceCourse) {
    const Reproduction what{"Reynolds 2006",
                            "h",
                            {"P", "N*", "D", "C_A"},
                            {{6, {{"0.524029"}, {"0.146708"}, {"1.01636"}, {"0.251507"}}},
                             {12, {{"5.38731e-3"}, {"0.178042"}, {"2.41325"}, {"0.370146"}}},
                             {24, {{"9.309e-10"}, {"0.193383"}, {"3.32717"}, {"0.471952"}}},
                             {100, {{""}, {"0.144068"}, {"1.9759"}, {"0.509494"}}},
                             {200, {{""}, {"0.034092"}, {"0.298261"}, {"0.454152"}}}}};
    expect_reproduced(what, Reynolds2006{});
}

TEST(Reynolds2006, TurnsFromHealingToLastingInflammationAtTheReferenceThresholds) {
    const Reynolds2006 usual = growing(0.3), fast = growing(0.6);
    expect_threshold("Reynolds 2006", "damage without pathogen that no longer heals",
                     turning_point(3, 4.5, [&](double damage) { return stays_ill(usual, 0, damage); }), {"3.7119"});
    expect_threshold("Reynolds 2006", "pathogen that no longer heals, growing 0.3 /h",
                     turning_point(0.5, 2, [&](double pathogen) { return stays_ill(usual, pathogen, 0); }), {"1.0357"});
    expect_threshold("Reynolds 2006", "pathogen that no longer heals, growing 0.6 /h",
                     turning_point(0.1, 1, [&](double pathogen) { return stays_ill(fast, pathogen, 0); }), {"0.3610"});
}

TEST(Reynolds2006, EndsInTheReferenceStatesOfLastingInflammation) {
    const Values aseptic = long_after(growing(0.3), 0, 5), septic = long_after(growing(0.6), 1, 0);
    expect_threshold("Reynolds 2006", "aseptic inflammation, N*", aseptic[Reynolds2006::N], {".635"});
    expect_threshold("Reynolds 2006", "aseptic inflammation, D", aseptic[Reynolds2006::D], {"17.4"});
    expect_threshold("Reynolds 2006", "aseptic inflammation, C_A", aseptic[Reynolds2006::CA], {".523"});
    expect_threshold("Reynolds 2006", "septic inflammation, P", septic[Reynolds2006::P], {"4.94"});
    expect_threshold("Reynolds 2006", "septic inflammation, N*", septic[Reynolds2006::N], {".981"});
    expect_threshold("Reynolds 2006", "septic inflammation, D", septic[Reynolds2006::D], {"17.5"});
}

TEST(Reynolds2006, HealsOrClearsWithoutHealingAsTheReferenceDoes) {
    const Values healed = long_after(growing(0.5), 0.2, 0), cleared = long_after(growing(0.5), 1, 0);
    test::expect_rounding({"thresholds", "Reynolds 2006: growing 0.5 /h from P = 0.2, damage left", "heals"},
                          std::abs(healed[Reynolds2006::D]), smallest_judged);
    test::expect_rounding({"thresholds", "Reynolds 2006: growing 0.5 /h from P = 1, pathogen left", "clears it"},
                          std::abs(cleared[Reynolds2006::P]), smallest_judged);
    expect_threshold("Reynolds 2006", "growing 0.5 /h from P = 1, damage left", cleared[Reynolds2006::D], {"17.4"});
}

}  // namespace
}  // namespace cicatrix::published
