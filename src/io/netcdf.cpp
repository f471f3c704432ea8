// SPDX-License-Identifier: Apache-2.0
// How netCDF-4 lays dimensions and coordinates down in HDF5.
#include "netcdf.hpp"

#include "cicatrix/io/udunits.hpp"

#include <hdf5_hl.h>

#include <cstdio>
#include <limits>

namespace cicatrix::io::netcdf {
namespace {

void make_scale(hid_t dataset, const std::string& name) {
    h5::check(H5DSset_scale(dataset, name.c_str()), "marking dimension " + name);
}

h5::Extent extents(const std::vector<hid_t>& dimensions) {
    h5::Extent extent;
    for (const hid_t d : dimensions) extent.push_back(h5::extent_of(d).at(0));
    return extent;
}

template <class Number>
h5::Handle made(hid_t group, const std::string& name, std::span<const Number> values,
                const std::vector<hid_t>& dimensions, const About& about) {
    h5::Handle result = h5::write_numbers(group, name, extents(dimensions), values);
    hang(result, dimensions);
    describe(result, about);
    h5::attribute(result, "_FillValue", std::numeric_limits<Number>::quiet_NaN());
    return result;
}

}  // namespace

void describe(hid_t variable, const About& about) {
    h5::attribute(variable, "long_name", about.long_name);
    h5::attribute(variable, "units", udunits(about.unit));
    h5::attribute(variable, "shown_unit", about.unit);
}

h5::Handle coordinate(hid_t group, const std::string& name, std::span<const double> values, const About& about) {
    h5::Handle result = h5::write_numbers(group, name, {values.size()}, values);
    make_scale(result, name);
    describe(result, about);
    return result;
}

h5::Handle dimension(hid_t group, const std::string& name, std::size_t length) {
    // netCDF knows a dimension without a coordinate by this very text, with the length in ten columns.
    char label[96];
    std::snprintf(label, sizeof label, "This is a netCDF dimension but not a netCDF variable.%10zu", length);
    const std::vector<float> nothing(length, 0.0F);
    h5::Handle result = h5::write_numbers(group, name, {length}, nothing);
    make_scale(result, label);
    return result;
}

h5::Handle growing_coordinate(hid_t group, const std::string& name, const About& about) {
    const std::string doing = "creating " + name;
    const hsize_t none = 0, unlimited = H5S_UNLIMITED, chunk = 64;
    const h5::Handle space{H5Screate_simple(1, &none, &unlimited), H5Sclose, doing};
    const h5::Handle creation{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing};
    h5::check(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), doing);
    h5::check(H5Pset_chunk(creation, 1, &chunk), doing);
    h5::Handle result{H5Dcreate2(group, name.c_str(), H5T_IEEE_F64LE, space, H5P_DEFAULT, creation, H5P_DEFAULT),
                      H5Dclose, doing};
    make_scale(result, name);
    describe(result, about);
    return result;
}

void append(hid_t coordinate, hsize_t at, double value) {
    const hsize_t length = at + 1, count = 1;
    h5::check(H5Dset_extent(coordinate, &length), "extending the time axis");
    const h5::Handle space{H5Dget_space(coordinate), H5Sclose, "extending the time axis"};
    const h5::Handle single{H5Screate_simple(1, &count, nullptr), H5Sclose, "extending the time axis"};
    h5::check(H5Sselect_hyperslab(space, H5S_SELECT_SET, &at, nullptr, &count, nullptr), "extending the time axis");
    h5::check(H5Dwrite(coordinate, H5T_NATIVE_DOUBLE, single, space, H5P_DEFAULT, &value), "extending the time axis");
}

void hang(hid_t variable, const std::vector<hid_t>& dimensions) {
    for (unsigned i = 0; i < dimensions.size(); ++i)
        h5::check(H5DSattach_scale(variable, dimensions[i], i), "attaching a dimension");
}

h5::Handle variable(hid_t group, const std::string& name, std::span<const double> values,
                    const std::vector<hid_t>& dimensions, const About& about) {
    return made(group, name, values, dimensions, about);
}
h5::Handle variable(hid_t group, const std::string& name, std::span<const float> values,
                    const std::vector<hid_t>& dimensions, const About& about) {
    return made(group, name, values, dimensions, about);
}

h5::Handle texts(hid_t group, const std::string& name, const std::vector<std::string>& values, hid_t dimension,
                 const std::string& long_name) {
    h5::Handle result = h5::write_texts(group, name, values);
    if (dimension >= 0)
        hang(result, {dimension});
    else
        make_scale(result, name);
    h5::attribute(result, "long_name", long_name);
    return result;
}

}  // namespace cicatrix::io::netcdf
