// SPDX-License-Identifier: Apache-2.0
// How many steps 30 days after one session take at an error of 1 %: the engine's unsplit step against splitting
// reaction from diffusion, by Strang and to first order, with constant steps and on the engine's own schedule.
#include "cicatrix/io/files.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace cicatrix::bench {
namespace {

constexpr double wanted_error = 0.01;
constexpr double counted_share = 1e-3;  // of its peak: a field's departure counts while it is above this
constexpr double watched_h[] = {1, 6, 24, 72, 168, 336, 720};
constexpr double begin_h = 1.0 / 60.0;
constexpr int most_constant_steps = 1 << 16;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

/// Kinetics without laws: what is left is diffusion.
class NoKinetics final : public Kinetics {
public:
    const LocalPattern& pattern(Layer) const override { return none_; }
    void rates(const Site&, std::span<const Lanes>, std::span<Lanes>) const override {}
    void linearise(const Site&, std::span<const Lanes>, std::span<Lanes>, std::span<Lanes>) const override {}

private:
    LocalPattern none_;
};

Scenario one_session() {
    Scenario scenario = io::load_scenario(CICATRIX_SOURCE_DIR "/scenarios/cautionary_case.toml");
    set_resolution(scenario, "preview");
    scenario.run.resolution.nx = scenario.run.resolution.ny = 8;
    scenario.plan.routine.sessions = 1;
    scenario.plan.aftercare.clear();
    // So small a patch is often missed: the first seed that is not.
    while (count_sessions(Model{scenario}).missed > 0) ++scenario.run.seed;
    return scenario;
}

/// One skin a minute after its session, and all courses from there.
class Case {
public:
    Case()
        : model_{one_session()},
          rest_{model_.rest()},
          start_{start()},
          lifeless_{still_layout()},
          lifeless_rest_{lifeless_} {
        for (int f = 0; f < model_.layout()->field_count(); ++f)
            std::copy_n(rest_.array(f).data(), rest_.array(f).size(), lifeless_rest_.array(f).data());
        reference_ = adaptive(1e-5).states;
    }

    struct Course {
        std::vector<State> states;       ///< at the watched times
        std::vector<double> schedule_h;  ///< accepted steps
        long attempts = 0;
    };

    Course adaptive(double tolerance) const {
        Adjustments adjustments;
        adjustments.set["numerics.tolerance"] = tolerance;
        Integrator integrator{model_.network(), rest_, NumericalSettings{adjustments}};
        Course course;
        State u = start_;
        double before = u.time_h;
        for (const double until : watched_h) {
            integrator.advance(u, until, [&](const State& s) {
                course.schedule_h.push_back(s.time_h - before);
                before = s.time_h;
                return true;
            });
            course.states.push_back(u);
        }
        course.attempts = integrator.statistics().accepted + integrator.statistics().rejected;
        return course;
    }

    /// Splits each of the given steps into `parts`.
    std::vector<State> split(const std::vector<double>& schedule_h, int parts, bool strang) const {
        const NoKinetics none;
        Integrator diffusion{none, rest_, NumericalSettings{}};
        Integrator reaction{model_.network(), lifeless_rest_, NumericalSettings{}};
        State u = start_;
        std::vector<State> states;
        for (const double step_h : schedule_h) {
            const double h = step_h / parts, begin = u.time_h;
            for (int part = 0; part < parts; ++part) {
                diffusion.step(u, strang ? 0.5 * h : h);
                reaction.step(u, h);
                if (strang) diffusion.step(u, 0.5 * h);
            }
            u.time_h = begin + step_h;
            if (states.size() < std::size(watched_h) && u.time_h > watched_h[states.size()] * (1 - 1e-9))
                states.push_back(u);
        }
        return states;
    }

