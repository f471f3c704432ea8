// SPDX-License-Identifier: Apache-2.0
// Columns are taken out of the grid one by one for what happens at an instant, so that acts and observers need not know
// that there are several.
#include "cicatrix/simulation/columns.hpp"

#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cicatrix {
namespace {

State rest_side_by_side(const Model& model, std::size_t count) {
    const Grid& one = model.layout()->grid();
    std::vector<double> edges_um{one.edge_um(0)};
    std::vector<Layer> layers;
    for (int k = 0; k < one.nz(); ++k) {
        edges_um.push_back(one.edge_um(k + 1));
        layers.push_back(one.layer(k));
    }
    Grid grid{static_cast<int>(count), 1, one.dx_um(), one.dy_um(), std::move(edges_um), std::move(layers),
              Sideways::apart};
    State state{std::make_shared<const Layout>(std::move(grid), model.network().fields())};
    model.network().rest(state, model.skin());
    return state;
}

/// Calls body(plane of all, plane of the one column).
template <class All, class One, class Body>
void over_planes(All& all, One& one, const Body& body) {
    for (int f = 0; f < one.layout().field_count(); ++f) {
        const PlaneRange planes = one.layout().planes(f);
        for (int k = planes.first; k < planes.last; ++k) body(all.plane(f, k), one.plane(f, k));
    }
}

void take_column(const State& all, std::size_t i, State& one) {
    over_planes(all, one, [&](auto from, auto to) { std::fill(to.begin(), to.end(), from[i]); });
    one.time_h = all.time_h;
    one.environment = all.environment;
}

void put_column(State& all, std::size_t i, const State& one) {
    over_planes(all, one, [&](auto to, auto from) { to[i] = from[0]; });
}

bool same_calendar(const std::vector<Act>& a, const std::vector<Act>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Act& x, const Act& y) {
        return x.time_h == y.time_h && x.kind.index() == y.kind.index();
    });
}

}  // namespace

Scenario as_one_column(Scenario scenario) {
    Resolution& r = scenario.run.resolution;
    r.lateral_um *= std::sqrt(static_cast<double>(r.nx) * r.ny);
    r.nx = r.ny = 1;
    return scenario;
}

std::vector<Act> patient_timeline(const Model& model, const Scenario& scenario, const ColumnPatient& patient) {
    const Grid& grid = model.layout()->grid();
    Plan plan = scenario.plan;
    plan.device = patient.device;
    plan.routine.technique = patient.technique;
    return make_timeline(plan, model.skin(), grid.nx() * grid.dx_um(), grid.ny() * grid.dy_um(), model.end_h(),
                         patient.seed, scenario.adjustments);
}

/// Shows every column to its own observer.
class Columns::Split final : public Observer {
public:
    explicit Split(Columns& columns) : columns_{columns} {}
    void see(const View& view) override { columns_.show(view.time_h, view.state); }

private:
    Columns& columns_;
};

Columns::Columns(const Model& model, std::vector<std::vector<Act>> timelines, std::vector<Observer*> observers)
    : model_{model},
      timelines_{std::move(timelines)},
      observers_{std::move(observers)},
      column_{model.rest()},
      simulation_{model, rest_side_by_side(model, timelines_.size()),
                  [this](std::size_t act, State& all) { answer(act, all); }} {
    if (column_.grid().nx() != 1 || column_.grid().ny() != 1) throw std::logic_error{"columns need a model of one"};
    if (observers_.size() != timelines_.size()) throw std::logic_error{"columns need an observer each"};
    for (const auto& acts : timelines_)
        if (!same_calendar(acts, model.timeline())) throw std::logic_error{"columns must share the model's calendar"};
}

void Columns::run(const std::vector<double>& observe_at_h) {
    Split split{*this};
    simulation_.advance_to(model_.end_h(), observe_at_h, {&split});
}

void Columns::answer(std::size_t act, State& all) {
    for (std::size_t i = 0; i < timelines_.size(); ++i) {
        const Act& own = timelines_[i][act];
        take_column(all, i, column_);
        const std::optional<Wound> wound = let_skin_answer(model_, own, column_);
        observers_[i]->acted({model_, column_, column_.time_h, &own, wound ? &*wound : nullptr});
        put_column(all, i, column_);
    }
}

void Columns::show(double time_h, const State& all) {
    for (std::size_t i = 0; i < timelines_.size(); ++i) {
        take_column(all, i, column_);
        observers_[i]->see({model_, column_, time_h});
    }
}

}  // namespace cicatrix
