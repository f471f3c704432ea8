// SPDX-License-Identifier: Apache-2.0
// An observable: what we conclude from a State, in quantities that instruments measure.
#pragma once

#include "cicatrix/base/archive.hpp"
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

/// A quantity followed in time. `value[i]` belongs to `time_d[i]`.
struct Series {
    std::string unit, meaning;
    std::vector<double> value;
};
struct Scalar {
    std::string unit, meaning;
    double value = 0;
};

/// What one run gave, by observable name; the interface to io, study and report.
struct Findings {
    std::vector<double> time_d;
    std::vector<double> session_d;  ///< when the sessions were
    std::map<std::string, Series> series;
    std::map<std::string, Scalar> scalars;
};

/// A place in the skin seen by outcomes: the treated state and the same skin untreated at the same time.
struct Glance {
    const View& treated;
    const State& untreated;  ///< depth column, same planes
};

/// What an observable is called, measured in and means.
struct ObservableFacts {
    std::string_view name, unit, meaning;
    bool is_series;
};

class Outcome : public Declared {
public:
    Outcome(std::string_view name, const Adjustments& adjustments) : Declared{name, adjustments} {}
    virtual ~Outcome() = default;
    /// Called once, with the rest state, before anything happens.
    virtual void begin(const Model&, const State& /*rest*/) {}
    /// Adds one value per series it owns.
    virtual void see(const Glance&, Findings&) {}
    /// After needling: the wound is known.
    virtual void acted(const View&, Findings&) {}
    /// What it remembers beside its series, so that a run can go on later.
    virtual void keep(Archive&) {}
    /// Adds scalars from the finished series. Outcomes are concluded in catalogue order.
    virtual void conclude(const Model&, Findings&) {}

    /// The observables it declares.
    const std::vector<ObservableFacts>& observables() const { return observables_; }

private:
    friend class Follows;
    friend class Concludes;
    std::vector<ObservableFacts> observables_;
};

/// What an author writes of an observable.
struct Observable {
    std::string_view name, unit, meaning;
};

/// A series that an outcome gives: a member that is its own declaration, written at every look.
class Follows {
public:
    Follows(Outcome* owner, const Observable& what);
    void add(Findings& findings, double value) const;
    /// The finished series; empty when nothing was seen.
    const std::vector<double>& of(const Findings& findings) const;

private:
    Observable what_;
};

/// A single number that an outcome concludes.
class Concludes {
public:
    Concludes(Outcome* owner, const Observable& what);
    void set(Findings& findings, double value) const;

private:
    Observable what_;
};

struct OutcomeEntry {
    std::string_view name, summary;
    std::unique_ptr<Outcome> (*make)(std::string_view name, const Adjustments&);
};
template <class O>
OutcomeEntry outcome_entry(std::string_view name, std::string_view summary) {
    return {name, summary, [](std::string_view n, const Adjustments& a) -> std::unique_ptr<Outcome> {
                return std::make_unique<O>(n, a);
            }};
}
std::span<const OutcomeEntry> outcome_catalogue();

/// Everything that outcomes declare, in catalogue order; for documentation, without running anything.
std::span<const ObservableFacts> observable_table();

enum class Level { none, mild, marked, severe };
std::string_view to_string(Level level);

struct Harm {
    std::string harm;  ///< "inflammation", "barrier", "infection", "pigment", "scar", "collagen loss", "foreign body"
    Level level;
    std::string because;  ///< one plain sentence
};
/// Judges findings by sourced thresholds.
std::vector<Harm> verdict(const Findings& findings, const Adjustments& adjustments = {});
std::vector<ParameterRecord> outcome_parameters(const Adjustments& adjustments = {});

}  // namespace cicatrix
