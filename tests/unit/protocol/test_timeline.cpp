// SPDX-License-Identifier: Apache-2.0
// From plans to acts: order, supplies, dressings, therapy.
#include "cases.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace cicatrix {
namespace {

constexpr double end_h = 2000;

std::vector<Act> acts_of(const Plan& plan, std::uint64_t seed = 1, const Adjustments& a = {}) {
    return make_timeline(plan, cases::skin_at(), 1200, 1200, end_h, seed, a);
}

Plan weekly(int sessions = 3) {
    Plan plan;
    plan.device = cases::device(DeviceKind::pen, 1.0);
    plan.routine.sessions = sessions;
    plan.routine.every_h = 168;
    return plan;
}

template <class Kind>
std::vector<std::pair<double, Kind>> only_acts(const std::vector<Act>& acts) {
    std::vector<std::pair<double, Kind>> found;
    for (const Act& a : acts)
        if (const auto* kind = std::get_if<Kind>(&a.kind)) found.emplace_back(a.time_h, *kind);
    return found;
}

/// What acts continuously just after `time_h`.
Environment environment_at(const std::vector<Act>& acts, double time_h) {
    Environment now;
    for (const auto& [time, exposure] : only_acts<Exposure>(acts))
        if (time <= time_h) now = exposure.environment;
    return now;
}

TEST(Timeline, UntreatedSkinOnlySeesDaylight) {
    Plan plan;
    plan.sun = {.uv_sed_per_d = 2.4, .spf = 1};
    plan.aftercare.push_back({.product = "hyaluronic acid serum"});
    const auto acts = acts_of(plan);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].time_h, 0.0);
    EXPECT_NEAR(environment_at(acts, 0).uv_sed_per_h, 0.1, 1e-9);
}

TEST(Timeline, ActsAreInOrderOfTimeAndWithinTheRun) {
    Plan plan = weekly(100);
    plan.aftercare = {{.product = "bland moisturiser", .at_h = 2, .every_h = 12, .for_h = 72},
                      {.product = "vitamin C serum", .at_h = 24}};
    plan.therapy = {{.product = "pigment laser", .from_h = 500, .until_h = 1500, .every_h = 300}};
    plan.occlusion_h = 6;
    const auto acts = acts_of(plan);
    for (std::size_t i = 1; i < acts.size(); ++i) {
        EXPECT_LE(acts[i - 1].time_h, acts[i].time_h);
        if (acts[i - 1].time_h == acts[i].time_h) {
            EXPECT_LE(acts[i - 1].kind.index(), acts[i].kind.index());
        }
    }
    EXPECT_GE(acts.front().time_h, 0.0);
    EXPECT_LE(acts.back().time_h, end_h);
}

TEST(Timeline, SessionsComeAtTheirIntervalsNumberedFromOne) {
    Plan plan = weekly();
    plan.routine.first_at_h = 24;
    const auto needlings = only_acts<Needling>(acts_of(plan));
    ASSERT_EQ(needlings.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        EXPECT_DOUBLE_EQ(needlings[static_cast<std::size_t>(i)].first, 24 + 168.0 * i);
        EXPECT_EQ(needlings[static_cast<std::size_t>(i)].second.session, i + 1);
    }
}

TEST(Timeline, TheSameSeedGivesTheSameSessionWhateverElseIsPlanned) {
    Plan few = weekly(2), many = weekly(9);
    many.therapy = {{.product = "topical steroid", .from_h = 100, .until_h = 300}};
    const auto a = only_acts<Needling>(acts_of(few)), b = only_acts<Needling>(acts_of(many)),
               other = only_acts<Needling>(acts_of(few, 2));
    ASSERT_EQ(a[1].second.punctures.size(), b[1].second.punctures.size());
    ASSERT_FALSE(a[1].second.punctures.empty());
    for (std::size_t i = 0; i < a[1].second.punctures.size(); ++i)
        EXPECT_EQ(a[1].second.punctures[i].x_um, b[1].second.punctures[i].x_um);
    EXPECT_NE(a[0].second.punctures.at(0).x_um, a[1].second.punctures.at(0).x_um) << "sessions differ";
    EXPECT_NE(a[0].second.punctures.at(0).x_um, other[0].second.punctures.at(0).x_um) << "seeds differ";
}

TEST(Timeline, HeadsWearAndSoilFromSessionToSessionUnlessTheyAreNew) {
    Plan plan = weekly(6);
    auto n = only_acts<Needling>(acts_of(plan));
    EXPECT_GT(n[5].second.device_contamination_cfu_per_cm2, n[0].second.device_contamination_cfu_per_cm2);
    EXPECT_GT(n[5].second.punctures.at(0).bluntness, n[1].second.punctures.at(0).bluntness);
    plan.routine.disinfection.agent = "sterile single use";
    n = only_acts<Needling>(acts_of(plan));
    EXPECT_EQ(n[5].second.device_contamination_cfu_per_cm2, 0.0);
    EXPECT_EQ(n[5].second.punctures.at(0).bluntness, 0.0);
}

