// SPDX-License-Identifier: Apache-2.0
// A calibration: chosen parameters, moved within bounds until the model comes as near as it can to published numbers
// that may be used for that. `validation/calibrations/` holds them as files.
#pragma once

#include "cicatrix/calibration/identifiability.hpp"
#include "cicatrix/study/contrast_answers.hpp"

namespace cicatrix {

/// Values are in the parameter's own unit.
struct CalibratedParameter {
    ParameterRecord record;
    Spread bounds;  ///< what is plausible, where the file says nothing
    double start;   ///< as declared, where the file says nothing
};

struct Calibration {
    std::string id, title, note;
    int seeds = 1, evaluations = 60;
    std::vector<CalibratedParameter> parameters;
    std::vector<Contrast> targets;  ///< set and seeded as the file says
};

/// Finds the entries of study files; `path` is relative to the calibration's folder.
using TargetsIn = std::function<std::vector<Contrast>(const std::string& path, const Place& asked)>;

/// The calibration of a file. What is wrong is said through diagnostics; so is every target that must not set a
/// parameter.
Calibration bind_calibration(const Document& document, const TargetsIn& targets, Diagnostics& diagnostics);

struct CalibrateOptions {
    int most_evaluations = 0;                       ///< fewer than the file asks for: a quick look; 0: as the file says
    std::function<bool(double fraction)> progress;  ///< false: stop, throws Interrupted
};

struct CalibrationAnswer {
    Fit fit;
    Identifiability identifiability;
    std::vector<double> values;         ///< by parameter, in its unit
    StudyAnswers before, after;         ///< of the targets
    std::size_t runs = 0;               ///< scenarios, over all evaluations
    std::vector<std::string> failures;  ///< evaluations in which a run broke down, with the reason
};

/// Deterministic, whatever the number of threads.
CalibrationAnswer calibrate(const Calibration& calibration, const CalibrateOptions& options = {});

/// A bound that a fit came to rest at.
enum class AtBound { no, lower, upper };
AtBound at_bound(double place);

/// A standard error below and above the fitted value, in its unit, within the bounds.
std::pair<double, double> one_error_around(const Calibration& calibration, const CalibrationAnswer& answer,
                                           std::size_t parameter);

/// Published numbers that the targets hold, in the order of the residuals.
std::size_t numbers_of(const Finding& finding);

}  // namespace cicatrix
