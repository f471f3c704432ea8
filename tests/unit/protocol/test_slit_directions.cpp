// SPDX-License-Identifier: Apache-2.0
// Which way the slits of a session run, on the grid: what a dragged device leaves for healing to follow.
#include "cases.hpp"
#include "cicatrix/protocol/pattern.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cicatrix {
namespace {

struct Lie {
    double x = 0, diagonal = 0;
    double length() const { return std::sqrt(x * x + diagonal * diagonal); }
};

/// Mean direction of walls in a plane of the papillary dermis, 4 cm2, each voxel by how much was hurt in it.
Lie walls(DeviceKind kind, int directions, double drag_um) {
    constexpr double side_um = 20000;
    Technique technique;
    technique.passes = 8;
    technique.directions = directions;
    technique.drag_um = drag_um;
    const Skin skin = cases::skin_at();
    const Device device = cases::device(kind, 1.0);
    const auto punctures = draw_punctures(
        {.device = device, .technique = technique, .skin = skin, .width_um = side_um, .height_um = side_um},
        PatternParameters{{}}, InsertionParameters{{}});
    const Grid grid{40, 40, side_um / 40, side_um / 40, {100, 150}, {Layer::papillary}};
    const Wound wound{grid, punctures};
    Lie sum;
    double hurt = 0;
    for (std::size_t i = 0; i < grid.plane_size(); ++i) {
        const double here = wound.killed(0)[i] + wound.torn(0)[i];
        sum.x += here * wound.walls_along_x(0)[i];
        sum.diagonal += here * wound.walls_along_diagonal(0)[i];
        hurt += here;
    }
    return {sum.x / hurt, sum.diagonal / hurt};
}

TEST(SlitDirections, ADraggedRollerLeavesParallelSlits) {
    const Lie one = walls(DeviceKind::roller, 1, 100);
    EXPECT_GT(one.x, 0.1);
    EXPECT_GT(one.length(), walls(DeviceKind::roller, 1, 20).length());
}

TEST(SlitDirections, FourDirectionsCancelOut) {
    EXPECT_LT(walls(DeviceKind::roller, 4, 100).length(), 0.15 * walls(DeviceKind::roller, 1, 100).length());
}

TEST(SlitDirections, AStampLeavesNone) {
    EXPECT_EQ(walls(DeviceKind::stamp, 1, 100).length(), 0.0);
}

}  // namespace
}  // namespace cicatrix
