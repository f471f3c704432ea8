// SPDX-License-Identifier: Apache-2.0
// A mechanism that is data: its law, its slopes, its answer to needles and its numbers are those that were written.
#include "cicatrix/biology/written_mechanism.hpp"
#include "local_system.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cicatrix {
namespace {

using enum Operation;

/// dD/dt = max(0.5 E - 0.25 D, -1) for a dye D that needles bring: D + killed - 0.5 torn; E debris.
std::shared_ptr<WrittenMechanism> dyeing() {
    auto m = std::make_shared<WrittenMechanism>();
    m->name = "dyeing";
    m->summary = "a toy";
    m->owns.push_back({.name = "dye",
                       .symbol = "D",
                       .meaning = "a dye",
                       .unit = *parse_unit("ug/mm3"),
                       .layers = dermis,
                       .scale = 0.5,
                       .rest = {0, 0, 0, 2, 3, 0},
                       .diffusivity_um2_per_h = {0, 0, 0, 100, 200, 0}});
    m->reads = {"debris"};
    m->parameters.push_back({.name = "gain",
                             .symbol = "g",
                             .meaning = "",
                             .unit = *parse_unit("1/h"),
                             .value = 0.5,
                             .range = {0, 1},
                             .plausible = {0.25, 1},
                             .source = "own",
                             .where = "a toy"});
    const WrittenLaw law{{{input, 1, -1, 0},
                          {constant, -1, -1, 0.5},
                          {multiply, 0, 1, 0},
                          {input, 0, -1, 0},
                          {constant, -1, -1, 0.25},
                          {multiply, 3, 4, 0},
                          {subtract, 2, 5, 0},
                          {constant, -1, -1, -1.0},
                          {maximum, 6, 7, 0}},
                         {{0, 8}}};
    const WrittenLaw answer{{{input, 0, -1, 0},
                             {input, WrittenLaw::killed, -1, 0},
                             {add, 0, 1, 0},
                             {input, WrittenLaw::torn, -1, 0},
                             {constant, -1, -1, 0.5},
                             {multiply, 3, 4, 0},
                             {subtract, 2, 5, 0}},
                            {{0, 6}}};
    for (Layer l : all_layers) {
        m->law[static_cast<std::size_t>(index(l))] = law;
        m->answer[static_cast<std::size_t>(index(l))] = answer;
    }
    return m;
}

class WrittenMechanismTest : public testing::Test {
protected:
    static Network with_dye() {
        const auto real = mechanism_catalogue();
        std::vector<MechanismEntry> entries{real.begin(), real.end()};
        entries.push_back(entry_of(dyeing()));
        return Network{{}, {}, entries};
    }
    const Network network = with_dye();
    test::LocalSystem papillary{network, Layer::papillary};
};

TEST_F(WrittenMechanismTest, BringsItsFieldAndItsNumbers) {
    const Field& dye = papillary.facts(static_cast<std::size_t>(papillary.local("dye")));
    EXPECT_EQ(dye.owner, "dyeing");
    EXPECT_EQ(dye.unit_size, 1e6);
    EXPECT_EQ(dye.scale, 0.5e6);
    EXPECT_EQ(dye.diffusivity_um2_per_h[static_cast<std::size_t>(index(Layer::reticular))], 200.0);
    EXPECT_EQ(papillary["dye"][0], 2e6);
    const auto records = network.parameters();
    const auto gain = std::find_if(records.begin(), records.end(), [](const auto& r) { return r.owner == "dyeing"; });
    ASSERT_NE(gain, records.end());
    EXPECT_EQ(gain->value, 0.5);
    EXPECT_EQ(gain->source.where, "a toy");
    EXPECT_THROW(test::LocalSystem(network, Layer::basal).local("dye"), std::out_of_range);
}

TEST_F(WrittenMechanismTest, ItsLawGivesItsRatesOnLanesAndInProgrammes) {
    const auto expect_rate = [&](double debris, double dye, double rate) {
        papillary["debris"] = Lanes{debris};
        papillary["dye"] = Lanes{dye};
        EXPECT_EQ(papillary.rate("dye"), rate);
        const auto& pattern = network.pattern(Layer::papillary);
        std::vector<Lanes> rates(papillary.u.size()), slopes(pattern.nonzeros.size());
        network.linearise(papillary.site(), papillary.u, rates, slopes);
        const int d = papillary.local("dye"), e = papillary.local("debris");
        EXPECT_EQ(rates[static_cast<std::size_t>(d)][0], rate);
        const auto slope = [&](int column) {
            const auto at = std::find(pattern.nonzeros.begin(), pattern.nonzeros.end(), std::pair{d, column});
            return slopes.at(static_cast<std::size_t>(at - pattern.nonzeros.begin()))[0];
        };
        EXPECT_EQ(slope(d), rate == -1 ? 0.0 : -0.25);
        EXPECT_EQ(slope(e), rate == -1 ? 0.0 : 0.5);
    };
    expect_rate(0.5, 2.0, -0.25);
    expect_rate(1.0, 0.0, 0.5);
    expect_rate(0.0, 100.0, -1.0);
}

TEST_F(WrittenMechanismTest, AnswersNeedlesWhereItsFieldLives) {
    const auto layout = std::make_shared<const Layout>(test::small_grid(4, 4, 50), network.fields());
    State state{layout};
    const Skin skin = make_skin({});
    network.rest(state, skin);
    const Puncture needle{.x_um = 100, .y_um = 100, .depth_um = 120, .radius_um = 40, .tip_length_um = 50};
    const Act act{0.0, "", Needling{{needle}}};
    const Wound wound{state.grid(), std::get<Needling>(act.kind).punctures};
    network.respond({act, &wound}, state, skin);
    const int dye = layout->find("dye");
    double most = 0;
    for (int k = 0; k < state.grid().nz(); ++k) {
        const auto plane = static_cast<const State&>(state).plane(dye, k);
        const double rest = state.grid().layer(k) == Layer::papillary ? 2e6 : 3e6;
        for (std::size_t i = 0; i < plane.size(); ++i) {
            EXPECT_DOUBLE_EQ(plane[i], rest + wound.killed(k)[i] - 0.5 * wound.torn(k)[i]);
            most = std::max(most, wound.killed(k)[i]);
        }
    }
    EXPECT_GT(most, 0.0) << "the needle came that deep";
}

TEST_F(WrittenMechanismTest, ANumberOutsideItsRangeIsRefused) {
    const auto broken = dyeing();
    broken->parameters[0].value = 2.0;
    EXPECT_THROW(entry_of(broken).make("dyeing", {}), ParameterOutOfRange);
}

}  // namespace
}  // namespace cicatrix
