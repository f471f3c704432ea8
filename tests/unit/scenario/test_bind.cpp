// SPDX-License-Identifier: Apache-2.0
// From a document to a scenario: values, defaults, traits, overrides.
#include "nodes.hpp"

#include "cicatrix/biology/mechanism.hpp"
#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace cicatrix;

namespace {

Scenario bound(const Node& root) {
    auto [scenario, said] = nodes::bind(root);
    if (!scenario) throw InputError{said};
    return std::move(*scenario);
}

}  // namespace

TEST(BindScenario, AnEmptyDocumentIsUntreatedSkinWithTheDefaultsOfThePlainValues) {
    const Scenario s = bound(nodes::table());
    EXPECT_FALSE(s.plan.device);
    EXPECT_EQ(s.person.age_y, Person{}.age_y);
    EXPECT_EQ(s.person.site, Person{}.site);
    EXPECT_EQ(s.person.melanin, *melanin_of_phototype("III"));
    EXPECT_EQ(s.run.end_h, RunPlan{}.follow_up_h);
    EXPECT_EQ(s.run.seed, RunPlan{}.seed);
    EXPECT_EQ(s.plan.sun.spf, SunExposure{}.spf);
    EXPECT_DOUBLE_EQ(s.plan.sun.uv_sed_per_d, SunExposure{}.uv_sed_per_d);
}

TEST(BindScenario, ADeviceAloneHasTheDefaultsOfItsStructs) {
    Node root = nodes::table();
    nodes::set(root, "device.kind", "pen");
    const Scenario s = bound(root);
    ASSERT_TRUE(s.plan.device);
    const Device d;
    EXPECT_EQ(s.plan.device->needle_length_mm, d.needle_length_mm);
    EXPECT_DOUBLE_EQ(s.plan.device->needle_diameter_um, d.needle_diameter_um);
    EXPECT_DOUBLE_EQ(s.plan.device->tip_length_um, d.tip_length_um);
    EXPECT_EQ(s.plan.device->needles, d.needles);
    const Technique t;
    EXPECT_EQ(s.plan.routine.technique.passes, t.passes);
    EXPECT_EQ(s.plan.routine.technique.directions, t.directions);
    EXPECT_EQ(s.plan.routine.technique.depth_spread, t.depth_spread);
    EXPECT_EQ(s.plan.routine.sessions, Routine{}.sessions);
    EXPECT_EQ(s.plan.routine.every_h, Routine{}.every_h);
}

TEST(BindScenario, WhatIsNotSaidOfADeviceIsAsUsualForItsKind) {
    for (const DeviceFacts& facts : device_table()) {
        Node root = nodes::table();
        nodes::set(root, "device.kind", facts.name.data());
        nodes::set(root, "device.needle_length", "1.5 mm");
        const Device d = *bound(root).plan.device;
        EXPECT_EQ(d.needles, facts.standard.needles) << facts.name;
        EXPECT_DOUBLE_EQ(d.needle_diameter_um, facts.standard.needle_diameter_um) << facts.name;
        EXPECT_DOUBLE_EQ(d.tip_length_um, facts.standard.tip_length_um) << facts.name;
        EXPECT_DOUBLE_EQ(d.needle_length_mm, 1.5);
    }
}

TEST(BindScenario, ConvertsUnitsAndFindsTheEnd) {
    Node root = nodes::table();
    nodes::set(root, "device.needle_length", "1500 um");
    nodes::set(root, "routine.sessions", 4);
    nodes::set(root, "routine.every", "4 weeks");
    nodes::set(root, "routine.first_at", "1 d");
    nodes::set(root, "run.follow_up", "30 d");
    nodes::set(root, "exposure.uv", "2 SED/d");
    const Scenario s = bound(root);
    EXPECT_DOUBLE_EQ(s.plan.device->needle_length_mm, 1.5);
    EXPECT_DOUBLE_EQ(s.plan.routine.every_h, 28 * 24.0);
    EXPECT_DOUBLE_EQ(s.run.end_h, (1 + 3 * 28 + 30) * 24.0);
    EXPECT_DOUBLE_EQ(s.plan.sun.uv_sed_per_d, 2.0);
}

TEST(BindScenario, AShortNeedleGetsATipThatFits) {
    Node root = nodes::table();
    nodes::set(root, "device.needle_length", "0.25 mm");
    EXPECT_DOUBLE_EQ(bound(root).plan.device->tip_length_um, 250);
}

TEST(BindScenario, ARefusedDocumentGivesNothing) {
    Node root = nodes::table();
    nodes::set(root, "person.age", 300);
    const auto [scenario, said] = nodes::bind(root);
    EXPECT_FALSE(scenario);
    EXPECT_EQ(said, "person.age: 300 is too large\nallowed: a number from 16 to 100\n");
}

