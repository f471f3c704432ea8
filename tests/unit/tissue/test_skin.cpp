// SPDX-License-Identifier: Apache-2.0
// The site table and what age and sex make of it.
#include "cicatrix/tissue/skin.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace cicatrix {
namespace {

double at(const Skin& skin, Layer l) {
    return skin.thickness_um[static_cast<std::size_t>(index(l))];
}

TEST(Skin, HasTheSitesOfTheFaceThatScenariosName) {
    for (const char* name :
         {"forehead", "glabella", "temple", "eyelid", "nose", "cheek", "jaw", "neck", "upper_lip", "chin"})
        EXPECT_NE(find_site(name), nullptr) << name;
    EXPECT_EQ(find_site("elbow"), nullptr);
}

TEST(Skin, FollowsTheUltrasoundTableAtTheReferenceAge) {
    EXPECT_NEAR(make_skin({.age_y = 35, .site = "cheek"}).dermis_um(), 870, 0.01);
    EXPECT_NEAR(make_skin({.age_y = 35, .sex = Sex::male, .site = "cheek"}).dermis_um(), 1140, 0.01);
    EXPECT_NEAR(make_skin({.age_y = 35, .site = "eyelid"}).dermis_um(), 580, 0.01);
}

TEST(Skin, KeepsEveryThicknessWithinWhatHistologyShows) {
    for (const auto& site : site_table()) {
        EXPECT_GE(site.epidermis_um, 30) << site.name;  // thinnest of all 39 sites
        EXPECT_LE(site.epidermis_um, 123) << site.name;
        EXPECT_GE(site.stratum_corneum_um, 10) << site.name;
        EXPECT_LE(site.stratum_corneum_um, 20) << site.name;
    }
}

TEST(Skin, IsThinnestAtTheEyelid) {
    const auto least = std::min_element(site_table().begin(), site_table().end(), [](const auto& a, const auto& b) {
        return a.dermis_female_um < b.dermis_female_um;
    });
    EXPECT_EQ(least->name, "eyelid");
}

TEST(Skin, LosesSixPercentOfDermisPerDecade) {
    const double young = make_skin({.age_y = 40}).dermis_um(), old = make_skin({.age_y = 50}).dermis_um();
    EXPECT_NEAR(old / young, 0.94, 1e-4);
}

TEST(Skin, LosesEpidermisFasterInMen) {
    const auto kept = [](Sex sex) {
        return make_skin({.age_y = 60, .sex = sex}).epidermis_um() /
               make_skin({.age_y = 50, .sex = sex}).epidermis_um();
    };
    EXPECT_NEAR(kept(Sex::male), 1 - 0.072, 1e-3);
    EXPECT_NEAR(kept(Sex::female), 1 - 0.057, 1e-3);
}

TEST(Skin, DoesNotThickenBelowTheAgeAtWhichThinningBegins) {
    EXPECT_EQ(make_skin({.age_y = 12}).thickness_um, make_skin({.age_y = 20}).thickness_um);
}

TEST(Skin, ModelsMoreFatWhereSkinIsThin) {
    const Skin lid = make_skin({.site = "eyelid"}), cheek = make_skin({.site = "cheek"});
    EXPECT_GT(at(lid, Layer::hypodermis), at(cheek, Layer::hypodermis));
    EXPECT_NEAR(std::accumulate(lid.thickness_um.begin(), lid.thickness_um.end(), 0.0), 1700, 1e-9);
}

TEST(Skin, SplitsTheDermisIntoPapillaryAndReticular) {
    const Skin skin = make_skin({.site = "cheek"});
    EXPECT_GT(at(skin, Layer::papillary), 80);
    EXPECT_LT(at(skin, Layer::papillary), 250);
    EXPECT_GT(at(skin, Layer::reticular), 2 * at(skin, Layer::papillary));
}

TEST(Skin, TakesAdjustedParameters) {
    Adjustments a;
    a.set["skin.papillary_share"] = 0.3;
    const Skin skin = make_skin({.site = "cheek"}, a);
    EXPECT_NEAR(at(skin, Layer::papillary) / skin.dermis_um(), 0.3, 1e-4);
}

TEST(Skin, NamesTheNearestSiteWhenOneIsMisspelt) {
    try {
        make_skin({.site = "cheeck"});
        FAIL() << "no complaint";
    } catch (const InputError& e) {
        EXPECT_NE(std::string{e.what()}.find("cheek"), std::string::npos) << e.what();
    }
}

TEST(Skin, MelaninRisesWithPhototypeUpToOne) {
    double before = 0.0;
    for (const char* type : {"I", "II", "III", "IV", "V", "VI"}) {
        const auto melanin = melanin_of_phototype(type);
        ASSERT_TRUE(melanin.has_value()) << type;
        EXPECT_GT(*melanin, before) << type;
        before = *melanin;
    }
    EXPECT_EQ(before, 1.0);
    EXPECT_FALSE(melanin_of_phototype("VII").has_value());
}

TEST(Skin, ConditionNamesAreDistinct) {
    const auto names = condition_names();
    EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
}

TEST(Skin, EveryParameterHasASourceAndLiesInItsRanges) {
    for (const auto& r : skin_parameters()) {
        EXPECT_FALSE(r.source.key.empty()) << r.name;
        EXPECT_LE(r.range.low, r.plausible.low) << r.name;
        EXPECT_LE(r.plausible.low, r.value) << r.name;
        EXPECT_LE(r.value, r.plausible.high) << r.name;
        EXPECT_LE(r.plausible.high, r.range.high) << r.name;
    }
}

}  // namespace
}  // namespace cicatrix
