// SPDX-License-Identifier: Apache-2.0
// Sorts patients into chunks of like wounds and runs chunks side by side, each on one thread.
#include "cicatrix/study/column_cohort.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/expectations.hpp"
#include "cicatrix/study/recorder.hpp"
#include "cicatrix/study/run.hpp"
#include "column_patients.hpp"

#include <algorithm>
#include <exception>
#include <numeric>

namespace cicatrix {
namespace {

/// The same skin untreated, at every look.
class UntreatedCourse {
public:
    UntreatedCourse(const Scenario& scenario, const std::vector<double>& looks_h) : times_h_{looks_h} {
        const Model model{scenario, true};
        Simulation simulation{model, model.rest()};
        for (const double time_h : times_h_) {
            simulation.advance_to(time_h, {}, {});
            states_.push_back(simulation.state());
        }
    }
    const State& at(double time_h) const {
        const auto place = std::lower_bound(times_h_.begin(), times_h_.end(), time_h);
        return states_[static_cast<std::size_t>(place - times_h_.begin())];
    }

private:
    std::vector<double> times_h_;
    std::vector<State> states_;
};

class Cohort {
public:
    Cohort(const Scenario& scenario, const std::vector<ColumnPatient>& patients, const ColumnCohortOptions& options)
        : scenario_{as_one_column(scenario)},
          patients_{patients},
          model_{scenario_},
          rest_{model_.rest()},
          looks_h_{times_to_look(model_, 0.0)},
          untreated_{scenario_, looks_h_} {
        result_.observables = options.observables;
        result_.units.resize(options.observables.size());
        result_.values.assign(patients.size(), std::vector<double>(options.observables.size()));
        const auto together = static_cast<std::size_t>(std::max(1, options.columns_per_chunk));
        const std::vector<std::size_t> order = by_wound();
        for (std::size_t first = 0; first < order.size(); first += together)
            chunks_.push_back({{order.begin() + static_cast<std::ptrdiff_t>(first),
                                order.begin() + static_cast<std::ptrdiff_t>(std::min(first + together, order.size()))},
                               {},
                               {}});
    }

    ColumnCohort run() {
        parallel_for(static_cast<int>(chunks_.size()), [this](int c) {
            Chunk& chunk = chunks_[static_cast<std::size_t>(c)];
            try {
                const PlainLoops plain;
                run_naming_who_fails(chunk.members, chunk);
            } catch (...) {
                chunk.failure = std::current_exception();
            }
        });
        for (const Chunk& chunk : chunks_) {
            if (chunk.failure) std::rethrow_exception(chunk.failure);  // the same one for any number of threads
            result_.accepted += chunk.accepted;
            result_.rejected += chunk.rejected;
        }
        name_units();
        return std::move(result_);
    }

private:
    struct Chunk {
        std::vector<std::size_t> members;
        long accepted = 0, rejected = 0;
        std::exception_ptr failure{};
    };

    /// What needles swept sets how fast things go afterwards, and so the steps.
    std::vector<std::size_t> by_wound() const {
        std::vector<double> swept_um3(patients_.size(), 0.0);
        parallel_for(static_cast<int>(patients_.size()), [&](int i) {
            const auto p = static_cast<std::size_t>(i);
            for (const Act& act : patient_timeline(model_, scenario_, patients_[p]))
                if (const auto* needling = std::get_if<Needling>(&act.kind))
                    for (const Puncture& puncture : needling->punctures) swept_um3[p] += swept_volume_um3(puncture);
        });
        std::vector<std::size_t> order(patients_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return swept_um3[a] < swept_um3[b]; });
        return order;
    }

    void run_naming_who_fails(const std::vector<std::size_t>& members, Chunk& chunk) {
        try {
            run_together(members, chunk);
        } catch (const RunError& e) {
            if (members.size() == 1) throw RunError{name_of(patients_, members.front()) + ": " + e.what()};
            // Whoever can be run alone has an answer; the others are named.
            for (const std::size_t p : members) run_naming_who_fails({p}, chunk);
        }
    }

    void run_together(const std::vector<std::size_t>& members, Chunk& chunk) {
        std::vector<std::vector<Act>> timelines;
        std::vector<std::unique_ptr<Recorder>> recorders;
        std::vector<Observer*> observers;
        for (const std::size_t p : members) {
            timelines.push_back(patient_timeline(model_, scenario_, patients_[p]));
            recorders.push_back(std::make_unique<Recorder>(
                model_, scenario_.adjustments, rest_, PictureTimes{},
                [this](double time_h) -> const State& { return untreated_.at(time_h); }, nullptr));
            observers.push_back(recorders.back().get());
        }
        Columns columns{model_, std::move(timelines), std::move(observers)};
        columns.run(looks_h_);
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Findings findings = recorders[i]->findings(model_);
            for (std::size_t o = 0; o < result_.observables.size(); ++o)
                result_.values[members[i]][o] = named_number(findings, result_.observables[o]).value().value;
        }
        chunk.accepted += columns.statistics().accepted;
        chunk.rejected += columns.statistics().rejected;
    }

    void name_units() {
        for (std::size_t o = 0; o < result_.observables.size(); ++o)
            for (const ObservableFacts& known : observable_table())
                if (known.name == result_.observables[o].substr(0, result_.observables[o].find('.')))
                    result_.units[o] = known.unit;
    }

    const Scenario scenario_;
    const std::vector<ColumnPatient>& patients_;
    const Model model_;
    const State rest_;
    const std::vector<double> looks_h_;
    const UntreatedCourse untreated_;
    std::vector<Chunk> chunks_;
    ColumnCohort result_;
};

}  // namespace

ColumnCohort run_column_cohort(const Scenario& scenario, const std::vector<ColumnPatient>& patients,
                               const ColumnCohortOptions& options) {
    check_cohort(scenario, patients, options);
    return Cohort{scenario, patients, options}.run();
}

}  // namespace cicatrix
