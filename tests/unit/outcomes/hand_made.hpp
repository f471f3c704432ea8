// SPDX-License-Identifier: Apache-2.0
// A small patch of skin filled by hand, so that observables can be checked by hand.
#pragma once

#include "cicatrix/outcomes/outcome.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

namespace cicatrix::test {

/// A real model of a small patch; its rest state is the start of every hand-made one.
inline const Model& small_model() {
    static const Scenario scenario = [] {
        Scenario s;
        s.run.resolution = {
            .nx = 8, .ny = 4, .lateral_um = 50.0, .finest_um = 10.0, .growth = 1.3, .coarsest_um = 120.0};
        s.run.end_h = 24.0;
        return s;
    }();
    static const Model model{scenario};
    return model;
}

/// The treated and the untreated state, side by side; both at rest until a test changes them.
struct Pair {
    State treated = small_model().rest(), untreated = small_model().rest();

    static void set(State& state, std::string_view field, LayerSet layers, double value) {
        const int f = state.layout().find(field);
        const double size = state.layout().fields()[static_cast<std::size_t>(f)].unit_size;
        for (int k = 0; k < state.grid().nz(); ++k)
            if (layers.has(state.grid().layer(k))) std::ranges::fill(state.plane(f, k), value * size);
    }
    /// Sets both.
    void set_both(std::string_view field, LayerSet layers, double value) {
        set(treated, field, layers, value);
        set(untreated, field, layers, value);
    }
};

/// One outcome of the catalogue, watched through a few looks.
class Watch {
public:
    explicit Watch(std::string_view family, const Adjustments& adjustments = {}) {
        for (const OutcomeEntry& e : outcome_catalogue())
            if (e.name == family) outcome_ = e.make(e.name, adjustments);
    }
    void look(const Pair& pair, double time_h) {
        findings.time_d.push_back(time_h / 24.0);
        const View view{small_model(), pair.treated, time_h};
        outcome_->see({view, pair.untreated}, findings);
    }
    void needle(const Pair& pair, const std::vector<Puncture>& punctures, double time_h, int at_once = 1) {
        const Wound wound{pair.treated.grid(), punctures};
        findings.session_d.push_back(time_h / 24.0);
        Needling needling;
        needling.punctures = punctures;
        needling.needles_at_once = at_once;
        const Act act{time_h, "session", needling};
        outcome_->acted({small_model(), pair.treated, time_h, &act, &wound}, findings);
    }
    void conclude() { outcome_->conclude(small_model(), findings); }
    double last(const std::string& series) const { return findings.series.at(series).value.back(); }
    double scalar(const std::string& name) const { return findings.scalars.at(name).value; }

    Findings findings;

private:
    std::unique_ptr<Outcome> outcome_;
};

/// A straight needle.
inline Puncture puncture(double x_um, double y_um, double depth_um, double radius_um = 60.0) {
    Puncture p;
    p.x_um = x_um;
    p.y_um = y_um;
    p.depth_um = depth_um;
    p.radius_um = radius_um;
    return p;
}

}  // namespace cicatrix::test
