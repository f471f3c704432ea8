// SPDX-License-Identifier: Apache-2.0
// Tissue sections made small enough to be carried inside a page: one byte per voxel, runs packed, base64.
#pragma once

#include "cicatrix/outcomes/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cicatrix {

/// Values are kept as codes 0 .. highest_code; `absent` says that there is no such tissue or number there.
inline constexpr int highest_code = 254;
inline constexpr std::uint8_t absent = 255;

/// What codes mean, one scale per field for all runs, so that colours can be compared.
/// The code grows with the square root of the value above `low`: weak traces keep their detail beside strong peaks.
struct ColourScale {
    double low = 0, high = 0;
    std::uint8_t code(float value) const;
    double value(std::uint8_t code) const;
};
/// The scale that holds every finite value of these frames.
ColourScale scale_of(const std::vector<const SectionSet*>& sets);

/// Runs of equal bytes become (257 - length, byte), other stretches (length - 1, bytes...): the scheme of TIFF.
std::vector<std::uint8_t> pack_runs(std::span<const std::uint8_t> bytes);
std::string base64(std::span<const std::uint8_t> bytes);
/// One frame as text for the page.
std::string encode(const Section& frame, const ColourScale& scale);

/// Edges of cells with these centres, the first at `start`; for an axis that already has `count` + 1 entries, itself.
std::vector<double> cell_edges(const std::vector<double>& axis, std::size_t count, double start);

}  // namespace cicatrix
