// SPDX-License-Identifier: Apache-2.0
// Runs what measures ask for, equal scenarios once, and reads measures from it. Private.
#pragma once

#include "cicatrix/study/contrast_answers.hpp"

#include "cicatrix/outcomes/outcome.hpp"

#include <map>

namespace cicatrix {

/// What is kept of a run.
struct Course {
    Findings findings;
    double end_d = 0;
    std::vector<ParameterRecord> parameters;
};

class CoursesOfArms {
public:
    /// Notes that a finding will be asked of these arms, so that progress is known before anything is run.
    void foresee(const Arm& arm, int seed, const Measure& measure);
    std::size_t foreseen() const { return wanted_.size(); }
    /// All with these factors on declared parameters.
    void run_all(const Factors& factors, const std::function<bool(std::size_t done, std::size_t all)>& progress);

    const Course& course(const Arm& arm, int seed) const;
    /// Nothing where the run does not hold what is asked; `why` says so.
    std::optional<double> value(const Measure& measure, const Arm& arm, const Arm& over_arm, int seed,
                                std::string& why) const;
    /// A curve at all looks of the run, time in days; normalised as the measure says.
    std::vector<std::pair<double, double>> curve(const Measure& measure, const Arm& arm, int seed,
                                                 std::string& why) const;

private:
    struct Wanted {
        const Arm* arm;
        int seed;
        bool untreated;
    };
    static std::string name_of(const Arm& arm, int seed, bool untreated);
    const Course* untreated(const Arm& arm, int seed) const;
    std::optional<double> plain(const Measure& measure, const Arm& arm, int seed, std::string& why) const;

    std::map<std::string, Wanted> wanted_;
    std::map<std::string, Course> courses_;
};

}  // namespace cicatrix
