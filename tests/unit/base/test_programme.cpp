// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/kinetic_forms.hpp"
#include "cicatrix/base/programme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace cicatrix {
namespace {

/// Something of everything that laws do.
template <class Num>
std::array<Num, 4> law(const Num& x, const Num& y, const Num& z) {
    using std::max, std::min;
    const Num call = saturating(x, 0.5) + 2.0 * saturating2(y, 1.5);
    const Num made = 3.0 * call * inhibited(z, 0.7) * inhibited2(x, 2.0);
    Num left = 1.0 - x / 4.0;
    left -= y * z;
    left += 0.0;
    return {made - 0.25 * x, -made / (1.0 + y), max(Num{0.0}, left) * z, min(x * y, Num{0.8}) - max(x, y)};
}

struct Recorded {
    Trace trace;
    std::vector<int> inputs{0, 1, 2}, outputs;
    std::vector<std::pair<int, int>> slope_of;  ///< (output, input) of each output after the first four
    Recorded() {
        const auto in = [&](int i) { return Traced{trace, trace.input(i)}; };
        for (const Traced& t : law(in(0), in(1), in(2))) outputs.push_back(t.node(trace));
        for (int o = 0; o < 4; ++o)
            for (const auto& [input, slope] : trace.slopes(outputs[static_cast<std::size_t>(o)])) {
                slope_of.emplace_back(o, input);
                outputs.push_back(slope);
            }
    }
};

template <class Group = Lanes>
std::vector<Group> run(const Programme& programme, const std::vector<double>& inputs, int width) {
    const auto wide = static_cast<std::size_t>(width);
    std::vector<Group> registers(static_cast<std::size_t>(programme.registers()) * wide);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        for (std::size_t w = 0; w < wide; ++w)
            for (std::size_t l = 0; l < Group::width; ++l)
                registers[i * wide + w].set(l, inputs[i] * (1.0 + 0.01 * static_cast<double>(l + 8 * w)));
    programme.run(registers.data(), width);
    return registers;
}

TEST(Programme, GivesTheBitsOfTheLawItself) {
    const Recorded r;
    const Programme programme{r.trace, r.inputs, r.outputs};
    for (int width : {1, 2, 4}) {
        const auto registers = run(programme, {0.9, 1.3, 0.4}, width);
        for (std::size_t w = 0; w < static_cast<std::size_t>(width); ++w) {
            const auto in = [&](std::size_t i) { return registers[i * static_cast<std::size_t>(width) + w]; };
            const auto expected = law(in(0), in(1), in(2));
            for (std::size_t o = 0; o < 4; ++o)
                for (std::size_t l = 0; l < Lanes::width; ++l) EXPECT_EQ(in(3 + o)[l], expected[o][l]) << o;
        }
    }
}

TEST(Programme, GivesNearlyTheSameInSinglePrecision) {
    const Recorded r;
    const Programme programme{r.trace, r.inputs, r.outputs};
    for (int width : {1, 2, 4})
        for (const std::vector<double>& x : {std::vector{0.9, 1.3, 0.4}, {0.1, 0.2, 3.0}, {5.0, 0.3, 0.2}}) {
            const auto exact = run(programme, x, width);
            const auto single = run<FloatLanes>(programme, x, width);
            const auto wide = static_cast<std::size_t>(width);
            for (std::size_t o = r.inputs.size(); o < r.inputs.size() + r.outputs.size(); ++o)
                for (std::size_t w = 0; w < wide; ++w)
                    for (std::size_t l = 0; l < Lanes::width; ++l) {
                        const double expected = exact[o * wide + w][l];
                        EXPECT_NEAR(static_cast<double>(single[o * wide + w][l]), expected,
                                    1e-5 * std::abs(expected) + 1e-6)
                            << "register " << o;
                    }
        }
}

TEST(Programme, GivesTheDerivatives) {
    const Recorded r;
    const Programme programme{r.trace, r.inputs, r.outputs};
    for (const std::vector<double>& x :
         {std::vector{0.9, 1.3, 0.4}, {0.1, 0.2, 3.0}, {5.0, 0.3, 0.2}, {1.1, 0.6, 2.0}}) {
        const auto registers = run(programme, x, 1);
        for (std::size_t k = 0; k < r.slope_of.size(); ++k) {
            const auto [o, i] = r.slope_of[k];
            const auto at = [&](double shift) {
                auto moved = x;
                moved[static_cast<std::size_t>(i)] += shift;
                return law(moved[0], moved[1], moved[2])[static_cast<std::size_t>(o)];
            };
            const double h = 1e-6, expected = (at(h) - at(-h)) / (2 * h);
            EXPECT_NEAR(registers[7 + k][0], expected, 1e-7 * (1 + std::abs(expected)))
                << "output " << o << " by " << i;
        }
    }
}

TEST(Trace, FindsExactlyWhatAValueDependsOn) {
    Trace trace;
    const Traced x{trace, trace.input(4)}, y{trace, trace.input(7)};
    const auto inputs = [&](const Traced& t) {
        std::vector<int> found;
        for (const auto& [input, slope] : trace.slopes(t.node(trace))) found.push_back(input);
        return found;
    };
    EXPECT_EQ(inputs(x * y), (std::vector{4, 7}));
    EXPECT_EQ(inputs(0.0 * x + y), std::vector{7});
    EXPECT_TRUE(inputs(Traced{2.0} * 3.0).empty());
    EXPECT_TRUE((0.0 * x).is_zero());
    EXPECT_FALSE((0.0 * x + 2.0).is_zero());
}

TEST(Trace, WritesEqualOperationsOnce) {
    Trace trace;
    const Traced x{trace, trace.input(0)}, y{trace, trace.input(1)};
    const Traced first = saturating(x * y, 0.5);
    const std::size_t size = trace.size();
    EXPECT_EQ(saturating(y * x, 0.5).node(trace), first.node(trace));
    EXPECT_EQ((1.0 * x + 0.0).node(trace), x.node(trace));
    EXPECT_EQ((-(-x)).node(trace), x.node(trace));
    EXPECT_EQ((x / 1.0 - 0.0).node(trace), x.node(trace));
    EXPECT_LE(trace.size(), size + 3);  // the constants, and one change of sign
}

TEST(Programme, PassesInputsAndConstantsThrough) {
    Trace trace;
    const int x = trace.input(0), seven = trace.constant(7), twice = trace.apply(Operation::add, x, x);
    const std::vector<int> inputs{0}, outputs{x, seven, twice, twice, x};
    const Programme programme{trace, inputs, outputs};
    const auto registers = run(programme, {2.5}, 1);
    const double expected[] = {2.5, 7, 5, 5, 2.5};
    for (std::size_t o = 0; o < 5; ++o) EXPECT_EQ(registers[1 + o][0], expected[o]);
}

TEST(Programme, ReusesRoomThatIsNoLongerNeeded) {
    Trace trace;
    Traced x{trace, trace.input(0)};
    for (int i = 0; i < 50; ++i) x = x * x + 1.0 / (1.0 + x);
    const std::vector<int> inputs{0}, outputs{x.node(trace)};
    const Programme programme{trace, inputs, outputs};
    EXPECT_GE(programme.length(), 150u);
    EXPECT_LT(programme.registers(), 8);
}

TEST(Programme, KnowsItsWidths) {
    const Recorded r;
    const Programme programme{r.trace, r.inputs, r.outputs};
    EXPECT_THROW(run(programme, {1, 1, 1}, 3), std::logic_error);
}

}  // namespace
}  // namespace cicatrix