TEST(Timeline, CleansingTheSkinRemovesFlora) {
    Plan plan = weekly(1);
    EXPECT_EQ(only_acts<Needling>(acts_of(plan))[0].second.surface_disinfection, 0.0);
    plan.routine.disinfection.skin_cleaned = true;
    const Adjustments none;
    EXPECT_NEAR(only_acts<Needling>(acts_of(plan))[0].second.surface_disinfection,
                *HygieneParameters{none}.skin_cleaning, 1e-12);
}

TEST(Timeline, ProductsOnOpenChannelsAreForeignMaterialAndLaterOnesAreNot) {
    Plan plan = weekly(1);
    plan.aftercare = {{.product = "hyaluronic acid serum"}, {.product = "vitamin C serum"}};
    EXPECT_DOUBLE_EQ(only_acts<Needling>(acts_of(plan))[0].second.foreign_material, 1.0);
    plan.aftercare[1].at_h = 72;
    EXPECT_LT(only_acts<Needling>(acts_of(plan))[0].second.foreign_material, 0.1);
}

TEST(Timeline, FewApplicationsAreLaidOnOneByOne) {
    Plan plan = weekly(1);
    plan.aftercare = {{.product = "glycolic acid serum", .at_h = 1, .every_h = 24, .for_h = 49, .amount = 0.5}};
    const auto applications = only_acts<Application>(acts_of(plan));
    ASSERT_EQ(applications.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        EXPECT_DOUBLE_EQ(applications[static_cast<std::size_t>(i)].first, 1 + 24.0 * i);
        EXPECT_DOUBLE_EQ(applications[static_cast<std::size_t>(i)].second.irritant, 0.5);
    }
    EXPECT_EQ(only_acts<Exposure>(acts_of(plan)).size(), 1U);
}

TEST(Timeline, AnOwnProductIsAKnownKindWithAnotherChemistry) {
    const auto first = [](const OwnChemistry& own) {
        Plan plan = weekly(1);
        plan.aftercare = {{.product = "glycolic acid serum", .own = own}};
        return only_acts<Application>(acts_of(plan)).at(0).second;
    };
    OwnChemistry acid, oil;
    acid.ph = 2.5;
    oil.molar_mass = 163;
    oil.log_kow = 3;
    const Application usual = first({}), stronger = first(acid), oily = first(oil);
    EXPECT_EQ(usual.ph, 4.0);
    EXPECT_EQ(stronger.ph, 2.5);
    EXPECT_GT(stronger.horn_mm_per_h, usual.horn_mm_per_h);  // less of the acid is charged
    EXPECT_GT(oily.horn_mm_per_h, 10 * usual.horn_mm_per_h);
    EXPECT_EQ(oily.irritant, usual.irritant);
}

TEST(Timeline, RegularProductsBringTheirPhAndTheirPaceThroughHorn) {
    Plan plan;
    plan.therapy = {{.product = "glycolic acid serum", .from_h = 100, .until_h = 200, .every_h = 24},
                    {.product = "petrolatum", .from_h = 100, .until_h = 200, .every_h = 12}};
    const auto supply = environment_at(acts_of(plan), 150).supply;
    EXPECT_NEAR(supply.wet_per_h, 1.0 / 24, 1e-12);
    EXPECT_NEAR(supply.wet_ph_per_h, 4.0 / 24, 1e-12);
    EXPECT_GT(supply.entry.irritant, 0.0);
    EXPECT_EQ(supply.entry.steroid, 0.0);
}

TEST(Timeline, ManyApplicationsBecomeASupplyOfTheSameDose) {
    Plan plan = weekly(1);
    plan.aftercare = {{.product = "hyaluronic acid serum", .at_h = 0, .every_h = 12, .for_h = 168}};
    const auto acts = acts_of(plan);
    const auto applications = only_acts<Application>(acts);
    ASSERT_EQ(applications.size(), 1U);
    double dose = applications[0].second.humectant;
    const auto exposures = only_acts<Exposure>(acts);
    for (std::size_t i = 0; i < exposures.size(); ++i)
        dose += exposures[i].second.environment.supply.humectant_per_h *
                ((i + 1 < exposures.size() ? exposures[i + 1].first : end_h) - exposures[i].first);
    EXPECT_NEAR(dose, 15.0, 1e-9);  // at 0, 12, ... 168 h
    EXPECT_EQ(environment_at(acts, 169).supply.humectant_per_h, 0.0);
}

