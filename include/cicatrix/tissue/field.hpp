// SPDX-License-Identifier: Apache-2.0
// What a field is: its name and unit, where it lives and how it spreads.
#pragma once

#include "cicatrix/base/unit.hpp"
#include "cicatrix/tissue/layer.hpp"

#include <array>
#include <string_view>

namespace cicatrix {

/// The name by which mechanisms share a field. Values are kept in canonical units (mm, h, pg, cells); `unit` is how
/// people see them.
template <Dimension D>
struct FieldKey {
    std::string_view name, symbol;
    Unit<D> unit;
    std::string_view meaning;
};

/// What a field is coupled to in the matrix of a step; the rest enters as it stands at each of the two stages. Either
/// way the step is of order two, but the matrix must hold what is stiff.
enum class SolvedWith {
    all,
    what_spreads,  ///< for what spreads far and is made by slow things that lie still
    itself,        ///< for what changes over days
};

/// A field as the assembled model knows it.
struct Field {
    std::string_view name, symbol, unit, meaning, owner;
    Dimension dimension;
    double unit_size = 1.0;                                   ///< canonical units in one `unit`
    LayerSet layers;                                          ///< contiguous from the top one to the lowest
    std::array<double, layer_count> diffusivity_um2_per_h{};  ///< 0: does not move
    bool evens_out_to_rest = false;  ///< spreading evens out the share of the resting level, not the level itself
    SolvedWith solved_with = SolvedWith::all;
    double scale = 1.0;  ///< a change of this size matters; canonical; sets the error control's floor
    bool diffuses() const {
        for (double d : diffusivity_um2_per_h)
            if (d > 0.0) return true;
        return false;
    }
};

}  // namespace cicatrix
