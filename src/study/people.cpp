// SPDX-License-Identifier: Apache-2.0
#include "people.hpp"

#include <cmath>

namespace cicatrix {
namespace {

constexpr double z = 1.96;   // 95 % of a normal distribution lie within so many standard deviations
constexpr double yes = 0.5;  // a yes/no is 0 or 1; between two looks it is in between

}  // namespace

std::optional<PeopleCount> count_people(const CoursesOfArms& courses, const Measure& measure, const Arm& arm,
                                        int people, std::string& why) {
    Measure asked = measure, ever = measure;
    asked.over = ever.over = nullptr;
    ever.observable = measure.among;
    ever.of = Measure::Of::peak;
    PeopleCount count;
    for (int person = 1; person <= people; ++person) {
        if (!measure.among.empty()) {
            const auto belongs = courses.value(ever, arm, arm, person, why);
            if (!belongs) return std::nullopt;
            if (*belongs <= yes) continue;
        }
        const auto found = courses.value(asked, arm, arm, person, why);
        if (!found) return std::nullopt;
        ++count.of;
        count.yes += *found > yes;
    }
    if (count.of > 0) return count;
    why = measure.among + " was true of nobody in " + arm.name;
    return std::nullopt;
}

ShareOfPeople share_of(const PeopleCount& count) {
    const double n = count.of, p = count.yes / n;
    const double middle = (p + 0.5 * z * z / n) / (1.0 + z * z / n);
    const double half = z / (1.0 + z * z / n) * std::sqrt(p * (1.0 - p) / n + 0.25 * z * z / (n * n));
    return {count, {}, 100.0 * p, 100.0 * std::max(0.0, middle - half), 100.0 * std::min(1.0, middle + half)};
}

ShareOfPeople ratio_of(const PeopleCount& count, const PeopleCount& over) {
    const double half = count.yes > 0 ? 0.0 : 0.5;
    const double a = count.yes + half, n = count.of + half, b = over.yes + half, m = over.of + half;
    const double error = std::sqrt(std::max(0.0, 1.0 / a - 1.0 / n + 1.0 / b - 1.0 / m));
    const double middle = (a / n) / (b / m), ratio = (double(count.yes) / count.of) / (double(over.yes) / over.of);
    return {count, over, ratio, count.yes > 0 ? middle * std::exp(-z * error) : 0.0, middle * std::exp(z * error)};
}

Answered within(const ShareOfPeople& share, double low, double high) {
    if (share.low > low && share.high < high) return Answered::holds;
    return share.high < low || share.low > high ? Answered::fails : Answered::unclear;
}

}  // namespace cicatrix
