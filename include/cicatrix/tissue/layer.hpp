// SPDX-License-Identifier: Apache-2.0
// The layers of skin, from the air inwards.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cicatrix {

enum class Layer : std::uint8_t { stratum_corneum, viable_epidermis, basal, papillary, reticular, hypodermis };

inline constexpr int layer_count = 6;
inline constexpr std::array<Layer, layer_count> all_layers{Layer::stratum_corneum, Layer::viable_epidermis,
                                                           Layer::basal,           Layer::papillary,
                                                           Layer::reticular,       Layer::hypodermis};
inline constexpr std::array<std::string_view, layer_count> layer_names{
    "stratum_corneum", "viable_epidermis", "basal", "papillary", "reticular", "hypodermis"};

constexpr int index(Layer l) {
    return static_cast<int>(l);
}
constexpr std::string_view to_string(Layer l) {
    return layer_names[static_cast<std::size_t>(index(l))];
}

/// A set of layers.
struct LayerSet {
    std::uint8_t bits = 0;
    constexpr bool has(Layer l) const { return (bits >> index(l)) & 1U; }
    friend constexpr LayerSet operator|(LayerSet a, LayerSet b) { return {static_cast<std::uint8_t>(a.bits | b.bits)}; }
    friend constexpr bool operator==(LayerSet, LayerSet) = default;
};
constexpr LayerSet only(Layer l) {
    return {static_cast<std::uint8_t>(1U << index(l))};
}

inline constexpr LayerSet surface = only(Layer::stratum_corneum);  ///< where the 2-D quantities live
inline constexpr LayerSet epidermis = only(Layer::viable_epidermis) | only(Layer::basal);
inline constexpr LayerSet dermis = only(Layer::papillary) | only(Layer::reticular);
inline constexpr LayerSet living = epidermis | dermis | only(Layer::hypodermis);
inline constexpr LayerSet everywhere = surface | living;

}  // namespace cicatrix
