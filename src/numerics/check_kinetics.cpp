// SPDX-License-Identifier: Apache-2.0
#include "check_kinetics.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <string>

namespace cicatrix {

namespace {

void check_layer(const LocalPattern& pattern, const Layout& layout, Layer layer) {
    const Grid& grid = layout.grid();
    const PlaneRange planes = grid.planes(layer);
    const auto complain = [&](int field, const std::string& what) {
        const bool known = field >= 0 && field < layout.field_count();
        const std::string name =
            known ? std::string{layout.fields()[static_cast<std::size_t>(field)].name} : std::to_string(field);
        throw RunError{"The kinetics of layer " + std::string{to_string(layer)} + " uses field " + name + " " + what};
    };
    for (int field : pattern.fields) {
        if (field < 0 || field >= layout.field_count()) complain(field, "which does not exist.");
        const PlaneRange lives = layout.planes(field);
        if (lives.first > planes.first || lives.last < planes.last) complain(field, "which does not live there.");
    }
    for (const ColumnRead& read : pattern.columns) {
        if (read.field < 0 || read.field >= layout.field_count()) complain(read.field, "which does not exist.");
        const std::string of = "of layer " + std::string{to_string(read.layer)} + ", ";
        if (grid.planes(read.layer).count() == 0) complain(read.field, of + "which the grid does not have.");
        if (!layout.planes(read.field).contains(column_plane(grid, read, planes.first)))
            complain(read.field, of + "where it does not live.");
    }
}

}  // namespace

void check_kinetics(const Kinetics& kinetics, const Layout& layout) {
    for (Layer layer : all_layers)
        if (layout.grid().planes(layer).count() > 0) check_layer(kinetics.pattern(layer), layout, layer);
}

}  // namespace cicatrix
