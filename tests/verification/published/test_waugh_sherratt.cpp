// SPDX-License-Identifier: Apache-2.0
#include "reference_table.hpp"
#include "waugh_sherratt_2007.hpp"

#include <gtest/gtest.h>

namespace cicatrix::published {
namespace {

WaughSherratt2006 wound_of_2006(double alpha) {
    WaughSherratt2006 model;
    model.alpha = alpha;
    return model;
}

TEST(WaughSherratt2006, FollowsTheReferenceCourseOfANormalWound) {
    expect_reproduced({"Waugh-Sherratt 2006, normal",
                       "d",
                       {"phi_I", "phi_R", "T"},
                       {{1, {{"204.154"}, {"204.154"}, {"1.58018"}}},
                        {10, {{"110.679"}, {"110.679"}, {".859075"}}},
                        {30, {{"17.3393"}, {"17.3393"}, {".134585"}}},
                        {200, {{"6.36505"}, {"6.36505"}, {".0489619"}}}}},
                      wound_of_2006(0.5));
}

TEST(WaughSherratt2006, FollowsTheReferenceCourseOfADiabeticWound) {
    expect_reproduced({"Waugh-Sherratt 2006, diabetic",
                       "d",
                       {"phi_I", "phi_R", "T"},
                       {{1, {{"232.913"}, {"181.734"}, {"1.78374"}}},
                        {10, {{"476.361"}, {"140.036"}, {"3.61705"}}},
                        {50, {{"905.773"}, {"226.44"}, {"6.96748"}}},
                        {200, {{"905.773"}, {"226.44"}, {"6.96748"}}}}},
                      wound_of_2006(0.8));
}

TEST(WaughSherratt2006, TurnsChronicAtTheReferenceShareOfInflammatoryMacrophages) {
    const auto is_chronic = [](double alpha) {
        const Values end = well_mixed(wound_of_2006(alpha), WaughSherratt2006::start(), {3000}, 1e-8).back();
        return end[WaughSherratt2006::phi_I] + end[WaughSherratt2006::phi_R] > 200;
    };
    expect_threshold("Waugh-Sherratt 2006", "alpha at which the wound turns chronic",
                     turning_point(0.5, 0.8, is_chronic), {"0.6605"});
}

/// The table's last column is not an unknown: the share that the hyaluronan of the moment gives.
void expect_reproduced_2007(const Reproduction& what, const WaughSherratt2007& model) {
    expect_reproduced(what, model, [&](Values now) {
        now.push_back(model.alpha(now[WaughSherratt2007::H]));
        return now;
    });
}

const std::vector<std::string> columns_2007{"phi_I", "phi_R", "T", "P", "F", "C", "H", "alpha"};

TEST(WaughSherratt2007, FollowsTheReferenceCourseOfANormalWound) {
    expect_reproduced_2007(
        {"Waugh-Sherratt 2007, normal",
         "d",
         columns_2007,
         {{1, {{"210.05"}, {"198.44"}, {"1.7211"}, {"1.6290"}, {"215.11"}, {"222.76"}, {"1.1804"}, {".4265"}}},
          {5, {{"133.11"}, {"163.69"}, {"1.1429"}, {"1.2304"}, {"236.62"}, {"710.64"}, {"3.2775"}, {".3391"}}},
          {10, {{"66.780"}, {"96.935"}, {".60867"}, {".70897"}, {"196.68"}, {"1225.7"}, {"2.9718"}, {".3475"}}},
          {28, {{"8.7436"}, {"12.951"}, {".09977"}, {".11038"}, {"72.514"}, {"1250.9"}, {"1.1195"}, {".4310"}}},
          {200, {{"5.7384"}, {"6.2651"}, {".06402"}, {".06198"}, {"45.233"}, {"1249.5"}, {".64619"}, {".4781"}}}}},
        WaughSherratt2007{});
}

TEST(WaughSherratt2007, FollowsTheReferenceCourseOfADiabeticWound) {
    expect_reproduced_2007(
        {"Waugh-Sherratt 2007, diabetic",
         "d",
         columns_2007,
         {{1, {{"226.83"}, {"185.81"}, {"1.8022"}, {"1.6133"}, {"130.84"}, {"65.439"}, {".08529"}, {".6513"}}},
          {10, {{"170.93"}, {"124.07"}, {"1.3782"}, {"1.1676"}, {"129.26"}, {"331.88"}, {".18658"}, {".5843"}}},
          {28, {{"50.905"}, {"33.336"}, {".42605"}, {".34943"}, {"69.924"}, {"492.53"}, {".10850"}, {".6307"}}},
          {200, {{"10.933"}, {"3.3276"}, {".09091"}, {".05929"}, {"15.485"}, {"616.87"}, {".02213"}, {".7667"}}}}},
        WaughSherratt2007::diabetic());
}

/// Outside of these the model's cubics and its logarithm mean nothing: less than no monocytes, shares beyond 0 and 1.
TEST(WaughSherratt2007, LosesItsMeaningWhereTheReferenceSays) {
    const WaughSherratt2007 model;
    const std::string name = "Waugh-Sherratt 2007";
    expect_threshold(name, "T beyond which fewer than no monocytes enter",
                     turning_point(5, 20, [&](double T) { return model.K(T) > 0; }), {"9.17"});
    // The reference says "below zero from 5.02 to 5.89": rounded into the stretch, not to the nearest digit.
    const auto enter = [&](double P) { return model.M(P) > 0; };
    test::expect_miss({"thresholds", name + ": P beyond which fewer than no fibroblasts enter", "reference 5.02"},
                      1.0 - turning_point(4, 5.4, enter) / 5.02, 1e-3, "the reference is rounded up");
    test::expect_miss({"thresholds", name + ": P from which they enter again", "reference 5.89"},
                      turning_point(5.4, 7, enter) / 5.89 - 1.0, 1e-3, "the reference is rounded down");
    expect_threshold(name, "C at which no more is made",
                     turning_point(500, 2000, [&](double C) { return model.g(C) > 0; }), {"1259"});
    expect_threshold(name, "H below which alpha is above 1",
                     turning_point(1e-4, 1, [&](double H) { return model.alpha(H) > 1; }), {"1.45e-3"});
    expect_threshold(name, "H above which alpha is below 0",
                     turning_point(1, 1000, [&](double H) { return model.alpha(H) > 0; }), {"172.6"});
}

}  // namespace
}  // namespace cicatrix::published
