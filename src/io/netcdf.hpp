// SPDX-License-Identifier: Apache-2.0
// The netCDF-4 and CF conventions on top of HDF5: dimensions, coordinates, and variables that hang on them.
#pragma once

#include "hdf5.hpp"

namespace cicatrix::io::netcdf {

struct About {
    std::string long_name, unit;  ///< unit as the program shows it; stored in UDUNITS spelling beside it
};

/// Attributes every variable has.
void describe(hid_t variable, const About& about);

/// A dimension with a coordinate variable.
h5::Handle coordinate(hid_t group, const std::string& name, std::span<const double> values, const About& about);
/// A dimension that is only a length.
h5::Handle dimension(hid_t group, const std::string& name, std::size_t length);
/// The dimension that grows while the program runs; empty at first.
h5::Handle growing_coordinate(hid_t group, const std::string& name, const About& about);
/// Appends one value to it.
void append(hid_t coordinate, hsize_t at, double value);

/// Hangs the axes of a variable on dimensions, slowest first.
void hang(hid_t variable, const std::vector<hid_t>& dimensions);

/// Variables with numbers (missing ones are NaN) on dimensions.
h5::Handle variable(hid_t group, const std::string& name, std::span<const double> values,
                    const std::vector<hid_t>& dimensions, const About& about);
h5::Handle variable(hid_t group, const std::string& name, std::span<const float> values,
                    const std::vector<hid_t>& dimensions, const About& about);
h5::Handle texts(hid_t group, const std::string& name, const std::vector<std::string>& values, hid_t dimension,
                 const std::string& long_name);

}  // namespace cicatrix::io::netcdf
