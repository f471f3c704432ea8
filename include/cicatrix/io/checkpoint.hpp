// SPDX-License-Identifier: Apache-2.0
// A file in which a run is kept while it goes, frames of its result file included.
#pragma once

#include "cicatrix/io/files.hpp"
#include "cicatrix/study/keeper.hpp"

#include <chrono>
#include <filesystem>

namespace cicatrix::io {

class Checkpoint final : public Keeper {
public:
    using Pause = std::chrono::duration<double>;

    /// `frames`: the result file of this run, if it writes one. A run that goes on is kept every `pause`. InputError
    /// when the file cannot be written.
    Checkpoint(std::filesystem::path path, const Scenario& scenario, ResultFile* frames,
               Pause pause = std::chrono::minutes{10});

    bool exists() const;
    /// InputError when what lies there is no checkpoint, or one of another scenario or program; nothing is changed
    /// then.
    bool give_back(const Body& body) override;
    bool is_due() override;
    /// Writes the file anew; a crash leaves the old one. RunError when it cannot be written.
    void keep(const Body& body) override;
    /// The run is done: the file is of no more use.
    void remove();

private:
    std::filesystem::path path_;
    const Scenario& scenario_;
    ResultFile* frames_;
    Pause pause_;
    std::chrono::steady_clock::time_point kept_at_ = std::chrono::steady_clock::now();
};

}  // namespace cicatrix::io
