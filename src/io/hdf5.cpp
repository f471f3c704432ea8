// SPDX-License-Identifier: Apache-2.0
// Handles, failures and the creation of files, groups, data sets and attributes.
#include "hdf5.hpp"

#include <algorithm>

namespace cicatrix::io::h5 {
namespace {

// The library keeps its state per process, so the lock has to be one per process as well.
std::mutex& library() {
    static std::mutex mutex;
    return mutex;
}

herr_t note_reason(unsigned, const H5E_error2_t* error, void* data) {
    auto& reason = *static_cast<std::string*>(data);
    const std::string text = error->desc ? error->desc : "";
    const std::string mark = "error message = '";
    if (const auto at = text.find(mark); at != std::string::npos) {
        const auto start = at + mark.size();
        reason = text.substr(start, text.find('\'', start) - start);
        return 1;
    }
    if (reason.empty()) reason = text;
    return 0;
}

[[noreturn]] void fail(std::string_view doing) {
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, note_reason, &reason);
    H5Eclear2(H5E_DEFAULT);
    std::string message{doing};
    if (!reason.empty()) message += ": " + reason;
    throw Failure{message};
}

// Above this size compression pays for the chunk's bookkeeping.
constexpr hsize_t worth_compressing = 4096;

Handle numbers(hid_t parent, const std::string& name, const Extent& extent, hid_t file_type, hid_t memory_type,
               const void* data) {
    const std::string doing = "writing " + name;
    const Handle space{extent.empty() ? H5Screate(H5S_SCALAR)
                                      : H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr),
                       H5Sclose, doing};
    const Handle creation{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing};
    check(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), doing);
    hsize_t count = 1;
    for (const hsize_t n : extent) count *= n;
    if (!extent.empty() && count >= worth_compressing) {
        check(H5Pset_chunk(creation, static_cast<int>(extent.size()), extent.data()), doing);
        check(H5Pset_shuffle(creation), doing);
        check(H5Pset_deflate(creation, 4), doing);
    }
    Handle dataset{H5Dcreate2(parent, name.c_str(), file_type, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose,
                   doing};
    if (count > 0) check(H5Dwrite(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data), doing);
    return dataset;
}

void number_attribute(hid_t object, const std::string& name, hid_t file_type, hid_t memory_type, hsize_t count,
                      const void* data) {
    const std::string doing = "writing attribute " + name;
    const Handle space{H5Screate_simple(1, &count, nullptr), H5Sclose, doing};
    const Handle made{H5Acreate2(object, name.c_str(), file_type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose, doing};
    check(H5Awrite(made, memory_type, data), doing);
}

}  // namespace

Session::Session() : lock_{library()} {
    H5Eget_auto2(H5E_DEFAULT, &print_, &data_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}
Session::~Session() {
    H5Eset_auto2(H5E_DEFAULT, print_, data_);
}

Handle::Handle(hid_t id, Close closer, std::string_view doing) : id_{id}, close_{closer} {
    if (id < 0) fail(doing);
}
Handle& Handle::operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
}
void Handle::reset() {
    if (id_ >= 0) close_(id_);
    id_ = -1;
}
void Handle::close(std::string_view doing) {
    if (id_ >= 0) check(close_(id_), doing);
    id_ = -1;
}

void check(herr_t status, std::string_view doing) {
    if (status < 0) fail(doing);
}

namespace {

Handle access_to_write(WriteTrouble& trouble) {
    constexpr std::string_view doing = "preparing to write";
    Handle access{H5Pcreate(H5P_FILE_ACCESS), H5Pclose, doing};
    use_careful_driver(access, trouble);
    check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_LATEST), doing);
    check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), doing);
    return access;
}

}  // namespace

Handle open_to_extend(const std::filesystem::path& path, WriteTrouble& trouble) {
    return {H5Fopen(path.c_str(), H5F_ACC_RDWR, access_to_write(trouble)), H5Fclose, "opening the file"};
}

