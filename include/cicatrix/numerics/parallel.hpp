// SPDX-License-Identifier: Apache-2.0
// The one parallel loop. Work is cut the same way for any number of threads, so results are the same bits.
#pragma once

#include <functional>

namespace cicatrix {

/// Calls body(i) for i in [0, count), in any order, possibly at once. Without TBB it is a plain loop.
void parallel_for(int count, const std::function<void(int)>& body);

/// Limits the threads used from now on, in this process; 0: as many as the machine has.
class ThreadLimit {
public:
    explicit ThreadLimit(int threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

private:
    [[maybe_unused]] void* control_ = nullptr;  ///< the serial form has none
};

int hardware_threads();

}  // namespace cicatrix
