// SPDX-License-Identifier: Apache-2.0
// Shares of people, and how far so few of them leave a share open. Private.
#pragma once

#include "courses_of_arms.hpp"

namespace cicatrix {

/// Of how many of the people a yes/no is true; `why` says what could not be read.
std::optional<PeopleCount> count_people(const CoursesOfArms& courses, const Measure& measure, const Arm& arm,
                                        int people, std::string& why);
/// In percent, with Wilson's interval, as the tables of published shares have it. `count.of` is above 0.
ShareOfPeople share_of(const PeopleCount& count);
/// Of two shares, with the interval from the standard error of its logarithm. Both `of` are above 0, and so is
/// `over.yes`; when nobody is counted above, half a person is added to each count for the interval.
ShareOfPeople ratio_of(const PeopleCount& count, const PeopleCount& over);
/// Whether a share lies between bounds, with all that its interval leaves open.
Answered within(const ShareOfPeople& share, double low, double high);

}  // namespace cicatrix
