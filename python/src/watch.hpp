// SPDX-License-Identifier: Apache-2.0
// Keeps Python in the picture while the engine works without the interpreter's lock: Ctrl-C, and how far it is.
#pragma once

#include "bindings.hpp"

#include <chrono>
#include <exception>

namespace cicatrix::python {

class Watch {
public:
    /// `tell`: called with each new share from 0 to 1, or None. Made and destroyed with the lock held.
    explicit Watch(py::object tell);
    /// After every step, or every now and then, without the lock; false to stop. Takes the lock a few times a second at
    /// most.
    bool go_on(double share);
    /// With the lock: throws what came from Python meanwhile, KeyboardInterrupt for example.
    void rethrow_if_stopped() const;

private:
    py::object tell_;
    std::chrono::steady_clock::time_point last_{};
    double told_ = -1.0;
    std::exception_ptr stopped_by_;
};

}  // namespace cicatrix::python
