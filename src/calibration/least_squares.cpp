// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/calibration/least_squares.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <exception>
#include <nlopt.hpp>
#include <string>

namespace cicatrix {
namespace {

constexpr double first_step = 0.2;      // of a spread: the first model of the sum spans a good part of it
constexpr double smallest_step = 2e-3;  // of a spread: less is below what adaptive steps of a simulation reproduce
constexpr double smallest_gain = 1e-4;  // of the sum

/// The optimiser calls back through C, where no exception may pass: one waits here meanwhile.
struct Search {
    const ResidualsAt& residuals;
    Fit fit;
    std::exception_ptr thrown;

    double sum_at(const Places& places) {
        Residuals found = residuals(places);
        const double sum = sum_of_squares(found);
        ++fit.evaluations;
        if (fit.evaluations == 1) fit.start = fit.best = {places, found};
        if (sum < sum_of_squares(fit.best.residuals)) fit.best = {places, std::move(found)};
        return sum;
    }
};

double objective(const std::vector<double>& places, std::vector<double>&, void* search) {
    auto& s = *static_cast<Search*>(search);
    try {
        return s.sum_at(places);
    } catch (...) {
        s.thrown = std::current_exception();
        throw nlopt::forced_stop{};
    }
}

}  // namespace

double sum_of_squares(const Residuals& residuals) {
    double sum = 0.0;
    for (const double r : residuals) sum += r * r;
    return sum;
}

Fit least_squares(const ResidualsAt& residuals, const Places& start, int most_evaluations) {
    Search search{residuals, {}, nullptr};
    search.sum_at(start);
    if (most_evaluations < 2) return std::move(search.fit);
    const auto n = static_cast<unsigned>(start.size());
    // BOBYQA's quadratic model needs two dimensions; along a line a simplex does.
    nlopt::opt optimiser{n > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, n};
    optimiser.set_lower_bounds(0.0);
    optimiser.set_upper_bounds(1.0);
    optimiser.set_initial_step(first_step);
    optimiser.set_xtol_abs(smallest_step);
    optimiser.set_ftol_rel(smallest_gain);
    optimiser.set_maxeval(most_evaluations - 1);
    optimiser.set_min_objective(objective, &search);
    Places places = start;
    double sum = 0.0;
    try {
        search.fit.settled = optimiser.optimize(places, sum) != nlopt::MAXEVAL_REACHED;
    } catch (const nlopt::roundoff_limited&) {  // no step is small enough to gain more
        search.fit.settled = true;
    } catch (const std::exception& e) {
        if (search.thrown) std::rethrow_exception(search.thrown);
        throw RunError{std::string{"the optimiser gave up: "} + e.what()};
    }
    return std::move(search.fit);
}

}  // namespace cicatrix
