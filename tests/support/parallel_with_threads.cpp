// SPDX-License-Identifier: Apache-2.0
// The parallel loop on plain threads, for the thread sanitizer alone: it knows how threads begin and end, but cannot
// see into Debian's oneTBB, whose hand-overs it would all take for races. What runs inside the loop is the same.
#include "cicatrix/numerics/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace cicatrix {
namespace {

constexpr int usual_threads = 4;

std::atomic<int>& thread_limit() {
    static std::atomic<int> limit{usual_threads};
    return limit;
}

thread_local bool plain_loops = false;

}  // namespace

PlainLoops::PlainLoops() : before_{plain_loops} {
    plain_loops = true;
}

PlainLoops::~PlainLoops() {
    plain_loops = before_;
}

void parallel_for(int count, LoopBody body) {
    std::atomic<int> next{0};
    std::exception_ptr thrown;
    std::mutex mutex;
    const auto work = [&] {
        for (int i = next++; i < count; i = next++) {
            try {
                body(i);
            } catch (...) {
                const std::lock_guard lock{mutex};
                thrown = std::current_exception();
            }
        }
    };
    std::vector<std::thread> helpers;
    for (int t = 1; t < std::min(plain_loops ? 1 : thread_limit().load(), count); ++t) helpers.emplace_back(work);
    work();
    for (std::thread& t : helpers) t.join();
    if (thrown) std::rethrow_exception(thrown);
}

ThreadLimit::ThreadLimit(int threads) {
    if (threads > 0) control_ = new int{thread_limit().exchange(threads)};
}

ThreadLimit::~ThreadLimit() {
    if (!control_) return;
    const auto* before = static_cast<int*>(control_);
    thread_limit() = *before;
    delete before;
}

int hardware_threads() {
    return usual_threads;
}

}  // namespace cicatrix
