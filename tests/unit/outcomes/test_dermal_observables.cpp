// SPDX-License-Identifier: Apache-2.0
// Observables of the dermis and of colour against hand calculation.
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

using test::Pair;
using test::puncture;
using test::Watch;

/// 100 parts of collagen: 80 mature I, 5 new I, 15 III, no scar.
Pair plain_collagen() {
    Pair skin;
    skin.set_both(field::collagen_i.name, dermis, 80.0);
    skin.set_both(field::collagen_i_new.name, dermis, 5.0);
    skin.set_both(field::collagen_iii.name, dermis, 15.0);
    skin.set_both(field::collagen_scar.name, dermis, 0.0);
    return skin;
}

TEST(DermalCollagen, IsMeasuredAgainstTheSameSkinUntreated) {
    Pair skin = plain_collagen();
    Watch watch{"dermal_collagen"};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("collagen_gain"), 0.0, 1e-12);
    EXPECT_NEAR(watch.last("type_iii_fraction"), 0.15, 1e-12);
    Pair::set(skin.treated, field::collagen_i_new.name, dermis, 15.0);
    Pair::set(skin.treated, field::collagen_iii.name, dermis, 25.0);
    Pair::set(skin.treated, field::collagen_i.name, dermis, 76.0);
    Pair::set(skin.treated, field::collagen_scar.name, dermis, 4.0);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("collagen_gain"), 16.0, 1e-10);
    EXPECT_NEAR(watch.last("collagen_i"), 91.0 / 85.0, 1e-12);
    EXPECT_NEAR(watch.last("collagen_iii"), 25.0 / 15.0, 1e-12);
    EXPECT_NEAR(watch.last("type_iii_fraction"), 25.0 / 120.0, 1e-12);
    EXPECT_NEAR(watch.last("net_collagen"), 0.95, 1e-12);
    EXPECT_NEAR(watch.last("collagen_capacity"), 116.0 / 120.0, 1e-12);
}

TEST(DermalCollagen, AgeingOfBothSkinsIsNoEffect) {
    Pair skin = plain_collagen();
    skin.set_both(field::collagen_i.name, dermis, 60.0);
    Watch watch{"dermal_collagen"};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("collagen_gain"), 0.0, 1e-12);
    EXPECT_NEAR(watch.last("net_collagen"), 1.0, 1e-12);
}

TEST(DermalCollagen, AddsUpWhatMovingNeedlesTear) {
    Pair skin = plain_collagen();
    Watch still{"dermal_collagen"}, moving{"dermal_collagen"};
    Puncture dragged = puncture(200.0, 100.0, 2000.0);
    dragged.drag_x_um = 80.0;
    still.needle(skin, {puncture(200.0, 100.0, 2000.0)}, 0.0);
    still.look(skin, 0.1);
    moving.needle(skin, {dragged}, 0.0);
    moving.look(skin, 0.1);
    const double once = moving.last("torn_collagen");
    EXPECT_GT(once, 2.0 * still.last("torn_collagen"));
    moving.needle(skin, {dragged}, 24.0);
    moving.look(skin, 24.1);
    EXPECT_NEAR(moving.last("torn_collagen"), 2.0 * once, 1e-12);
}

TEST(DermalCollagen, DividesTheGainByAllThatNeedlesInjured) {
    Pair skin = plain_collagen();
    Watch watch{"dermal_collagen"};
    watch.needle(skin, {puncture(200.0, 100.0, 2000.0)}, 0.0);
    watch.needle(skin, {puncture(200.0, 100.0, 2000.0)}, 24.0);
    Pair::set(skin.treated, field::collagen_i.name, dermis, 84.0);
    watch.look(skin, 24.1);
    watch.conclude();
    const double shaft = 3.14159 * 60.0 * 60.0 / (400.0 * 200.0);  // share of the patch that one shaft crosses
    EXPECT_GT(0.05 / watch.scalar("collagen_per_injury"), 2 * 0.95 * shaft);
    EXPECT_LT(0.05 / watch.scalar("collagen_per_injury"), 2 * 1.25 * shaft);
}

