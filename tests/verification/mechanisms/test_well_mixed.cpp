// SPDX-License-Identifier: Apache-2.0
// The well-mixed mode on all laws together: its order, two judges, and bits that depend on nothing but the tissue.
#include "../cvode_oracle.hpp"
#include "../odeint_oracle.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "injured_skin.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

using Values = std::vector<double>;

const Network& network() {
    static const Network all{{}};
    return all;
}

/// One layer of skin in a bad state, with its column reads held.
struct InjuredLayer {
    explicit InjuredLayer(Layer layer) {
        State state = test::resting(network(), test::still_column(network()));
        test::each_value(state, [&](double& value, int f, int) {
            value = test::injured(network().fields()[static_cast<std::size_t>(f)], value);
        });
        const int k = index(layer);
        const LocalPattern& pattern = network().pattern(layer);
        site = {layer, state.grid().centre_um(k), test::harsh(), {}};
        for (const ColumnRead& c : pattern.columns) site.columns.push_back(state.plane(c.field, index(c.layer))[0]);
        for (int f : pattern.fields) {
            start.push_back(state.plane(f, k)[0]);
            scale.push_back(network().fields()[static_cast<std::size_t>(f)].scale);
        }
    }
    WellMixedSettings tolerance(double relative) const {
        WellMixedSettings settings;
        settings.relative = relative;
        settings.absolute = scale;
        for (double& a : settings.absolute) a *= relative;
        return settings;
    }
    /// Largest difference, in scales or relative to the value where that is greater.
    double apart(const Values& a, const Values& b) const {
        double worst = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            worst = std::max(worst, std::abs(a[i] - b[i]) / std::max(scale[i], std::abs(b[i])));
        return worst;
    }
    /// Tissues that differ from this one in how badly they are hurt.
    std::vector<Values> cohort(std::size_t count) const {
        std::vector<Values> tissues(count, start);
        for (std::size_t t = 0; t < count; ++t)
            for (std::size_t i = 0; i < start.size(); ++i)
                tissues[t][i] *= 0.2 + 0.8 * static_cast<double>((7 * t + i) % count) / static_cast<double>(count);
        return tissues;
    }
    WellMixedSite site;
    Values start, scale;
};

/// The same system for the judges, which know one tissue only.
class Scalar final : public OdeProblem {
public:
    explicit Scalar(const InjuredLayer& skin)
        : skin_{skin},
          pattern_{network().pattern(skin.site.layer)},
          columns_(skin.site.columns.begin(), skin.site.columns.end()),
          u_(skin.start.size()),
          rate_(u_.size()),
          slope_(pattern_.nonzeros.size()) {}
    int size() const override { return static_cast<int>(u_.size()); }
    void rates(const double* y, double* dydt) override {
        load(y);
        network().rates(site(), u_, rate_);
        for (std::size_t i = 0; i < u_.size(); ++i) dydt[i] = rate_[i][0] / skin_.scale[i];
    }
    void jacobian(const double* y, double* dense) override {
        load(y);
        network().linearise(site(), u_, rate_, slope_);
        std::fill_n(dense, u_.size() * u_.size(), 0.0);
        for (std::size_t e = 0; e < slope_.size(); ++e) {
            const auto row = static_cast<std::size_t>(pattern_.nonzeros[e].first);
            const auto column = static_cast<std::size_t>(pattern_.nonzeros[e].second);
            dense[row * u_.size() + column] = slope_[e][0] * skin_.scale[column] / skin_.scale[row];
        }
    }
    Values scaled(Values y) const {
        for (std::size_t i = 0; i < y.size(); ++i) y[i] /= skin_.scale[i];
        return y;
    }
    Values unscaled(Values y) const {
        for (std::size_t i = 0; i < y.size(); ++i) y[i] *= skin_.scale[i];
        return y;
    }

private:
    Site site() const { return {skin_.site.layer, skin_.site.depth_um, &skin_.site.environment, columns_}; }
    void load(const double* y) {
        for (std::size_t i = 0; i < u_.size(); ++i) u_[i] = Lanes{y[i] * skin_.scale[i]};
    }
    const InjuredLayer& skin_;
    const LocalPattern& pattern_;
    std::vector<Lanes> columns_, u_, rate_, slope_;
};

