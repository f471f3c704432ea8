// SPDX-License-Identifier: Apache-2.0
// Every mechanism's law, alone and with all the others, as the engine integrates it against CVODE.
#include "../../support/figures.hpp"
#include "../cvode_oracle.hpp"
#include "cicatrix/numerics/integrator.hpp"
#include "cicatrix/numerics/well_mixed.hpp"
#include "injured_skin.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <set>

namespace cicatrix {
namespace {

using Off = std::set<std::string, std::less<>>;

constexpr double agreement = 1e-5;

/// The local laws of a still column as one system of numbers, each counted in its field's scale.
class ColumnSystem {
public:
    ColumnSystem(const Network& network, const State& like) : network_{network}, state_{like} {
        test::each_value(state_, [&](double& value, int f, int) {
            places_.push_back(&value);
            scales_.push_back(like.layout().fields()[static_cast<std::size_t>(f)].scale);
        });
    }
    std::vector<double> values() const {
        std::vector<double> y;
        for (std::size_t n = 0; n < places_.size(); ++n) y.push_back(*places_[n] / scales_[n]);
        return y;
    }
    std::vector<double> rates(const std::vector<double>& y) {
        for (std::size_t n = 0; n < y.size(); ++n) *places_[n] = y[n] * scales_[n];
        State slope{state_.shared_layout()};
        for (Layer layer : all_layers) {
            const LocalPattern& pattern = network_.pattern(layer);
            const int k = index(layer);
            std::vector<Lanes> u, columns, rate(pattern.fields.size());
            for (int f : pattern.fields) u.push_back(Lanes{state_.plane(f, k)[0]});
            for (const ColumnRead& c : pattern.columns)
                columns.push_back(Lanes{state_.plane(c.field, index(c.layer))[0]});
            network_.rates({layer, state_.grid().centre_um(k), &state_.environment, columns}, u, rate);
            for (std::size_t i = 0; i < rate.size(); ++i) slope.plane(pattern.fields[i], k)[0] = rate[i][0];
        }
        std::vector<double> result;
        test::each_value(slope, [&](double value, int, int) { result.push_back(value); });
        for (std::size_t n = 0; n < result.size(); ++n) result[n] /= scales_[n];
        return result;
    }

private:
    const Network& network_;
    State state_;
    std::vector<double*> places_;
    std::vector<double> scales_;
};

State injured_column(const Network& network) {
    State state = test::resting(network, test::still_column(network));
    test::each_value(state, [&](double& value, int f, int) {
        value = test::injured(network.fields()[static_cast<std::size_t>(f)], value);
    });
    return state;
}

/// Largest difference relative to the greater of value and scale, with the place in words.
struct Worst {
    double difference = 0;
    std::string where;
    double moved = 0;  ///< largest change over the whole time, in scales
    void add(double found, double judged, const std::string& place) {
        const double d = std::abs(found - judged) / std::max(1.0, std::abs(judged));
        if (std::isnan(difference) || d <= difference) return;  // once not a number, for ever
        difference = d;
        where = place;
    }
};

/// The engine's step at a tight tolerance against CVODE, at each time.
Worst step_against_cvode(const Off& off, const std::vector<double>& times_h, double tolerance) {
    const Network network{{}, off};
    State state = injured_column(network);
    ColumnSystem system{network, state};
    const auto judged =
        toy::cvode_course([&](const auto& y, auto& rate) { rate = system.rates(y); }, system.values(), times_h);
    Adjustments tight;
    tight.set["numerics.tolerance"] = tolerance;
    const State rest = test::resting(network, state.shared_layout());
    Integrator integrator{network, rest, NumericalSettings{tight}};
    Worst worst;
    for (std::size_t t = 0; t < times_h.size(); ++t) {
        integrator.advance(state, times_h[t]);
        std::size_t n = 0;
        test::each_value(state, [&](double value, int f, int k) {
            const Field& field = network.fields()[static_cast<std::size_t>(f)];
            worst.add(value / field.scale, judged[t][n++],
                      std::string{field.name} + " in " + std::string{to_string(state.grid().layer(k))} + " at " +
                          std::to_string(times_h[t]) + " h");
        });
    }
    const std::vector<double> begun = ColumnSystem{network, injured_column(network)}.values();
    for (std::size_t n = 0; n < begun.size(); ++n)
        worst.moved = std::max(worst.moved, std::abs(judged.back()[n] - begun[n]));
    return worst;
}

/// The well-mixed mode against CVODE, with the columns held.
Worst well_mixed_against_cvode(const Network& network, Layer layer, const std::vector<double>& times_h) {
    const State start = injured_column(network);
    const LocalPattern& pattern = network.pattern(layer);
    WellMixedSite site{layer, start.grid().centre_um(index(layer)), test::harsh(), {}};
    for (const ColumnRead& c : pattern.columns) site.columns.push_back(start.plane(c.field, index(c.layer))[0]);
    const std::vector<Lanes> columns(site.columns.begin(), site.columns.end());
    std::vector<double> u, scale, scaled;
    for (int f : pattern.fields) {
        u.push_back(start.plane(f, index(layer))[0]);
        scale.push_back(network.fields()[static_cast<std::size_t>(f)].scale);
        scaled.push_back(u.back() / scale.back());
    }
    const auto rates = [&](const std::vector<double>& y, std::vector<double>& slope) {
        std::vector<Lanes> lanes(y.size()), rate(y.size());
        for (std::size_t i = 0; i < y.size(); ++i) lanes[i] = Lanes{y[i] * scale[i]};
        network.rates({layer, site.depth_um, &site.environment, columns}, lanes, rate);
        for (std::size_t i = 0; i < y.size(); ++i) slope[i] = rate[i][0] / scale[i];
    };
    const auto judged = toy::cvode_course(rates, scaled, times_h);
    WellMixedSettings tight;
    tight.relative = 1e-9;
    tight.absolute.clear();
    for (double s : scale) tight.absolute.push_back(1e-9 * s);
    const WellMixedCourse course = run_well_mixed(network, site, u, times_h, tight);
    Worst worst;
    for (std::size_t t = 0; t < times_h.size(); ++t)
        for (std::size_t i = 0; i < u.size(); ++i)
            worst.add(course.values[t][i] / scale[i], judged[t][i],
                      std::string{network.fields()[static_cast<std::size_t>(pattern.fields[i])].name});
    return worst;
}

class EachLaw : public testing::TestWithParam<std::string> {};

TEST_P(EachLaw, AloneIsIntegratedAsCvodeDoes) {
    Off others;
    for (const MechanismEntry& e : mechanism_catalogue())
        if (e.name != GetParam()) others.emplace(e.name);
    const Worst worst = step_against_cvode(others, {1, 12, 48, 240}, 1e-7);
    test::expect_below({"laws", GetParam() + " alone, 10 days after an injury", "CVODE"}, worst.difference, agreement);
    EXPECT_LT(worst.difference, agreement) << worst.where;
    EXPECT_GT(worst.moved, 100 * agreement);
}

std::vector<std::string> mechanism_names() {
    std::vector<std::string> names;
    for (const MechanismEntry& e : mechanism_catalogue()) names.emplace_back(e.name);
    return names;
}
INSTANTIATE_TEST_SUITE_P(Mechanisms, EachLaw, testing::ValuesIn(mechanism_names()),
                         [](const auto& mechanism) { return mechanism.param; });

TEST(AllLaws, TogetherAreIntegratedAsCvodeDoesThroughColumnReadsToo) {
    const Worst worst = step_against_cvode({}, {1, 12, 48, 120}, 1e-7);
    test::expect_below({"laws", "all together, 5 days after an injury", "CVODE"}, worst.difference, agreement);
    EXPECT_LT(worst.difference, agreement) << worst.where;
}

TEST(AllLaws, InTheWellMixedModeAgreeWithCvodeInEveryLayer) {
    const Network network{{}};
    for (Layer layer : all_layers) {
        const Worst worst = well_mixed_against_cvode(network, layer, {1, 24, 240});
        test::expect_below({"laws", "all together in the well-mixed mode, " + std::string{to_string(layer)}, "CVODE"},
                           worst.difference, agreement);
        EXPECT_LT(worst.difference, agreement) << to_string(layer) << ": " << worst.where;
    }
}

}  // namespace
}  // namespace cicatrix