Handle create_file(const std::filesystem::path& path, WriteTrouble& trouble) {
    constexpr std::string_view doing = "creating the file";
    const unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;  // netCDF wants it before it will append
    const Handle access = access_to_write(trouble);
    const Handle creation{H5Pcreate(H5P_FILE_CREATE), H5Pclose, doing};
    check(H5Pset_link_creation_order(creation, ordered), doing);
    check(H5Pset_attr_creation_order(creation, ordered), doing);
    return {H5Fcreate(path.c_str(), H5F_ACC_EXCL, creation, access), H5Fclose, doing};
}

Handle create_group(hid_t parent, const std::string& name) {
    const std::string doing = "creating group " + name;
    const unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    const Handle creation{H5Pcreate(H5P_GROUP_CREATE), H5Pclose, doing};
    check(H5Pset_link_creation_order(creation, ordered), doing);
    check(H5Pset_attr_creation_order(creation, ordered), doing);
    return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), H5Gclose, doing};
}

Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const double> values) {
    return numbers(parent, name, extent, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, values.data());
}
Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const float> values) {
    return numbers(parent, name, extent, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, values.data());
}
Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const std::int8_t> values) {
    return numbers(parent, name, extent, H5T_STD_I8LE, H5T_NATIVE_INT8, values.data());
}

Handle write_bytes(hid_t parent, const std::string& name, std::span<const std::int8_t> bytes) {
    constexpr hsize_t piece = 1 << 24;
    const std::string doing = "writing " + name;
    const hsize_t count = bytes.size(), chunk = std::min(count, piece);
    const Handle space{H5Screate_simple(1, &count, nullptr), H5Sclose, doing};
    const Handle creation{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing};
    if (count > 0) check(H5Pset_chunk(creation, 1, &chunk), doing);
    Handle dataset{H5Dcreate2(parent, name.c_str(), H5T_STD_I8LE, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose,
                   doing};
    if (count > 0) check(H5Dwrite(dataset, H5T_NATIVE_INT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()), doing);
    return dataset;
}

Handle write_texts(hid_t parent, const std::string& name, const std::vector<std::string>& texts) {
    const std::string doing = "writing " + name;
    const Handle type{H5Tcopy(H5T_C_S1), H5Tclose, doing};
    check(H5Tset_size(type, H5T_VARIABLE), doing);
    check(H5Tset_cset(type, H5T_CSET_UTF8), doing);
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    return numbers(parent, name, {texts.size()}, type, type, pointers.data());
}

void attribute(hid_t object, const std::string& name, std::string_view text) {
    const std::string doing = "writing attribute " + name;
    const std::string kept = text.empty() ? std::string(1, '\0') : std::string{text};  // HDF5 has no empty strings
    const Handle type{H5Tcopy(H5T_C_S1), H5Tclose, doing};
    check(H5Tset_size(type, kept.size()), doing);
    check(H5Tset_cset(type, H5T_CSET_UTF8), doing);
    check(H5Tset_strpad(type, H5T_STR_NULLPAD), doing);
    const Handle space{H5Screate(H5S_SCALAR), H5Sclose, doing};
    const Handle made{H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose, doing};
    check(H5Awrite(made, type, kept.data()), doing);
}
void attribute(hid_t object, const std::string& name, double value) {
    number_attribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, 1, &value);
}
void attribute(hid_t object, const std::string& name, float value) {
    number_attribute(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, 1, &value);
}
void attribute(hid_t object, const std::string& name, std::int64_t value) {
    number_attribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, 1, &value);
}
void attribute(hid_t object, const std::string& name, std::span<const double> values) {
    number_attribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, values.size(), values.data());
}
void attribute(hid_t object, const std::string& name, std::span<const std::int64_t> values) {
    number_attribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, values.size(), values.data());
}
void attribute(hid_t object, const std::string& name, std::span<const std::int8_t> values) {
    number_attribute(object, name, H5T_STD_I8LE, H5T_NATIVE_INT8, values.size(), values.data());
}

}  // namespace cicatrix::io::h5
