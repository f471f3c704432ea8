// SPDX-License-Identifier: Apache-2.0
#include "interrupt.hpp"

#include "cicatrix/study/run.hpp"

#include <signal.h>

#include <atomic>

namespace cicatrix::cli {

namespace {

// The one thing of this program that a signal handler can reach.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void remember_signal(int signal_number) {
    received = signal_number;
}

void listen_to(int signal_number) {
    struct sigaction now {};
    sigaction(signal_number, nullptr, &now);
    if (now.sa_handler == SIG_IGN) return;  // started in the background: whoever did so wants it left alone
    struct sigaction ours {};
    ours.sa_handler = remember_signal;
    ours.sa_flags = SA_RESETHAND | SA_RESTART;
    sigaction(signal_number, &ours, nullptr);
}

void stop_listening_to(int signal_number) {
    struct sigaction now {};
    sigaction(signal_number, nullptr, &now);
    if (now.sa_handler == remember_signal) signal(signal_number, SIG_DFL);
}

}  // namespace

InterruptGuard::InterruptGuard() {
    received = 0;
    listen_to(SIGINT);
    listen_to(SIGTERM);
}

InterruptGuard::~InterruptGuard() {
    stop_listening_to(SIGINT);
    stop_listening_to(SIGTERM);
}

int interrupted_by() {
    return received;
}

void stop_if_interrupted() {
    if (received) throw Interrupted{};
}

}  // namespace cicatrix::cli
