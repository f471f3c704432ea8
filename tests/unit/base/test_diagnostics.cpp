// SPDX-License-Identifier: Apache-2.0
// The form of messages, whatever they are about.
#include "cicatrix/base/diagnostics.hpp"

#include "cicatrix/base/document.hpp"
#include "cicatrix/version.hpp"

#include <gtest/gtest.h>

using namespace cicatrix;

namespace {

std::shared_ptr<const SourceText> source(std::string name, std::vector<std::string> lines) {
    auto text = std::make_shared<SourceText>();
    text->name = std::move(name);
    text->lines = std::move(lines);
    return text;
}

Complaint complaint(const std::shared_ptr<const SourceText>& text, int line, int column, const std::string& message) {
    Complaint c;
    c.place.text = text;
    c.place.line = line;
    c.place.column = column;
    c.message = message;
    return c;
}

void complain(Diagnostics& d, const std::shared_ptr<const SourceText>& text, int line, const std::string& message) {
    d.add(complaint(text, line, 1, message));
}

std::string one(Complaint c) {
    Diagnostics d;
    d.add(std::move(c));
    return d.text();
}

}  // namespace

TEST(Diagnostics, ShowsPlaceLineCaretAndWhatWouldBeRight) {
    const auto text = source("a.toml", {"[device]", "needle_lenght = \"1 mm\""});
    Complaint c = complaint(text, 2, 1, "no such key");
    c.key = "device.needle_lenght";
    c.allowed = "kind, needle_length";
    c.nearest = "needle_length";
    EXPECT_EQ(one(c),
              "a.toml:2:1: device.needle_lenght: no such key\n"
              "    needle_lenght = \"1 mm\"\n"
              "    ^\n"
              "allowed: kind, needle_length\n"
              "did you mean 'needle_length'?\n");
}

TEST(Diagnostics, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ(one(complaint(nullptr, 0, 0, "the file is empty")), "the file is empty\n");
    Complaint c = complaint(source("a.toml", {}), 0, 0, "too large");
    c.allowed = "at most 1 MB";
    EXPECT_EQ(one(c), "a.toml: too large\nallowed: at most 1 MB\n");
}

TEST(Diagnostics, SpeaksInTheOrderOfTheFileWhateverTheOrderOfFinding) {
    const auto a = source("a", {"1", "2", "3"}), b = source("b", {"1"});
    Diagnostics d;
    complain(d, a, 3, "third");
    complain(d, b, 1, "other file");
    complain(d, a, 1, "first");
    complain(d, a, 1, "first again");
    const std::string text = d.text();
    EXPECT_LT(text.find("first"), text.find("first again"));
    EXPECT_LT(text.find("first again"), text.find("third"));
    EXPECT_LT(text.find("third"), text.find("other file"));
}

TEST(Diagnostics, ShowsALongLineAsAWindowAroundTheCaret) {
    const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
    EXPECT_EQ(one(complaint(source("f", {line}), 1, 301, "here")), "f:1:301: here\n    ..." + std::string(60, 'a') +
                                                                       "X" + std::string(99, 'b') + "...\n    " +
                                                                       std::string(63, ' ') + "^\n");
}

TEST(Diagnostics, KeepsTheCaretUnderTheCharacterWithTabsAndAccents) {
    EXPECT_EQ(one(complaint(source("f", {"\tna\xC3\xAFve = X"}), 1, 10, "here")),
              "f:1:10: here\n    \tna\xC3\xAFve = X\n    \t        ^\n");
}

TEST(Diagnostics, LetsNoControlCharactersReachTheTerminal) {
    EXPECT_EQ(one(complaint(source("f", {"a\x1B[31mb\xFF"}), 1, 1, "here")), "f:1:1: here\n    a?[31mb?\n    ^\n");
    EXPECT_EQ(in_quotes("a\x1B\nb"), "\"a??b\"");
    EXPECT_EQ(in_quotes(std::string(100, 'x')), "\"" + std::string(60, 'x') + "...\"");
}

