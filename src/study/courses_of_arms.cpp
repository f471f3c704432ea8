// SPDX-License-Identifier: Apache-2.0
#include "courses_of_arms.hpp"

#include "cicatrix/base/unit.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/run.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace cicatrix {
namespace {

using Of = Measure::Of;
using Take = Measure::Take;
constexpr double h_per_d = day.size;

/// Between looks along a straight line; nothing outside of the run.
std::optional<double> at_time(const std::vector<double>& time_d, const std::vector<double>& value, double t_d) {
    constexpr double rounding_d = 1e-6;
    if (value.size() != time_d.size() || time_d.empty()) return std::nullopt;
    if (t_d < time_d.front() - rounding_d || t_d > time_d.back() + rounding_d) return std::nullopt;
    const auto after = std::lower_bound(time_d.begin(), time_d.end(), t_d);
    if (after == time_d.begin()) return value.front();
    if (after == time_d.end()) return value.back();
    const auto i = static_cast<std::size_t>(after - time_d.begin());
    const double share = (t_d - time_d[i - 1]) / (time_d[i] - time_d[i - 1]);
    return value[i - 1] + share * (value[i] - value[i - 1]);
}

/// Who breaks down among thousands must be told.
RunResult run_named(const Scenario& scenario, const std::string& arm, int seed) {
    const auto who = [&] { return "\"" + scenario.title + "\", arm \"" + arm + "\", seed " + std::to_string(seed); };
    try {
        return run(scenario);
    } catch (const RunError& e) {
        throw RunError{who() + ": " + e.what()};
    } catch (const ParameterOutOfRange& e) {  // a trait and the spread together
        throw InputError{who() + ": " + std::string{e.record.owner} + "." + std::string{e.record.name} +
                         " left its range"};
    }
}

double taken(Take take, double value, double reference) {
    switch (take) {
        case Take::value:
            return value;
        case Take::excess:
        case Take::change:
            return value - reference;
        case Take::ratio:
            return value / reference;
        case Take::percentage:
            return 100.0 * (value / reference - 1.0);
    }
    return value;
}

}  // namespace

std::string CoursesOfArms::name_of(const Arm& arm, int seed, bool untreated) {
    return (untreated ? "untreated " : "") + std::to_string(seed) + " " + arm.key;
}

void CoursesOfArms::foresee(const Arm& arm, int seed, const Measure& measure) {
    wanted_.try_emplace(name_of(arm, seed, false), Wanted{&arm, seed, false});
    const auto compared = [](const Measure& m) { return m.take != Take::value && m.take != Take::change; };
    if (compared(measure) || (measure.over && compared(*measure.over)))
        wanted_.try_emplace(name_of(arm, seed, true), Wanted{&arm, seed, true});
}

/// Scenarios side by side, one thread each: most are too small to share.
void CoursesOfArms::run_all(const Factors& factors, const std::function<bool(std::size_t, std::size_t)>& progress) {
    std::vector<std::pair<const Wanted*, Course*>> waiting;
    for (const auto& [name, wanted] : wanted_) waiting.emplace_back(&wanted, &courses_[name]);
    std::mutex telling;
    std::size_t done = 0;
    parallel_for(static_cast<int>(waiting.size()), [&](int i) {
        const PlainLoops in_this_thread;
        const auto& [wanted, course] = waiting[static_cast<std::size_t>(i)];
        Scenario scenario = wanted->arm->scenario(static_cast<std::uint64_t>(wanted->seed));
        multiply(scenario.adjustments, factors);
        if (wanted->untreated) scenario = left_alone(std::move(scenario));
        RunResult result = run_named(scenario, wanted->arm->name, wanted->seed);
        *course = {std::move(result.findings), scenario.run.end_h / h_per_d, std::move(result.parameters)};
        const std::lock_guard one_at_a_time{telling};
        if (progress && !progress(++done, waiting.size())) throw Interrupted{};
    });
}

const Course& CoursesOfArms::course(const Arm& arm, int seed) const {
    return courses_.at(name_of(arm, seed, false));
}

const Course* CoursesOfArms::untreated(const Arm& arm, int seed) const {
    const auto found = courses_.find(name_of(arm, seed, true));
    return found == courses_.end() ? nullptr : &found->second;
}

