// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include "terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace cicatrix::cli {

namespace {

constexpr int bar_width = 24;
constexpr auto redraw_at_most_every = std::chrono::milliseconds{100};
constexpr double too_soon_to_tell_s = 0.5;

/// Time left, from how long the part done took; empty while that says little.
std::string time_left(double fraction, double elapsed_s) {
    if (fraction <= 0.0 || elapsed_s < too_soon_to_tell_s) return {};
    return ", " + duration_text(elapsed_s * (1.0 - fraction) / fraction) + " left";
}

}  // namespace

std::string duration_text(double seconds) {
    const long s = std::lround(std::max(0.0, seconds));
    if (s < 60) return fmt::format("{} s", s);
    if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
    return fmt::format("{} h {:02} min", s / 3600, s % 3600 / 60);
}

Progress::Style Progress::suitable(bool quiet) {
    if (quiet || is_set("NO_PROGRESS")) return Style::none;
    return is_terminal(stderr) ? Style::bar : Style::lines;
}

Progress::Progress(std::string label, Style style)
    : label_{std::move(label)}, style_{style}, start_{Clock::now()}, last_draw_{start_ - redraw_at_most_every} {}

Progress::~Progress() {
    clear();
}

double Progress::elapsed_s() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::update(double fraction) {
    fraction = std::clamp(fraction, 0.0, 1.0);
    if (style_ == Style::lines) write_line(fraction);
    if (style_ != Style::bar) return;
    const auto now = Clock::now();
    if (now - last_draw_ < redraw_at_most_every) return;
    last_draw_ = now;
    draw(fraction);
}

void Progress::draw(double fraction) {
    const int filled = static_cast<int>(fraction * bar_width);
    const std::string bar =
        std::string(static_cast<std::size_t>(filled), '#') +
        painted(std::string(static_cast<std::size_t>(bar_width - filled), '-'), Colour::faint, stderr);
    const std::string text =
        fmt::format("\r\033[K{} [{}] {:3.0f} %{}", label_, bar, 100.0 * fraction, time_left(fraction, elapsed_s()));
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
    drawn_ = true;
}

void Progress::write_line(double fraction) {
    const int tenths = static_cast<int>(fraction * 10.0);
    if (tenths <= tenths_told_ || tenths >= 10) return;  // the last line is finish()'s
    tenths_told_ = tenths;
    print_note(fmt::format("{}: {} %{}", label_, 10 * tenths, time_left(fraction, elapsed_s())));
}

void Progress::clear() {
    if (!drawn_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    drawn_ = false;
}

void Progress::finish() {
    clear();
    if (style_ != Style::none) print_note(fmt::format("{}: done in {}", label_, duration_text(elapsed_s())));
    style_ = Style::none;
}

}  // namespace cicatrix::cli