TEST(BindScenario, ComplaintsSayWhatWasWrittenForPrograms) {
    const auto found_in = [](const char* key, auto&& value) {
        Document document;
        document.root = nodes::table();
        nodes::set(document.root, key, value);
        Diagnostics diagnostics;
        EXPECT_FALSE(bind_scenario(document, diagnostics));
        return diagnostics.complaints().at(0).found;
    };
    EXPECT_EQ(found_in("person.age", 300), "300");
    EXPECT_EQ(found_in("device.needle_length", "60 mm"), "60 mm");
    EXPECT_EQ(found_in("routine.pases", 2), "pases");
    EXPECT_EQ(found_in("override.numerics.first_step", "2 mm"), "2 mm");
    EXPECT_EQ(found_in("override.numerik.first_step", "2 s"), "numerik");
    EXPECT_EQ(found_in("expect.erythema_duration", "soon"), "soon");
}

TEST(BindScenario, AGoodDocumentIsAcceptedAlthoughAnotherWasRefusedBefore) {
    Diagnostics diagnostics;
    Complaint earlier;
    earlier.message = "about another file";
    diagnostics.add(std::move(earlier));
    Document document;
    document.root = nodes::table();
    EXPECT_TRUE(bind_scenario(document, diagnostics));
}

TEST(BindScenario, OverridesReachTheParametersInCanonicalUnits) {
    Node root = nodes::table();
    nodes::set(root, "override.numerics.first_step", "30 s");
    const Scenario s = bound(root);
    EXPECT_DOUBLE_EQ(s.adjustments.set.at("numerics.first_step"), 0.5 / 60);
    EXPECT_DOUBLE_EQ(*NumericalSettings{s.adjustments}.first_step, 0.5 / 60);
}

TEST(BindScenario, ReadsThePrecision) {
    Node root = nodes::table();
    EXPECT_EQ(bound(root).run.precision, RunPlan{}.precision);
    for (const Precision p : {Precision::single, Precision::double_}) {
        nodes::set(root, "run.precision", to_string(p).data());
        EXPECT_EQ(bound(root).run.precision, p);
    }
}

TEST(BindScenario, EveryDeclaredValueMayBeOverriddenByItself) {
    // What `describe` prints as value and unit must be accepted as an override, for every parameter there is.
    Node root = nodes::table();
    std::set<std::string> names;
    const auto set_all = [&](const std::vector<ParameterRecord>& records) {
        for (const ParameterRecord& r : records) {
            const std::string text = to_text(r.standard) + (r.unit == "1" ? "" : ' ' + std::string{r.unit});
            nodes::set(root, "override." + std::string{r.owner} + '.' + std::string{r.name}, text.c_str());
            names.insert(std::string{r.owner} + '.' + std::string{r.name});
        }
    };
    for (const MechanismEntry& e : mechanism_catalogue()) set_all(e.make(e.name, {})->parameters());
    set_all(skin_parameters());
    set_all(protocol_parameters());
    const Scenario s = bound(root);
    EXPECT_EQ(s.adjustments.set.size(), names.size() + 1);  // and the step tolerance of the named resolution
    EXPECT_FALSE(names.empty());
}

TEST(BindScenario, ReadsBandsBoundsSwitchesAndVerdicts) {
    Node root = nodes::table();
    nodes::set(root, "expect.erythema_duration", "24 .. 72 h");
    nodes::set(root, "expect.collagen_gain.final", ">= 2 %");
    nodes::set(root, "expect.infected", false);
    nodes::set(root, "expect.verdict.scar", "none | mild");
    const Scenario s = bound(root);
    ASSERT_EQ(s.expect.size(), 4U);
    EXPECT_EQ(s.expect[0].low, 24);
    EXPECT_EQ(s.expect[0].high, 72);
    EXPECT_EQ(s.expect[1].observable, "collagen_gain.final");
    EXPECT_DOUBLE_EQ(s.expect[1].low, 0.02);
    EXPECT_TRUE(std::isinf(s.expect[1].high));
    EXPECT_EQ(s.expect[2].high, 0);
    EXPECT_EQ(s.expect[3].levels, (std::vector<std::string>{"none", "mild"}));
}

