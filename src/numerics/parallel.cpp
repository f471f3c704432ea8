// SPDX-License-Identifier: Apache-2.0
// The parallel loop on oneTBB; a plain loop in the browser build.
#include "cicatrix/numerics/parallel.hpp"

#ifndef __EMSCRIPTEN__
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace cicatrix {

#ifdef __EMSCRIPTEN__

void parallel_for(int count, LoopBody body) {
    for (int i = 0; i < count; ++i) body(i);
}

PlainLoops::PlainLoops() = default;
PlainLoops::~PlainLoops() = default;

ThreadLimit::ThreadLimit(int) {}
ThreadLimit::~ThreadLimit() = default;

int hardware_threads() {
    return 1;
}

#else

namespace {
thread_local bool plain_loops = false;
}

void parallel_for(int count, LoopBody body) {
    // A thread that waits for the others takes on nothing else meanwhile: it may hold a lock that the other work needs.
    if (!plain_loops)
        return tbb::this_task_arena::isolate([&] { tbb::parallel_for(0, count, [&](int i) { body(i); }); });
    for (int i = 0; i < count; ++i) body(i);
}

PlainLoops::PlainLoops() : before_{plain_loops} {
    plain_loops = true;
}

PlainLoops::~PlainLoops() {
    plain_loops = before_;
}

ThreadLimit::ThreadLimit(int threads) {
    if (threads > 0)
        control_ =
            new tbb::global_control{tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)};
}

ThreadLimit::~ThreadLimit() {
    delete static_cast<tbb::global_control*>(control_);
}

int hardware_threads() {
    return tbb::info::default_concurrency();
}

#endif

}  // namespace cicatrix