TEST(DermalCollagen, HasNoGainPerInjuryWithoutInjury) {
    Watch watch{"dermal_collagen"};
    watch.look(plain_collagen(), 0.0);
    watch.conclude();
    EXPECT_EQ(watch.findings.scalars.count("collagen_per_injury"), 0U);
}

TEST(Scarring, IsTheDisorderedShareAboveTheUntreated) {
    Pair skin = plain_collagen();
    skin.set_both(field::collagen_scar.name, dermis, 25.0);
    Adjustments a;
    a.set = {{"scarring.new_strength", 0.4}, {"scarring.scar_strength", 0.8}};
    Watch watch{"scarring", a};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("scar_index"), 0.0, 1e-12);
    EXPECT_NEAR(watch.last("strength"), 1.0, 1e-12);
    Pair::set(skin.treated, field::collagen_scar.name, dermis, 100.0);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("scar_index"), 0.5 - 0.2, 1e-12);
    EXPECT_NEAR(watch.last("disordered_share"), 0.5, 1e-12);
    EXPECT_NEAR(watch.last("strength"), (80 + 2 + 6 + 80) / (80.0 + 2 + 6 + 20), 1e-12);
}

/// A field of each column of the treated skin, in all of the dermis.
template <class Of>
void by_column(Pair& skin, std::string_view field, const Of& of) {
    const int f = skin.treated.layout().find(field);
    const Grid& grid = skin.treated.grid();
    const double size = skin.treated.layout().fields()[static_cast<std::size_t>(f)].unit_size;
    for (int k = 0; k < grid.nz(); ++k)
        if (dermis.has(grid.layer(k)))
            for (int j = 0; j < grid.ny(); ++j)
                for (int i = 0; i < grid.nx(); ++i)
                    skin.treated.plane(f, k)[static_cast<std::size_t>(j * grid.pitch() + i)] = of(i, j) * size;
}
template <class Of>
void scar_by_column(Pair& skin, const Of& of) {
    by_column(skin, field::collagen_scar.name, of);
}

TEST(Scarring, HasADirectionWhereScarLiesInLines) {
    const auto anisotropy = [](const auto& of) {
        Pair skin = plain_collagen();
        scar_by_column(skin, of);
        Watch watch{"scarring"};
        watch.look(skin, 0.0);
        return watch.last("scar_anisotropy");
    };
    EXPECT_EQ(anisotropy([](int, int) { return 3.0; }), 0.0);
    EXPECT_EQ(anisotropy([](int i, int) { return i == 1 ? 3.0 + 1e-6 : 3.0; }), 0.0);  // rounding
    EXPECT_NEAR(anisotropy([](int, int j) { return j == 1 ? 3.0 : 1.0; }), 1.0, 1e-12);
    EXPECT_NEAR(anisotropy([](int i, int) { return i == 1 || i == 5 ? 3.0 : 1.0; }), 1.0, 1e-12);
    EXPECT_NEAR(anisotropy([](int i, int j) { return i == 2 && j == 1 ? 3.0 : 1.0; }), 0.0, 1e-12);
    // Diagonal lines are lines too. Of a slit of three columns gx^2 counts 4 and gy^2 thrice 2; of two columns, 4
    // and 4.
    EXPECT_NEAR(anisotropy([](int i, int j) { return (i + j) % 4 == 0 ? 3.0 : 1.0; }), 1.0, 1e-12);
    EXPECT_NEAR(anisotropy([](int i, int j) { return (i == 2 || i == 3) && j == 1 ? 2.0 : 1.0; }), 0.0, 1e-12);
    EXPECT_NEAR(anisotropy([](int i, int j) { return (i == 2 || i == 3 || i == 4) && j == 1 ? 2.0 : 1.0; }), 0.2,
                1e-12);
}

