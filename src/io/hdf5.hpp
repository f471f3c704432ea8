// SPDX-License-Identifier: Apache-2.0
// A thin skin over the HDF5 C interface: handles that close themselves, failures that carry the library's reason.
#pragma once

#include "careful_driver.hpp"

#include <hdf5.h>

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix::io::h5 {

/// What HDF5 complained about, in the words of its deepest layer (for a full disk: the system's own words).
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Hold one while calling HDF5: Debian's library is not thread-safe, and it prints errors unless told not to.
class Session {
public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

private:
    std::unique_lock<std::mutex> lock_;
    H5E_auto2_t print_ = nullptr;
    void* data_ = nullptr;
};

/// An open HDF5 object of any kind.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle() = default;
    /// Takes over `id`; throws Failure, saying what was being done, when it is none.
    Handle(hid_t id, Close closer, std::string_view doing);
    Handle(Handle&& other) noexcept : id_{other.id_}, close_{other.close_} { other.id_ = -1; }
    Handle& operator=(Handle&& other) noexcept;
    ~Handle() { reset(); }
    operator hid_t() const { return id_; }  // NOLINT(google-explicit-constructor): that is what it is for
    explicit operator bool() const { return id_ >= 0; }
    void reset();
    /// Closes and throws Failure when closing (which may write) did not work.
    void close(std::string_view doing);

private:
    hid_t id_ = -1;
    Close close_ = nullptr;
};

void check(herr_t status, std::string_view doing);

using Extent = std::vector<hsize_t>;

/// A new file that netCDF-4 libraries can read and extend. Failing writes are told through `trouble` only.
Handle create_file(const std::filesystem::path& path, WriteTrouble& trouble);
/// One that create_file made, to write more into it.
Handle open_to_extend(const std::filesystem::path& path, WriteTrouble& trouble);
Handle create_group(hid_t parent, const std::string& name);

/// Data sets. Numbers are stored little-endian in the type of the span.
Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const double> values);
Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const float> values);
Handle write_numbers(hid_t parent, const std::string& name, const Extent& extent, std::span<const std::int8_t> values);
/// As they are, in pieces: for what is compressed already and may be large.
Handle write_bytes(hid_t parent, const std::string& name, std::span<const std::int8_t> bytes);
Handle write_texts(hid_t parent, const std::string& name, const std::vector<std::string>& texts);

/// Attributes. Texts have a fixed length, because VTK's netCDF reader knows no others.
void attribute(hid_t object, const std::string& name, std::string_view text);
void attribute(hid_t object, const std::string& name, double value);
void attribute(hid_t object, const std::string& name, float value);
void attribute(hid_t object, const std::string& name, std::int64_t value);
void attribute(hid_t object, const std::string& name, std::span<const double> values);
void attribute(hid_t object, const std::string& name, std::span<const std::int64_t> values);
void attribute(hid_t object, const std::string& name, std::span<const std::int8_t> values);

// Reading. What is absent or of another kind throws Failure, or gives nothing where the return type can say so.
Handle open_file(const std::filesystem::path& path);
Handle open_group(hid_t parent, const std::string& name);
Handle open_dataset(hid_t parent, const std::string& name);
bool has(hid_t parent, const std::string& name);
/// Names of the data sets in a group, in order of creation.
std::vector<std::string> dataset_names(hid_t group);
Extent extent_of(hid_t dataset);
std::vector<double> read_doubles(hid_t dataset);
std::vector<float> read_floats(hid_t dataset);
std::vector<std::int8_t> read_bytes(hid_t dataset);
std::vector<std::string> read_texts(hid_t dataset);
std::optional<std::string> text_attribute(hid_t object, const std::string& name);
std::string need_text(hid_t object, const std::string& name);
double need_number(hid_t object, const std::string& name);
std::int64_t need_integer(hid_t object, const std::string& name);

}  // namespace cicatrix::io::h5
