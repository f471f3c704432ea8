// SPDX-License-Identifier: Apache-2.0
// The adaptive unsplit step: u' = F(u) = reaction + diffusion, with the matrix factored X x Y x Z x reaction.
//   (I - g h A) k1 = F(u)                 a = h k1
//   (I - g h A) k2 = F(u + a) - 2 k1      u+ = u + 3/2 a + 1/2 h k2
// with g = 1 - 1/sqrt 2: order two for any A, L-stable for the exact one, and exactly still where F(u) = 0.
// The error estimate is the distance to the first-order result u + a. The state u and the sums at the end of the step
// are in double precision; matrix, stages and solves are in the precision that the settings ask for.
#include "check_kinetics.hpp"
#include "cicatrix/numerics/diffusion.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "resting_decay.hpp"
#include "ros2.hpp"
#include "step_work.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace cicatrix {

namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

}  // namespace

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
        const double s = ros2::gamma * h;
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
        for (const Diffusion<Real>& d : diffusions_) sum += d.bytes();
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

}  // namespace cicatrix
