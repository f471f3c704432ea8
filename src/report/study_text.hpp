// SPDX-License-Identifier: Apache-2.0
// Words and numbers that the pages of studies share. Private.
#pragma once

#include "cicatrix/report/study_pages.hpp"

namespace cicatrix {

std::string joined(const std::vector<std::string>& words, const std::string& with);
std::string lower_first(std::string text);
/// Three significant digits.
std::string digits(double value);
/// "12 %".
std::string share_text(double share);
/// "0.021 +- 0.003".
std::string mean_text(const SeedMean& value);
/// The same of an arm; "16.7 (5 of 30; 7.3 to 33.6)" of people.
std::string value_text(const ArmValue& found);
/// "`scar_index` on day 84, over that of \"once\"".
std::string measure_text(const Measure& measure);
/// What is said of it: "rises", "above 0.9", "before ...".
std::string expectation_text(const Finding& finding);
/// One row per finding: what is read, what is said, arm by arm what was found, and whether it holds.
std::string findings_table(const Contrast& contrast, const ContrastAnswer& answer);

}  // namespace cicatrix
