// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/outcomes/averages.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

/// Three planes of 10, 20 and 40 um in epidermis, papillary and reticular dermis; rows of 3 voxels padded to 8.
State three_planes() {
    Field f{.name = "stuff",
            .symbol = "s",
            .unit = "ug/mm3",
            .meaning = "",
            .owner = "",
            .dimension = Concentration,
            .unit_size = 1e6,
            .layers = dermis,
            .diffusivity_um2_per_h = {},
            .scale = 1.0};
    Grid grid{3, 2, 10.0, 10.0, {0.0, 10.0, 30.0, 70.0}, {Layer::basal, Layer::papillary, Layer::reticular}};
    return State{std::make_shared<const Layout>(std::move(grid), std::vector<Field>{f})};
}

void fill(State& state, int k, double value) {
    for (double& x : state.plane(0, k)) x = value;
}

TEST(Averages, WeighPlanesByTheirThickness) {
    State state = three_planes();
    fill(state, 1, 3e6);
    fill(state, 2, 6e6);
    EXPECT_DOUBLE_EQ((FieldReading{state, "stuff"}.mean(dermis)), (20.0 * 3.0 + 40.0 * 6.0) / 60.0);
}

TEST(Averages, CountOnlyThePartOfAPlaneThatLiesInTheRange) {
    State state = three_planes();
    fill(state, 1, 3e6);
    fill(state, 2, 6e6);
    EXPECT_DOUBLE_EQ((FieldReading{state, "stuff"}.mean(DepthRange{20.0, 40.0})), 4.5);
    EXPECT_DOUBLE_EQ((FieldReading{state, "stuff"}.column(DepthRange{20.0, 40.0})), 10.0 * 3.0 + 10.0 * 6.0);
}

TEST(Averages, LeaveOutThePaddingOfRows) {
    State state = three_planes();
    ASSERT_GT(state.grid().pitch(), state.grid().nx());
    fill(state, 1, 1e9);  // padding included
    for (int j = 0; j < 2; ++j)
        for (int i = 0; i < 3; ++i)
            state.plane(0, 1)[static_cast<std::size_t>(j * state.grid().pitch() + i)] = (i + 3 * j) * 1e6;
    EXPECT_DOUBLE_EQ((FieldReading{state, "stuff"}.plane(1)), 2.5);
    EXPECT_DOUBLE_EQ((FieldReading{state, "stuff"}.at(2, 1, 1)), 5.0);
}

TEST(Averages, AreZeroWhereTheFieldDoesNotLive) {
    const State state = three_planes();
    EXPECT_EQ((FieldReading{state, "stuff"}.plane(0)), 0.0);
    EXPECT_EQ((FieldReading{state, "stuff"}.at(0, 0, 0)), 0.0);
    EXPECT_EQ((FieldReading{state, "stuff"}.mean(only(Layer::hypodermis))), 0.0);
}

TEST(Averages, NameAFieldThatNobodyOwns) {
    const State state = three_planes();
    try {
        FieldReading{state, "nonsense"};
        FAIL() << "an unknown field was read";
    } catch (const RunError& e) {
        EXPECT_NE(std::string{e.what()}.find("nonsense"), std::string::npos);
    }
}

TEST(Averages, TheUpperDermisEndsWhereTheDermisEnds) {
    const State state = three_planes();
    EXPECT_DOUBLE_EQ(upper_dermis(state.grid(), 25.0).to_um, 35.0);
    EXPECT_DOUBLE_EQ(upper_dermis(state.grid(), 500.0).to_um, 70.0);
    EXPECT_DOUBLE_EQ(upper_dermis(state.grid(), 500.0).from_um, 10.0);
}

}  // namespace
}  // namespace cicatrix