/// All are needed: enough scar to be felt, lines of it, and fibres along these.
TEST(Scarring, LinesAreSeenWhereMuchScarLiesInLinesAndItsFibresAlongThem) {
    const auto lines = [](const auto& of, double share_along_x = 0.9) {
        Pair skin = plain_collagen();
        scar_by_column(skin, of);
        Pair::set(skin.treated, field::repair_along_x.name, dermis, share_along_x);
        Watch watch{"scarring"};
        watch.look(skin, 0.0);
        return watch.last("scar_lines");
    };
    EXPECT_EQ(lines([](int, int j) { return j == 1 ? 60.0 : 1.0; }), 1.0);
    EXPECT_EQ(lines([](int, int j) { return j == 1 ? 2.0 : 1.0; }), 0.0);  // too little
    EXPECT_EQ(lines([](int, int) { return 60.0; }), 0.0);                  // even
    EXPECT_EQ(lines([](int i, int j) { return i == 2 && j == 1 ? 600.0 : 1.0; }), 0.0);
    EXPECT_EQ(lines([](int, int j) { return j == 1 ? 60.0 : 1.0; }, 0.5), 0.0);  // a weave: a row of holes
    EXPECT_EQ(lines([](int, int j) { return j == 1 ? 60.0 : 1.0; }, 0.1), 0.0);  // across
    EXPECT_EQ(lines([](int i, int) { return i == 2 ? 60.0 : 1.0; }, 0.1), 1.0);  // lines along y
}

TEST(Scarring, FibresAreMeasuredAgainstTheWayTheLinesRun) {
    const auto along = [](double share_along_x, double share_along_diagonal, const auto& of) {
        Pair skin = plain_collagen();
        scar_by_column(skin, of);
        Pair::set(skin.treated, field::repair_along_x.name, dermis, share_along_x);
        Pair::set(skin.treated, field::repair_along_diagonal.name, dermis, share_along_diagonal);
        Watch watch{"scarring"};
        watch.look(skin, 0.0);
        return watch.last("scar_fibres_along");
    };
    const auto row = [](int, int j) { return j == 1 ? 3.0 : 1.0; };
    const auto falling = [](int i, int j) { return (i + j) % 4 == 0 ? 3.0 : 1.0; };
    EXPECT_NEAR(along(0.8, 0.5, row), 0.6, 1e-12);
    EXPECT_NEAR(along(0.5, 0.8, row), 0.0, 1e-12);
    EXPECT_NEAR(along(0.5, 0.8, falling), -0.6, 1e-12);
    EXPECT_EQ(along(0.8, 0.5, [](int, int) { return 3.0; }), 0.0);
}

TEST(FibreOrientationSeen, CountsWhatRepairLaidAmongAllCollagen) {
    Pair skin = plain_collagen();  // 5 new of 100
    Watch watch{"fibre_orientation"};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("fibre_anisotropy"), 0.0);
    EXPECT_EQ(watch.last("scar_parallel"), 0.0);
    Pair::set(skin.treated, field::collagen_scar.name, dermis, 20.0);
    Pair::set(skin.treated, field::repair_along_x.name, dermis, 0.8);
    Pair::set(skin.treated, field::repair_along_diagonal.name, dermis, 0.1);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("scar_parallel"), 1.0, 1e-12);  // 0.6 and -0.8
    EXPECT_NEAR(watch.last("fibre_anisotropy"), 25.0 / 120.0, 1e-12);
    EXPECT_NEAR(watch.last("dermal_fibre_anisotropy"), 25.0 / 120.0, 1e-12);
    // Crossing directions cancel over the patch and not within a voxel.
    by_column(skin, field::repair_along_x.name, [](int i, int) { return i % 2 == 0 ? 1.0 : 0.0; });
    Pair::set(skin.treated, field::repair_along_diagonal.name, dermis, 0.5);
    watch.look(skin, 2.0);
    EXPECT_NEAR(watch.last("fibre_anisotropy"), 0.0, 1e-12);
    EXPECT_NEAR(watch.last("fibre_anisotropy_local"), 25.0 / 120.0, 1e-12);
}

