// SPDX-License-Identifier: Apache-2.0
// Axes and fields of a result file: dimensions (time, z, y, x), one chunk per frame.
#include "cicatrix/numerics/parallel.hpp"
#include "result_parts.hpp"

#include <libdeflate.h>
#include <algorithm>
#include <bit>
#include <limits>
#include <memory>

namespace cicatrix::io {
namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t fields_at_once = 4;  // few, for they are held in memory thrice
constexpr int fast_deflate = 1;            // higher levels cost several times the time for a few per cent
constexpr double h_per_d = day.size;

std::vector<double> centres(int n, double width) {
    std::vector<double> result;
    for (int i = 0; i < n; ++i) result.push_back((i + 0.5) * width);
    return result;
}

static_assert(std::endian::native == std::endian::little);  // numbers go into the file as they stand in memory

/// First bytes of all numbers, then the second ones, and so on, as HDF5's filter of that name does.
void shuffle(const std::vector<float>& values, std::vector<unsigned char>& to) {
    const auto* const from = reinterpret_cast<const unsigned char*>(values.data());
    to.resize(values.size() * sizeof(float));
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t byte = 0; byte < sizeof(float); ++byte)
            to[byte * values.size() + i] = from[i * sizeof(float) + byte];
}

void deflate(const std::vector<unsigned char>& from, std::vector<unsigned char>& to) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor{
        libdeflate_alloc_compressor(fast_deflate), libdeflate_free_compressor};
    if (!compressor) throw std::bad_alloc{};
    to.resize(libdeflate_zlib_compress_bound(compressor.get(), from.size()));
    to.resize(libdeflate_zlib_compress(compressor.get(), from.data(), from.size(), to.data(), to.size()));
    if (to.empty()) throw RunError{"A frame could not be compressed."};
}

/// Whole chunks are written once.
h5::Handle past_the_cache() {
    h5::Handle access{H5Pcreate(H5P_DATASET_ACCESS), H5Pclose, "preparing a field"};
    h5::check(H5Pset_chunk_cache(access, 0, 0, 1.0), "preparing a field");
    return access;
}

h5::Handle axis(hid_t file, const std::string& name, std::span<const double> values, const std::string& long_name,
                std::string_view letter) {
    h5::Handle made = netcdf::coordinate(file, name, values, {long_name, "um"});
    h5::attribute(made, "axis", letter);
    return made;
}

}  // namespace

FrameWriter::FrameWriter(hid_t file, std::shared_ptr<const Layout> layout) : layout_{std::move(layout)} {
    write_axes(file);
    write_layers(file);
    for (int f = 0; f < layout_->field_count(); ++f) fields_.push_back(make_field(file, f));
}

FrameWriter FrameWriter::of_existing(hid_t file, std::shared_ptr<const Layout> layout) {
    FrameWriter writer;
    writer.layout_ = std::move(layout);
    writer.time_ = h5::open_dataset(file, "time");
    writer.z_ = h5::open_dataset(file, "z");
    writer.y_ = h5::open_dataset(file, "y");
    writer.x_ = h5::open_dataset(file, "x");
    const h5::Handle access = past_the_cache();
    for (const Field& field : writer.layout_->fields()) {
        const std::string name = field_variable(field.name);
        writer.fields_.emplace_back(H5Dopen2(file, name.c_str(), access), H5Dclose, "opening " + name);
    }
    writer.count_ = h5::extent_of(writer.time_).at(0);
    return writer;
}

void FrameWriter::write_axes(hid_t file) {
    const Grid& grid = layout_->grid();
    time_ = netcdf::growing_coordinate(file, "time", {"time since the start of the run", "d"});
    h5::attribute(time_, "axis", "T");
    std::vector<double> depth, edges;
    for (int k = 0; k < grid.nz(); ++k) {
        depth.push_back(grid.centre_um(k));
        edges.insert(edges.end(), {grid.edge_um(k), grid.edge_um(k + 1)});
    }
    z_ = axis(file, "z", depth, "depth below the skin's surface", "Z");
    h5::attribute(z_, "positive", "down");
    h5::attribute(z_, "bounds", "z_bounds");
    y_ = axis(file, "y", centres(grid.ny(), grid.dy_um()), "place across the patch", "Y");
    x_ = axis(file, "x", centres(grid.nx(), grid.dx_um()), "place along the patch", "X");
    const h5::Handle two = netcdf::dimension(file, "bound", 2);
    const h5::Handle bounds = h5::write_numbers(file, "z_bounds", {depth.size(), 2}, edges);
    netcdf::hang(bounds, {z_, two});
}

