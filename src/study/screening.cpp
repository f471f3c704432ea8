// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/screening.hpp"

#include "cicatrix/base/random.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/simulation/parameters.hpp"
#include "cicatrix/study/expectations.hpp"
#include "cicatrix/study/run.hpp"
#include "cicatrix/study/variation.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <set>

namespace cicatrix {
namespace {

constexpr std::uint32_t purpose = 0x5c3e;  // of the random stream: screening
constexpr int levels = 4;
constexpr double jump = 2.0 / 3.0;  // two of the three steps between the levels

/// Harms: more is worse, but for those in `better_high`.
const std::vector<std::string> outcomes{"inflammation_auc",    "barrier_integrity.lowest", "pih_index.peak",
                                        "bacterial_load.peak", "scar_index.final",         "net_collagen.final"};
const std::set<std::string> better_high{"barrier_integrity.lowest", "net_collagen.final"};

struct Uncertain {
    std::string name, evidence;
    double standard;
    Spread spread;
};

/// What makes a claim and leaves room; data rows and numerical settings stay.
std::vector<Uncertain> uncertain_parameters(const Scenario& scenario) {
    const Model model{scenario};
    std::vector<Uncertain> all;
    for (const ParameterRecord& p : model_parameters(model, scenario.adjustments)) {
        if (p.source.evidence == Evidence::convention || p.standard == 0.0 || p.plausible.low >= p.plausible.high)
            continue;
        const std::string name = name_of(p);
        if (scenario.adjustments.set.count(name) > 0) continue;
        all.push_back(
            {name, std::string{to_string(p.source.evidence)}, p.standard, {p.plausible.low, p.plausible.high}});
    }
    return all;
}

using Outcomes = std::vector<double>;  ///< one per scenario and outcome; NaN where the run broke down

class Trajectories {
public:
    Trajectories(const std::vector<Scenario>& scenarios, const ScreeningOptions& options)
        : scenarios_{scenarios}, options_{options}, parameters_{uncertain_parameters(scenarios.front())} {
        for (const Scenario& s : scenarios) result_.scenarios.push_back(s.title);
        result_.outcomes = outcomes;
        sums_.resize(parameters_.size());
        for (std::size_t s = 1; s < scenarios.size(); ++s)
            for (const std::string& o : outcomes) result_.flips.push_back({scenarios[s].title, o, 0, 0});
    }

    Screening run_all() {
        for (int t = 0; t < options_.trajectories; ++t) follow(t);
        conclude();
        return std::move(result_);
    }

private:
    void follow(int trajectory) {
        RandomStream random{options_.seed, purpose, static_cast<std::uint32_t>(trajectory)};
        std::vector<double> place(parameters_.size());
        // Of the four levels only those from which the jump stays inside: the lower two upwards, the others downwards.
        for (double& x : place) x = std::floor(random.uniform() * levels) / (levels - 1);
        std::vector<std::size_t> order(parameters_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[static_cast<std::size_t>(random.uniform() * static_cast<double>(i))]);
        std::vector<Factors> places{factors_at(place)};
        std::vector<double> signs;
        for (const std::size_t p : order) {
            signs.push_back(place[p] < 0.5 ? 1.0 : -1.0);
            place[p] += signs.back() * jump;
            places.push_back(factors_at(place));
        }
        const std::vector<Outcomes> found = outcomes_at(places);
        for (const Outcomes& there : found) count_flips(there);
        for (std::size_t step = 0; step < order.size(); ++step) {
            const Outcomes &before = found[step], &after = found[step + 1];
            Outcomes effect(after.size());
            for (std::size_t i = 0; i < after.size(); ++i) effect[i] = signs[step] * (after[i] - before[i]);
            sums_[order[step]].push_back(std::move(effect));
        }
    }

    Factors factors_at(const std::vector<double>& place) const {
        Factors factors;
        for (std::size_t p = 0; p < place.size(); ++p)
            factors[parameters_[p].name] = parameters_[p].spread.value(place[p]) / parameters_[p].standard;
        return factors;
    }

