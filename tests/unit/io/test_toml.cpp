// SPDX-License-Identifier: Apache-2.0
// Reading TOML with places, extending files, writing it again.
#include "cicatrix/io/files.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

namespace fs = std::filesystem;
using namespace cicatrix;

namespace {

/// A folder of the test's own, gone afterwards.
class Folder {
public:
    Folder() : path_{fs::temp_directory_path() / ("cicatrix_toml_" + std::to_string(::getpid()))} {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream{path_ / name, std::ios::binary} << text;
        return path_ / name;
    }
    fs::path path(const std::string& name) const { return path_ / name; }

private:
    fs::path path_;
};

Document read(const fs::path& path) {
    Diagnostics diagnostics;
    auto document = io::read_toml(path, diagnostics);
    EXPECT_EQ(diagnostics.text(), "");
    return document.value_or(Document{});
}

std::string said_of(const fs::path& path) {
    Diagnostics diagnostics;
    EXPECT_FALSE(io::read_toml(path, diagnostics));
    return diagnostics.text();
}

long long integer(const Node* node) {
    return node ? std::get<long long>(node->value) : -1;
}

}  // namespace

TEST(Toml, KeepsTheOrderOfTheFileAndThePlaceOfEveryValue) {
    const Folder folder;
    const Document d = read(folder.write("a.toml", "zeta = 1\nalpha = \"x\"\n\n[section]\n  key = 2.5\n"));
    const auto& top = *d.root.table();
    ASSERT_EQ(top.size(), 3U);
    EXPECT_EQ(top[0].key, "zeta");
    EXPECT_EQ(top[1].key, "alpha");
    const Node* key = d.root.find("section")->find("key");
    EXPECT_EQ(key->place.line, 5);
    EXPECT_EQ(key->place.column, 9);
    EXPECT_EQ(key->key_place.column, 3);
    EXPECT_EQ(key->place.text->lines[4], "  key = 2.5");
}

TEST(Toml, ReadsEveryKindOfValue) {
    const Folder folder;
    const Document d =
        read(folder.write("a.toml", "\xEF\xBB\xBFt = \"x\"\r\ni = 3\r\nf = 0.5\r\nb = true\r\nl = [1, 2]\r\n"));
    EXPECT_EQ(*d.root.find("t")->text(), "x");
    EXPECT_EQ(integer(d.root.find("i")), 3);
    EXPECT_EQ(std::get<double>(d.root.find("f")->value), 0.5);
    EXPECT_TRUE(std::get<bool>(d.root.find("b")->value));
    EXPECT_EQ(d.root.find("l")->array()->size(), 2U);
}

TEST(Toml, LaysAFileOverTheOneItExtends) {
    const Folder folder;
    folder.write("base.toml", "a = 1\nb = 1\n[t]\nx = 1\ny = 1\n[[l]]\np = 1\n[[l]]\np = 2\n");
    const Document d = read(folder.write("top.toml", "extends = \"base.toml\"\nb = 2\n[t]\ny = 2\n[[l]]\np = 3\n"));
    EXPECT_EQ(d.root.find("extends"), nullptr);
    EXPECT_EQ(integer(d.root.find("a")), 1);
    EXPECT_EQ(integer(d.root.find("b")), 2);
    EXPECT_EQ(integer(d.root.find("t")->find("x")), 1);
    EXPECT_EQ(integer(d.root.find("t")->find("y")), 2);
    ASSERT_EQ(d.root.find("l")->array()->size(), 1U);  // lists are replaced, not joined
    EXPECT_EQ(integer(d.root.find("l")->array()->front().find("p")), 3);
    EXPECT_EQ(d.root.find("a")->place.text->name, folder.path("base.toml").string());
    EXPECT_EQ(d.root.find("b")->place.text->name, folder.path("top.toml").string());
}

TEST(Toml, LooksForTheBaseBesideTheFileThatNamesIt) {
    const Folder folder;
    folder.write("base.toml", "a = 1\n");
    folder.write("sub/middle.toml", "extends = \"../base.toml\"\nb = 2\n");
    const Document d = read(folder.write("top.toml", "extends = \"sub/middle.toml\"\nc = 3\n"));
    EXPECT_EQ(integer(d.root.find("a")) + integer(d.root.find("b")) + integer(d.root.find("c")), 6);
}

TEST(Toml, DoesNotInheritWhatMustComeOut) {
    const Folder folder;
    folder.write("base.toml", "a = 1\n[expect]\nx = 1\n");
    EXPECT_EQ(read(folder.write("top.toml", "extends = \"base.toml\"\n")).root.find("expect"), nullptr);
}

TEST(Toml, AComplaintAboutAnInheritedValueShowsTheBaseFile) {
    const Folder folder;
    folder.write("base.toml", "[person]\nage = 300\n");
    const fs::path top = folder.write("top.toml", "extends = \"base.toml\"\n[person]\nsite = \"elbow\"\n");
    try {
        io::load_scenario(top);
        FAIL() << "was accepted";
    } catch (const InputError& e) {
        const std::string said = e.what();
        EXPECT_NE(said.find(folder.path("base.toml").string() + ":2:7: person.age: 300 is too large\n    age = 300\n"),
                  std::string::npos)
            << said;
        EXPECT_NE(said.find(folder.path("top.toml").string() + ":3:8: person.site"), std::string::npos) << said;
    }
}

