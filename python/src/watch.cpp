// SPDX-License-Identifier: Apache-2.0
#include "watch.hpp"

namespace cicatrix::python {

namespace {

/// Often enough for a bar that moves and a Ctrl-C that is heard, seldom enough to cost nothing.
constexpr std::chrono::milliseconds pause{50};

}  // namespace

Watch::Watch(py::object tell) : tell_{std::move(tell)} {}

bool Watch::go_on(double share) {
    if (stopped_by_) return false;
    const auto now = std::chrono::steady_clock::now();
    const bool is_end =
        (share <= 0.0 || share >= 1.0) && share != told_;  // always told, so that a bar is never left short
    if (!is_end && now - last_ < pause) return true;
    last_ = now;
    const py::gil_scoped_acquire lock;
    try {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set{};
        if (!tell_.is_none() && share != told_) tell_(share);
        told_ = share;
    } catch (const py::error_already_set&) {
        stopped_by_ = std::current_exception();
        return false;
    }
    return true;
}

void Watch::rethrow_if_stopped() const {
    if (stopped_by_) std::rethrow_exception(stopped_by_);
}

}  // namespace cicatrix::python