/// Takes every step that is asked for, whatever its error.
WellMixedSettings without_control(const InjuredLayer& skin, double hours) {
    WellMixedSettings settings = skin.tolerance(1e6);
    settings.first_step_h = 2 * hours;
    return settings;
}
Values in_equal_steps(const InjuredLayer& skin, const Values& start, double hours, int steps) {
    Values times;
    for (int s = 1; s <= steps; ++s) times.push_back(hours * s / steps);
    const WellMixedCourse course = run_well_mixed(network(), skin.site, start, times, without_control(skin, hours));
    EXPECT_EQ(course.accepted, steps);
    return course.values.back();
}
Values in_equal_stops(const InjuredLayer& skin, const Values& start, double hours, int stops) {
    WellMixedTissues tissue{network(), skin.site, 1, without_control(skin, hours)};
    tissue.set(0, start);
    for (int s = 0; s < stops; ++s) tissue.advance(hours / stops);
    EXPECT_EQ(tissue.accepted_steps(), stops);
    Values end(start.size());
    tissue.get(0, end);
    return end;
}

/// The order that shows in the errors of so many equal steps over four hours, and of four times as many.
template <class Method>
double order_of(const Method& method, int steps) {
    const InjuredLayer skin{Layer::papillary};
    // Steps of some minutes are long beside the fastest laws: stiffness must not lower the order.
    const double from = 12.0, hours = 4.0;
    const WellMixedCourse course = run_well_mixed(network(), skin.site, skin.start,
                                                  std::vector<double>{from, from + hours}, skin.tolerance(1e-12));
    const double coarse = skin.apart(method(skin, course.values[0], hours, steps), course.values[1]);
    const double fine = skin.apart(method(skin, course.values[0], hours, 4 * steps), course.values[1]);
    EXPECT_GT(coarse, 1e-9) << "nothing to see";
    return std::log2(coarse / fine) / 2;
}

TEST(Rodas, ConvergesWithOrderFourOnAllLaws) {
    // With more steps the error of the reference shows; with these few the order may look a little too high.
    const double order = order_of(in_equal_steps, 8);
    EXPECT_GT(order, 3.8);
    EXPECT_LT(order, 4.5);
}

TEST(StoppedTissues, ConvergeWithOrderTwoThoughTheirJacobianIsKept) {
    // With longer steps it looks like three: the Jacobian's age, counted in steps, shrinks with them.
    EXPECT_NEAR(order_of(in_equal_stops, 1024), 2.0, 0.2);
}

TEST(Rodas, AgreesWithCvodeAndOdeintAtTightTolerance) {
    for (Layer layer : all_layers) {
        const InjuredLayer skin{layer};
        Scalar problem{skin};
        const Values times{1, 24, 240};
        const auto rates = [&](const Values& y, Values& slope) { problem.rates(y.data(), slope.data()); };
        const auto cvode = toy::cvode_course(rates, problem.scaled(skin.start), times, 1e-12, 1e-13);
        const auto course = run_well_mixed(network(), skin.site, skin.start, times, skin.tolerance(1e-10));
        Values odeint = problem.scaled(skin.start);
        double time = 0, step = 1e-3;
        for (std::size_t t = 0; t < times.size(); ++t) {
            ASSERT_TRUE(run_rosenbrock4(problem, odeint, time, times[t], step, {1e-10, 1e-10, 1'000'000}));
            time = times[t];
            EXPECT_LT(skin.apart(course.values[t], problem.unscaled(cvode[t])), 2e-8)
                << to_string(layer) << " at " << time << " h";
            EXPECT_LT(skin.apart(course.values[t], problem.unscaled(odeint)), 2e-8)
                << to_string(layer) << " at " << time << " h";
        }
    }
}

