// SPDX-License-Identifier: Apache-2.0
// A file in which a run is kept: numbers come back as they were, old ones survive a failure, links are followed.
#include "cicatrix/io/checkpoint.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <csignal>

namespace cicatrix {
namespace {

Scenario someone() {
    Scenario s;
    s.text = "title = \"someone\"\n";
    return s;
}

/// Keeps a list and a number, or gets them back.
struct Kept {
    std::vector<double> list;
    double number = 0;
    Keeper::Body body() {
        return [this](Archive& a) {
            a.list("list", list);
            Drawer drawer{a, "in"};
            drawer.number("number", number);
        };
    }
};

TEST(CheckpointFile, GivesBackWhatItKept) {
    const sample::Folder folder;
    const Scenario scenario = someone();
    Kept before{std::vector<double>(5000, 0.1), 1.0 / 3.0}, after;
    io::Checkpoint{folder / "c", scenario, nullptr}.keep(before.body());
    io::Checkpoint again{folder / "c", scenario, nullptr};
    ASSERT_TRUE(again.give_back(after.body()));
    EXPECT_TRUE(again.holds_this_run());
    EXPECT_EQ(after.list, before.list);
    EXPECT_EQ(after.number, before.number);
    EXPECT_FALSE(again.is_due());
    EXPECT_TRUE((io::Checkpoint{folder / "c", scenario, nullptr, io::Checkpoint::Pause{0}}.is_due()));
}

TEST(CheckpointFile, IsOverwrittenOnlyWhenThereIsSomethingToKeep) {
    const sample::Folder folder;
    const Scenario scenario = someone();
    Kept one{{1, 2}, 3}, other{{4}, 5}, back;
    io::Checkpoint{folder / "c", scenario, nullptr}.keep(one.body());
    {
        io::Checkpoint anew{folder / "c", scenario, nullptr};
        anew.begin_anew();
        EXPECT_FALSE(anew.give_back(back.body()));
        EXPECT_FALSE(anew.holds_this_run());
    }
    ASSERT_TRUE((io::Checkpoint{folder / "c", scenario, nullptr}.give_back(back.body())));
    EXPECT_EQ(back.list, one.list);
    std::ofstream{folder / "notes"} << "not ours";
    io::Checkpoint wrong{folder / "notes", scenario, nullptr};
    wrong.begin_anew();
    EXPECT_THROW(wrong.give_back(back.body()), io::CheckpointRefused);
    EXPECT_EQ(sample::text_of(folder / "notes"), "not ours");
}

TEST(CheckpointFile, ACopyThatFailsLeavesTheOldOne) {
    const sample::Folder folder;
    const Scenario scenario = someone();
    Kept small{{1, 2}, 3}, large{{}, 4}, back;
    for (int i = 0; i < 300000; ++i) large.list.push_back(std::sin(i));
    io::Checkpoint checkpoint{folder / "c", scenario, nullptr};
    checkpoint.keep(small.body());
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{100000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
    EXPECT_THROW(checkpoint.keep(large.body()), RunError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_TRUE((io::Checkpoint{folder / "c", scenario, nullptr}.give_back(back.body())));
    EXPECT_EQ(back.list, small.list);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder / ""}, {}), 1) << "no leftovers";
}

TEST(CheckpointFile, ALinkIsFollowedAlsoWhenItGoes) {
    const sample::Folder folder;
    const Scenario scenario = someone();
    Kept kept{{1}, 2};
    io::Checkpoint{folder / "real", scenario, nullptr}.keep(kept.body());
    std::filesystem::create_symlink(folder / "real", folder / "link");
    kept.list = {2, 3};
    io::Checkpoint{folder / "link", scenario, nullptr}.keep(kept.body());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    Kept back;
    ASSERT_TRUE((io::Checkpoint{folder / "real", scenario, nullptr}.give_back(back.body())));
    EXPECT_EQ(back.list, kept.list);
    io::remove_checkpoint(folder / "link");
    EXPECT_FALSE(std::filesystem::exists(folder / "real"));
    EXPECT_FALSE(std::filesystem::is_symlink(folder / "link"));
}

}  // namespace
}  // namespace cicatrix