    /// Where a path goes does not depend on what is found there, so its runs go side by side, one thread each.
    std::vector<Outcomes> outcomes_at(const std::vector<Factors>& places) {
        std::vector<One> runs(places.size() * scenarios_.size());
        std::mutex telling;
        parallel_for(static_cast<int>(runs.size()), [&](int i) {
            const PlainLoops in_this_thread;
            const auto n = static_cast<std::size_t>(i);
            Scenario scenario = scenarios_[n % scenarios_.size()];
            multiply(scenario.adjustments, places[n / scenarios_.size()]);
            runs[n] = outcomes_of(scenario);
            const std::lock_guard one_at_a_time{telling};
            ++result_.runs;
            tell_progress();
        });
        std::vector<Outcomes> found(places.size());
        for (std::size_t n = 0; n < runs.size(); ++n) {
            Outcomes& there = found[n / scenarios_.size()];
            there.insert(there.end(), runs[n].outcomes.begin(), runs[n].outcomes.end());
            if (!runs[n].failure.empty()) result_.failures.push_back(runs[n].failure);
        }
        return found;
    }

    struct One {
        Outcomes outcomes;
        std::string failure;  ///< empty: it ran through
    };

    static One outcomes_of(const Scenario& scenario) {
        One found;
        try {
            const RunResult r = run(scenario);
            for (const std::string& o : outcomes) found.outcomes.push_back(named_number(r.findings, o).value().value);
        } catch (const RunError& e) {
            found.failure = scenario.title + ": " + e.what();
        } catch (const ParameterOutOfRange& e) {  // a person's trait and the spread together
            found.failure = scenario.title + ": " + std::string{e.record.owner} + "." + std::string{e.record.name} +
                            " left its range";
        }
        if (!found.failure.empty()) found.outcomes.assign(outcomes.size(), std::nan(""));
        return found;
    }

    /// Against the first scenario, the one that should harm most.
    void count_flips(const Outcomes& all) {
        for (std::size_t i = outcomes.size(); i < all.size(); ++i) {
            const std::size_t o = i % outcomes.size();
            if (std::isnan(all[o]) || std::isnan(all[i])) continue;
            RankingFlips& f = result_.flips[i - outcomes.size()];
            ++f.compared;
            f.turned += better_high.count(outcomes[o]) > 0 ? all[i] < all[o] : all[i] > all[o];
        }
    }

    void tell_progress() {
        const double wanted = static_cast<double>(options_.trajectories) *
                              static_cast<double>((parameters_.size() + 1) * scenarios_.size());
        if (options_.progress && !options_.progress(result_.runs / wanted)) throw Interrupted{};
    }

    Elementary summary(std::size_t parameter, std::size_t outcome) const {
        Elementary e;
        std::vector<double> values;
        for (const Outcomes& effect : sums_[parameter])
            if (!std::isnan(effect[outcome])) values.push_back(effect[outcome]);
        e.count = static_cast<int>(values.size());
        for (const double v : values) {
            e.mean += v / e.count;
            e.mean_abs += std::abs(v) / e.count;
        }
        for (const double v : values) e.deviation += (v - e.mean) * (v - e.mean);
        e.deviation = e.count > 1 ? std::sqrt(e.deviation / (e.count - 1)) : 0.0;
        return e;
    }

    void conclude() {
        const std::size_t columns = scenarios_.size() * outcomes.size();
        std::vector<double> largest(columns, 0.0);
        for (std::size_t p = 0; p < parameters_.size(); ++p) {
            ScreenedParameter screened{parameters_[p].name, parameters_[p].evidence, {}, 0.0};
            for (std::size_t c = 0; c < columns; ++c) {
                screened.effects.push_back(summary(p, c));
                largest[c] = std::max(largest[c], screened.effects.back().mean_abs);
            }
            result_.parameters.push_back(std::move(screened));
        }
        for (ScreenedParameter& p : result_.parameters)
            for (std::size_t c = 0; c < columns; ++c)
                if (largest[c] > 0) p.weight += p.effects[c].mean_abs / largest[c] / static_cast<double>(columns);
        std::stable_sort(result_.parameters.begin(), result_.parameters.end(),
                         [](const auto& a, const auto& b) { return a.weight > b.weight; });
    }

    const std::vector<Scenario>& scenarios_;
    const ScreeningOptions& options_;
    std::vector<Uncertain> parameters_;
    std::vector<std::vector<Outcomes>> sums_;  ///< effects, by parameter and trajectory
    Screening result_;
};

}  // namespace

Screening screen(const std::vector<Scenario>& scenarios, const ScreeningOptions& options) {
    return Trajectories{scenarios, options}.run_all();
}

}  // namespace cicatrix
