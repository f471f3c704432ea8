// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/pixels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cicatrix {

std::uint8_t ColourScale::code(float value) const {
    if (!std::isfinite(value)) return absent;
    if (!(high > low)) return 0;
    const double share = std::clamp((static_cast<double>(value) - low) / (high - low), 0.0, 1.0);
    return static_cast<std::uint8_t>(std::lround(highest_code * std::sqrt(share)));
}

double ColourScale::value(std::uint8_t c) const {
    const double root = static_cast<double>(c) / highest_code;
    return low + (high - low) * root * root;
}

ColourScale scale_of(const std::vector<const SectionSet*>& sets) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const SectionSet* set : sets)
        for (const Section& frame : set->frames)
            for (const float value : frame.value) {
                if (!std::isfinite(value)) continue;
                low = std::min(low, static_cast<double>(value));
                high = std::max(high, static_cast<double>(value));
            }
    if (!(low <= high)) return {};
    return {low, high};
}

namespace {

/// Length of the stretch of equal bytes that begins at `i`, at most 128.
std::size_t equal_run(std::span<const std::uint8_t> bytes, std::size_t i) {
    std::size_t n = 1;
    while (n < 128 && i + n < bytes.size() && bytes[i + n] == bytes[i]) ++n;
    return n;
}

}  // namespace

std::vector<std::uint8_t> pack_runs(std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> out;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t run = equal_run(bytes, i);
        if (run > 1) {
            out.push_back(static_cast<std::uint8_t>(257 - run));
            out.push_back(bytes[i]);
            i += run;
            continue;
        }
        // A pair inside a mixed stretch costs as much either way, so only three equal bytes end it.
        std::size_t end = i + 1;
        while (end < bytes.size() && end - i < 128 && equal_run(bytes, end) < 3) ++end;
        out.push_back(static_cast<std::uint8_t>(end - i - 1));
        for (; i < end; ++i) out.push_back(bytes[i]);
    }
    return out;
}

std::string base64(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j) group = (group << 8U) | (j < here ? bytes[i + j] : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out.push_back(j <= here ? digits[(group >> (18U - 6U * static_cast<unsigned>(j))) & 63U] : '=');
    }
    return out;
}

std::string encode(const Section& frame, const ColourScale& scale) {
    std::vector<std::uint8_t> codes(frame.value.size());
    std::transform(frame.value.begin(), frame.value.end(), codes.begin(), [&](float v) { return scale.code(v); });
    return base64(pack_runs(codes));
}

std::vector<double> cell_edges(const std::vector<double>& axis, std::size_t count, double start) {
    if (axis.size() == count + 1) return axis;
    std::vector<double> edges{start};
    if (axis.size() != count) return edges;
    bool rising = true;
    for (const double centre : axis) {
        rising = rising && centre > edges.back();
        edges.push_back(2.0 * centre - edges.back());
    }
    if (rising || axis.empty()) return edges;
    // Centres that no cells from `start` explain: put the edges half-way between them.
    for (std::size_t i = 1; i < count; ++i) edges[i] = 0.5 * (axis[i - 1] + axis[i]);
    edges[count] = count > 1 ? 2.0 * axis[count - 1] - edges[count - 1] : 2.0 * axis[0] - start;
    return edges;
}

}  // namespace cicatrix
