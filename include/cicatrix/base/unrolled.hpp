// SPDX-License-Identifier: Apache-2.0
// A loop of known length written out in full, so that what it works on can stay in vector registers. Compilers leave
// such loops as they are when they sit inside a larger one.
#pragma once

#include <cstddef>
#include <utility>

namespace cicatrix {

/// Calls body(0), body(1) ... body(Count - 1).
template <std::size_t Count, class Body>
inline void unrolled(const Body& body) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (body(I), ...);
    }
    (std::make_index_sequence<Count>{});
}

}  // namespace cicatrix
