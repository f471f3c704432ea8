// SPDX-License-Identifier: Apache-2.0
// A file that appears under its name only when it is complete.
#pragma once

#include <filesystem>
#include <string>

namespace cicatrix::io {

/// Names a temporary beside the target; removes it unless it was committed.
class SafeTarget {
public:
    /// Throws InputError when the target cannot be written (see check_writable).
    explicit SafeTarget(const std::filesystem::path& target);
    ~SafeTarget();
    SafeTarget(const SafeTarget&) = delete;
    SafeTarget& operator=(const SafeTarget&) = delete;
    const std::filesystem::path& target() const { return target_; }
    const std::filesystem::path& temporary() const { return temporary_; }
    /// Brings the temporary to the disk and gives it the target's name. Throws RunError.
    void commit();

private:
    std::filesystem::path target_, temporary_;
};

}  // namespace cicatrix::io
