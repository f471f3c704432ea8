// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

using test::Pair;
using test::Watch;

TEST(Granulomas, AreCountedAgainstTheDensityThatIsFelt) {
    Pair skin;
    Watch watch{"granulomas", {.set = {{"granulomas.felt_density", 500.0}}, .factor = {}}};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("granuloma_index"), 0.0);
    Pair::set(skin.treated, field::epithelioid_macrophages.name, dermis, 750.0);
    watch.look(skin, 1.0);
    EXPECT_DOUBLE_EQ(watch.last("granuloma_index"), 1.5);
}

}  // namespace
}  // namespace cicatrix
