// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/numerics/parallel.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace cicatrix {
namespace {

TEST(ParallelFor, VisitsEachItemOnce) {
    std::vector<std::atomic<int>> visits(1000);
    parallel_for(1000, [&](int i) { ++visits[static_cast<std::size_t>(i)]; });
    for (const auto& v : visits) EXPECT_EQ(v.load(), 1);
}

TEST(ParallelFor, DoesNothingForNoItems) {
    int calls = 0;
    parallel_for(0, [&](int) { ++calls; });
    EXPECT_EQ(calls, 0);
}

TEST(ParallelFor, HandsOnWhatAnItemThrows) {
    EXPECT_THROW(parallel_for(50,
                              [](int i) {
                                  if (i == 31) throw std::runtime_error{"item 31"};
                              }),
                 std::runtime_error);
}

TEST(ThreadLimit, HoldsWorkToOneThread) {
    const ThreadLimit limit{1};
    std::set<std::thread::id> threads;
    std::mutex mutex;
    parallel_for(200, [&](int) {
        const std::lock_guard lock{mutex};
        threads.insert(std::this_thread::get_id());
    });
    EXPECT_EQ(threads.size(), 1U);
}

TEST(PlainLoops, StayInTheirThreadAndInOrderWhileTheyLive) {
    std::vector<int> seen;
    {
        const PlainLoops plain;
        { const PlainLoops again; }
        parallel_for(200, [&](int i) { seen.push_back(i); });
    }
    ASSERT_EQ(seen.size(), 200U);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    std::atomic<int> visits = 0;
    parallel_for(200, [&](int) { ++visits; });
    EXPECT_EQ(visits.load(), 200);
}

TEST(HardwareThreads, AreAtLeastOne) {
    EXPECT_GE(hardware_threads(), 1);
}

}  // namespace
}  // namespace cicatrix
