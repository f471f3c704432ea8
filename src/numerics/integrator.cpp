// SPDX-License-Identifier: Apache-2.0
// The adaptive unsplit step: u' = F(u) = reaction + diffusion, with the matrix factored X x Y x Z x reaction.
//   (I - g h A) k1 = F(u)                 a = h k1
//   (I - g h A) k2 = F(u + a) - 2 k1      u+ = u + 3/2 a + 1/2 h k2
// with g = 1 - 1/sqrt 2: order two for any A, L-stable for the exact one, and exactly still where F(u) = 0.
// The error estimate is the distance to the first-order result u + a. The state u and the sums at the end of the step
// are in double precision; matrix, stages and solves are in the precision that the settings ask for.
#include "cicatrix/numerics/integrator.hpp"

#include "check_kinetics.hpp"
#include "cicatrix/numerics/diffusion.hpp"
#include "cicatrix/numerics/field_steps.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/numerics/reaction.hpp"
#include "cicatrix/numerics/step_control.hpp"
#include "resting_decay.hpp"
#include "step_failure.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <type_traits>
#include <utility>

namespace cicatrix {

namespace {

constexpr double gamma = 1.0 - 0.70710678118654752440;  // 1 - 1/sqrt 2
constexpr double small_share = 0.01;  // a change of one scale in this share of the volume counts as much as the floor
constexpr double um3_per_mm3 = 1e9;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

/// Adds the time until its end to a counter.
class Stopwatch {
public:
    explicit Stopwatch(double& seconds) : seconds_{seconds}, start_{std::chrono::steady_clock::now()} {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() { seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    double& seconds_;
    std::chrono::steady_clock::time_point start_;
};

std::vector<double> rest_levels(const State& rest, int field) {
    std::vector<double> levels;
    const PlaneRange planes = rest.layout().planes(field);
    for (int k = planes.first; k < planes.last; ++k) levels.push_back(rest.plane(field, k)[0]);
    return levels;
}

}  // namespace

/// What does not depend on the precision: the shape of the fields, and the judgement on an attempt.
class Integrator::Work {
public:
    Work(const State& rest, const NumericalSettings& settings)
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
    virtual ~Work() = default;

    /// Computes the state after h and measures it; `u` itself does not change.
    virtual void attempt(const State& u, double h) = 0;
    /// What it holds in arrays as large as the state's.
    virtual std::size_t bytes() const = 0;

