// SPDX-License-Identifier: Apache-2.0
// A mechanism is added by one source file: a toy dropped into a folder joins the real ones and works.
#include "cicatrix/biology/network.hpp"
#include "toy_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cicatrix {
namespace {

/// The real catalogue and the toy, on a column of skin with one plane per layer.
class OneFileMechanism : public testing::Test {
protected:
    static std::vector<MechanismEntry> everything() {
        const auto real = mechanism_catalogue(), toy = toy_catalogue();
        std::vector<MechanismEntry> all{real.begin(), real.end()};
        all.insert(all.end(), toy.begin(), toy.end());
        return all;
    }
    static Grid column() {
        return Grid{1, 1, 25, 25, {0, 15, 60, 70, 200, 1200, 2000}, {all_layers.begin(), all_layers.end()}};
    }
    static constexpr int papillary_plane = 3;

    /// Index of a field among the unknowns of the papillary dermis.
    std::size_t unknown(std::string_view field) const {
        const auto& fields = network.pattern(Layer::papillary).fields;
        const int index = layout->find(field);
        return static_cast<std::size_t>(std::find(fields.begin(), fields.end(), index) - fields.begin());
    }
    /// Values of the papillary plane, as numerics hands them to the network.
    std::vector<Lanes> local_values() const {
        std::vector<Lanes> u;
        for (int f : network.pattern(Layer::papillary).fields) u.emplace_back(value(f, papillary_plane));
        return u;
    }
    std::vector<Lanes> column_values() const {
        std::vector<Lanes> values;
        for (const ColumnRead& c : network.pattern(Layer::papillary).columns)
            values.emplace_back(value(c.field, index(c.layer)));
        return values;
    }
    double value(int field, int k) const { return static_cast<const State&>(state).plane(field, k)[0]; }

    const std::vector<MechanismEntry> entries = everything();
    const Network network{{}, {}, entries};
    const std::shared_ptr<const Layout> layout = std::make_shared<Layout>(column(), network.fields());
    const Skin skin = make_skin({});
    State state{layout};
};

TEST_F(OneFileMechanism, IsFoundBecauseItLiesInTheFolder) {
    ASSERT_EQ(toy_catalogue().size(), 1U);
    EXPECT_EQ(toy_catalogue()[0].name, "warmth");
    EXPECT_EQ(network.mechanisms().size(), mechanism_catalogue().size() + 1);
}

TEST_F(OneFileMechanism, BringsItsFieldAndItsParameters) {
    ASSERT_GE(layout->find("warmth"), 0);
    const Field& field = layout->fields()[static_cast<std::size_t>(layout->find("warmth"))];
    EXPECT_EQ(field.owner, "warmth");
    EXPECT_TRUE(field.layers == dermis);
    const auto records = network.parameters();
    EXPECT_EQ(std::count_if(records.begin(), records.end(), [](const auto& r) { return r.owner == "warmth"; }), 2);
}

TEST_F(OneFileMechanism, AppearsInTheCouplingGraph) {
    const auto graph = coupling_graph(network);
    const auto arrow = [](std::string_view from) {
        return [from](const Coupling& c) { return c.mechanism == "warmth" && c.from == from && c.to == "warmth"; };
    };
    EXPECT_TRUE(std::any_of(graph.begin(), graph.end(), arrow("debris")));
    EXPECT_FALSE(std::any_of(graph.begin(), graph.end(), arrow("bacteria")));
}

TEST_F(OneFileMechanism, SetsItsRestValueOnlyInItsLayers) {
    network.rest(state, skin);
    const int warmth = layout->find("warmth");
    EXPECT_EQ(value(warmth, papillary_plane), 1.0);
    EXPECT_TRUE(state.plane(warmth, index(Layer::viable_epidermis)).empty());
}

TEST_F(OneFileMechanism, ItsLawGivesRatesAndTheExactJacobian) {
    network.rest(state, skin);
    auto u = local_values();
    u[unknown("warmth")] = Lanes{3.0};
    u[unknown("debris")] = Lanes{0.25};
    const auto columns = column_values();
    const Environment still;
    const Site site{Layer::papillary, 135.0, &still, columns};
    const LocalPattern& pattern = network.pattern(Layer::papillary);
    std::vector<Lanes> rate(u.size()), nonzero(pattern.nonzeros.size());
    network.linearise(site, u, rate, nonzero);

    const int warmth = static_cast<int>(unknown("warmth")), debris = static_cast<int>(unknown("debris"));
    EXPECT_DOUBLE_EQ(rate[unknown("warmth")][0], 0.5 * (1.0 - 3.0) + 2.0 * 0.25);
    const auto slope = [&](int row, int column) {
        for (std::size_t i = 0; i < pattern.nonzeros.size(); ++i)
            if (pattern.nonzeros[i] == std::pair{row, column}) return nonzero[i][0];
        return 0.0;
    };
    EXPECT_DOUBLE_EQ(slope(warmth, warmth), -0.5);
    EXPECT_DOUBLE_EQ(slope(warmth, debris), 2.0);
}

TEST_F(OneFileMechanism, AnswersAnAct) {
    network.rest(state, skin);
    const Act act{0.0, "session 1", Needling{}};
    const Wound wound{state.grid(), {}};
    network.respond({act, &wound}, state, skin);
    EXPECT_EQ(value(layout->find("warmth"), papillary_plane), 1.5);
    EXPECT_EQ(value(layout->find("warmth"), index(Layer::reticular)), 1.0);
}

TEST_F(OneFileMechanism, ItsParametersCanBeOverriddenByName) {
    Adjustments adjustments;
    adjustments.set["warmth.cooling"] = 0.25;
    const Network changed{adjustments, {}, entries};
    const auto records = changed.parameters();
    const auto cooling = std::find_if(records.begin(), records.end(),
                                      [](const auto& r) { return r.owner == "warmth" && r.name == "cooling"; });
    ASSERT_NE(cooling, records.end());
    EXPECT_EQ(cooling->value, 0.25);
    EXPECT_EQ(cooling->standard, 0.5);
}

}  // namespace
}  // namespace cicatrix