TEST(BindScenario, ABoundIsStrictWhenItIsWrittenSo) {
    Node root = nodes::table();
    nodes::set(root, "expect.a", "> 2 h");
    nodes::set(root, "expect.b", ">= 2 h");
    nodes::set(root, "expect.c", "< 2 h");
    nodes::set(root, "expect.d", "<= 2 h");
    const Scenario s = bound(root);
    ASSERT_EQ(s.expect.size(), 4U);
    const auto holds = [&](std::size_t i) {
        return std::vector<bool>{s.expect[i].holds(1), s.expect[i].holds(2), s.expect[i].holds(3)};
    };
    EXPECT_EQ(holds(0), (std::vector<bool>{false, false, true}));
    EXPECT_EQ(holds(1), (std::vector<bool>{false, true, true}));
    EXPECT_EQ(holds(2), (std::vector<bool>{true, false, false}));
    EXPECT_EQ(holds(3), (std::vector<bool>{true, true, false}));
    EXPECT_EQ(s.expect[0].dimension, Time);
}

TEST(Traits, EveryRowNamesAKnownTraitAndADeclaredParameter) {
    std::vector<std::string> known;
    for (const MechanismEntry& e : mechanism_catalogue()) {
        const auto mechanism = e.make(e.name, {});
        for (const ParameterRecord& r : mechanism->parameters())
            known.push_back(std::string{r.owner} + '.' + std::string{r.name});
    }
    for (const ParameterRecord& r : protocol_parameters())
        known.push_back(std::string{r.owner} + '.' + std::string{r.name});
    for (const TraitEffect& t : trait_effects()) {
        EXPECT_NE(std::find(known.begin(), known.end(), t.parameter), known.end()) << t.parameter;
        const auto conditions = condition_names();
        EXPECT_TRUE(t.trait == "age" || t.trait == "melanin" ||
                    std::find(conditions.begin(), conditions.end(), t.trait) != conditions.end())
            << t.trait;
        EXPECT_NE(t.reference, t.at) << t.parameter;
        EXPECT_GT(t.factor, 0) << t.parameter;
    }
}

TEST(Traits, EveryConditionDoesSomething) {
    for (std::string_view name : condition_names()) {
        Node root = nodes::table();
        nodes::set(root, "person.conditions." + std::string{name}, 0.1);
        const Scenario with = bound(root), without = bound(nodes::table());
        const EarlierHarm& harm = with.plan.earlier;
        EXPECT_TRUE(with.adjustments.factor != without.adjustments.factor ||
                    with.adjustments.set != without.adjustments.set || harm.sunburn + harm.peel + harm.laser > 0)
            << name;
    }
}

TEST(Traits, ToneAndCarriageAreThemselvesParameters) {
    Person p;
    p.melanin = 0.4;
    Adjustments a;
    apply_traits(p, a);
    EXPECT_EQ(a.set.at("melanin.level"), 0.4);
    EXPECT_EQ(a.set.at("herpes.carriage"), 0.0);
    p.conditions["herpes_carrier"] = 0.7;
    apply_traits(p, a);
    EXPECT_EQ(a.set.at("herpes.carriage"), 0.7);
}

TEST(Traits, FactorsGrowGeometricallyWithTheLevelAndMultiply) {
    const auto effects = trait_effects();
    const auto by_age =
        std::find_if(effects.begin(), effects.end(), [](const TraitEffect& e) { return e.trait == "age"; });
    ASSERT_NE(by_age, effects.end());
    const TraitEffect& row = *by_age;
    const auto factor_at = [&](double age) {
        Person p;
        p.age_y = age;
        p.melanin = 0;
        Adjustments a;
        apply_traits(p, a);
        const auto it = a.factor.find(row.parameter);
        return it == a.factor.end() ? 1.0 : it->second;
    };
    const double half_way = 0.5 * (row.reference + row.at);
    EXPECT_NEAR(factor_at(row.at) / factor_at(row.reference), row.factor, 1e-12);
    EXPECT_NEAR(factor_at(half_way) / factor_at(row.reference), std::sqrt(row.factor), 1e-12);
}

TEST(Resolution, MemoryGrowsWithTheNumbersOfTheState) {
    EXPECT_EQ(bytes_of_run(2e6), 2 * bytes_of_run(1e6));
    EXPECT_GT(bytes_of_run(1e6), 1e6 * sizeof(double));
}

TEST(Resolution, NamedOnesHaveTheirSizes) {
    const Skin skin = make_skin(Person{});
    const auto voxels = [&](std::string_view name) { return make_grid(skin, *find_resolution(name)).voxel_count(); };
    EXPECT_GE(voxels("standard"), 100'000U);
    EXPECT_LE(find_resolution("standard")->lateral_um, 25);
    EXPECT_LE(voxels("preview"), 20'000U);
    EXPECT_LE(5 * voxels("sketch"), 2 * voxels("preview"));
    for (std::size_t i = 1; i < resolution_names().size(); ++i)
        EXPECT_LT(voxels(resolution_names()[i - 1]), voxels(resolution_names()[i]));
    EXPECT_GE(voxels("fine"), 1'500'000U);
    EXPECT_FALSE(find_resolution("medium"));
}
