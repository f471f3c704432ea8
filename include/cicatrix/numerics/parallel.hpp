// SPDX-License-Identifier: Apache-2.0
// The one parallel loop. Work is cut the same way for any number of threads, so results are the same bits.
#pragma once

#include <memory>

namespace cicatrix {

/// Refers to a body without owning it, so that calling it asks for no memory.
class LoopBody {
public:
    template <class Body>
    explicit LoopBody(const Body& body)
        : body_{std::addressof(body)}, call_{[](const void* b, int i) { (*static_cast<const Body*>(b))(i); }} {}
    void operator()(int i) const { call_(body_, i); }

private:
    const void* body_;
    void (*call_)(const void*, int);
};

void parallel_for(int count, LoopBody body);
/// Calls body(i) for i in [0, count), in any order, possibly at once. Without TBB it is a plain loop.
template <class Body>
void parallel_for(int count, const Body& body) {
    parallel_for(count, LoopBody{body});
}

/// While it lives, parallel_for is a plain loop in this thread: for the body of a loop over pieces that are each large
/// and have loops of their own.
class PlainLoops {
public:
    PlainLoops();
    ~PlainLoops();
    PlainLoops(const PlainLoops&) = delete;
    PlainLoops& operator=(const PlainLoops&) = delete;

private:
    [[maybe_unused]] bool before_ = true;  ///< the serial form has no others
};

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
