// SPDX-License-Identifier: Apache-2.0
#include "step_work.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

namespace {

constexpr double small_share = 0.01;  // a change of one scale in this share of the volume counts as much as the floor
constexpr double um3_per_mm3 = 1e9;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

std::vector<double> rest_levels(const State& rest, int field) {
    std::vector<double> levels;
    const PlaneRange planes = rest.layout().planes(field);
    for (int k = planes.first; k < planes.last; ++k) levels.push_back(rest.plane(field, k)[0]);
    return levels;
}

}  // namespace

Integrator::Work::Work(const State& rest, const NumericalSettings& settings)
    : control{{*settings.first_step, *settings.longest_step}},
      layout_{rest.shared_layout()},
      tolerance_{*settings.tolerance},
      negativity_{*settings.negativity} {
    for (int f = 0; f < layout_->field_count(); ++f) {
        shapes_.emplace_back(layout_->grid(), layout_->planes(f), rest_levels(rest, f));
        floors_.push_back(layout_->fields()[at(f)].scale * std::sqrt(small_share * shapes_.back().total_weight()));
        planes_.emplace_back(shapes_.back().thickness_um.size());
    }
    measures_.resize(shapes_.size());
    statistics.clipped.assign(shapes_.size(), 0.0);
}

void Integrator::Work::accept(State& u, double new_time_h) {
    const Stopwatch watch{statistics.seconds_other};
    const Grid& grid = layout_->grid();
    FieldArrays<double>& after = new_state();
    for (int f = 0; f < layout_->field_count(); ++f) {
        std::swap(u.array(f), after[at(f)]);
        statistics.clipped[at(f)] += measures_[at(f)].clipped * grid.dx_um() * grid.dy_um() / um3_per_mm3;
    }
    u.time_h = new_time_h;
    ++statistics.accepted;
}

StepFault Integrator::Work::fault() const {
    StepFault found;
    for (int f = 0; f < layout_->field_count(); ++f) {
        const FieldMeasure& m = measures_[at(f)];
        if (!m.finite()) return {StepFault::Kind::not_finite, f, m.worst_plane, 0.0};
        const double allowed = negativity_ * layout_->fields()[at(f)].scale;
        if (m.lowest < -allowed && found.kind != StepFault::Kind::negative)
            found = {StepFault::Kind::negative, f, m.lowest_plane, m.lowest};
        const double error = scaled_error(f);
        if (found.kind != StepFault::Kind::negative && error > std::max(1.0, found.size))
            found = {StepFault::Kind::error, f, m.worst_plane, error};
    }
    return found;
}

double Integrator::Work::largest_error() const {
    double largest = 0.0;
    for (int f = 0; f < layout_->field_count(); ++f) largest = std::max(largest, scaled_error(f));
    return largest;
}

void Integrator::Work::check_same_shape(const State& u) const {
    for (int f = 0; f < layout_->field_count(); ++f)
        if (u.layout().field_count() != layout_->field_count() || u.array(f).size() != layout_->array_size(f))
            throw RunError{"The state belongs to another model than the integrator."};
}

void Integrator::Work::mend(State& u) const {
    for (int f = 0; f < layout_->field_count(); ++f) mend_padding(shapes_[at(f)], u.array(f).data());
}

double Integrator::Work::scaled_error(int f) const {
    const FieldMeasure& m = measures_[at(f)];
    if (m.error2 == 0.0) return 0.0;
    return std::sqrt(m.error2) / (tolerance_ * (std::sqrt(m.departure2) + floors_[at(f)]));
}

}  // namespace cicatrix
