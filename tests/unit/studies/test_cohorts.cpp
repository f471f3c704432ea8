// SPDX-License-Identifier: Apache-2.0
// People of a study: how they differ, and shares of them, on a very small patch.
#include "cicatrix/io/files.hpp"
#include "cicatrix/study/contrast_answers.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <set>

namespace cicatrix {
namespace {

// Very soiled or very clean skin: whether a person is infected is known from what was drawn.
constexpr const char* small = R"toml(
title = "small"
[person]
age = 30
[device]
kind = "pen"
needle_length = "1.0 mm"
[routine]
passes = 8
[run]
follow_up = "1 h"
resolution = { nx = 8, ny = 8, lateral = "100 um", finest = "14 um", growth = 1.45, coarsest = "220 um" }
[override.bacteria]
flora = "choice(10 CFU/cm2, 100000000 CFU/cm2)"
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
            return {{"all", "%", "read", "", {}, 50.0, 0.0, 100.0}, {"half", "1", "read", "", {}, 0.5, 0.4, 0.6}};
        };
        if (const auto document = io::read_toml_text(text, "study.toml", diagnostics))
            contrasts = bind_contrasts(*document, ".", files, diagnostics);
    }
};

std::string target(const std::string& head, const std::string& findings) {
    return "[[target]]\nid = \"t\"\nsays = \"x\"\nkind = \"quantity\"\nrole = \"test\"\ndata = \"d.csv\"\nbase = "
           "\"small.toml\"\n" +
           head +
           "\narm = [{ name = \"all\" }, { name = \"clean\", set.override.bacteria.flora = \"10 CFU/cm2\" }]\nfinding "
           "= "
           "[" +
           findings + "]\n";
}

