// SPDX-License-Identifier: Apache-2.0
// Study files read, and answered on a very small patch.
#include "cicatrix/io/files.hpp"
#include "cicatrix/study/contrast_answers.hpp"

#include <gtest/gtest.h>
#include <set>

namespace cicatrix {
namespace {

constexpr const char* small = R"toml(
title = "small"
[person]
age = 30
[device]
kind = "pen"
needle_length = "1.0 mm"
[routine]
sessions = 1
passes = 8
[run]
follow_up = "3 d"
)toml";

struct Study {
    Diagnostics diagnostics;
    std::vector<Contrast> contrasts;

    explicit Study(const std::string& text) {
        StudyFiles files;
        files.document = [&](const std::string& path, const Place&) {
            return io::read_toml_text(small, path, diagnostics);
        };
        files.table = [](const std::string&, const Place&) -> std::vector<DataRow> {
            return {{"deep", "um", "read", "", {}, 900.0, 100.0, 2000.0},
                    {"deep", "mm", "read", "", {}, 9.0, 8.0, 10.0}};
        };
        if (const auto document = io::read_toml_text(text, "study.toml", diagnostics))
            contrasts = bind_contrasts(*document, ".", files, diagnostics);
    }
};

const std::string arms = R"toml(
base = "small.toml"
arm = [
  { name = "0.5 mm", set = { device.needle_length = "0.5 mm", run.resolution = { nx = 8, ny = 8, lateral = "100 um", finest = "14 um", growth = 1.45, coarsest = "220 um" } } },
  { name = "1.5 mm", set = { device.needle_length = "1.5 mm", run.resolution = { nx = 8, ny = 8, lateral = "100 um", finest = "14 um", growth = 1.45, coarsest = "220 um" } } },
]
)toml";

TEST(Contrasts, AreAnsweredByRunning) {
    Study study{"[[claim]]\nid = \"A\"\nsays = \"Longer needles go deeper.\"\nseeds = 2\n" + arms + R"toml(
finding = [
  { measure = "wound_depth", expect = "rises" },
  { measure = "wound_depth", expect = "falls" },
  { measure = "wound_depth", arm = "1.5 mm", over = { arm = "0.5 mm" }, above = 1.5 },
  { measure = "neutrophils", of = "time_of_peak", arm = "1.5 mm", between = [4, 72] },
  { measure = "epidermal_thickness", at = "0 h", take = "ratio", arm = "0.5 mm", between = [0.99, 1.01] },
  { measure = "beauty", of = "peak", expect = "rises" },
]
[claim.without]
mechanism = "Needles that go in"
set.device.needle_length = "0.3 mm"
finding = 1
leaves_at_most = 0.1
)toml"};
    ASSERT_EQ(study.diagnostics.text(), "");
    const StudyAnswers answers = answer_contrasts(study.contrasts);
    EXPECT_EQ(answers.runs,
              8u);  // two arms and two seeds; one of the two untreated; both with shorter needles are alike
    const auto& found = answers.contrasts.at(0).findings;
    EXPECT_EQ(found[0].answered, Answered::holds);
    EXPECT_EQ(found[0].unit, "um");
    EXPECT_EQ(found[1].answered, Answered::fails);
    EXPECT_EQ(found[2].answered, Answered::holds);
    EXPECT_EQ(found[2].unit, "1");
    EXPECT_EQ(found[3].answered, Answered::holds) << found[3].values.at(0).value.mean;
    EXPECT_EQ(found[4].answered, Answered::holds) << found[4].values.at(0).value.mean;
    EXPECT_EQ(found[5].answered, Answered::lacking);
    EXPECT_EQ(found[5].because, "wants observable beauty");
    EXPECT_EQ(answers.contrasts[0].answered, Answered::fails);
    EXPECT_TRUE(answers.contrasts[0].in_part);
    ASSERT_TRUE(answers.contrasts[0].without);
    EXPECT_TRUE(answers.contrasts[0].without->undone);
    EXPECT_EQ(answers.contrasts[0].without->left, 0.0);
}

TEST(Contrasts, NumbersAreHeldAgainstTheirBandInItsUnit) {
    Study study{"[[target]]\nid = \"t\"\nsays = \"x\"\nkind = \"quantity\"\nrole = \"test\"\ndata = \"d.csv\"\n" +
                arms + "finding = [{ measure = \"wound_depth\", arm = \"1.5 mm\", row = \"deep\" }]\n"};
    ASSERT_EQ(study.diagnostics.text(), "");
    const StudyAnswers answers = answer_contrasts(study.contrasts);
    const FindingAnswer& found = answers.contrasts.at(0).findings.at(0);
    ASSERT_EQ(found.rows.size(), 2u);
    EXPECT_TRUE(found.rows[0].inside);
    EXPECT_FALSE(found.rows[1].inside);
    EXPECT_NEAR(found.rows[1].model, found.rows[0].model / 1000, 1e-9);
    EXPECT_NEAR(found.rows[1].error(), 9.0 - found.rows[1].model, 1e-9);  // half widths of 1 mm
    EXPECT_EQ(found.answered, Answered::fails);
}

