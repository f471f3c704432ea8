// SPDX-License-Identifier: Apache-2.0
// Reading data sets and attributes back.
#include "hdf5.hpp"

#include <memory>

namespace cicatrix::io::h5 {
namespace {

herr_t note_dataset(hid_t group, const char* name, const H5L_info_t* info, void* data) {
    if (info->type != H5L_TYPE_HARD) return 0;
    H5O_info_t object;
    if (H5Oget_info_by_name2(group, name, &object, H5O_INFO_BASIC, H5P_DEFAULT) < 0) return -1;
    if (object.type == H5O_TYPE_DATASET) static_cast<std::vector<std::string>*>(data)->emplace_back(name);
    return 0;
}

std::size_t count_of(const Extent& extent) {
    std::size_t count = 1;
    for (const hsize_t n : extent) count *= n;
    return count;
}

template <class Number>
std::vector<Number> read_numbers(hid_t dataset, hid_t memory_type) {
    std::vector<Number> values(count_of(extent_of(dataset)));
    if (!values.empty())
        check(H5Dread(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "reading numbers");
    return values;
}

template <class Number>
Number need(hid_t object, const std::string& name, hid_t memory_type) {
    const std::string doing = "reading attribute " + name;
    const Handle found{H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, doing};
    const Handle space{H5Aget_space(found), H5Sclose, doing};
    if (H5Sget_simple_extent_npoints(space) != 1) throw Failure{doing + ": not a single number"};
    Number value{};
    check(H5Aread(found, memory_type, &value), doing);
    return value;
}

}  // namespace

Handle open_file(const std::filesystem::path& path) {
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose, "opening"};
}
Handle open_group(hid_t parent, const std::string& name) {
    return {H5Gopen2(parent, name.c_str(), H5P_DEFAULT), H5Gclose, "opening group " + name};
}
Handle open_dataset(hid_t parent, const std::string& name) {
    return {H5Dopen2(parent, name.c_str(), H5P_DEFAULT), H5Dclose, "opening " + name};
}
bool has(hid_t parent, const std::string& name) {
    return H5Lexists(parent, name.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> dataset_names(hid_t group) {
    std::vector<std::string> names;
    check(H5Literate(group, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, note_dataset, &names), "listing variables");
    return names;
}

Extent extent_of(hid_t dataset) {
    const Handle space{H5Dget_space(dataset), H5Sclose, "reading a shape"};
    const int rank = H5Sget_simple_extent_ndims(space);
    check(rank, "reading a shape");
    Extent extent(static_cast<std::size_t>(rank));
    if (rank > 0) check(H5Sget_simple_extent_dims(space, extent.data(), nullptr), "reading a shape");
    return extent;
}

std::vector<double> read_doubles(hid_t dataset) {
    return read_numbers<double>(dataset, H5T_NATIVE_DOUBLE);
}
std::vector<float> read_floats(hid_t dataset) {
    return read_numbers<float>(dataset, H5T_NATIVE_FLOAT);
}

std::vector<std::int8_t> read_bytes(hid_t dataset) {
    return read_numbers<std::int8_t>(dataset, H5T_NATIVE_INT8);
}

std::vector<std::string> read_texts(hid_t dataset) {
    const Handle type{H5Dget_type(dataset), H5Tclose, "reading texts"};
    if (H5Tis_variable_str(type) <= 0) throw Failure{"reading texts: these are none"};
    std::vector<char*> pointers(count_of(extent_of(dataset)), nullptr);
    if (pointers.empty()) return {};
    const Handle space{H5Dget_space(dataset), H5Sclose, "reading texts"};
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "reading texts");
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer ? pointer : "");
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
    return texts;
}

std::optional<std::string> text_attribute(hid_t object, const std::string& name) {
    if (H5Aexists(object, name.c_str()) <= 0) return std::nullopt;
    const std::string doing = "reading attribute " + name;
    const Handle found{H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, doing};
    const Handle type{H5Aget_type(found), H5Tclose, doing};
    if (H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) > 0) return std::nullopt;
    std::string text(H5Tget_size(type), '\0');
    check(H5Aread(found, type, text.data()), doing);
    text.erase(text.find_last_not_of('\0') + 1);
    return text;
}
std::string need_text(hid_t object, const std::string& name) {
    auto text = text_attribute(object, name);
    if (!text) throw Failure{"attribute " + name + " is missing"};
    return *text;
}
double need_number(hid_t object, const std::string& name) {
    return need<double>(object, name, H5T_NATIVE_DOUBLE);
}
std::int64_t need_integer(hid_t object, const std::string& name) {
    return need<std::int64_t>(object, name, H5T_NATIVE_INT64);
}

}  // namespace cicatrix::io::h5
