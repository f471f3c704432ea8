// SPDX-License-Identifier: Apache-2.0
// Presents one layer's kinetics to the ordinary differential equation solver. All lanes carry the same value.
#include "cicatrix/numerics/well_mixed.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "ode_problem.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace cicatrix {

namespace {

/// The local system with every unknown divided by its own absolute tolerance, so that one tolerance serves all.
class LocalProblem final : public OdeProblem {
public:
    LocalProblem(const Kinetics& kinetics, const WellMixedSite& place, std::vector<double> unit)
        : kinetics_{kinetics},
          pattern_{kinetics.pattern(place.layer)},
          environment_{place.environment},
          unit_{std::move(unit)},
          columns_(place.columns.begin(), place.columns.end()),
          u_(unit_.size()),
          rate_(unit_.size()),
          nonzero_(pattern_.nonzeros.size()) {
        site_.layer = place.layer;
        site_.depth_um = place.depth_um;
        site_.environment = &environment_;
        site_.columns = columns_;
    }
    int size() const override { return static_cast<int>(unit_.size()); }
    void rates(const double* y, double* dydt) override {
        load(y);
        kinetics_.rates(site_, u_, rate_);
        for (std::size_t i = 0; i < unit_.size(); ++i) dydt[i] = rate_[i][0] / unit_[i];
    }
    void jacobian(const double* y, double* dense) override {
        load(y);
        kinetics_.linearise(site_, u_, rate_, nonzero_);
        const std::size_t n = unit_.size();
        std::fill_n(dense, n * n, 0.0);
        for (std::size_t e = 0; e < nonzero_.size(); ++e) {
            const auto row = static_cast<std::size_t>(pattern_.nonzeros[e].first);
            const auto column = static_cast<std::size_t>(pattern_.nonzeros[e].second);
            dense[row * n + column] += nonzero_[e][0] * unit_[column] / unit_[row];
        }
    }

private:
    void load(const double* y) {
        for (std::size_t i = 0; i < unit_.size(); ++i) u_[i] = Lanes{y[i] * unit_[i]};
    }

    const Kinetics& kinetics_;
    const LocalPattern& pattern_;
    Environment environment_;
    std::vector<double> unit_;
    Site site_;
    std::vector<Lanes> columns_, u_, rate_, nonzero_;
};

std::vector<double> units_of(const WellMixedSettings& settings, std::size_t n) {
    if (settings.absolute.size() == n) return settings.absolute;
    if (settings.absolute.size() != 1)
        throw std::invalid_argument{"absolute tolerances: give one for all, or one per unknown"};
    return std::vector<double>(n, settings.absolute.front());
}

}  // namespace

WellMixedCourse run_well_mixed(const Kinetics& kinetics, const WellMixedSite& site, std::span<const double> start,
                               std::span<const double> output_times_h, const WellMixedSettings& settings) {
    const LocalPattern& pattern = kinetics.pattern(site.layer);
    if (start.size() != pattern.fields.size())
        throw std::invalid_argument{"the start needs one value per unknown of the layer"};
    if (site.columns.size() != pattern.columns.size())
        throw std::invalid_argument{"the site needs one value per column read of the layer"};
    const std::vector<double> unit = units_of(settings, start.size());
    if (!std::all_of(unit.begin(), unit.end(), [](double a) { return a > 0.0; }))
        throw std::invalid_argument{"absolute tolerances must be positive"};
    LocalProblem problem{kinetics, site, unit};
    std::vector<double> y(start.begin(), start.end());
    for (std::size_t i = 0; i < y.size(); ++i) y[i] /= unit[i];

    WellMixedCourse course;
    double time = 0.0, step = settings.first_step_h;
    for (double until : output_times_h) {
        if (until < time) throw std::invalid_argument{"output times must rise from zero"};
        if (!run_rosenbrock4(problem, y, time, until, step, {settings.relative, 1.0, settings.most_steps}))
            throw RunError{"The well-mixed system of layer " + std::string{to_string(site.layer)} +
                           " could not be integrated from " + std::to_string(time) + " h to " + std::to_string(until) +
                           " h: its steps shrank to nothing or its values left all bounds."};
        time = until;
        course.time_h.push_back(until);
        std::vector<double> values(y.size());
        for (std::size_t i = 0; i < y.size(); ++i) values[i] = y[i] * unit[i];
        course.values.push_back(std::move(values));
    }
    return course;
}

}  // namespace cicatrix
