// SPDX-License-Identifier: Apache-2.0
// Turns bundles of rows so that the cells of eight rows lie side by side, and back.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/unrolled.hpp"

#include <algorithm>
#include <cstddef>

namespace cicatrix {

/// Transposes an 8 x 8 tile held in eight vectors.
inline void transpose_tile(Lanes (&t)[8]) {
    Lanes::Vector a[8], b[8];
    for (int i = 0; i < 8; i += 2) {
        a[i] = __builtin_shufflevector(t[i].v, t[i + 1].v, 0, 8, 2, 10, 4, 12, 6, 14);
        a[i + 1] = __builtin_shufflevector(t[i].v, t[i + 1].v, 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (int i = 0; i < 8; i += 4) {
        for (int j = 0; j < 2; ++j) {
            b[i + j] = __builtin_shufflevector(a[i + j], a[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            b[i + j + 2] = __builtin_shufflevector(a[i + j], a[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
    for (int i = 0; i < 4; ++i) {
        t[i].v = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        t[i + 4].v = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

/// Cell i of row r goes to turned[i * width + r]; rows missing to a full vector become zero. Padding goes along.
inline void turn_rows_to_columns(const double* rows, std::size_t pitch, std::size_t count, double* turned,
                                 std::size_t width) {
    for (std::size_t r = 0; r < count; r += Lanes::width) {
        const std::size_t present = std::min(count - r, Lanes::width);
        for (std::size_t i = 0; i < pitch; i += Lanes::width) {
            Lanes tile[8];
            const double* const from = rows + r * pitch + i;
            if (present == 8) {
                unrolled<8>([&](std::size_t m) { tile[m] = Lanes::load(from + m * pitch); });
            } else {
                unrolled<8>([&](std::size_t m) { tile[m] = m < present ? Lanes::load(from + m * pitch) : Lanes{0.0}; });
            }
            transpose_tile(tile);
            unrolled<8>([&](std::size_t m) { tile[m].store(turned + (i + m) * width + r); });
        }
    }
}

/// The way back.
inline void turn_columns_to_rows(const double* turned, std::size_t width, std::size_t count, double* rows,
                                 std::size_t pitch) {
    for (std::size_t r = 0; r < count; r += Lanes::width)
        for (std::size_t i = 0; i < pitch; i += Lanes::width) {
            Lanes tile[8];
            unrolled<8>([&](std::size_t m) { tile[m] = Lanes::load(turned + (i + m) * width + r); });
            transpose_tile(tile);
            for (std::size_t m = 0; m < 8 && r + m < count; ++m) tile[m].store(rows + (r + m) * pitch + i);
        }
}

}  // namespace cicatrix
