// SPDX-License-Identifier: Apache-2.0
// Questions to a finished course in time: how long, how much, since which session.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"

#include <functional>
#include <span>

namespace cicatrix {

/// A course in time: values at rising times, straight lines between them.
struct Course {
    std::span<const double> time_d, value;
};

/// Stretch of time that belongs to one session: until the next one, or to the end of the run. The look at a session's
/// own moment is made before the needles, so it belongs to the stretch before.
struct Window {
    double from_d = 0, to_d = 0;
    bool contains(double time_d) const { return from_d < time_d && time_d <= to_d; }
};
std::vector<Window> session_windows(const Findings& findings);

/// Days from the start of the window to the last moment in it at which the course is above `level`.
double lasting_above(const Course& course, const Window& window, double level);
/// Days from the start of the window until the course, after its highest value in the window, has come down to
/// `remaining` of that value. The whole window when it never does; 0 when it never rose above zero.
double recovery_from_peak(const Course& course, const Window& window, double remaining);
/// Total days above `level`.
double total_above(const Course& course, double level);
/// Area under the course, value times days.
double area_under(const Course& course);
/// Last value looked at until a time; `otherwise` when there was none.
double last_until(const Course& course, double time_d, double otherwise);

double median(std::vector<double> values);  ///< 0 when there are none
/// Median over sessions of something measured in each session's window; 0 without sessions.
double median_over_sessions(const Findings& findings, const std::function<double(const Window&)>& measure);
/// Largest over sessions; 0 without sessions.
double longest_over_sessions(const Findings& findings, const std::function<double(const Window&)>& measure);

}  // namespace cicatrix