TEST(Contrasts, PeopleOfACohortDifferAndAreTheSameEachTime) {
    Study study{R"toml([[claim]]
id = "B"
says = "x"
base = "small.toml"
arm = [{ name = "all", set = { device.needle_length = "normal(1.0 mm, 0.2 mm)", person.age = "choice(20, 40, 60)" } }]
)toml"};
    ASSERT_EQ(study.diagnostics.text(), "");
    const Arm& arm = study.contrasts.at(0).arms.at(0);
    std::set<double> lengths, ages;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Scenario s = arm.scenario(seed);
        lengths.insert(s.plan.device->needle_length_mm);
        ages.insert(s.person.age_y);
        EXPECT_EQ(s.plan.device->needle_length_mm, arm.scenario(seed).plan.device->needle_length_mm);
        EXPECT_NEAR(s.plan.device->needle_length_mm, 1.0, 0.300001);
    }
    EXPECT_GT(lengths.size(), 15u);
    EXPECT_EQ(ages, (std::set<double>{20, 40, 60}));
}

TEST(Contrasts, EveryMistakeIsSaidWithItsPlace) {
    Study study{"[[claim]]\nid = \"A\"\nsays = \"x\"\nsedes = 3\n" + arms + R"toml(
finding = [
  { measure = "wound_depth", expect = "rizes" },
  { measure = "wound_depth", arm = "1.6 mm", above = 3 },
  { measure = "erythema", at = "3 um", expect = "rises" },
  { measure = "wound_depth", arm = "1.5 mm", between = [3, 2] },
]
)toml"};
    const std::string text = study.diagnostics.text();
    for (const char* const part :
         {"sedes", "seeds", "rizes", "rises", "1.6 mm", "no time", "two rising numbers", "study.toml:"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(study.diagnostics.complaints().size(), 5u) << text;
}

TEST(Contrasts, FilesThatCannotBeAnsweredAreRefusedBeforeAnythingIsRun) {
    const auto said = [](const std::string& head, const std::string& tail) {
        return Study{"[[claim]]\nid = \"A\"\nsays = \"x\"\n" + head + tail}.diagnostics.text();
    };
    const auto contains = [](const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos ? "" : "no \"" + part + "\" in: " + text;
    };
    EXPECT_EQ(contains(said("seeds = 0\n", arms), "1 to 1000"), "");
    EXPECT_EQ(contains(said("", "finding = [{ measure = \"wound_depth\", above = 1 }]\n"), "there is no arm"), "");
    const auto finding = [&](const std::string& f) { return said("", arms + "finding = [" + f + "]\n"); };
    EXPECT_EQ(contains(finding(R"({ measure = "wound_depth", expect = "rises", arms = ["0.5mm", "1.5 mm"] })"),
                       "did you mean '0.5 mm'?"),
              "");
    EXPECT_EQ(contains(finding(R"({ measure = "wound_depth", expect = "higher", arm = "1.5 mm" })"), "two or more"),
              "");
    EXPECT_EQ(contains(finding(R"({ measure = "wound_depth", expect = "saturates" })"), "three or more"), "");
    EXPECT_EQ(
        contains(finding(R"({ measure = "wound_depth", take = "ratio", expect = "rises" })"), "one number per run"),
        "");
}

/// What does not hold cannot be undone by taking a mechanism away.
TEST(Contrasts, AKnockOutOfWhatDoesNotHoldShowsNothing) {
    Study study{"[[claim]]\nid = \"A\"\nsays = \"x\"\nseeds = 1\n" + arms + R"toml(
finding = [{ measure = "wound_depth", expect = "falls" }]
[claim.without]
mechanism = "Needles that go in"
set.device.needle_length = "0.3 mm"
finding = 1
leaves_at_most = 0.1
)toml"};
    ASSERT_EQ(study.diagnostics.text(), "");
    const StudyAnswers answers = answer_contrasts(study.contrasts);
    ASSERT_TRUE(answers.contrasts.at(0).without);
    EXPECT_FALSE(answers.contrasts[0].without->shown);
    EXPECT_FALSE(answers.contrasts[0].without->undone);
}

}  // namespace
}  // namespace cicatrix