TEST(Rodas, GivesATissueTheSameBitsAloneInACohortAndOnAnyNumberOfThreads) {
    const InjuredLayer skin{Layer::papillary};
    const std::vector<Values> starts = skin.cohort(75);  // not a whole number of lane groups
    const Values times{0.0, 5.0, 100.0};
    const WellMixedSettings settings = skin.tolerance(1e-4);
    const auto with_threads = [&](int threads) {
        const ThreadLimit limit{threads};
        return run_well_mixed_cohort(network(), skin.site, starts, {}, times, settings);
    };
    const auto once = with_threads(1), twice = with_threads(2);
    ASSERT_EQ(once.size(), starts.size());
    long fewest = once[0].accepted, most = fewest;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const WellMixedCourse alone = run_well_mixed(network(), skin.site, starts[i], times, settings);
        EXPECT_EQ(once[i].values, alone.values) << i;
        EXPECT_EQ(once[i].values, twice[i].values) << i;
        EXPECT_EQ(once[i].accepted, alone.accepted) << i;
        fewest = std::min(fewest, once[i].accepted);
        most = std::max(most, once[i].accepted);
    }
    EXPECT_LT(fewest, most) << "tissues that all step alike show nothing";
}

/// Half an hour, so many times; then the values of all.
std::vector<Values> after_half_hours(const InjuredLayer& skin, std::span<const Values> starts, int stops, int threads) {
    const ThreadLimit limit{threads};
    WellMixedTissues tissues{network(), skin.site, starts.size(), skin.tolerance(1e-4)};
    for (std::size_t i = 0; i < starts.size(); ++i) tissues.set(i, starts[i]);
    for (int s = 0; s < stops; ++s) tissues.advance(0.5);
    std::vector<Values> ends(starts.size(), Values(skin.start.size()));
    for (std::size_t i = 0; i < starts.size(); ++i) tissues.get(i, ends[i]);
    return ends;
}

TEST(StoppedTissues, EndWhereUninterruptedOnesDo) {
    const InjuredLayer skin{Layer::papillary};
    const std::vector<Values> starts = skin.cohort(40);
    const auto whole =
        run_well_mixed_cohort(network(), skin.site, starts, {}, std::vector<double>{120.0}, skin.tolerance(1e-9));
    const auto stopped = after_half_hours(skin, starts, 240, 1);
    for (std::size_t i = 0; i < starts.size(); ++i) EXPECT_LT(skin.apart(stopped[i], whole[i].values[0]), 2e-4) << i;
}

TEST(StoppedTissues, KeepTheirStepsFromStopToStop) {
    const InjuredLayer skin{Layer::papillary};
    const std::vector<Values> starts = skin.cohort(40);
    WellMixedTissues tissues{network(), skin.site, starts.size(), skin.tolerance(1e-2)};
    for (std::size_t i = 0; i < starts.size(); ++i) tissues.set(i, starts[i]);
    for (int s = 0; s < 96; ++s) tissues.advance(0.5);
    const long before = tissues.accepted_steps();
    for (int s = 0; s < 100; ++s) tissues.advance(0.5);
    EXPECT_EQ(tissues.accepted_steps() - before, 100 * static_cast<long>(starts.size()));
}

TEST(StoppedTissues, HaveTheSameBitsAloneAmongOthersAndOnAnyNumberOfThreads) {
    const InjuredLayer skin{Layer::papillary};
    const std::vector<Values> starts = skin.cohort(75);
    const auto once = after_half_hours(skin, starts, 60, 1);
    EXPECT_EQ(once, after_half_hours(skin, starts, 60, 2));
    for (std::size_t i = 0; i < starts.size(); ++i)
        EXPECT_EQ(once[i], after_half_hours(skin, {&starts[i], 1}, 60, 1).front()) << i;
}

}  // namespace
}  // namespace cicatrix
