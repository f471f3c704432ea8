// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

/// Where the straight line from (t0, v0) to (t1, v1) meets `level`.
double crossing(double t0, double v0, double t1, double v1, double level) {
    return t0 + (t1 - t0) * (level - v0) / (v1 - v0);
}

}  // namespace

std::vector<Window> session_windows(const Findings& findings) {
    std::vector<Window> windows;
    const auto& s = findings.session_d;
    const double end = findings.time_d.empty() ? 0.0 : findings.time_d.back();
    for (std::size_t i = 0; i < s.size(); ++i)
        windows.push_back({s[i], i + 1 < s.size() ? s[i + 1] : std::max(end, s[i])});
    return windows;
}

double lasting_above(const Course& course, const Window& window, double level) {
    double until = window.from_d;
    for (std::size_t i = 0; i < course.value.size(); ++i) {
        if (!window.contains(course.time_d[i]) || course.value[i] <= level) continue;
        until = course.time_d[i];
        if (i + 1 == course.value.size()) continue;
        const double next = course.time_d[i + 1];
        if (course.value[i + 1] <= level)
            until = std::min(window.to_d, crossing(until, course.value[i], next, course.value[i + 1], level));
        else if (!window.contains(next))
            until = window.to_d;
    }
    return until - window.from_d;
}

double recovery_from_peak(const Course& course, const Window& window, double remaining) {
    std::size_t top = course.value.size();
    for (std::size_t i = 0; i < course.value.size(); ++i)
        if (window.contains(course.time_d[i]) && (top == course.value.size() || course.value[i] > course.value[top]))
            top = i;
    if (top == course.value.size() || course.value[top] <= 0.0) return 0.0;
    const double level = remaining * course.value[top];
    for (std::size_t i = top + 1; i < course.value.size() && window.contains(course.time_d[i]); ++i)
        if (course.value[i] <= level)
            return crossing(course.time_d[i - 1], course.value[i - 1], course.time_d[i], course.value[i], level) -
                   window.from_d;
    return window.to_d - window.from_d;
}

double total_above(const Course& course, double level) {
    double total = 0.0;
    for (std::size_t i = 0; i + 1 < course.value.size(); ++i) {
        const double t0 = course.time_d[i], t1 = course.time_d[i + 1], v0 = course.value[i], v1 = course.value[i + 1];
        if (v0 > level && v1 > level)
            total += t1 - t0;
        else if (v0 > level)
            total += crossing(t0, v0, t1, v1, level) - t0;
        else if (v1 > level)
            total += t1 - crossing(t0, v0, t1, v1, level);
    }
    return total;
}

double area_under(const Course& course) {
    double area = 0.0;
    for (std::size_t i = 0; i + 1 < course.value.size(); ++i)
        area += 0.5 * (course.value[i] + course.value[i + 1]) * (course.time_d[i + 1] - course.time_d[i]);
    return area;
}

double last_until(const Course& course, double time_d, double otherwise) {
    double value = otherwise;
    for (std::size_t i = 0; i < course.value.size() && course.time_d[i] <= time_d; ++i) value = course.value[i];
    return value;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

double median_over_sessions(const Findings& findings, const std::function<double(const Window&)>& measure) {
    std::vector<double> all;
    for (const Window& w : session_windows(findings)) all.push_back(measure(w));
    return median(std::move(all));
}

double longest_over_sessions(const Findings& findings, const std::function<double(const Window&)>& measure) {
    double longest = 0.0;
    for (const Window& w : session_windows(findings)) longest = std::max(longest, measure(w));
    return longest;
}

}  // namespace cicatrix