std::optional<double> CoursesOfArms::plain(const Measure& measure, const Arm& arm, int seed, std::string& why) const {
    const Course& c = course(arm, seed);
    if (const auto scalar = c.findings.scalars.find(measure.observable); scalar != c.findings.scalars.end())
        return scalar->second.value;
    const auto series = c.findings.series.find(measure.observable);
    if (series == c.findings.series.end() || series->second.value.empty()) {
        why = "the run of " + arm.name + " has no " + measure.observable;
        return std::nullopt;
    }
    const std::vector<double>&time = c.findings.time_d, &value = series->second.value;
    const double last_d = c.findings.session_d.empty() ? 0.0 : c.findings.session_d.back();
    double t_d = (measure.at_h / h_per_d) + (measure.after_last ? last_d : 0.0), found = 0.0;
    const auto place = [&](auto it) { return time[static_cast<std::size_t>(it - value.begin())]; };
    switch (measure.of) {
        case Of::at:
            if (const auto there = at_time(time, value, t_d)) {
                found = *there;
                break;
            }
            why = "the run of " + arm.name + " ends on day " + to_text(c.end_d);
            return std::nullopt;
        case Of::peak:
        case Of::time_of_peak:
            t_d = place(std::max_element(value.begin(), value.end()));
            found = *std::max_element(value.begin(), value.end());
            break;
        case Of::lowest:
            t_d = place(std::min_element(value.begin(), value.end()));
            found = *std::min_element(value.begin(), value.end());
            break;
        case Of::mean: {
            double sum = 0.0;
            for (std::size_t i = 1; i < value.size(); ++i)
                sum += 0.5 * (value[i] + value[i - 1]) * (time[i] - time[i - 1]);
            found = time.back() > time.front() ? sum / (time.back() - time.front()) : value.back();
            t_d = time.back();
            break;
        }
        case Of::scalar:
        case Of::last:
        case Of::curve:
            t_d = time.back();
            found = value.back();
            break;
    }
    if (measure.of == Of::time_of_peak) return t_d * h_per_d;
    if (measure.take == Take::value) return found;
    if (measure.take == Take::change) return taken(measure.take, found, value.front());
    const Course* const alone = untreated(arm, seed);
    const auto reference = alone ? alone->findings.series.find(measure.observable) : c.findings.series.end();
    const auto there = alone && reference != alone->findings.series.end()
                           ? at_time(alone->findings.time_d, reference->second.value, t_d)
                           : std::nullopt;
    if (there) return taken(measure.take, found, *there);
    why = "there is nothing to compare " + measure.observable + " with";
    return std::nullopt;
}

std::optional<double> CoursesOfArms::value(const Measure& measure, const Arm& arm, const Arm& over_arm, int seed,
                                           std::string& why) const {
    const auto whole = plain(measure, arm, seed, why);
    if (!whole || !measure.over) return whole;
    const auto part = plain(*measure.over, over_arm, seed, why);
    if (!part) return std::nullopt;
    if (*part != 0.0) return *whole / *part;
    why = measure.over->observable + " of " + over_arm.name + " is zero";
    return std::nullopt;
}

std::vector<std::pair<double, double>> CoursesOfArms::curve(const Measure& measure, const Arm& arm, int seed,
                                                            std::string& why) const {
    std::vector<std::pair<double, double>> points;
    Measure at = measure;
    at.of = Of::at;
    at.after_last = false;
    for (const double t_d : course(arm, seed).findings.time_d) {
        at.at_h = t_d * h_per_d;
        if (const auto v = plain(at, arm, seed, why)) points.emplace_back(t_d, *v);
    }
    if (points.empty() || measure.normalise == Measure::Normalise::no) return points;
    double unit = measure.normalise == Measure::Normalise::first ? points.front().second : points.back().second;
    if (measure.normalise == Measure::Normalise::peak)
        for (const auto& [t, v] : points) unit = std::max(unit, v);
    if (!(std::abs(unit) > 0.0) || !std::isfinite(unit)) {
        why = measure.observable + " of " + arm.name + " is zero where its curve is counted from";
        return {};
    }
    for (auto& [t, v] : points) v /= unit;
    return points;
}

}  // namespace cicatrix
