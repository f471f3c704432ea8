// SPDX-License-Identifier: Apache-2.0
// Plain positioned reads and writes, as HDF5's own driver does them, but with failures kept aside.
#include "careful_driver.hpp"

#include "hdf5.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>

namespace cicatrix::io::h5 {
namespace {

constexpr haddr_t largest_address = static_cast<haddr_t>(std::numeric_limits<off_t>::max());

struct Settings {
    WriteTrouble* trouble;
};

struct OpenFile {
    H5FD_t common;  // has to come first: HDF5 sees only this part
    int descriptor;
    haddr_t allocated, written;
    WriteTrouble* trouble;
};

OpenFile& mine(H5FD_t* file) {
    return *reinterpret_cast<OpenFile*>(file);
}
const OpenFile& mine(const H5FD_t* file) {
    return *reinterpret_cast<const OpenFile*>(file);
}

H5FD_t* open_file_of(const char* name, unsigned flags, hid_t access, haddr_t) {
    const auto* settings = static_cast<const Settings*>(H5Pget_driver_info(access));
    const int creating = (flags & H5F_ACC_CREAT) != 0 ? O_CREAT | O_EXCL : 0;
    const int descriptor = ::open(name, O_RDWR | creating | O_CLOEXEC, 0666);
    if (descriptor < 0 || !settings) return nullptr;
    auto file = std::make_unique<OpenFile>();
    file->descriptor = descriptor;
    file->written = static_cast<haddr_t>(std::max<off_t>(0, ::lseek(descriptor, 0, SEEK_END)));
    file->trouble = settings->trouble;
    return &file.release()->common;
}

herr_t close_file(H5FD_t* file) {
    const std::unique_ptr<OpenFile> last{&mine(file)};
    if (::close(last->descriptor) != 0 && last->trouble->error == 0) last->trouble->error = errno;
    return 0;
}

herr_t features(const H5FD_t*, unsigned long* flags) {
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
             H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
    return 0;
}

haddr_t allocated_end(const H5FD_t* file, H5FD_mem_t) {
    return mine(file).allocated;
}
herr_t set_allocated_end(H5FD_t* file, H5FD_mem_t, haddr_t address) {
    mine(file).allocated = address;
    return 0;
}
haddr_t written_end(const H5FD_t* file, H5FD_mem_t) {
    return mine(file).written;
}

herr_t read_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* into) {
    auto* bytes = static_cast<char*>(into);
    while (size > 0) {
        const ssize_t n = ::pread(mine(file).descriptor, bytes, size, static_cast<off_t>(address));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        if (n == 0) break;
        bytes += n;
        address += static_cast<haddr_t>(n);
        size -= static_cast<std::size_t>(n);
    }
    std::memset(bytes, 0, size);  // beyond the end: HDF5 expects zeros
    return 0;
}

herr_t write_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* from) {
    OpenFile& to = mine(file);
    to.written = std::max(to.written, address + size);
    const auto* bytes = static_cast<const char*>(from);
    while (size > 0 && to.trouble->error == 0) {
        const ssize_t n = ::pwrite(to.descriptor, bytes, size, static_cast<off_t>(address));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            to.trouble->error = errno;
            break;
        }
        bytes += n;
        address += static_cast<haddr_t>(n);
        size -= static_cast<std::size_t>(n);
    }
    return 0;
}

herr_t fit_length(H5FD_t* file, hid_t, hbool_t) {
    OpenFile& to = mine(file);
    if (to.trouble->error == 0 && ::ftruncate(to.descriptor, static_cast<off_t>(to.allocated)) != 0)
        to.trouble->error = errno;
    to.written = to.allocated;
    return 0;
}

H5FD_class_t driver_class() {
    H5FD_class_t c{};
    c.name = "careful";
    c.maxaddr = largest_address;
    c.fc_degree = H5F_CLOSE_WEAK;
    c.fapl_size = sizeof(Settings);
    c.open = open_file_of;
    c.close = close_file;
    c.query = features;
    c.get_eoa = allocated_end;
    c.set_eoa = set_allocated_end;
    c.get_eof = written_end;
    c.read = read_bytes;
    c.write = write_bytes;
    c.truncate = fit_length;
    // All kinds of data may share free space, as in HDF5's own driver.
    std::fill(std::begin(c.fl_map), std::end(c.fl_map), H5FD_MEM_DEFAULT);
    return c;
}

}  // namespace

void use_careful_driver(hid_t access, WriteTrouble& trouble) {
    static const H5FD_class_t description = driver_class();
    static const hid_t driver = H5FDregister(&description);  // HDF5 keeps drivers until the program ends
    const Settings settings{&trouble};
    check(H5Pset_driver(access, driver, &settings), "choosing the way to write");
}

}  // namespace cicatrix::io::h5
