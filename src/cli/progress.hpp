// SPDX-License-Identifier: Apache-2.0
// How far a run is: a bar with the time left on a terminal, a line per 10 % in a log, nothing when asked.
#pragma once

#include <chrono>
#include <string>

namespace cicatrix::cli {

class Progress {
public:
    enum class Style { none, lines, bar };
    /// The style that suits standard error now; NO_PROGRESS and `quiet` turn it off.
    static Style suitable(bool quiet);

    Progress(std::string label, Style style);
    ~Progress();  ///< takes the bar away
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(double fraction);
    /// Takes the bar away and says how long it took.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    double elapsed_s() const;
    void draw(double fraction);
    void write_line(double fraction);
    void clear();

    std::string label_;
    Style style_;
    Clock::time_point start_, last_draw_;
    int tenths_told_ = 0;
    bool drawn_ = false;
};

/// "42 s", "3 min 05 s", "1 h 02 min".
std::string duration_text(double seconds);

}  // namespace cicatrix::cli