void FrameWriter::write_layers(hid_t file) {
    const Grid& grid = layout_->grid();
    std::vector<std::int8_t> layer, values;
    for (int k = 0; k < grid.nz(); ++k) layer.push_back(static_cast<std::int8_t>(index(grid.layer(k))));
    std::string meanings;
    for (const Layer l : all_layers) {
        values.push_back(static_cast<std::int8_t>(index(l)));
        meanings += (meanings.empty() ? "" : " ") + std::string{to_string(l)};
    }
    const h5::Handle made = h5::write_numbers(file, "layer", {layer.size()}, layer);
    netcdf::hang(made, {z_});
    h5::attribute(made, "long_name", "layer of the skin");
    h5::attribute(made, "flag_values", std::span<const std::int8_t>{values});
    h5::attribute(made, "flag_meanings", meanings);
}

bool FrameWriter::lies_in_one_plane(int field) const {
    return layout_->fields()[static_cast<std::size_t>(field)].layers == surface && layout_->planes(field).count() == 1;
}

h5::Handle FrameWriter::make_field(hid_t file, int field) {
    const Field& about = layout_->fields()[static_cast<std::size_t>(field)];
    const std::string name = field_variable(about.name), doing = "creating " + name;
    const Grid& grid = layout_->grid();
    const bool flat = lies_in_one_plane(field);
    std::vector<hid_t> dimensions{time_, z_, y_, x_};
    h5::Extent chunk{1, static_cast<hsize_t>(grid.nz()), static_cast<hsize_t>(grid.ny()),
                     static_cast<hsize_t>(grid.nx())};
    if (flat) {
        dimensions.erase(dimensions.begin() + 1);
        chunk.erase(chunk.begin() + 1);
    }
    h5::Extent now = chunk, largest = chunk;
    now[0] = 0;
    largest[0] = H5S_UNLIMITED;
    const int rank = static_cast<int>(chunk.size());
    const h5::Handle space{H5Screate_simple(rank, now.data(), largest.data()), H5Sclose, doing};
    const h5::Handle creation{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing};
    h5::check(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), doing);
    h5::check(H5Pset_chunk(creation, rank, chunk.data()), doing);
    h5::check(H5Pset_fill_value(creation, H5T_NATIVE_FLOAT, &missing), doing);
    h5::check(H5Pset_shuffle(creation), doing);
    h5::check(H5Pset_deflate(creation, static_cast<unsigned>(fast_deflate)), doing);
    const h5::Handle access = past_the_cache();
    h5::Handle made{H5Dcreate2(file, name.c_str(), H5T_IEEE_F32LE, space, H5P_DEFAULT, creation, access), H5Dclose,
                    doing};
    netcdf::hang(made, dimensions);
    netcdf::describe(made, {std::string{about.meaning}, std::string{about.unit}});
    h5::attribute(made, "symbol", about.symbol);
    h5::attribute(made, "mechanism", about.owner);
    h5::attribute(made, "role", role_field);
    h5::attribute(made, "_FillValue", missing);
    return made;
}

void FrameWriter::fill(const State& state, int field, Parcel& parcel) const {
    const Grid& grid = layout_->grid();
    const PlaneRange planes = lies_in_one_plane(field) ? layout_->planes(field) : PlaneRange{0, grid.nz()};
    const double size = layout_->fields()[static_cast<std::size_t>(field)].unit_size;
    const auto nx = static_cast<std::size_t>(grid.nx()), ny = static_cast<std::size_t>(grid.ny()),
               pitch = static_cast<std::size_t>(grid.pitch());
    parcel.values.assign(nx * ny * static_cast<std::size_t>(planes.count()), missing);
    float* out = parcel.values.data();
    for (int k = planes.first; k < planes.last; ++k, out += nx * ny) {
        const std::span<const double> plane = state.plane(field, k);
        if (plane.empty()) continue;
        for (std::size_t j = 0; j < ny; ++j)
            for (std::size_t i = 0; i < nx; ++i) out[j * nx + i] = static_cast<float>(plane[j * pitch + i] / size);
    }
    shuffle(parcel.values, parcel.shuffled);
    deflate(parcel.shuffled, parcel.deflated);
}

void FrameWriter::write(int field, const Parcel& parcel) {
    const hid_t dataset = fields_[static_cast<std::size_t>(field)];
    const std::string doing = "writing a frame";
    h5::Extent extent = h5::extent_of(dataset), start(extent.size(), 0);
    extent[0] = count_ + 1;
    start[0] = count_;
    h5::check(H5Dset_extent(dataset, extent.data()), doing);
    h5::check(H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, start.data(), parcel.deflated.size(), parcel.deflated.data()),
              doing);
}

/// Some fields at a time are made ready side by side: compressing takes far longer than writing.
void FrameWriter::append(const State& state) {
    netcdf::append(time_, count_, state.time_h / h_per_d);
    std::vector<Parcel> parcels(fields_at_once);
    const int fields = layout_->field_count(), at_once = static_cast<int>(fields_at_once);
    for (int first = 0; first < fields; first += at_once) {
        const int count = std::min(at_once, fields - first);
        parallel_for(count, [&](int p) { fill(state, first + p, parcels[static_cast<std::size_t>(p)]); });
        for (int p = 0; p < count; ++p) write(first + p, parcels[static_cast<std::size_t>(p)]);
    }
    ++count_;
}

}  // namespace cicatrix::io