    /// Largest error of any field at any watched time, of its departure from rest then.
    double error(const std::vector<State>& states) const {
        double largest = 0.0;
        for (int f = 0; f < model_.layout()->field_count(); ++f) {
            std::vector<double> departure;
            for (const State& s : reference_) departure.push_back(distance(f, s, rest_));
            const double peak = *std::max_element(departure.begin(), departure.end());
            for (std::size_t t = 0; t < reference_.size(); ++t)
                if (departure[t] > counted_share * peak && departure[t] > negligible(f))
                    largest = std::max(largest, distance(f, states[t], reference_[t]) / departure[t]);
        }
        return largest;
    }

private:
    State start() const {
        Simulation simulation{model_, model_.rest()};
        simulation.advance_to(begin_h, {}, {});
        return simulation.state();
    }
    /// The same fields, none of which moves.
    std::shared_ptr<const Layout> still_layout() const {
        std::vector<Field> fields = model_.layout()->fields();
        for (Field& f : fields) f.diffusivity_um2_per_h.fill(0.0);
        return std::make_shared<const Layout>(model_.layout()->grid(), fields);
    }
    double distance(int f, const State& a, const State& b) const {
        const Grid& grid = model_.layout()->grid();
        const PlaneRange planes = model_.layout()->planes(f);
        double sum = 0.0;
        const auto pitch = static_cast<std::size_t>(grid.pitch());
        for (int k = planes.first; k < planes.last; ++k)
            for (std::size_t i = 0; i < a.plane(f, k).size(); ++i) {
                if (i % pitch >= static_cast<std::size_t>(grid.nx())) continue;  // padding
                const double d = a.plane(f, k)[i] - b.plane(f, k)[i];
                sum += grid.thickness_um(k) * d * d;
            }
        return std::sqrt(sum);
    }
    /// A field that nowhere leaves rest by a millionth of its scale says nothing.
    double negligible(int f) const {
        const Grid& grid = model_.layout()->grid();
        return 1e-6 * model_.layout()->fields()[at(f)].scale *
               std::sqrt(grid.edge_um(grid.nz()) * grid.nx() * grid.ny());
    }

    Model model_;
    State rest_, start_;
    std::shared_ptr<const Layout> lifeless_;
    State lifeless_rest_;
    std::vector<State> reference_;
};

const Case& the_case() {
    static const Case c;
    return c;
}

/// The engine's course at the loosest tolerance of a ladder that reaches the error.
const Case::Course& our_course() {
    static const Case::Course course = [] {
        double tolerance = 0.1;
        Case::Course found = the_case().adaptive(tolerance);
        while (the_case().error(found.states) > wanted_error && tolerance > 1e-4)
            found = the_case().adaptive(tolerance /= std::sqrt(2.0));
        return found;
    }();
    return course;
}

void tell(benchmark::State& state, double steps, double error) {
    state.counters["steps"] = steps;
    state.counters["error"] = error;
    state.counters["steps_per_ours"] = steps / static_cast<double>(our_course().attempts);
}

void steps_of_ours(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(our_course().attempts);
    tell(state, static_cast<double>(our_course().attempts), the_case().error(our_course().states));
}

/// Constant steps that land on the watched times, doubled until the error is reached.
void steps_split_evenly(benchmark::State& state, bool strang) {
    double steps = 0, error = 1;
    for (auto _ : state)
        for (int n = 720; n <= most_constant_steps && error > wanted_error; n *= 2) {
            std::vector<double> schedule(static_cast<std::size_t>(n), watched_h[std::size(watched_h) - 1] / n);
            schedule.front() -= begin_h;
            steps = n;
            error = the_case().error(the_case().split(schedule, 1, strang));
        }
    tell(state, steps, error);
}

/// The engine's own steps, each cut into more and more parts.
void steps_split_on_our_schedule(benchmark::State& state, bool strang) {
    double steps = 0, error = 1;
    for (auto _ : state)
        for (int parts = 1; parts <= 256 && error > wanted_error; parts *= 2) {
            steps = static_cast<double>(our_course().schedule_h.size()) * parts;
            error = the_case().error(the_case().split(our_course().schedule_h, parts, strang));
        }
    tell(state, steps, error);
}

// These count steps, which come out the same each time: once will do.
BENCHMARK(steps_of_ours)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(steps_split_on_our_schedule, strang, true)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(steps_split_on_our_schedule, first_order, false)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(steps_split_evenly, strang, true)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace cicatrix::bench