TEST(InflammationCourse, IsOneAtABriskResponseAndZeroAtRest) {
    Pair skin;
    Adjustments a;
    a.set = {{"inflammation_course.brisk_neutrophils", 1000.0},
             {"inflammation_course.brisk_macrophages", 500.0},
             {"inflammation_course.brisk_tnf", 0.5},
             {"inflammation_course.brisk_il6", 2.0}};
    Watch watch{"inflammation_course", a};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("inflammation"), 0.0);
    for (const auto name : {field::neutrophils.name, field::macrophages_m1.name, field::tnf.name, field::il6.name})
        skin.set_both(name, everywhere, 0.0);
    Pair::set(skin.treated, field::neutrophils.name, everywhere, 1000.0);
    watch.look(skin, 24.0);
    EXPECT_NEAR(watch.last("inflammation"), 0.25, 1e-12);
    Pair::set(skin.treated, field::macrophages_m1.name, everywhere, 500.0);
    Pair::set(skin.treated, field::tnf.name, everywhere, 0.5);
    Pair::set(skin.treated, field::il6.name, everywhere, 2.0);
    watch.look(skin, 48.0);
    EXPECT_NEAR(watch.last("inflammation"), 1.0, 1e-12);
    watch.conclude();
    EXPECT_NEAR(watch.scalar("inflammation_auc"), 0.125 + 0.625, 1e-12);
}

TEST(Appearance, SkinAtRestHasNoRednessAndNoDarkening) {
    Watch watch{"appearance"};
    watch.look(Pair{}, 0.0);
    EXPECT_NEAR(watch.last("erythema"), 0.0, 1e-12);
    EXPECT_NEAR(watch.last("pih_index"), 0.0, 1e-12);
}

TEST(Appearance, WidenedVesselsAreRednessAndNoPigment) {
    Pair skin;
    Pair::set(skin.treated, field::dilation.name, dermis, 1.0);
    Watch watch{"appearance"};
    watch.look(skin, 0.0);
    EXPECT_GT(watch.last("erythema"), 2.0);
    EXPECT_NEAR(watch.last("pih_index"), 0.0, 1e-12);
}

TEST(Appearance, MelaninIsDarkeningAndNoRedness) {
    Pair skin;
    skin.set_both(field::melanin.name, epidermis, 0.2);
    Pair::set(skin.treated, field::melanin.name, epidermis, 0.3);
    Watch watch{"appearance"};
    watch.look(skin, 0.0);
    EXPECT_GT(watch.last("pih_index"), 1.0);
    EXPECT_NEAR(watch.last("erythema"), 0.0, 1e-12);
    Pair::set(skin.treated, field::melanin.name, epidermis, 0.1);
    watch.look(skin, 1.0);
    EXPECT_LT(watch.last("pih_index"), -1.0);
    EXPECT_EQ(watch.last("darkened"), 0.0);
}

TEST(Appearance, IsDarkenedFromTheDeclaredStep) {
    const auto darkened = [](double step_deg) {
        Pair skin;
        skin.set_both(field::melanin.name, epidermis, 0.2);
        Pair::set(skin.treated, field::melanin.name, epidermis, 0.25);
        Adjustments a;
        if (step_deg > 0.0) a.set = {{"appearance.visible_darkening", step_deg * degree.size}};
        Watch watch{"appearance", a};
        watch.look(skin, 0.0);
        return std::pair{watch.last("darkened"), watch.last("pih_index")};
    };
    const double darkening = darkened(0.0).second;
    EXPECT_EQ(darkened(0.99 * darkening).first, 1.0);
    EXPECT_EQ(darkened(1.01 * darkening).first, 0.0);
}

TEST(Appearance, RednessLastsUntilItIsNoLongerVisible) {
    Pair skin;
    Watch watch{"appearance"};
    watch.look(skin, 0.0);
    watch.needle(skin, {}, 0.0);
    Pair::set(skin.treated, field::dilation.name, dermis, 1.5);
    watch.look(skin, 10.0);
    watch.look(skin, 30.0);
    Pair::set(skin.treated, field::dilation.name, dermis, 0.0);
    watch.look(skin, 50.0);
    watch.conclude();
    EXPECT_GT(watch.scalar("erythema_duration"), 30.0);
    EXPECT_LT(watch.scalar("erythema_duration"), 50.0);
}

