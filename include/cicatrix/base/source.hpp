// SPDX-License-Identifier: Apache-2.0
// Where a number comes from, and how good the evidence for it is.
#pragma once

#include <array>
#include <string_view>

namespace cicatrix {

enum class Evidence {
    measured_human,
    measured_animal,
    in_vitro,
    published_model,
    derived,     ///< follows by arithmetic from numbers that were read
    calibrated,  ///< set by fitting against named data
    assumed,     ///< our guess, within what is plausible
    convention,  ///< a definition, a unit of account or a numerical setting; no claim about skin
};

inline constexpr std::array<std::string_view, 8> evidence_names{"measured_human",  "measured_animal", "in_vitro",
                                                                "published_model", "derived",         "calibrated",
                                                                "assumed",         "convention"};

constexpr std::string_view to_string(Evidence e) {
    return evidence_names[static_cast<unsigned>(e)];
}

/// No default: a number without a source does not compile. `key` is an entry of data/references.bib.
struct Source {
    std::string_view key;    ///< bibliography key, or "own" for our own assumption or convention
    std::string_view where;  ///< table, figure, page or a reason
    Evidence evidence;
    consteval Source(std::string_view k, std::string_view w, Evidence e) : key{k}, where{w}, evidence{e} {}
};

/// The source of a guess: say why this value and not another.
consteval Source assumed(std::string_view why) {
    return {"own", why, Evidence::assumed};
}
/// The source of a definition or a numerical setting.
consteval Source convention(std::string_view why) {
    return {"own", why, Evidence::convention};
}

}  // namespace cicatrix
