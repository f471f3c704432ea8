// SPDX-License-Identifier: Apache-2.0
// Compares what is said with what should be; and the messages that depend on the catalogue of mechanisms.
#include "messages.hpp"

#include <algorithm>

namespace {

std::string choices_of(std::string_view path) {
    for (const cicatrix::ScenarioKey& k : cicatrix::scenario_keys())
        if (k.path == path) return std::string{k.choices};
    return "no such key";
}

std::string conditions() {
    std::string s;
    for (std::string_view name : cicatrix::condition_names()) s += (s.empty() ? "" : ", ") + std::string{name};
    return s;
}

std::string memory_complaint(const std::string& resolution) {
    return complaints_of("[run]\nresolution = " + resolution + "\n");
}

}  // namespace

std::string with_lists(std::string said) {
    const std::pair<std::string, std::string> lists[] = {{"{sites}", choices_of("person.site")},
                                                         {"{therapies}", choices_of("therapy[].product")},
                                                         {"{products}", choices_of("aftercare[].product")},
                                                         {"{agents}", choices_of("routine.disinfection.agent")},
                                                         {"{conditions}", conditions()}};
    for (const auto& [mark, list] : lists)
        if (const auto at = said.find(mark); at != std::string::npos) said.replace(at, mark.size(), list);
    return said;
}

TEST_P(Messages, SayWhatIsWrongAndWhatWouldBeRight) {
    EXPECT_EQ(complaints_of(GetParam().text), with_lists(GetParam().said));
}

TEST(MessagesOfSize, AnAbsurdGridIsRefusedWithTheMemoryItWouldTake) {
    const std::string said = memory_complaint("{ nx = 100000, ny = 100000, lateral = \"1 um\" }");
    EXPECT_EQ(said.find("scenario.toml:2:14: run.resolution: "), 0U) << said;
    EXPECT_NE(said.find(" million voxels would take about "), std::string::npos) << said;
    EXPECT_NE(said.find(" GB of memory\n"), std::string::npos) << said;
    EXPECT_NE(said.find("allowed: at most 32 GB"), std::string::npos) << said;
}

TEST(MessagesOfSize, TheNamedResolutionsAreNotRefused) {
    for (const char* name : {"\"sketch\"", "\"preview\"", "\"standard\"", "\"fine\""})
        EXPECT_EQ(memory_complaint(name), "") << name;
}

TEST(MessagesOfSize, ATextBeyondOneMegabyteIsRefusedWithItsSize) {
    EXPECT_EQ(complaints_of(std::string(100'000'000, '#')),
              "scenario.toml: has 100 MB; a scenario is a page of text\nallowed: at most 1 MB\n");
}

TEST(MessagesOfSize, AnEndlessLineIsRefused) {
    EXPECT_NE(complaints_of("title = \"" + std::string(20'000, 'x') + "\"\n").find("this line has 20010 characters"),
              std::string::npos);
}

TEST(MessagesOfOverrides, AnUnknownMechanismGetsTheNearestName) {
    const std::string said = complaints_of("[override.collagenn]\nx = 1\n");
    EXPECT_EQ(said.find("scenario.toml:1:11: override.collagenn: nothing of this name has parameters that a "
                        "scenario can override; those of outcomes (observables, thresholds of verdicts) cannot be "
                        "overridden\n"
                        "    [override.collagenn]\n"
                        "              ^\n"
                        "allowed: "),
              0U)
        << said;
    EXPECT_NE(said.find("did you mean 'collagen'?\n"), std::string::npos) << said;
}

TEST(MessagesOfOverrides, ARefusedValueIsShownWithTheSourceOfItsRange) {
    const std::string said = complaints_of("[override.numerics]\ntolerance = 7\n");
    EXPECT_NE(said.find("convention: 0.05 holds"), std::string::npos) << said;
}

TEST(MessagesOfManyFaults, AreAllSaidAtOnceInTheOrderOfTheFile) {
    std::string text = "[person]\n";
    for (int i = 0; i < 50; ++i) text += "wrong_" + std::to_string(i) + " = 1\n";
    const std::string said = complaints_of(text);
    std::size_t last = 0;
    for (int i = 0; i < 50; ++i) {
        const auto at = said.find("person.wrong_" + std::to_string(i) + ":");
        ASSERT_NE(at, std::string::npos) << i;
        EXPECT_GE(at, last);
        last = at;
    }
}