TEST(ElasticFibres, AreMeasuredAgainstTheSameSkinUntreated) {
    Pair skin;
    Adjustments a;
    a.set = {{"elastin.clearing", 0.01}, {"elastin.making", 0.03}, {"elastin.usual_fibroblasts", 1000.0}};
    Watch watch{"elastic_fibres", a};
    watch.look(skin, 0.0);
    EXPECT_EQ(watch.last("elastin"), 1.0);
    EXPECT_EQ(watch.last("elastin_synthesis"), 1.0);
    skin.set_both(field::elastin.name, dermis, 0.9);
    skin.set_both(field::matrix_reserve.name, dermis, 0.5);
    skin.set_both(field::matrix_memory.name, dermis, 0.0);
    Pair::set(skin.treated, field::elastin.name, dermis, 0.72);
    Pair::set(skin.treated, field::fibroblasts.name, dermis, 500.0);
    Pair::set(skin.treated, field::tgf_signal.name, dermis, 0.2);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("elastin"), 0.8, 1e-12);
    EXPECT_NEAR(watch.last("elastin_synthesis"), (0.005 + 0.03 * 0.5 * 0.2) / 0.005, 1e-12);
}

TEST(GroundSubstance, IsMeasuredAgainstTheSameSkinUntreated) {
    Pair skin;
    skin.set_both(field::hyaluronan.name, dermis, 1.5);
    Pair::set(skin.treated, field::hyaluronan.name, dermis, 3.0);
    Watch watch{"ground_substance"};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("hyaluronan"), 2.0, 1e-12);
}

TEST(Thickness, FollowsTheContinuityOfTheEpidermisAndTheCollagenOfTheDermis) {
    Pair skin = plain_collagen();
    skin.set_both(field::keratinocytes.name, epidermis, 1.0);
    skin.set_both(field::epidermal_growth.name, only(Layer::basal), 0.0);
    Adjustments a;
    a.set = {{"thickness.collagen_share", 0.5}};
    Watch watch{"thickness", a};
    watch.look(skin, 0.0);
    const Skin& person = test::small_model().skin();
    EXPECT_NEAR(watch.last("epidermal_thickness"), person.epidermis_um(), 1e-9);
    EXPECT_NEAR(watch.last("dermal_thickness"), person.dermis_um(), 1e-9);
    Pair::set(skin.treated, field::epidermal_growth.name, only(Layer::basal), 0.4);
    Pair::set(skin.treated, field::collagen_i.name, dermis, 90.0);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("epidermal_thickness"), 1.4 * person.epidermis_um(), 1e-9);
    EXPECT_NEAR(watch.last("dermal_thickness"), 1.05 * person.dermis_um(), 1e-9);
}

TEST(SignalMemory, ComparesWithTheSameSkinUntreated) {
    Pair skin;
    skin.set_both(field::receptor_sensitivity.name, dermis, 0.8);
    skin.set_both(field::matrix_memory.name, dermis, 0.1);
    Pair::set(skin.treated, field::receptor_sensitivity.name, dermis, 0.4);
    Pair::set(skin.treated, field::matrix_memory.name, dermis, 0.3);
    Watch watch{"signal_memory"};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("receptor_sensitivity"), 0.5, 1e-12);
    EXPECT_NEAR(watch.last("matrix_memory"), 0.2, 1e-12);
}

TEST(CellCounts, AreMeansOfTheUpperDermis) {
    Pair skin;
    Pair::set(skin.treated, field::neutrophils.name, everywhere, 7.0);
    Pair::set(skin.treated, field::macrophages_m1.name, everywhere, 2.0);
    Pair::set(skin.treated, field::macrophages_m2.name, everywhere, 3.0);
    Pair::set(skin.treated, field::myofibroblasts.name, everywhere, 5000.0);
    Watch watch{"cell_counts", {.set = {{"cell_counts.granulation_myofibroblasts", 10000.0}}, .factor = {}}};
    watch.look(skin, 0.0);
    EXPECT_NEAR(watch.last("neutrophils"), 7.0, 1e-12);
    EXPECT_NEAR(watch.last("macrophages"), 5.0, 1e-12);
    EXPECT_NEAR(watch.last("myofibroblasts_density"), 5000.0, 1e-9);
    EXPECT_NEAR(watch.last("myofibroblasts"), 0.5, 1e-12);
    EXPECT_NEAR(watch.last("perfusion"), 1.0, 1e-12);
    Pair::set(skin.treated, field::oxygen.name, everywhere, 21.0);
    watch.look(skin, 1.0);
    EXPECT_NEAR(watch.last("oxygen"), 21.0, 1e-12);
}

}  // namespace
}  // namespace cicatrix