TEST(Timeline, ANewSessionRestartsAftercareInsteadOfDoublingIt) {
    Plan plan = weekly(3);
    plan.routine.every_h = 84;
    plan.aftercare = {{.product = "hyaluronic acid serum", .at_h = 0, .every_h = 12, .for_h = 168}};
    const auto acts = acts_of(plan);
    for (const double t : {10.0, 70.0, 100.0, 150.0, 200.0})
        EXPECT_NEAR(environment_at(acts, t).supply.humectant_per_h, 1.0 / 12, 1e-12) << t;
    EXPECT_EQ(only_acts<Application>(acts).size(), 3U);
    EXPECT_EQ(environment_at(acts, 168 + 169).supply.humectant_per_h, 0.0);
}

TEST(Timeline, OverlappingSuppliesAddUp) {
    Plan plan;
    plan.therapy = {{.product = "topical steroid", .from_h = 100, .until_h = 400, .every_h = 24},
                    {.product = "hydroquinone cream", .from_h = 200, .until_h = 500, .every_h = 12, .amount = 2},
                    {.product = "topical steroid", .from_h = 300, .until_h = 350, .every_h = 24}};
    const auto acts = acts_of(plan);
    EXPECT_EQ(environment_at(acts, 50).supply.steroid_per_h, 0.0);
    EXPECT_NEAR(environment_at(acts, 150).supply.steroid_per_h, 1.0 / 24, 1e-12);
    EXPECT_EQ(environment_at(acts, 150).supply.depigmenting_per_h, 0.0);
    EXPECT_NEAR(environment_at(acts, 250).supply.depigmenting_per_h, 2.0 / 12, 1e-12);
    EXPECT_NEAR(environment_at(acts, 320).supply.steroid_per_h, 2.0 / 24, 1e-12);
    EXPECT_NEAR(environment_at(acts, 360).supply.steroid_per_h, 1.0 / 24, 1e-12);
    EXPECT_EQ(environment_at(acts, 450).supply.steroid_per_h, 0.0);
    EXPECT_EQ(environment_at(acts, 600).supply.depigmenting_per_h, 0.0);
    EXPECT_EQ(acts.size(), 7U) << "one act per change";
}

TEST(Timeline, ExposuresCarryDaylightAlong) {
    Plan plan = weekly();
    plan.occlusion_h = 10;
    plan.sun = {.uv_sed_per_d = 1, .spf = 1};
    for (const auto& [time, exposure] : only_acts<Exposure>(acts_of(plan)))
        EXPECT_NEAR(exposure.environment.uv_sed_per_h, 1.0 / 24, 1e-9) << time;
}

TEST(Timeline, DressingsComeOffAgain) {
    Plan plan = weekly(2);
    plan.occlusion_h = 10;
    const auto acts = acts_of(plan);
    EXPECT_EQ(environment_at(acts, 5).occlusion, 1.0);
    EXPECT_EQ(environment_at(acts, 11).occlusion, 0.0);
    EXPECT_EQ(environment_at(acts, 170).occlusion, 1.0);
    EXPECT_EQ(environment_at(acts, 190).occlusion, 0.0);
}

TEST(Timeline, SunscreenLetsLessThroughTheHigherItsFactor) {
    double before = 1.0;
    for (const double spf : {1.0, 15.0, 30.0, 50.0}) {
        Plan plan;
        plan.sun = {.uv_sed_per_d = 5, .spf = spf};
        const double now = environment_at(acts_of(plan), 0).uv_sed_per_h;
        EXPECT_LT(now, before) << spf;
        EXPECT_GE(now, 5.0 / 24 / spf - 1e-9) << "no better than its label";
        before = now;
    }
}

TEST(Timeline, LaserPassesFallWithinTheirTime) {
    Plan plan;
    plan.therapy = {{.product = "pigment laser", .from_h = 500, .until_h = 1400, .every_h = 300}};
    const auto passes = only_acts<LaserPass>(acts_of(plan));
    ASSERT_EQ(passes.size(), 3U);
    EXPECT_DOUBLE_EQ(passes[2].first, 1100);
    EXPECT_GT(passes[0].second.melanin_removed, passes[0].second.epidermal_injury);
}

TEST(Timeline, TherapyWithoutAnEndLastsToTheEndOfTheRun) {
    Plan plan;
    plan.therapy = {{.product = "niacinamide serum", .from_h = 100}};
    EXPECT_GT(environment_at(acts_of(plan), end_h).supply.depigmenting_per_h, 0.0);
}

