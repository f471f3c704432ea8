// SPDX-License-Identifier: Apache-2.0
// Thirty days of local kinetics in voxels hurt by needles, uninterrupted and stopped every half hour, against the
// solvers that others use. Each solver is first given the loosest tolerance of a ladder at which it is as accurate as
// the others.
#include "cicatrix/numerics/parallel.hpp"
#include "cvode_peer.hpp"
#include "kinetics_case.hpp"
#include "lsoda_peer.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace cicatrix::bench {
namespace {

/// What a solver did with the judged voxels, or with as many as it was given.
struct Outcome {
    double error = 0, seconds = 0;  ///< processor time
    double steps = 0, rates = 0;
    std::size_t voxels = 0;
    std::string trouble = {};
};
using Solver = std::function<Outcome(const KineticsCase&, bool restarted, double tolerance, std::size_t voxels)>;

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void judge(Outcome& outcome, const KineticsCase& c, std::size_t voxel, const Course& course) {
    if (voxel < c.judged) outcome.error = std::max(outcome.error, c.error(voxel, course));
}

WellMixedSettings settings(const KineticsCase& c, double tolerance) {
    WellMixedSettings s;
    s.relative = tolerance;
    s.absolute = c.absolute(tolerance);
    return s;
}

Outcome ours(const KineticsCase& c, bool restarted, double tolerance, std::size_t voxels) {
    const double rates_per_step = restarted ? 2 : 6;
    Outcome outcome{.voxels = voxels};
    const std::span starts{c.starts.data(), voxels};
    const std::span columns{c.columns.data(), voxels};
    if (!restarted) {
        const double begun = processor_seconds();
        const auto courses =
            run_well_mixed_cohort(c.network, c.site, starts, columns, c.times_h, settings(c, tolerance));
        outcome.seconds = processor_seconds() - begun;
        for (std::size_t v = 0; v < voxels; ++v) {
            judge(outcome, c, v, courses[v].values);
            outcome.steps += static_cast<double>(courses[v].accepted + courses[v].rejected);
        }
    } else {
        std::vector<Course> judged(c.judged);
        const double begun = processor_seconds();
        WellMixedTissues tissues{c.network, c.site, voxels, settings(c, tolerance)};
        for (std::size_t v = 0; v < voxels; ++v) tissues.set(v, starts[v], columns[v]);
        for (int interval = 1; judged[0].size() < c.times_h.size(); ++interval) {
            tissues.advance(restart_h);
            if (restart_h * interval < c.times_h[judged[0].size()]) continue;
            for (std::size_t v = 0; v < c.judged; ++v) tissues.get(v, judged[v].emplace_back(c.peak.size()));
        }
        outcome.seconds = processor_seconds() - begun;
        for (std::size_t v = 0; v < c.judged; ++v) judge(outcome, c, v, judged[v]);
        outcome.steps = static_cast<double>(tissues.accepted_steps() + tissues.rejected_steps());
    }
    outcome.rates = rates_per_step * outcome.steps;
    return outcome;
}

template <CvodePeer::Solver linear>
Outcome cvode(const KineticsCase& c, bool restarted, double tolerance, std::size_t voxels) {
    Outcome outcome{.voxels = std::min(voxels, c.judged)};
    for (std::size_t v = 0; v < outcome.voxels; ++v) {
        CvodePeer peer{c, v, linear, tolerance};
        const double begun = processor_seconds();
        const Course course = restarted ? peer.run_restarted() : peer.run();
        outcome.seconds += processor_seconds() - begun;
        judge(outcome, c, v, course);
        outcome.steps += static_cast<double>(peer.steps());
        outcome.rates += static_cast<double>(peer.rates_asked());
    }
    return outcome;
}

/// Boost's solver takes one absolute tolerance for all, so every value is counted in its peak.
class InPeaks final : public OdeProblem {
public:
    InPeaks(const KineticsCase& c, std::size_t voxel) : problem{c, voxel}, peak_{c.peak}, y_(c.peak.size()) {}
    int size() const override { return problem.size(); }
    void rates(const double* y, double* dydt) override {
        problem.rates(load(y), dydt);
        for (std::size_t i = 0; i < y_.size(); ++i) dydt[i] /= peak_[i];
    }
    void jacobian(const double* y, double* dense) override {
        ++jacobians;
        problem.jacobian(load(y), dense);
        for (std::size_t i = 0; i < y_.size(); ++i)
            for (std::size_t j = 0; j < y_.size(); ++j) dense[i * y_.size() + j] *= peak_[j] / peak_[i];
    }
    VoxelProblem problem;
    long jacobians = 0;

private:
    const double* load(const double* y) {
        for (std::size_t i = 0; i < y_.size(); ++i) y_[i] = y[i] * peak_[i];
        return y_.data();
    }
    const Values& peak_;
    Values y_;
};

Outcome odeint(const KineticsCase& c, bool restarted, double tolerance, std::size_t voxels) {
    Outcome outcome{.voxels = std::min(voxels, c.judged)};
    for (std::size_t v = 0; v < outcome.voxels; ++v) {
        InPeaks problem{c, v};
        Values y = c.starts[v];
        for (std::size_t i = 0; i < y.size(); ++i) y[i] /= c.peak[i];
        Course course;
        const OdeTolerance allowed{tolerance, tolerance, 10'000'000};
        const double begun = processor_seconds();
        double step = 1e-3, time = 0;
        for (int interval = 1; course.size() < c.times_h.size(); ++interval) {
            const double until = restarted ? restart_h * interval : c.times_h[course.size()];
            if (!run_rosenbrock4(problem, y, time, until, step, allowed)) return {.trouble = "Odeint gave up"};
            time = until;
            if (until < c.times_h[course.size()]) continue;
            course.push_back(y);
            for (std::size_t i = 0; i < y.size(); ++i) course.back()[i] *= c.peak[i];
        }
        outcome.seconds += processor_seconds() - begun;
        judge(outcome, c, v, course);
        outcome.steps += static_cast<double>(problem.jacobians);
        outcome.rates += static_cast<double>(problem.problem.rates_asked);
    }
    return outcome;
}

Outcome lsoda(const KineticsCase& c, bool restarted, double tolerance, std::size_t) {
    const LsodaAnswer answer = run_lsoda(c, restarted, tolerance, restarted ? 1 : 2);
    Outcome outcome{.seconds = answer.seconds,
                    .steps = answer.steps,
                    .rates = answer.rates,
                    .voxels = answer.courses.size(),
                    .trouble = answer.trouble};
    for (std::size_t v = 0; v < answer.courses.size(); ++v) judge(outcome, c, v, answer.courses[v]);
    return outcome;
}

const KineticsCase& kinetics_case(Layer layer) {
    static std::map<Layer, std::unique_ptr<KineticsCase>> known;
    auto& c = known[layer];
    if (!c) c = std::make_unique<KineticsCase>(layer);
    return *c;
}

/// Tolerances stand a quarter of a decade apart, from 1e-1 downwards.
double rung(int i) {
    return std::pow(10.0, -1.0 - 0.25 * i);
}

/// The loosest rung at which the error is small enough, found by halving; negative when there is none.
int loosest(const KineticsCase& c, const Solver& solver, bool restarted, double error) {
    int fails = -1, holds = 44;
    while (holds - fails > 1) {
        const int middle = (holds + fails) / 2;
        const Outcome outcome = solver(c, restarted, rung(middle), c.judged);
        if (!outcome.trouble.empty()) return -1;
        (outcome.error <= error ? holds : fails) = middle;
    }
    return holds;
}

void kinetics(benchmark::State& state, const Solver& solver, const std::string& name, Layer layer, bool restarted) {
    const ThreadLimit one_thread{1};
    const KineticsCase& c = kinetics_case(layer);
    const double wanted = restarted ? 1e-4 : 1e-6;
    static std::map<std::string, int> found;  // the same in every repetition
    const auto [place, fresh] = found.try_emplace(name);
    if (fresh) place->second = loosest(c, solver, restarted, wanted);
    if (place->second < 0) return state.SkipWithError(solver(c, restarted, rung(0), 1).trouble.c_str());
    Outcome all;
    for (auto _ : state) {
        const Outcome outcome = solver(c, restarted, rung(place->second), c.voxels);
        state.SetIterationTime(outcome.seconds);
        all.error = outcome.error;
        all.seconds += outcome.seconds;
        all.steps += outcome.steps;
        all.rates += outcome.rates;
        all.voxels += outcome.voxels;
    }
    const auto voxels = static_cast<double>(all.voxels);
    state.counters["ns_per_voxel_day"] = 1e9 * all.seconds / voxels / days;
    state.counters["steps"] = all.steps / voxels;
    state.counters["rates"] = all.rates / voxels;
    state.counters["tolerance"] = rung(place->second);
    state.counters["error"] = all.error;
    state.counters["voxels"] = voxels / static_cast<double>(state.iterations());
    state.counters["unknowns"] = static_cast<double>(c.peak.size());
}

const bool registered = [] {
    const std::pair<const char*, Solver> solvers[] = {{"ours", ours},
                                                      {"cvode_dense", cvode<CvodePeer::Solver::dense>},
                                                      {"cvode_klu", cvode<CvodePeer::Solver::klu>},
                                                      {"odeint", odeint},
                                                      {"lsoda", lsoda}};
    for (Layer layer : {Layer::papillary, Layer::viable_epidermis})
        for (bool restarted : {false, true})
            for (const auto& [solver_name, solver] : solvers) {
                const std::string name = std::string{restarted ? "kinetics_restarted/" : "kinetics/"} +
                                         std::string{to_string(layer)} + "/" + solver_name;
                auto* b = benchmark::RegisterBenchmark(
                    name.c_str(), [=](benchmark::State& state) { kinetics(state, solver, name, layer, restarted); });
                b->UseManualTime()->Unit(benchmark::kMillisecond);
                if (restarted || solver_name == std::string_view{"lsoda"}) b->Iterations(1);
            }
    return true;
}();

}  // namespace
}  // namespace cicatrix::bench
