// SPDX-License-Identifier: Apache-2.0
// Answers to claims and to published targets as pages of Markdown.
#pragma once

#include "cicatrix/study/contrast_answers.hpp"
#include "cicatrix/study/screening.hpp"

#include <map>
#include <string>
#include <vector>

namespace cicatrix {

/// One claim or disagreement after the other, with numbers, the knock-out, and what is still lacking.
std::string claims_page(const std::vector<Contrast>& contrasts, const StudyAnswers& answers);

/// How many targets were met, by role; a table and what each miss means. `pictures`: the folder of the charts, as the
/// page names it.
std::string validation_page(const std::vector<Contrast>& contrasts, const StudyAnswers& answers,
                            const std::string& pictures);
/// Charts of the validation page (SVG), by file name: one of all bands, one for each curve.
std::map<std::string, std::string> validation_charts(const std::vector<Contrast>& contrasts,
                                                     const StudyAnswers& answers);

/// The ten parameters that matter most, and how often the ranking turns round.
std::string screening_page(const Screening& screening);

/// Targets asked and met, for a role ("" for all) and kinds.
struct Tally {
    int asked = 0, met = 0, lacking = 0;
    double share() const { return asked > 0 ? static_cast<double>(met) / asked : 0.0; }
};
Tally tally(const std::vector<Contrast>& contrasts, const StudyAnswers& answers, const std::string& kind,
            const std::string& role = {});

}  // namespace cicatrix
