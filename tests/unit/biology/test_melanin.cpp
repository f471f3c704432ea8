// SPDX-License-Identifier: Apache-2.0
#include "bench.hpp"

namespace cicatrix {
namespace {

TEST(Melanin, AlarmTnfAndLightDriveMelanocytes) {
    const test::Alone alone{"melanin"};
    test::LocalSystem tissue = alone.in(Layer::viable_epidermis);
    tissue["alarm"] = Lanes{alone("alarm_half")};
    tissue["tnf"] = Lanes{3 * alone("tnf_half")};
    tissue["melanogenic_drive"] = Lanes{0.1};
    tissue.environment.uv_sed_per_h = 0.2;
    EXPECT_TRUE(test::same(tissue.rate("melanogenic_drive"), 0.5 * alone("from_alarm") + 0.75 * alone("from_tnf") +
                                                                 0.2 * alone("from_ultraviolet") -
                                                                 0.1 * alone("drive_decay")));
}

TEST(Melanin, DriveWakesMelanocytesWhichThenCalmDown) {
    const test::Alone alone{"melanin"};
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue["melanogenic_drive"] = Lanes{2 * alone("drive_half")};
    tissue["melanocyte_activation"] = Lanes{0.2};
    EXPECT_TRUE(test::same(tissue.rate("melanocyte_activation"), 0.8 * alone("waking") * 0.8 - 0.2 * alone("calming")));
    tissue["melanogenic_drive"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("melanocyte_activation"), -0.2 * alone("calming")));
}

TEST(Melanin, WokenMelanocytesDarkenAllOfTheEpidermisAboveThem) {
    const test::Alone alone{"melanin"};
    for (Layer layer : {Layer::basal, Layer::viable_epidermis}) {
        test::LocalSystem tissue = alone.in(layer);
        const double resting = alone("level") * (layer == Layer::basal ? 1.0 : alone("upper_share"));
        EXPECT_TRUE(test::same(tissue["melanin"][0], resting));
        tissue.column("melanocyte_activation", Layer::basal) = Lanes{0.6};
        EXPECT_TRUE(test::same(tissue.rate("melanin"), alone("renewal") * resting * 0.6 * alone("reactivity")));
        tissue.column("melanocyte_activation", Layer::basal) = Lanes{0.0};
        tissue["depigmenting"] = Lanes{alone("inhibitor_half")};
        EXPECT_TRUE(test::same(tissue.rate("melanin"), -0.5 * alone("renewal") * resting));
        tissue.column("melanocytes", Layer::basal) = Lanes{0.0};
        EXPECT_TRUE(test::same(tissue.rate("melanin"), -alone("renewal") * resting));
    }
}

TEST(Melanin, SkinWithoutColourCannotDarken) {
    Adjustments none;
    none.set["melanin.level"] = 0.0;
    const test::Alone alone{"melanin", none};
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue.set_column("melanocyte_activation", Layer::basal, 1.0);
    EXPECT_EQ(tissue.rate("melanin"), 0.0);
}

TEST(Melanin, LostMelanocytesComeBackUntilTheyAreAsMany) {
    const test::Alone alone{"melanin"};
    test::LocalSystem tissue = alone.in(Layer::basal);
    tissue["melanocytes"] = Lanes{0.5};
    EXPECT_TRUE(test::same(tissue.rate("melanocytes"), 0.5 * alone("regrowth")));
    tissue["melanocytes"] = Lanes{0.0};
    EXPECT_TRUE(test::same(tissue.rate("melanocytes"), alone("regrowth")));
    tissue["melanocytes"] = Lanes{1.0};
    EXPECT_EQ(tissue.rate("melanocytes"), 0.0);
}

TEST(Melanin, FallsThroughAnInflamedJunctionAndFadesSlowly) {
    const test::Alone alone{"melanin"};
    test::LocalSystem tissue = alone.in(Layer::papillary);
    EXPECT_EQ(tissue.rate("dermal_melanin"), 0.0);
    tissue.column("melanin", Layer::basal) = Lanes{0.5};
    tissue.column("melanocyte_activation", Layer::basal) = Lanes{0.4};
    tissue["alarm"] = Lanes{alone("alarm_half")};
    tissue["dermal_melanin"] = Lanes{0.1};
    EXPECT_TRUE(
        test::same(tissue.rate("dermal_melanin"), 0.5 * alone("incontinence") * 0.4 * 0.5 - 0.1 * alone("removal")));
}

/// Melanin in the basal layer and below it, times thickness, over all columns.
double pigment(test::SmallPatch& patch) {
    double sum = 0;
    const Grid& grid = patch.state.grid();
    for (int k = 0; k < grid.nz(); ++k)
        for (const char* field : {"melanin", "dermal_melanin"})
            for (double m : patch.plane(field, k)) sum += m * grid.thickness_um(k);
    return sum;
}

TEST(Melanin, ANeedleDropsPigmentIntoTheDermisAndLosesNone) {
    const test::Alone alone{"melanin"};
    test::SmallPatch patch{alone.network};
    const double before = pigment(patch);
    patch.act(test::needle());
    EXPECT_NEAR(pigment(patch) / before, 1.0, 1e-12);
    double dropped = 0;
    for (double m : patch.plane("dermal_melanin", Layer::papillary)) dropped += m;
    EXPECT_GT(dropped, 0.0);
    patch.each(Layer::basal, [&](double killed, double, std::size_t i) {
        EXPECT_NEAR(patch.plane("melanin", Layer::basal)[i], alone("level") * (1 - alone("dropped_share") * killed),
                    1e-12);
        EXPECT_NEAR(patch.plane("melanocytes", Layer::basal)[i], 1 - killed, 1e-12);
    });
}

TEST(Melanin, ALaserPassRemovesItsShareAboveAndBelow) {
    const test::Alone alone{"melanin"};
    test::SmallPatch patch{alone.network};
    patch.fill("dermal_melanin", Layer::papillary, 0.2);
    patch.act(LaserPass{0.75, 0.0});
    EXPECT_DOUBLE_EQ(patch.plane("melanin", Layer::basal)[0], 0.25 * alone("level"));
    EXPECT_DOUBLE_EQ(patch.plane("dermal_melanin", Layer::papillary)[0], 0.05);
}

TEST(Melanin, ABurnDrivesItByItsDose) {
    const test::Alone alone{"melanin"};
    test::SmallPatch patch{alone.network};
    patch.act(Burn{10.0});
    EXPECT_NEAR(patch.plane("melanogenic_drive", Layer::viable_epidermis)[0], 10 * alone("from_ultraviolet"), 1e-12);
}

}  // namespace
}  // namespace cicatrix
