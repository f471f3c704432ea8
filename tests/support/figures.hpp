// SPDX-License-Identifier: Apache-2.0
// A measured figure beside what it must be. One call asserts it and records it for docs/verification.md, so that the
// page cannot state a tolerance that no test holds.
#pragma once

#include <cmath>
#include <string>

namespace cicatrix::test {

/// What is measured, and what it is held against; both are read on the page.
struct Claim {
    std::string section;    ///< of the page: a name that tests/verification/page.py knows
    std::string what;       ///< one line
    std::string reference;  ///< analytic solution, oracle, printed table
};

/// The larger of two sizes. One that is not a number stays, so that no later error hides it.
inline double farther(double worst, double error) {
    return std::isnan(worst) || std::abs(error) <= worst ? worst : std::abs(error);
}

/// |measured - wanted| <= tolerance.
void expect_near(const Claim& claim, double measured, double wanted, double tolerance);
/// measured <= limit.
void expect_below(const Claim& claim, double measured, double limit);
/// The same for what would be zero if numbers had all their digits: the page gives the limit, not the rounding.
void expect_rounding(const Claim& claim, double measured, double limit);
/// The same for a table that was printed with few digits: `printed` is what its digits leave open. The larger of the
/// two is allowed.
void expect_below_or_digits(const Claim& claim, double measured, double limit, double printed);
/// A limit that is known to be missed, and why: the page tells it, and the test fails once it no longer is.
void expect_miss(const Claim& claim, double measured, double limit, const std::string& why);
/// Recorded but not asserted: where there is no reason to expect one number rather than another.
void tell(const Claim& claim, double measured);
/// A file beside the records, for tables that are more than claims.
void keep_file(const std::string& name, const std::string& text);

}  // namespace cicatrix::test
