// SPDX-License-Identifier: Apache-2.0
// Signals, pigment and the making of collagen against hand calculation.
#include "cicatrix/tissue/vocabulary.hpp"
#include "hand_made.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

using test::Pair;
using test::Watch;

TEST(SignalLevels, AreMeansOfTheUpperDermis) {
    Pair skin;
    Watch watch{"signal_levels"};
    double level = 1.0;
    for (const auto name : {field::il6.name, field::tnf.name, field::il10.name, field::vegf.name, field::pdgf.name,
                            field::mmp.name, field::timp.name})
        Pair::set(skin.treated, name, everywhere, level++);
    watch.look(skin, 0.0);
    level = 1.0;
    for (const char* name : {"il6", "tnf", "il10", "vegf", "pdgf", "mmp", "timp"})
        EXPECT_NEAR(watch.last(name), level++, 1e-12) << name;
}

TEST(PigmentPlaces, AreTheBasalLayerAndThePapillaryDermis) {
    Pair skin;
    Watch watch{"pigment_places"};
    watch.look(skin, 0.0);
    EXPECT_DOUBLE_EQ(watch.last("melanocytes"), 1.0);
    EXPECT_EQ(watch.last("dermal_melanin"), 0.0);
    Pair::set(skin.treated, field::melanocytes.name, everywhere, 0.75);
    Pair::set(skin.treated, field::dermal_melanin.name, everywhere, 0.125);
    watch.look(skin, 1.0);
    EXPECT_DOUBLE_EQ(watch.last("melanocytes"), 0.75);
    EXPECT_DOUBLE_EQ(watch.last("dermal_melanin"), 0.125);
}

/// A fibroblast makes 1 pg an hour under full signal; of the 240 ug/mm3 at rest, 2.4 pg/mm3 are renewed an hour.
Adjustments round_numbers() {
    Adjustments a;
    a.set = {{"collagen.by_fibroblasts", 1.0},  {"collagen.by_myofibroblasts", 0.0}, {"collagen.turnover", 1e-8},
             {"collagen.content", 240.0 * 1e6}, {"collagen.early_iii", 0.4},         {"collagen.resting_iii", 0.1},
             {"signals.tnf_half", 0.5}};
    return a;
}
Pair resting_cells() {
    Pair skin;
    for (const auto name :
         {field::collagen_i.name, field::collagen_i_new.name, field::collagen_iii.name, field::collagen_scar.name,
          field::tnf.name, field::matrix_memory.name, field::myofibroblasts.name, field::tgf_signal.name})
        skin.set_both(name, everywhere, 0.0);
    skin.set_both(field::collagen_i.name, dermis, 240.0);
    skin.set_both(field::fibroblasts.name, dermis, 7.2);
    skin.set_both(field::vessels.name, dermis, 1.0);
    skin.set_both(field::matrix_reserve.name, dermis, 1.0);
    return skin;
}

TEST(CollagenMaking, AddsWhatSignalsDriveToTheRenewalAtRest) {
    Pair skin = resting_cells();
    Watch rested{"collagen_making", round_numbers()};
    rested.look(skin, 0.0);
    const double renewed = 2.4, declared = 215e6 * 0.0462 / (365.25 * 24.0);  // pg/mm3/h
    EXPECT_NEAR(rested.last("collagen_synthesis"), renewed / declared, 1e-9);
    EXPECT_NEAR(rested.last("type_iii_synthesis_share"), 0.1, 1e-12);
    Pair::set(skin.treated, field::tgf_signal.name, dermis, 0.5);
    Watch driven{"collagen_making", round_numbers()};
    driven.look(skin, 0.0);
    const double made = 0.5 * 7.2;
    EXPECT_NEAR(driven.last("collagen_synthesis"), (made + renewed) / declared, 1e-9);
    EXPECT_NEAR(driven.last("type_iii_synthesis_share"), (0.4 * made + 0.1 * renewed) / (made + renewed), 1e-12);
    EXPECT_NEAR(driven.last("collagen_iii_synthesis"), (0.4 * made + 0.1 * renewed) / (0.15 * declared), 1e-9);
}

TEST(CollagenMaking, FollowsTheLawOfTheMechanism) {
    Pair skin = resting_cells();
    Pair::set(skin.treated, field::tgf_signal.name, dermis, 0.5);
    const auto driven = [&] {
        Adjustments no_renewal = round_numbers();
        no_renewal.set["collagen.turnover"] = 0.0;
        Watch watch{"collagen_making", no_renewal};
        watch.look(skin, 0.0);
        return watch.last("collagen_synthesis");
    };
    const double calm = driven();
    Pair::set(skin.treated, field::tnf.name, dermis, 0.5);
    EXPECT_NEAR(driven() / calm, 0.5, 1e-12);
    Pair::set(skin.treated, field::matrix_memory.name, dermis, 1.0);
    EXPECT_NEAR(driven() / calm, 0.5 * (0.5 + 0.5 * 0.5) / 0.5, 1e-12);
}

TEST(CollagenMaking, IsOneInRestingSkinOfTheDeclaredParameters) {
    Watch watch{"collagen_making"};
    watch.look(Pair{}, 0.0);
    EXPECT_NEAR(watch.last("collagen_synthesis"), 1.0, 1e-12);
    EXPECT_NEAR(watch.last("collagen_iii_synthesis"), 1.0, 1e-12);
}

}  // namespace
}  // namespace cicatrix