TEST(Diagnostics, StopsCountingWhenNobodyReadsOn) {
    const auto a = source("a", std::vector<std::string>(1000, "x"));
    Diagnostics d;
    for (int i = 1; i <= 1000; ++i) complain(d, a, i, "wrong");
    EXPECT_NE(d.text().find("and 800 more\n"), std::string::npos);
}

TEST(Diagnostics, StopsWithAllComplaintsInTheException) {
    Diagnostics d;
    EXPECT_NO_THROW(d.stop_if_any());
    Complaint c;
    c.key = "k";
    c.message = "m";
    d.add(std::move(c));
    try {
        d.stop_if_any();
        FAIL() << "nothing was thrown";
    } catch (const InputError& e) {
        ASSERT_EQ(e.complaints.size(), 1U);
        EXPECT_EQ(e.complaints[0].key, "k");
        EXPECT_STREQ(e.what(), "k: m\n");
    }
}

TEST(Nearest, FindsSlipsAndStaysSilentOtherwise) {
    const std::vector<std::string> words{"needle_length", "kind", "sessions", "spf"};
    EXPECT_EQ(nearest("needle_lenght", words), "needle_length");
    EXPECT_EQ(nearest("Kind", words), "kind");
    EXPECT_EQ(nearest("session", words), "sessions");
    EXPECT_EQ(nearest("colour", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest(std::string(100000, 'a'), words), "");
}

TEST(Document, FindsChildrenAndNamesKinds) {
    Node table{Node::Table{{"a", {2LL, {}, {}}}, {"b", {std::string{"x"}, {}, {}}}}, {}, {}};
    ASSERT_NE(table.find("a"), nullptr);
    EXPECT_EQ(table.find("a")->kind(), "a whole number");
    EXPECT_EQ(table.find("b")->kind(), "a text");
    EXPECT_EQ(table.find("c"), nullptr);
    EXPECT_EQ(table.find("a")->find("b"), nullptr);
    EXPECT_EQ(table.kind(), "a table");
    EXPECT_EQ((Node{true, {}, {}}.kind()), "a switch (true or false)");
    EXPECT_EQ((Node{1.5, {}, {}}.kind()), "a number");
    EXPECT_EQ((Node{Node::Array{}, {}, {}}.kind()), "a list");
}

namespace {

template <class Value>
Node node(Value value) {
    return {std::move(value), {}, {}};
}

}  // namespace

TEST(Document, SaysValuesAsPlainText) {
    EXPECT_EQ(node(std::string{"0.5 mm"}).plain(), "0.5 mm");
    EXPECT_EQ(node(0.25).plain(), "0.25");
    EXPECT_EQ(node(7LL).plain(), "7");
    EXPECT_EQ(node(true).plain(), "true");
    EXPECT_EQ(node(Node::Array{}).plain(), "a list");
}

TEST(Document, PutsValuesByDottedNamesMakingTheTablesOnTheWay) {
    Node root = node(Node::Table{});
    EXPECT_TRUE(put(root, "run.seed", node(7LL)));
    EXPECT_TRUE(put(root, "run.resolution.nx", node(4LL)));
    EXPECT_TRUE(put(root, "run.seed", node(8LL)));
    ASSERT_TRUE(root.find("run"));
    EXPECT_EQ(root.table()->size(), 1U);
    EXPECT_EQ(root.find("run")->table()->size(), 2U);
    EXPECT_EQ(root.find("run")->find("seed")->plain(), "8");
    EXPECT_EQ(root.find("run")->find("resolution")->find("nx")->plain(), "4");
}

TEST(Document, PutsNothingBelowAValueThatIsNoTable) {
    Node root = node(Node::Table{});
    ASSERT_TRUE(put(root, "title", node(std::string{"Mine"})));
    EXPECT_FALSE(put(root, "title.short", node(std::string{"M"})));
    EXPECT_EQ(root.find("title")->plain(), "Mine");
    EXPECT_EQ(root.table()->size(), 1U);
}

TEST(Version, KnowsCompilerAndFlags) {
    EXPECT_FALSE(git_revision().empty());
    EXPECT_NE(compiler(), "unknown");
    EXPECT_NE(build_flags().find("-ffp-contract=off"), std::string_view::npos);
}
