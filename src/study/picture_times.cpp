// SPDX-License-Identifier: Apache-2.0
// When to take pictures: where things happen, not evenly.
#include "cicatrix/study/recorder.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

double nearest_time(const std::vector<double>& times, double wanted) {
    const auto after = std::lower_bound(times.begin(), times.end(), wanted);
    if (after == times.begin()) return *after;
    if (after == times.end()) return times.back();
    return *after - wanted <= wanted - *(after - 1) ? *after : *(after - 1);
}

/// The observation times nearest to the wanted ones, each once, in order.
std::vector<double> among(const std::vector<double>& observations, const std::vector<double>& wanted) {
    std::vector<double> chosen;
    for (const double t : wanted) chosen.push_back(nearest_time(observations, t));
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

/// Hours after a session at which it is worth looking.
constexpr double after_first_h[] = {0.5, 24.0, 72.0, 168.0, 336.0};
constexpr double after_last_h[] = {0.5, 6.0, 24.0, 72.0, 168.0, 336.0, 720.0, 1440.0, 2160.0, 4320.0};
constexpr std::size_t plain_pictures = 8;  // of a run without sessions

std::vector<double> wanted_times(const std::vector<double>& observations, const std::vector<double>& sessions) {
    const double start = observations.front(), end = observations.back();
    std::vector<double> wanted{start, end};
    if (sessions.empty()) {
        for (std::size_t i = 1; i < plain_pictures; ++i)
            wanted.push_back(start + (end - start) * static_cast<double>(i) / plain_pictures);
        return wanted;
    }
    const double second = sessions.size() > 1 ? sessions[1] : end;
    for (const double h : after_first_h)
        if (sessions.front() + h < second) wanted.push_back(sessions.front() + h);
    for (const double h : after_last_h)
        if (sessions.back() + h <= end) wanted.push_back(sessions.back() + h);
    return wanted;
}

}  // namespace

PictureTimes picture_times(const std::vector<double>& observations, const std::vector<double>& sessions,
                           double frames_every_h) {
    if (observations.empty()) return {};
    PictureTimes pictures;
    std::vector<double> wanted = wanted_times(observations, sessions);
    pictures.sections_h = among(observations, wanted);
    if (frames_every_h > 0.0) {
        wanted.clear();
        const double start = observations.front();
        const auto count = static_cast<long>(std::floor((observations.back() - start) / frames_every_h));
        for (long i = 0; i <= count; ++i) wanted.push_back(start + static_cast<double>(i) * frames_every_h);
    } else {
        for (const double s : sessions) {
            if (wanted.size() >= 24) break;
            wanted.push_back(s + 12.0);
        }
    }
    pictures.frames_h = among(observations, wanted);
    return pictures;
}

}  // namespace cicatrix
