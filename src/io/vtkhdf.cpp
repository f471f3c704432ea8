// SPDX-License-Identifier: Apache-2.0
// A /VTKHDF group (ImageData 1.0) whose arrays are views of the last frame: each uniform slice shows the plane it lies
// in.
#include "result_parts.hpp"

#include <algorithm>
#include <array>

namespace cicatrix::io {
namespace {

constexpr int most_slices = 64;

/// The planes that uniform slices fall into, deepest first, so that the surface is drawn on top.
std::vector<int> planes_of_slices(const Grid& grid, int slices) {
    const double thickness = grid.edge_um(grid.nz()) / slices;
    std::vector<int> planes;
    for (int s = slices - 1, k = grid.nz() - 1; s >= 0; --s) {
        while (grid.edge_um(k) > (s + 0.5) * thickness) --k;
        planes.push_back(k);
    }
    return planes;
}

void write_array(hid_t group, const Layout& layout, int field, const std::vector<int>& planes, hsize_t frames) {
    const Grid& grid = layout.grid();
    const std::string name{layout.fields()[static_cast<std::size_t>(field)].name}, source = "/" + field_variable(name);
    const std::string doing = "mapping " + name + " for VTK";
    const auto nx = static_cast<hsize_t>(grid.nx()), ny = static_cast<hsize_t>(grid.ny()),
               nz = static_cast<hsize_t>(grid.nz());
    const h5::Extent whole{planes.size(), ny, nx}, all{frames, nz, ny, nx}, slice{1, ny, nx}, plane{1, 1, ny, nx};
    const h5::Handle to{H5Screate_simple(3, whole.data(), nullptr), H5Sclose, doing};
    const h5::Handle from{H5Screate_simple(4, all.data(), nullptr), H5Sclose, doing};
    const h5::Handle creation{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing};
    const float missing = std::numeric_limits<float>::quiet_NaN();
    h5::check(H5Pset_fill_value(creation, H5T_NATIVE_FLOAT, &missing), doing);
    for (std::size_t s = 0; s < planes.size(); ++s) {
        if (!layout.planes(field).contains(planes[s])) continue;
        const h5::Extent at{s, 0, 0}, there{frames - 1, static_cast<hsize_t>(planes[s]), 0, 0};
        h5::check(H5Sselect_hyperslab(to, H5S_SELECT_SET, at.data(), nullptr, slice.data(), nullptr), doing);
        h5::check(H5Sselect_hyperslab(from, H5S_SELECT_SET, there.data(), nullptr, plane.data(), nullptr), doing);
        h5::check(H5Pset_virtual(creation, to, ".", source.c_str(), from), doing);
    }
    h5::check(H5Sselect_all(to), doing);
    const h5::Handle made{H5Dcreate2(group, name.c_str(), H5T_IEEE_F32LE, to, H5P_DEFAULT, creation, H5P_DEFAULT),
                          H5Dclose, doing};
}

}  // namespace

void write_vtkhdf(hid_t file, const Layout& layout, hsize_t frames) {
    const Grid& grid = layout.grid();
    // VTK 9.1 ends the whole process on an image that is flat in any direction.
    if (grid.nx() < 2 || grid.ny() < 2 || grid.nz() < 2 || frames == 0) return;
    const int slices = std::min(most_slices, 2 * grid.nz());
    const double thickness = grid.edge_um(grid.nz()) / slices;
    const h5::Handle group = h5::create_group(file, "VTKHDF");
    const std::array<std::int64_t, 2> format{1, 0};
    const std::array<std::int64_t, 6> extent{0, grid.nx() - 1, 0, grid.ny() - 1, 0, slices - 1};
    const std::array<double, 3> origin{0.5 * grid.dx_um(), 0.5 * grid.dy_um(), (0.5 - slices) * thickness};
    const std::array<double, 3> spacing{grid.dx_um(), grid.dy_um(), thickness};
    const std::array<double, 9> direction{1, 0, 0, 0, 1, 0, 0, 0, 1};
    h5::attribute(group, "Version", std::span<const std::int64_t>{format});
    h5::attribute(group, "Type", "ImageData");
    h5::attribute(group, "WholeExtent", std::span<const std::int64_t>{extent});
    h5::attribute(group, "Origin", std::span<const double>{origin});
    h5::attribute(group, "Spacing", std::span<const double>{spacing});
    h5::attribute(group, "Direction", std::span<const double>{direction});
    const h5::Handle points = h5::create_group(group, "PointData");
    const std::vector<int> planes = planes_of_slices(grid, slices);
    for (int f = 0; f < layout.field_count(); ++f)
        if (layout.planes(f).count() > 1) write_array(points, layout, f, planes, frames);
}

}  // namespace cicatrix::io