TEST(Timeline, AnAntiviralIsSwallowedAndSoNoAftercare) {
    Plan plan = weekly(1);
    plan.therapy = {{.product = "antiviral", .from_h = 24, .until_h = 192, .every_h = 12}};
    const auto acts = acts_of(plan);
    EXPECT_EQ(environment_at(acts, 10).supply.antiviral_per_h, 0.0);
    EXPECT_NEAR(environment_at(acts, 100).supply.antiviral_per_h, 1.0 / 12, 1e-12);
    EXPECT_EQ(environment_at(acts, 100).supply.irritant_per_h, 0.0);
    EXPECT_EQ(environment_at(acts, 200).supply.antiviral_per_h, 0.0);
    plan.aftercare = {{.product = "antiviral"}};
    EXPECT_THROW(acts_of(plan), InputError);
}

TEST(Timeline, SaysHowManyNeedlesStrikeTogether) {
    const auto together = [](DeviceKind kind, int needles) {
        Plan plan = weekly(1);
        plan.device->kind = kind;
        plan.device->needles = needles;
        return only_acts<Needling>(acts_of(plan)).at(0).second.needles_at_once;
    };
    EXPECT_EQ(together(DeviceKind::pen, 12), 12);
    EXPECT_EQ(together(DeviceKind::stamp, 50), 50);
    EXPECT_EQ(together(DeviceKind::roller, 192), 8) << "a row across the drum";
    EXPECT_EQ(together(DeviceKind::roller, 4), 4);
}

TEST(Timeline, RefusesWhatDoesNotExist) {
    Plan plan = weekly(1);
    plan.aftercare = {{.product = "vitamin c serum"}};
    EXPECT_THROW(acts_of(plan), InputError);
    plan = weekly(1);
    plan.routine.disinfection.agent = "vodka";
    EXPECT_THROW(acts_of(plan), InputError);
    plan = weekly(1);
    plan.device->needle_length_mm = 1.01 * longest_needle_mm(DeviceKind::pen);
    EXPECT_THROW(acts_of(plan), InputError);
}

TEST(Timeline, HasTheProductsThatScenariosName) {
    for (const char* name :
         {"hyaluronic acid serum", "bland moisturiser", "glycolic acid serum", "vitamin C serum", "retinoid cream",
          "niacinamide serum", "topical steroid", "hydroquinone cream", "antibiotic ointment", "antiviral"})
        EXPECT_NE(find_product(name), nullptr) << name;
    EXPECT_EQ(find_product("snake oil"), nullptr);
}

TEST(Timeline, ParametersAreUniqueSourcedAndWithinTheirRanges) {
    std::set<std::string> names;
    for (const auto& r : protocol_parameters()) {
        const std::string name = std::string{r.owner} + "." + std::string{r.name};
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_FALSE(r.source.key.empty()) << name;
        EXPECT_LE(r.range.low, r.plausible.low) << name;
        EXPECT_LE(r.plausible.low, r.value) << name;
        EXPECT_LE(r.value, r.plausible.high) << name;
        EXPECT_LE(r.plausible.high, r.range.high) << name;
        EXPECT_TRUE(parse_unit(r.unit).has_value()) << name << " in " << r.unit;
    }
    EXPECT_TRUE(names.count("insertion.stiffness"));
}

TEST(Timeline, AdjustmentsReachTheNeedles) {
    Adjustments soft;
    soft.factor["insertion.stiffness"] = 0.3;
    Plan plan = weekly(1);
    plan.routine.technique.depth_spread = 0;
    const auto usual = only_acts<Needling>(acts_of(plan)), yielding = only_acts<Needling>(acts_of(plan, 1, soft));
    EXPECT_LT(yielding[0].second.punctures.at(0).depth_um, 0.9 * usual[0].second.punctures.at(0).depth_um);
}

TEST(Timeline, EarlierHarmIsDoneFirst) {
    Plan plan;
    plan.device = standard_device(DeviceKind::pen);
    plan.earlier = {.sunburn = 0.5, .peel = 0.25, .laser = 1.0};
    const auto acts = acts_of(plan);
    ASSERT_GE(acts.size(), 4u);
    EXPECT_EQ(acts[0].label, "sunburn");
    EXPECT_EQ(acts[1].label, "peel");
    EXPECT_EQ(acts[0].time_h, 0.0);
    EXPECT_EQ(std::get<Peel>(acts[1].kind).sheet_lost, 0.25);
    EXPECT_NEAR(std::get<Burn>(acts[0].kind).sed, 7.5, 1e-12);
    EXPECT_EQ(only_acts<LaserPass>(acts).size(), 1u);
}

}  // namespace
}  // namespace cicatrix