TEST(Toml, RefusesMissingFilesWithTheNearestName) {
    const Folder folder;
    const std::string top = folder.write("top.toml", "extends = \"bass.toml\"\n").string();
    EXPECT_EQ(said_of(top), top + ":1:11: extends: \"" + folder.path("bass.toml").string().substr(0, 60) +
                                (folder.path("bass.toml").string().size() > 60 ? "..." : "") +
                                "\" does not exist\n    extends = \"bass.toml\"\n              ^\n");
    folder.write("base.toml", "a = 1\n");
    EXPECT_NE(said_of(top).find("did you mean 'base.toml'?\n"), std::string::npos);
    const std::string absent = folder.path("tops.toml").string();
    EXPECT_EQ(said_of(absent), absent + ": does not exist\ndid you mean 'top.toml'?\n");
}

TEST(Toml, RefusesCirclesAndSaysTheWayRound) {
    const Folder folder;
    const fs::path a = folder.write("a.toml", "extends = \"b.toml\"\n");
    folder.write("b.toml", "extends = \"./a.toml\"\n");
    EXPECT_NE(said_of(a).find("b.toml:1:11: extends: the files go round in a circle: a.toml -> b.toml -> a.toml\n"),
              std::string::npos)
        << said_of(a);
    const fs::path self = folder.write("self.toml", "extends = \"self.toml\"\n");
    EXPECT_NE(said_of(self).find("self.toml -> self.toml"), std::string::npos);
}

TEST(Toml, RefusesEndlessChains) {
    const Folder folder;
    for (int i = 0; i < 40; ++i)
        folder.write(std::to_string(i) + ".toml", "extends = \"" + std::to_string(i + 1) + ".toml\"\n");
    EXPECT_NE(said_of(folder.path("0.toml")).find("more than 16 files extend one another"), std::string::npos);
}

TEST(Toml, RefusesFoldersAndHugeFilesWithoutReadingThem) {
    const Folder folder;
    fs::create_directory(folder.path("dir.toml"));
    EXPECT_EQ(said_of(folder.path("dir.toml")),
              folder.path("dir.toml").string() + ": is a folder\nallowed: a scenario file\n");
    const fs::path huge = folder.write("huge.toml", "");
    fs::resize_file(huge, 100'000'000);
    EXPECT_EQ(said_of(huge), huge.string() + ": has 100 MB; a scenario is a page of text\nallowed: at most 1 MB\n");
}

TEST(Toml, RefusesFilesThatMayNotBeRead) {
    const Folder folder;
    const fs::path closed = folder.write("closed.toml", "a = 1\n");
    fs::permissions(closed, fs::perms::none);
    if (::access(closed.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
    EXPECT_EQ(said_of(closed), closed.string() + ": cannot be read: Permission denied\n");
}

TEST(Toml, WritesWhatReadsBackToTheSame) {
    const Folder folder;
    const Document d = read(
        folder.write("a.toml",
                     "title = \"quote \\\" back \\\\ line \\n tab \\t \xC3\xA9\"\n"
                     "n = -3\nx = 1.0\ny = 1e-300\nz = 0.1\nempty = []\nl = [1, \"two\", { three = 3 }]\n"
                     "[t]\na = { b = 1, c = true }\n[t.\"odd key\"]\nd = 2\n[[m]]\np = 1\n[[m]]\nq = [[1], []]\n"));
    const std::string once = io::write_toml(d);
    const Document again = read(folder.write("b.toml", once));
    EXPECT_EQ(io::write_toml(again), once);
    EXPECT_EQ(*again.root.find("title")->text(), *d.root.find("title")->text());
    EXPECT_EQ(std::get<double>(again.root.find("x")->value), 1.0);
    EXPECT_EQ(std::get<double>(again.root.find("y")->value), 1e-300);
    EXPECT_EQ(integer(again.root.find("t")->find("odd key")->find("d")), 2);
    EXPECT_EQ(again.root.find("m")->array()->size(), 2U);
}

TEST(LoadScenario, EveryShippedScenarioIsAcceptedAndRepeatsItselfFromItsOwnText) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator{fs::path{CICATRIX_SOURCE_DIR} / "scenarios"}) {
        if (entry.path().extension() != ".toml") continue;
        ++count;
        Scenario scenario;
        ASSERT_NO_THROW(scenario = io::load_scenario(entry.path())) << entry.path();
        EXPECT_FALSE(scenario.title.empty()) << entry.path();
        EXPECT_FALSE(scenario.expect.empty()) << entry.path();
        Diagnostics diagnostics;
        const auto document = io::read_toml_text(scenario.text, "again", diagnostics);
        ASSERT_TRUE(document) << diagnostics.text();
        const auto again = bind_scenario(*document, diagnostics);
        ASSERT_TRUE(again) << diagnostics.text();
        EXPECT_EQ(again->run.end_h, scenario.run.end_h);
        EXPECT_EQ(again->adjustments.factor, scenario.adjustments.factor);
        EXPECT_EQ(again->plan.aftercare.size(), scenario.plan.aftercare.size());
    }
    EXPECT_GE(count, 10);
}
