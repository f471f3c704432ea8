// SPDX-License-Identifier: Apache-2.0
// Writing beside the target and renaming, so that a crash leaves the old file or a complete new one.
#include "safe_target.hpp"

#include "cicatrix/io/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cicatrix::io {
namespace fs = std::filesystem;
namespace {

std::string reason() {
    return std::strerror(errno);
}

/// An open file descriptor.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : fd_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool ok() const { return fd_ >= 0; }
    int get() const { return fd_; }
    bool close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd) == 0;
    }

private:
    int fd_;
};

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

/// A link is followed, so that the file it names is replaced and not the link.
fs::path resolved(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_symlink(path, ignored)) return path;
    const fs::path real = fs::weakly_canonical(path, ignored);
    return ignored ? path : real;
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

fs::path temporary_beside(const fs::path& target) {
    return folder_of(target) / ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".part");
}

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
    throw InputError{"cannot write '" + path.string() + "': " + why};
}

bool is_stream(const fs::path& path) {
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    return fs::is_character_file(status) || fs::is_fifo(status);
}

void write_stream(const fs::path& path, std::string_view text) {
    const Descriptor file{path, O_WRONLY};
    if (!file.ok()) refuse(path, reason());
    if (!write_all(file.get(), text)) throw RunError{"could not write '" + path.string() + "': " + reason()};
}

}  // namespace

void check_writable(const fs::path& path) {
    if (path.empty() || !path.has_filename()) refuse(path, "this names no file");
    const fs::path target = resolved(path), folder = folder_of(target);
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        refuse(path, "the folder '" + folder.string() + "' does not exist; make it first");
    if (error) refuse(path, "the folder '" + folder.string() + "' cannot be reached: " + error.message());
    if (!fs::is_directory(status)) refuse(path, "'" + folder.string() + "' is no folder");
    if (fs::is_directory(target, error)) refuse(path, "this is a folder; name a file in it");
    if (fs::exists(target, error) && !fs::is_regular_file(target, error)) refuse(path, "this is no regular file");
    // Only trying tells: permissions, read-only file systems and quotas all end here.
    const fs::path trial = temporary_beside(target);
    const Descriptor file{trial, O_WRONLY | O_CREAT};
    if (!file.ok()) refuse(path, "the folder '" + folder.string() + "' takes no new files: " + reason());
    fs::remove(trial, error);
}

SafeTarget::SafeTarget(const fs::path& target) : target_{resolved(target)} {
    check_writable(target);
    temporary_ = temporary_beside(target_);
}

SafeTarget::~SafeTarget() {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void SafeTarget::commit() {
    const auto stop = [this] { throw RunError{"could not write '" + target_.string() + "': " + reason()}; };
    Descriptor file{temporary_, O_RDONLY};
    if (!file.ok() || ::fsync(file.get()) != 0 || !file.close()) stop();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) stop();
    temporary_.clear();
    // Without this the new name itself could be lost in a crash. Some file systems do not offer it; that is no error.
    const Descriptor folder{folder_of(target_), O_RDONLY | O_DIRECTORY};
    if (folder.ok()) ::fsync(folder.get());
}

void write_safely(const fs::path& path, std::string_view text) {
    if (is_stream(path)) return write_stream(path, text);
    SafeTarget safe{path};
    Descriptor file{safe.temporary(), O_WRONLY | O_CREAT | O_TRUNC};
    if (!file.ok() || !write_all(file.get(), text) || !file.close())
        throw RunError{"could not write '" + path.string() + "': " + reason()};
    safe.commit();
}

}  // namespace cicatrix::io