TEST(Cohorts, AShareIsCountedOverPeople) {
    constexpr int people = 8;
    Study study{target("people = 8",
                       R"({ share_of = "infected", arm = "all" }, { share_of = "infected", arm = "all", row = "half" },
    { share_of = "infected", arm = "all", among = "infected", above = 50 },
    { share_of = "infected", arm = "clean", below = 60 },
    { share_of = "infected", arm = "clean", among = "infected", below = 50 },
    { share_of = "infected", arm = "all", over = { arm = "clean" }, above = 1 },
    { share_of = "infected", arm = "clean", over = { arm = "all" }, below = 1 },
    { share_of = "infected", arm = "all", at = "2 h", below = 50 })")};
    ASSERT_EQ(study.diagnostics.text(), "");
    const StudyAnswers answers = answer_contrasts(study.contrasts);
    int soiled = 0;
    for (std::uint64_t seed = 1; seed <= people; ++seed)
        soiled += study.contrasts[0].arms[0].scenario(seed).adjustments.set.at("bacteria.flora") > 1.0;
    ASSERT_GT(soiled, 0);
    ASSERT_LT(soiled, people);
    const auto& found = answers.contrasts.at(0).findings;
    ASSERT_TRUE(found[0].values.at(0).people);
    EXPECT_EQ(found[0].values[0].people->count.yes, soiled);
    EXPECT_EQ(found[0].values[0].people->count.of, people);
    EXPECT_EQ(found[0].unit, "%");
    EXPECT_EQ(found[0].answered, Answered::holds);
    EXPECT_NEAR(found[1].rows.at(0).model, double(soiled) / people, 1e-12);  // in the row's unit
    EXPECT_EQ(found[2].values.at(0).people->count.of, soiled);               // only those who ever were
    EXPECT_EQ(found[2].values[0].value.mean, 100.0);
    EXPECT_EQ(found[3].values.at(0).people->count.yes, 0);
    EXPECT_EQ(found[3].answered, Answered::holds);
    EXPECT_EQ(found[4].answered, Answered::unclear);
    EXPECT_EQ(found[4].because, "infected was true of nobody in clean");
    EXPECT_EQ(found[5].answered, Answered::unclear);
    EXPECT_EQ(found[5].because,
              std::to_string(soiled) + " of 8 in all, 0 of 8 in clean: there is nothing to divide by");
    EXPECT_EQ(found[6].values.at(0).value.mean, 0.0);
    EXPECT_EQ(found[6].unit, "1");
    EXPECT_EQ(found[7].answered, Answered::unclear);
    EXPECT_EQ(found[7].because.substr(0, 22), "the run of all ends on");
}

TEST(Cohorts, PeopleDifferInWhatIsSpread) {
    Study study{
        target("people = 400\nspread = { bacteria = { flora = 10.0, growth = 1.0 }, melanin.reactivity = 1.5 }", "")};
    ASSERT_EQ(study.diagnostics.text(), "");
    const Arm& arm = study.contrasts.at(0).arms.at(0);
    std::set<double> factors;
    double sum = 0.0, squares = 0.0, together = 0.0;
    constexpr int n = 400;
    for (std::uint64_t seed = 1; seed <= n; ++seed) {
        const auto factor = arm.scenario(seed).adjustments.factor;
        EXPECT_EQ(factor.at("bacteria.growth"), 1.0);
        const double x = std::log10(factor.at("bacteria.flora")),
                     y = std::log(factor.at("melanin.reactivity")) / std::log(1.5);
        factors.insert(x);
        sum += x;
        squares += x * x;
        together += x * y;
        EXPECT_EQ(factor, arm.scenario(seed).adjustments.factor);
    }
    EXPECT_EQ(factors.size(), std::size_t{n});
    EXPECT_NEAR(sum / n, 0.0, 0.15);
    EXPECT_NEAR(std::sqrt(squares / n), 1.0, 0.1);
    EXPECT_NEAR(together / n, 0.0, 0.15);  // each parameter on its own
}

TEST(Cohorts, SpreadMultipliesWhatTraitsDo) {
    const auto factor = [](const std::string& condition) {
        Study study{target("people = 2\nspread = { bacteria = { by_neutrophils = 1.5 } }", "")};
        Arm arm = study.contrasts.at(0).arms.at(0);
        if (!condition.empty())
            for (Entry& e : std::get<Node::Table>(arm.document.root.value))
                if (e.key == "person")
                    std::get<Node::Table>(e.node.value)
                        .push_back({"conditions", Node{Node::Table{{condition, Node{1.0, {}, {}}}}, {}, {}}});
        return arm.scenario(1).adjustments.factor.at("bacteria.by_neutrophils");
    };
    EXPECT_NE(factor(""), 1.0);
    EXPECT_NEAR(factor("smoking") / factor(""), 0.5, 1e-12);
}

TEST(Cohorts, OtherSpreadIsAnotherRun) {
    const auto key = [](const std::string& head) { return Study{target(head, "")}.contrasts.at(0).arms.at(0).key; };
    EXPECT_EQ(key("people = 2"), key("people = 3"));
    EXPECT_NE(key("people = 2"), key("people = 2\nspread = { bacteria = { flora = 10.0 } }"));
    EXPECT_NE(key("people = 2\nspread = { bacteria = { flora = 10.0 } }"),
              key("people = 2\nspread = { bacteria = { flora = 2.0 } }"));
}

TEST(Cohorts, EveryMistakeIsSaid) {
    const auto said = [](const std::string& head, const std::string& finding, const std::string& part) {
        const std::string text = Study{target(head, finding)}.diagnostics.text();
        return text.find(part) != std::string::npos ? "" : "no \"" + part + "\" in: " + text;
    };
    const std::string good = R"({ share_of = "infected", arm = "all" })";
    EXPECT_EQ(said("", good, "people = 30 in the entry"), "");
    EXPECT_EQ(said("people = 0", good, "1 to 1000"), "");
    EXPECT_EQ(said("people = 4\nseeds = 4", good, "stands beside people"), "");
    EXPECT_EQ(said("spread = { bacteria = { flora = 10.0 } }", "", "seeds of one person do not differ"), "");
    EXPECT_EQ(said("people = 4\nspread = { bacteria = { flaura = 10.0 } }", good, "did you mean 'flora'?"), "");
    EXPECT_EQ(said("people = 4\nspread = { bacterium = { flora = 10.0 } }", good, "did you mean 'bacteria'?"), "");
    EXPECT_EQ(said("people = 4\nspread = { bacteria = { flora = 0.5 } }", good, "is no factor"), "");
    const auto finding = [&](const std::string& f, const std::string& part) { return said("people = 4", f, part); };
    EXPECT_EQ(finding(R"({ share_of = "erythema", arm = "all" })", "is not yes or no"), "");
    EXPECT_EQ(finding(R"({ share_of = "infected", measure = "infected", arm = "all" })", "stands beside share_of"), "");
    EXPECT_EQ(finding(R"({ share_of = "infected", of = "mean", arm = "all" })", "ever, at the end or at a time"), "");
    EXPECT_EQ(finding(R"({ share_of = "infected", among = "pain", arm = "all" })", "is not yes or no"), "");
    EXPECT_EQ(finding(R"({ share_of = "infected", expect = "rises" })", "data or bounds"), "");
}

}  // namespace
}  // namespace cicatrix
