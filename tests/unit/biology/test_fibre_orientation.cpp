// SPDX-License-Identifier: Apache-2.0
// Repair lies along the walls of the cut, and reinforces its own direction; round holes and a weave have none.
#include "bench.hpp"

namespace cicatrix {
namespace {

struct Lie {
    double x = 0, diagonal = 0;
};

/// Mean direction of repair's fibres in the first papillary plane; what a wound did not reach counts little.
Lie lie_of(test::SmallPatch& patch) {
    Lie sum;
    double weight = 0;
    patch.each(Layer::papillary, [&](double killed, double torn, std::size_t i) {
        const double w = killed + torn;
        sum.x += w * (2 * patch.plane("repair_along_x", Layer::papillary)[i] - 1);
        sum.diagonal += w * (2 * patch.plane("repair_along_diagonal", Layer::papillary)[i] - 1);
        weight += w;
    });
    return {sum.x / weight, sum.diagonal / weight};
}

/// Three slits in a line, one behind the other.
Needling line(double along_x, double along_y, double slit_um = 40) {
    Needling n;
    for (int i = 0; i < 3; ++i) {
        Puncture p;
        p.x_um = 100 + 65 * i * along_x;
        p.y_um = 100 + 65 * i * along_y;
        p.depth_um = 170;
        p.radius_um = 12;
        p.tip_length_um = 60;
        p.drag_x_um = slit_um * along_x;
        p.drag_y_um = slit_um * along_y;
        n.punctures.push_back(p);
    }
    return n;
}

Lie after(const Needling& needling) {
    const test::Alone alone{"fibre_orientation"};
    test::SmallPatch patch{alone.network};
    patch.act(needling);
    return lie_of(patch);
}

TEST(FibreOrientation, AWeaveStaysAWeave) {
    const test::Alone alone{"fibre_orientation"};
    for (Layer layer : {Layer::papillary, Layer::reticular}) {
        test::LocalSystem tissue = alone.in(layer);
        EXPECT_EQ(tissue["repair_along_x"][0], 0.5);
        EXPECT_EQ(tissue["repair_along_diagonal"][0], 0.5);
        tissue["collagen_i_new"] = Lanes{20 * ug_per_mm3.size};
        tissue["collagen_scar"] = Lanes{5 * ug_per_mm3.size};
        EXPECT_EQ(tissue.rate("repair_along_x"), 0.0);
        EXPECT_EQ(tissue.rate("repair_along_diagonal"), 0.0);
    }
}

TEST(FibreOrientation, FibresInLineGuideCellsThatLayMoreInLine) {
    const test::Alone alone{"fibre_orientation"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    const double x = 0.3, d = -0.4, square = 0.25, g = alone("guidance");
    tissue["repair_along_x"] = Lanes{0.5 * (1 + x)};
    tissue["repair_along_diagonal"] = Lanes{0.5 * (1 + d)};
    tissue["collagen_scar"] = Lanes{3 * ug_per_mm3.size};
    tissue["collagen_i_new"] = Lanes{0.0};
    EXPECT_EQ(tissue.rate("repair_along_x"), 0.0);  // nothing young that could still be turned
    tissue["collagen_i_new"] = Lanes{1 * ug_per_mm3.size};
    const double cross_linking = test::parameter(alone.network, "collagen.cross_linking");
    const double grows = 0.25 * cross_linking * ((1 + g) / (1 + g * square) - 1);
    EXPECT_NEAR(tissue.rate("repair_along_x"), 0.5 * grows * x, 1e-6 * grows);
    EXPECT_NEAR(tissue.rate("repair_along_diagonal"), 0.5 * grows * d, 1e-6 * grows);
    tissue["repair_along_x"] = Lanes{1.0};
    tissue["repair_along_diagonal"] = Lanes{0.5};
    EXPECT_EQ(tissue.rate("repair_along_x"), 0.0);  // no more than parallel
}

TEST(FibreOrientation, ARowOfSlitsLeavesFibresAlongIt) {
    const Lie along = after(line(1, 0));
    EXPECT_GT(along.x, 0.2);
    EXPECT_NEAR(along.diagonal, 0.0, 1e-12);
    // The longer the slits the more so.
    EXPECT_GT(after(line(1, 0, 60)).x, along.x);
}

TEST(FibreOrientation, TurnsWithTheDevice) {
    const Lie along = after(line(1, 0)), across = after(line(0, 1));
    EXPECT_NEAR(across.x, -along.x, 0.02 * along.x);  // rows are summed along x only: not the same to the last bit
    EXPECT_NEAR(across.diagonal, 0.0, 1e-12);
    const double half = std::sqrt(0.5);
    const Lie oblique = after(line(half, half));
    EXPECT_NEAR(oblique.diagonal, along.x, 0.05 * along.x);
    EXPECT_NEAR(oblique.x, 0.0, 0.02);
}

TEST(FibreOrientation, RoundHolesLeaveTheWeaveExactly) {
    const Lie round = after(line(1, 0, 0));
    EXPECT_EQ(round.x, 0.0);
    EXPECT_EQ(round.diagonal, 0.0);
}

TEST(FibreOrientation, OldScarKeepsItsShareOfTheDirection) {
    const test::Alone alone{"fibre_orientation"};
    test::SmallPatch fresh{alone.network}, scarred{alone.network};
    scarred.fill("collagen_scar", Layer::papillary, 50 * ug_per_mm3.size);
    for (test::SmallPatch* patch : {&fresh, &scarred}) patch->act(line(1, 0));
    EXPECT_GT(lie_of(fresh).x, 1.1 * lie_of(scarred).x);
    EXPECT_GT(lie_of(scarred).x, 0.0);
}

}  // namespace
}  // namespace cicatrix
