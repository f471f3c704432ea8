// SPDX-License-Identifier: Apache-2.0
// A file in which a run is kept while it goes, frames of its result file included.
#pragma once

#include "cicatrix/io/files.hpp"
#include "cicatrix/study/keeper.hpp"

#include <chrono>
#include <filesystem>

namespace cicatrix::io {

/// What lies there is no checkpoint, or one of another scenario or program.
struct CheckpointRefused : InputError {
    CheckpointRefused(const std::string& message, bool one) : InputError{message}, is_a_checkpoint{one} {}
    bool is_a_checkpoint;  ///< so that begin_anew() would do
};

class Checkpoint final : public Keeper {
public:
    using Pause = std::chrono::duration<double>;

    /// `frames`: the result file of this run, if it writes one. A run that goes on is kept every `pause`. InputError
    /// when the file cannot be written.
    Checkpoint(std::filesystem::path path, const Scenario& scenario, ResultFile* frames,
               Pause pause = std::chrono::minutes{10});
    /// The run begins anew, and what was kept before is overwritten as soon as there is something to keep.
    void begin_anew() { anew_ = true; }

    /// Whether the file holds this run: as it was given back, or kept since.
    bool holds_this_run() const { return holds_; }
    /// Throws CheckpointRefused; nothing is changed then.
    bool give_back(const Body& body) override;
    bool is_due() override;
    /// Writes the file anew; a crash leaves the old one. RunError when it cannot be written.
    void keep(const Body& body) override;

private:
    void write(const Body& body) const;

    std::filesystem::path path_;
    const Scenario& scenario_;
    ResultFile* frames_;
    bool anew_ = false, holds_ = false;
    Pause pause_;
    std::chrono::steady_clock::time_point kept_at_ = std::chrono::steady_clock::now();
};

/// The run is done and its results are in place: the file is of no more use. A link's file goes, too.
void remove_checkpoint(const std::filesystem::path& path);

}  // namespace cicatrix::io
