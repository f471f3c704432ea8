// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cicatrix/study/contrast_answers.hpp"

#include <string>
#include <vector>

namespace cicatrix::cli {

/// Answers with every number that was found, for other programs.
std::string study_json(const std::vector<Contrast>& contrasts, const StudyAnswers& answers);

}  // namespace cicatrix::cli
