// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/averages.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <algorithm>

namespace cicatrix {

DepthRange depths(const Grid& grid, LayerSet layers) {
    const PlaneRange planes = grid.planes(layers);
    if (planes.count() <= 0) return {};
    return {grid.edge_um(planes.first), grid.edge_um(planes.last)};
}

DepthRange upper_dermis(const Grid& grid, double depth_um) {
    const DepthRange all = depths(grid, dermis);
    return {all.from_um, std::min(all.to_um, all.from_um + depth_um)};
}

FieldReading::FieldReading(const State& state, std::string_view field)
    : state_{&state}, field_{state.layout().find(field)}, unit_size_{1.0} {
    if (field_ < 0)
        throw RunError{"An observable needs the field '" + std::string{field} + "', which no mechanism owns."};
    unit_size_ = state.layout().fields()[static_cast<std::size_t>(field_)].unit_size;
}

double FieldReading::plane(int k) const {
    const std::span<const double> values = state_->plane(field_, k);
    if (values.empty()) return 0.0;
    const Grid& grid = state_->grid();
    double sum = 0.0;
    for (int j = 0; j < grid.ny(); ++j) {
        const double* row = values.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.pitch());
        for (int i = 0; i < grid.nx(); ++i) sum += row[i];
    }
    return sum / (static_cast<double>(grid.nx()) * grid.ny()) / unit_size_;
}

double FieldReading::column(const DepthRange& range) const {
    const Grid& grid = state_->grid();
    double sum = 0.0;
    for (int k = 0; k < grid.nz(); ++k) {
        const double overlap = std::min(grid.edge_um(k + 1), range.to_um) - std::max(grid.edge_um(k), range.from_um);
        if (overlap > 0.0) sum += overlap * plane(k);
    }
    return sum;
}

double FieldReading::mean(const DepthRange& range) const {
    return range.thickness_um() > 0.0 ? column(range) / range.thickness_um() : 0.0;
}

double FieldReading::at(int i, int j, int k) const {
    const std::span<const double> values = state_->plane(field_, k);
    if (values.empty()) return 0.0;
    const auto pitch = static_cast<std::size_t>(state_->grid().pitch());
    return values[static_cast<std::size_t>(j) * pitch + static_cast<std::size_t>(i)] / unit_size_;
}

}  // namespace cicatrix
