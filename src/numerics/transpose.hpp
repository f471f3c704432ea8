// SPDX-License-Identifier: Apache-2.0
// Turns bundles of rows so that the cells of eight rows lie side by side, and back.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/unrolled.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace cicatrix {

/// Transposes an 8 x 8 tile held in eight vectors of eight.
template <class Eight>
inline void transpose_tile(Eight (&t)[8]) {
    Eight a[8], b[8];
    for (int i = 0; i < 8; i += 2) {
        a[i] = __builtin_shufflevector(t[i], t[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        a[i + 1] = __builtin_shufflevector(t[i], t[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (int i = 0; i < 8; i += 4) {
        for (int j = 0; j < 2; ++j) {
            b[i + j] = __builtin_shufflevector(a[i + j], a[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            b[i + j + 2] = __builtin_shufflevector(a[i + j], a[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
    for (int i = 0; i < 4; ++i) {
        t[i] = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        t[i + 4] = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

/// Cell i of row r goes to turned[i * width + r]; rows missing to a full eight become zero. Padding goes along.
template <class Real>
inline void turn_rows_to_columns(const Real* rows, std::size_t pitch, std::size_t count, Real* turned,
                                 std::size_t width) {
    using Eight = typename VectorsOf<Real>::Eight;
    for (std::size_t r = 0; r < width; r += 8) {
        const std::size_t present = count > r ? std::min<std::size_t>(count - r, 8) : 0;
        for (std::size_t i = 0; i < pitch; i += 8) {
            Eight tile[8] = {};
            const Real* const from = rows + r * pitch + i;
            if (present == 8) {
                unrolled<8>([&](std::size_t m) { std::memcpy(&tile[m], from + m * pitch, sizeof tile[m]); });
            } else {
                unrolled<8>([&](std::size_t m) {
                    if (m < present) std::memcpy(&tile[m], from + m * pitch, sizeof tile[m]);
                });
            }
            transpose_tile(tile);
            unrolled<8>([&](std::size_t m) { std::memcpy(turned + (i + m) * width + r, &tile[m], sizeof tile[m]); });
        }
    }
}

/// The way back.
template <class Real>
inline void turn_columns_to_rows(const Real* turned, std::size_t width, std::size_t count, Real* rows,
                                 std::size_t pitch) {
    using Eight = typename VectorsOf<Real>::Eight;
    for (std::size_t r = 0; r < count; r += 8)
        for (std::size_t i = 0; i < pitch; i += 8) {
            Eight tile[8];
            unrolled<8>([&](std::size_t m) { std::memcpy(&tile[m], turned + (i + m) * width + r, sizeof tile[m]); });
            transpose_tile(tile);
            for (std::size_t m = 0; m < 8 && r + m < count; ++m)
                std::memcpy(rows + (r + m) * pitch + i, &tile[m], sizeof tile[m]);
        }
}

}  // namespace cicatrix