    void accept(State& u, double new_time_h) {
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

    /// What is wrong with the attempt, if anything, worst first.
    StepFault fault() const {
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

    double largest_error() const {
        double largest = 0.0;
        for (int f = 0; f < layout_->field_count(); ++f) largest = std::max(largest, scaled_error(f));
        return largest;
    }

    void check_same_shape(const State& u) const {
        for (int f = 0; f < layout_->field_count(); ++f)
            if (u.layout().field_count() != layout_->field_count() || u.array(f).size() != layout_->array_size(f))
                throw RunError{"The state belongs to another model than the integrator."};
    }

    void mend(State& u) const {
        for (int f = 0; f < layout_->field_count(); ++f) mend_padding(shapes_[at(f)], u.array(f).data());
    }

    const Layout& layout() const { return *layout_; }

    StepController control;
    StepStatistics statistics;

protected:
    /// Where the last attempt left what it computed.
    virtual FieldArrays<double>& new_state() = 0;

    double scaled_error(int f) const {
        const FieldMeasure& m = measures_[at(f)];
        if (m.error2 == 0.0) return 0.0;
        return std::sqrt(m.error2) / (tolerance_ * (std::sqrt(m.departure2) + floors_[at(f)]));
    }

    std::shared_ptr<const Layout> layout_;
    double tolerance_, negativity_;
    std::vector<FieldShape> shapes_;
    std::vector<double> floors_;
    std::vector<std::vector<PlaneMeasure>> planes_;  ///< by field
    std::vector<FieldMeasure> measures_;
};

template <class Real>
class Integrator::WorkIn final : public Work {
public:
    WorkIn(const Kinetics& kinetics, const State& rest, const NumericalSettings& settings) : Work{rest, settings} {
        check_kinetics(kinetics, *layout_);
        const std::vector<std::vector<double>> decay = resting_decay(kinetics, rest);
        const Grid& grid = layout_->grid();
        std::vector<bool> spreads;
        for (int f = 0; f < layout_->field_count(); ++f) {
            const Field& field = layout_->fields()[at(f)];
            diffusions_.emplace_back(grid, layout_->planes(f), field.diffusivity_um2_per_h,
                                     field.evens_out_to_rest ? shapes_[at(f)].rest : std::vector<double>{},
                                     decay[at(f)]);
            spreads.push_back(diffusions_.back().active());
        }
        reaction_ = std::make_unique<Reaction<Real>>(kinetics, layout_, shapes_, std::move(spreads));
    }

    /// Diffusion is solved before reaction: a law that reads a fast spreading field must see it already smoothed.
    void attempt(const State& u, double h) override {
        const double s = gamma * h;
        if (stages_.first.empty()) allocate();
        diffuse([&] {
            over_fields([&](int f) {
                if (diffusions_[at(f)].active() && s != prepared_for_) diffusions_[at(f)].prepare(s);
                first_slope_of_diffusion(f, u);
            });
            prepared_for_ = s;
        });
        react([&] { reaction_->add_spreading_rates(u, s, stages_); });
        diffuse([&] {
            over_fields([&](int f) {
                solve_diffusion(f, first(f));
                over_planes_without_law(f,
                                        [&](int k) { enter_second_stage(shapes_[at(f)], k, h, first(f), second(f)); });
            });
        });
        react([&] { reaction_->first_stage(u, h, s, stages_); });
        diffuse([&] {
            over_fields([&](int f) {
                if (diffusions_[at(f)].active()) diffusions_[at(f)].add(first(f), second(f));
                solve_diffusion(f, second(f));
                std::fill(planes_[at(f)].begin(), planes_[at(f)].end(), PlaneMeasure{});
            });
        });
        react([&] { reaction_->second_stage(u, h, s, stages_, planes_); });
        over_fields([&](int f) {
            over_planes_without_law(f, [&](int k) {
                planes_[at(f)][at(k)] = finish_step(shapes_[at(f)], k, h, u.array(f).data(), first(f), second(f),
                                                    new_state()[at(f)].data());
            });
            measures_[at(f)] = sum_of_planes(shapes_[at(f)], planes_[at(f)]);
        });
    }

    std::size_t bytes() const override {
        std::size_t sum = 0;
        for (const FieldArrays<Real>* arrays : {&stages_.first, &stages_.second})
            for (const auto& a : *arrays) sum += a.size() * sizeof(Real);
        for (const AlignedArray& a : stages_.after) sum += a.size() * sizeof(double);
        return sum;
    }

private:
    FieldArrays<double>& new_state() override { return stages_.new_state(); }
    Real* first(int f) { return stages_.first[at(f)].data(); }
    Real* second(int f) { return stages_.second[at(f)].data(); }

    template <class Body>
    void over_fields(const Body& body) {
        parallel_for(layout_->field_count(), body);
    }

    /// At the first step, when the rest state that this was built from is gone.
    void allocate() {
        for (int f = 0; f < layout_->field_count(); ++f) {
            stages_.first.emplace_back(layout_->array_size(f));
            stages_.second.emplace_back(layout_->array_size(f));
            if (!std::is_same_v<Real, double>) stages_.after.emplace_back(layout_->array_size(f));
        }
    }

    template <class Part>
    void diffuse(const Part& part) {
        const Stopwatch watch{statistics.seconds_diffusion};
        part();
    }
    template <class Part>
    void react(const Part& part) {
        const Stopwatch watch{statistics.seconds_reaction};
        part();
    }

    /// second = L u; zero where nothing else would set it. Where no law holds that is the whole slope.
    void first_slope_of_diffusion(int f, const State& u) {
        const bool active = diffusions_[at(f)].active();
        if (active) diffusions_[at(f)].apply(u.array(f).data(), second(f));
        const std::size_t size = shapes_[at(f)].plane_size();
        over_planes_without_law(f, [&](int k) {
            Real* const slope = second(f) + at(k) * size;
            if (!active) std::fill_n(slope, size, Real{0});
            std::copy_n(slope, size, first(f) + at(k) * size);
        });
    }
    /// Calls body(plane, counted from the field's first).
    template <class Body>
    void over_planes_without_law(int f, const Body& body) const {
        const PlaneRange planes = layout_->planes(f);
        for (int k = planes.first; k < planes.last; ++k)
            if (!reaction_->has_law(f, k)) body(k - planes.first);
    }
    void solve_diffusion(int f, Real* slope) {
        if (diffusions_[at(f)].active()) diffusions_[at(f)].solve(slope);
    }

    std::unique_ptr<Reaction<Real>> reaction_;
    double prepared_for_ = -1.0;
    std::vector<Diffusion<Real>> diffusions_;
    Stages<Real> stages_;
};

std::unique_ptr<Integrator::Work> Integrator::make_work(const Kinetics& kinetics, const State& rest,
                                                        const NumericalSettings& settings) {
    if (settings.precision == Precision::single) return std::make_unique<WorkIn<float>>(kinetics, rest, settings);
    return std::make_unique<WorkIn<double>>(kinetics, rest, settings);
}

Integrator::Integrator(const Kinetics& kinetics, const State& rest, const NumericalSettings& settings)
    : work_{make_work(kinetics, rest, settings)} {}
Integrator::~Integrator() = default;
Integrator::Integrator(Integrator&&) noexcept = default;
Integrator& Integrator::operator=(Integrator&&) noexcept = default;

void Integrator::restart() {
    work_->control.restart();
}

void Integrator::step(State& state, double h) {
    work_->check_same_shape(state);
    work_->mend(state);
    work_->attempt(state, h);
    const StepFault fault = work_->fault();
    if (fault.kind == StepFault::Kind::not_finite) throw hopeless_step(fault, work_->layout(), state.time_h, h);
    work_->accept(state, state.time_h + h);
}

void Integrator::advance(State& state, double until_h, const std::function<bool(const State&)>& keep_going) {
    work_->check_same_shape(state);
    work_->mend(state);
    StepController& control = work_->control;
    while (state.time_h < until_h) {
        const double remaining = until_h - state.time_h, h = control.choose(remaining);
        work_->attempt(state, h);
        const StepFault fault = work_->fault();
        if (fault.kind == StepFault::Kind::none) {
            control.accepted(h, work_->largest_error());
            work_->accept(state, h == remaining ? until_h : state.time_h + h);
            if (keep_going && !keep_going(state)) return;
            continue;
        }
        ++work_->statistics.rejected;
        if (h <= control.smallest_h()) throw hopeless_step(fault, work_->layout(), state.time_h, h);
        if (fault.kind == StepFault::Kind::error)
            control.rejected(h, fault.size);
        else
            control.shrink(h, fault.kind == StepFault::Kind::negative ? 0.5 : 0.25);
    }
}

const StepStatistics& Integrator::statistics() const {
    return work_->statistics;
}
std::size_t Integrator::bytes() const {
    return work_->bytes();
}
double Integrator::next_step_h() const {
    return work_->control.natural_h();
}
void Integrator::set_next_step_h(double h) {
    work_->control.set_natural_h(h);
}

}  // namespace cicatrix
