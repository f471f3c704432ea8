// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

using test::Pair;
using test::Watch;

TEST(ColdSores, HaveTheProbabilityOfTheHazardAddedUpAboveTheUntreated) {
    Pair skin;
    Watch watch{"cold_sores"};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("herpes_reactivation"), 0.0);
    skin.set_both(field::herpes_outbreak.name, only(Layer::basal), 0.2);
    watch.look(skin, 1.0);
    EXPECT_EQ(watch.last("herpes_reactivation"), 0.0);
    Pair::set(skin.treated, field::herpes_outbreak.name, only(Layer::basal), 0.9);
    watch.look(skin, 2.0);
    EXPECT_NEAR(watch.last("herpes_reactivation"), 1.0 - std::exp(-0.7), 1e-12);
}

}  // namespace
}  // namespace cicatrix
