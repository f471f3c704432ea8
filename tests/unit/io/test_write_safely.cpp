// SPDX-License-Identifier: Apache-2.0
// Texts are written whole or not at all, and impossible targets are named before a run.
#include <gtest/gtest.h>

#include "sample.hpp"

#include <sys/resource.h>

#include <csignal>

namespace cicatrix {
namespace {

template <class Do>
std::string refusal(Do&& body) {
    try {
        body();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST(CheckWritable, AcceptsAFreshNameAndLeavesNoTrace) {
    const sample::Folder folder;
    io::check_writable(folder / "new.nc");
    EXPECT_EQ(folder.files(), 0U);
}

TEST(CheckWritable, NamesTheMissingFolder) {
    const sample::Folder folder;
    const std::string said = refusal([&] { io::check_writable(folder / "absent" / "r.nc"); });
    EXPECT_NE(said.find("does not exist"), std::string::npos) << said;
    EXPECT_NE(said.find("absent"), std::string::npos) << said;
}

TEST(CheckWritable, RefusesAFolderBelowAFile) {
    const sample::Folder folder;
    std::ofstream{folder / "file"} << "x";
    const std::string said = refusal([&] { io::check_writable(folder / "file" / "r.nc"); });
    EXPECT_NE(said.find("is no folder"), std::string::npos) << said;
}

TEST(CheckWritable, RefusesAFolderAsTarget) {
    const sample::Folder folder;
    std::filesystem::create_directory(folder / "r.nc");
    EXPECT_NE(refusal([&] { io::check_writable(folder / "r.nc"); }).find("this is a folder"), std::string::npos);
    EXPECT_NE(refusal([&] { io::check_writable((folder / "r.nc") / ""); }).find("names no file"), std::string::npos);
    EXPECT_NE(refusal([&] { io::check_writable(""); }).find("names no file"), std::string::npos);
}

TEST(CheckWritable, RefusesFoldersThatTakeNoFiles) {
    // The kernel's own folders refuse new files even to the superuser, as a read-only one does to others.
    const std::string said = refusal([] { io::check_writable("/proc/r.nc"); });
    EXPECT_NE(said.find("takes no new files"), std::string::npos) << said;
    EXPECT_NE(refusal([] { io::ResultFile file{"/proc/r.nc"}; }).find("takes no new files"), std::string::npos);
}

TEST(CheckWritable, RefusesToReplaceADevice) {
    EXPECT_NE(refusal([] { io::check_writable("/dev/null"); }).find("no regular file"), std::string::npos);
}

TEST(CheckWritable, RefusesANameThatIsTooLong) {
    const sample::Folder folder;
    EXPECT_NE(refusal([&] { io::check_writable(folder / std::string(300, 'a').c_str()); }), "");
}

TEST(WriteSafely, ReplacesTheOldTextAndLeavesNoTemporary) {
    const sample::Folder folder;
    io::write_safely(folder / "t.txt", "old");
    io::write_safely(folder / "t.txt", "new text");
    EXPECT_EQ(sample::text_of(folder / "t.txt"), "new text");
    EXPECT_EQ(folder.files(), 1U);
}

TEST(WriteSafely, WritesThroughALinkToTheFileItNames) {
    const sample::Folder folder;
    io::write_safely(folder / "real.txt", "old");
    std::filesystem::create_symlink("real.txt", folder / "link.txt");
    io::write_safely(folder / "link.txt", "new");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.txt"));
    EXPECT_EQ(sample::text_of(folder / "real.txt"), "new");
}

TEST(WriteSafely, WritesStraightIntoDevices) {
    EXPECT_NO_THROW(io::write_safely("/dev/null", "anything"));
    EXPECT_THROW(io::write_safely("/dev/full", "anything"), RunError);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(WriteSafely, KeepsTheOldTextWhenTheDiskIsFull) {
    const sample::Folder folder;
    io::write_safely(folder / "t.txt", "old");
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto signal = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(io::write_safely(folder / "t.txt", std::string(5000, 'n')), RunError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, signal);
    EXPECT_EQ(sample::text_of(folder / "t.txt"), "old");
    EXPECT_EQ(folder.files(), 1U);
}

}  // namespace cicatrix
