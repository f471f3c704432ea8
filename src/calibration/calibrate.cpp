// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/calibration/calibration.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/study/run.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double missing = 100.0;      // half bands: a number that the runs do not hold, or runs that broke down
constexpr double bound_within = 5e-3;  // of the spread

class Evaluation {
public:
    Evaluation(const Calibration& calibration, const CalibrateOptions& options, int most_evaluations)
        : calibration_{calibration},
          options_{options},
          planned_{most_evaluations + 2.0 * static_cast<double>(calibration.parameters.size())} {}

    Residuals operator()(const Places& places) {
        Residuals all;
        try {
            StudyAnswers answers = answers_at(places);
            runs_ += answers.runs;
            for (std::size_t t = 0; t < calibration_.targets.size(); ++t) append(t, answers.contrasts[t], all);
            keep(all, std::move(answers));
        } catch (const RunError& e) {
            if (done_ == 0) throw;  // the declared model must run
            failures_.emplace_back(e.what());
            all = all_missing();
        } catch (const ParameterOutOfRange& e) {  // a person's trait and the spread together
            if (done_ == 0) throw;
            failures_.push_back(name_of(e.record) + " left its range");
            all = all_missing();
        }
        ++done_;
        return all;
    }

    /// Of the first evaluation, and of the best one so far.
    const StudyAnswers& before() const { return before_; }
    const StudyAnswers& after() const { return after_; }
    std::size_t runs() const { return runs_; }
    const std::vector<std::string>& failures() const { return failures_; }

private:
    StudyAnswers answers_at(const Places& places) const {
        StudyOptions options;
        options.knock_outs = false;
        for (std::size_t p = 0; p < places.size(); ++p) {
            const CalibratedParameter& parameter = calibration_.parameters[p];
            options.factors[name_of(parameter.record)] = parameter.bounds.value(places[p]) / parameter.record.standard;
        }
        options.progress = [this](std::size_t done, std::size_t all) {
            const double part = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0;
            return !options_.progress || options_.progress((done_ + part) / planned_);
        };
        return answer_contrasts(calibration_.targets, options);
    }

    void append(std::size_t target, const ContrastAnswer& answer, Residuals& all) const {
        for (std::size_t f = 0; f < answer.findings.size(); ++f) {
            const std::size_t numbers = numbers_of(calibration_.targets[target].findings[f]);
            if (answer.findings[f].rows.size() == numbers)
                for (const RowAnswer& row : answer.findings[f].rows) all.push_back(row.off);
            else
                all.insert(all.end(), numbers, missing);
        }
    }

    Residuals all_missing() const {
        Residuals all;
        for (const Contrast& target : calibration_.targets)
            for (const Finding& f : target.findings) all.insert(all.end(), numbers_of(f), missing);
        return all;
    }

    void keep(const Residuals& residuals, StudyAnswers answers) {
        const double sum = sum_of_squares(residuals);
        if (done_ == 0) before_ = answers;
        if (done_ > 0 && sum >= best_) return;
        best_ = sum;
        after_ = std::move(answers);
    }

    const Calibration& calibration_;
    const CalibrateOptions& options_;
    double planned_, best_ = HUGE_VAL;
    int done_ = 0;
    std::size_t runs_ = 0;
    StudyAnswers before_, after_;
    std::vector<std::string> failures_;
};

}  // namespace

std::size_t numbers_of(const Finding& finding) {
    if (finding.measure.of != Measure::Of::curve) return finding.rows.size();
    return static_cast<std::size_t>(
        std::count_if(finding.rows.begin(), finding.rows.end(), [](const DataRow& r) { return r.time_h.has_value(); }));
}

AtBound at_bound(double place) {
    if (place < bound_within) return AtBound::lower;
    return place > 1.0 - bound_within ? AtBound::upper : AtBound::no;
}

std::pair<double, double> one_error_around(const Calibration& calibration, const CalibrationAnswer& answer,
                                           std::size_t parameter) {
    const Spread& bounds = calibration.parameters[parameter].bounds;
    const double place = answer.fit.best.places[parameter], error = answer.identifiability.errors[parameter];
    return {bounds.value(std::max(0.0, place - error)), bounds.value(std::min(1.0, place + error))};
}

CalibrationAnswer calibrate(const Calibration& calibration, const CalibrateOptions& options) {
    const int evaluations = options.most_evaluations > 0 ? std::min(options.most_evaluations, calibration.evaluations)
                                                         : calibration.evaluations;
    Evaluation evaluation{calibration, options, evaluations};
    const ResidualsAt residuals = [&](const Places& places) { return evaluation(places); };
    Places start;
    for (const CalibratedParameter& p : calibration.parameters) start.push_back(p.bounds.place(p.start));
    CalibrationAnswer answer;
    answer.fit = least_squares(residuals, start, evaluations);
    answer.before = evaluation.before();
    answer.after = evaluation.after();  // before the slopes, whose probes may happen on something better
    answer.identifiability = identify(residuals, answer.fit.best);
    answer.runs = evaluation.runs();
    answer.failures = evaluation.failures();
    for (std::size_t p = 0; p < start.size(); ++p)
        answer.values.push_back(calibration.parameters[p].bounds.value(answer.fit.best.places[p]));
    return answer;
}

}  // namespace cicatrix
