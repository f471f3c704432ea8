// SPDX-License-Identifier: Apache-2.0
#include "local_system.hpp"

#include "cicatrix/base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace cicatrix {
namespace {

using test::LocalSystem;

/// Puts every value somewhere between nothing and a few times what matters, by lane.
void shuffle(LocalSystem& system, std::uint32_t entity) {
    RandomStream draw{7, 1, entity};
    for (std::size_t i = 0; i < system.u.size(); ++i)
        for (std::size_t lane = 0; lane < Lanes::width; ++lane) {
            const bool share = system.facts(i).unit == "1";
            const double rest = system.u[i][lane];
            system.u[i].set(lane, share ? 0.05 + 0.9 * draw.uniform()
                                        : (0.2 + draw.uniform()) * (rest + 5 * system.facts(i).scale));
        }
    for (Lanes& c : system.columns) c = Lanes{0.1 + 0.8 * draw.uniform()};
}

TEST(Network, HealthySkinIsAnExactSteadyStateButForAgeing) {
    const Network network{{}, {"ageing"}};
    for (Layer l : all_layers) {
        LocalSystem system{network, l};
        const auto rates = system.rates();
        for (std::size_t i = 0; i < rates.size(); ++i)
            EXPECT_NEAR(rates[i][0] / system.facts(i).scale, 0.0, 1e-14)
                << system.facts(i).name << " in " << to_string(l);
    }
}

TEST(Network, JacobianAgreesWithFiniteDifferencesInEveryLayer) {
    const Network network{{}};
    for (Layer l : all_layers) {
        LocalSystem system{network, l};
        shuffle(system, static_cast<std::uint32_t>(index(l)));
        const std::size_t n = system.u.size();
        std::vector<Lanes> rate(n), nonzero(system.pattern().nonzeros.size());
        network.linearise(system.site(), system.u, rate, nonzero);
        std::vector<std::vector<double>> dense(n, std::vector<double>(n, 0.0));
        for (std::size_t e = 0; e < nonzero.size(); ++e) {
            const auto [row, column] = system.pattern().nonzeros[e];
            dense[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = nonzero[e][3];
        }
        for (std::size_t j = 0; j < n; ++j) {
            const Lanes u0 = system.u[j];
            const double h = 1e-5 * std::max(std::abs(u0[3]), system.facts(j).scale);
            system.u[j] = u0 + Lanes{h};
            const auto above = system.rates();
            system.u[j] = u0 - Lanes{h};
            const auto below = system.rates();
            system.u[j] = u0;
            for (std::size_t i = 0; i < n; ++i) {
                const double slope = (above[i][3] - below[i][3]) / (2 * h);
                const double size = std::abs(slope) + 1e-3 * system.facts(i).scale / system.facts(j).scale;
                EXPECT_NEAR(dense[i][j] / size, slope / size, 2e-5)
                    << to_string(l) << ": d(" << system.facts(i).name << ")/d(" << system.facts(j).name << ")";
            }
        }
    }
}

TEST(Network, LinearisingGivesTheSameRatesAsRates) {
    const Network network{{}};
    for (Layer l : all_layers) {
        LocalSystem system{network, l};
        shuffle(system, 40);
        std::vector<Lanes> rate(system.u.size()), nonzero(system.pattern().nonzeros.size());
        network.linearise(system.site(), system.u, rate, nonzero);
        const auto plain = system.rates();
        for (std::size_t i = 0; i < rate.size(); ++i)
            for (std::size_t lane = 0; lane < Lanes::width; ++lane) EXPECT_EQ(rate[i][lane], plain[i][lane]);
    }
}

/// What a node of written laws is worth.
double worth(const TracedLaws& laws, int at, const std::map<int, double>& inputs) {
    const Trace::Node& node = laws.trace.node(at);
    if (node.operation == Operation::input) return inputs.at(node.a);
    if (node.operation == Operation::constant) return node.value;
    const double a = worth(laws, node.a, inputs), b = node.b < 0 ? 0 : worth(laws, node.b, inputs);
    switch (node.operation) {
        case Operation::add:
            return a + b;
        case Operation::subtract:
            return a - b;
        case Operation::multiply:
            return a * b;
        case Operation::divide:
            return a / b;
        case Operation::negate:
            return -a;
        case Operation::maximum:
            return std::max(a, b);
        case Operation::minimum:
            return std::min(a, b);
        default:
            throw std::logic_error{"no rate is made of this"};
    }
}

TEST(Network, TracedLawsGiveTheSameRatesToTheBit) {
    const Network network{{}};
    for (Layer l : all_layers) {
        LocalSystem system{network, l};
        shuffle(system, 61);
        const TracedLaws laws = network.traced(l);
        std::array<double, environment_size> outside{};
        outside.fill(0.02);
        system.environment = environment_of(outside);
        std::vector<double> given;
        for (const Lanes& x : system.u) given.push_back(x[0]);
        for (const Lanes& x : system.columns) given.push_back(x[0]);
        given.insert(given.end(), outside.begin(), outside.end());
        given.push_back(system.site().depth_um);
        ASSERT_EQ(laws.inputs.size(), given.size() + 1);  // the step comes last
        std::map<int, double> inputs;
        for (std::size_t i = 0; i < given.size(); ++i) inputs[laws.inputs[i]] = given[i];
        const auto rates = system.rates();
        ASSERT_EQ(laws.rates.size(), rates.size());
        for (std::size_t i = 0; i < rates.size(); ++i)
            EXPECT_EQ(worth(laws, laws.rates[i], inputs), rates[i][0])
                << system.facts(i).name << " in " << to_string(l);
    }
}

TEST(Network, EveryEndOfEveryRangeGivesFiniteRates) {
    const Network standard{{}};
    for (const ParameterRecord& p : standard.parameters())
        for (const double end : {p.range.low, p.range.high}) {
            Adjustments a;
            a.set[std::string{p.owner} + "." + std::string{p.name}] = end * p.unit_size;
            const Network network{a};
            for (Layer l : {Layer::stratum_corneum, Layer::basal, Layer::papillary}) {
                LocalSystem system{network, l};
                shuffle(system, 77);
                for (const Lanes& r : system.rates())
                    EXPECT_TRUE(std::isfinite(r[0])) << p.owner << "." << p.name << " = " << end << " " << p.unit;
            }
        }
}

TEST(Network, NothingThatIsEmptyBecomesNegative) {
    // With a field at zero its rate must not point below zero, whatever the others are.
    const Network network{{}};
    for (Layer l : all_layers)
        for (std::uint32_t trial = 0; trial < 20; ++trial) {
            LocalSystem system{network, l};
            shuffle(system, 100 + trial);
            for (std::size_t i = 0; i < system.u.size(); ++i) {
                const Lanes kept = system.u[i];
                system.u[i] = Lanes{0.0};
                const auto rates = system.rates();
                for (std::size_t lane = 0; lane < Lanes::width; ++lane)
                    EXPECT_GE(rates[i][lane] / system.facts(i).scale, -1e-14)
                        << system.facts(i).name << " in " << to_string(l);
                system.u[i] = kept;
            }
        }
}

TEST(Network, StandardValuesAndPlausibleSpreadsLieInTheirRanges) {
    for (const ParameterRecord& p : Network{{}}.parameters()) {
        EXPECT_LE(p.range.low, p.plausible.low) << p.owner << "." << p.name;
        EXPECT_LE(p.plausible.high, p.range.high) << p.owner << "." << p.name;
        EXPECT_LE(p.plausible.low, p.standard) << p.owner << "." << p.name;
        EXPECT_LE(p.standard, p.plausible.high) << p.owner << "." << p.name;
    }
}

TEST(Network, AValueOutsideItsRangeIsRefusedWithItsRecord) {
    Adjustments a;
    a.set["alarm.decay"] = -1.0;
    try {
        const Network network{a};
        FAIL() << "a negative decay was accepted";
    } catch (const ParameterOutOfRange& e) {
        EXPECT_EQ(e.record.name, "decay");
        EXPECT_EQ(e.record.value, -1.0);
    }
}

TEST(Network, SwitchingAMechanismOffKeepsItsFieldsAtRest) {
    const Network network{{}, {"neutrophils"}};
    LocalSystem system{network, Layer::papillary};
    system["alarm"] = Lanes{50.0};
    EXPECT_EQ(system.rate("neutrophils"), 0.0);
    EXPECT_GT(system.rate("il6"), 0.0);
}

TEST(Network, TheCouplingGraphShowsWhatLawsReallyUse) {
    const Network network{{}};
    const auto graph = coupling_graph(network);
    const auto has = [&](std::string_view mechanism, std::string_view from, std::string_view to, Layer l) {
        for (const Coupling& c : graph)
            if (c.mechanism == mechanism && c.from == from && c.to == to && c.layer == l) return true;
        return false;
    };
    EXPECT_TRUE(has("neutrophils", "alarm", "neutrophils", Layer::papillary));
    EXPECT_TRUE(has("alarm", "barrier", "alarm", Layer::viable_epidermis));  // a column read
    EXPECT_FALSE(has("alarm", "barrier", "alarm", Layer::papillary));        // declared, not used there
    EXPECT_FALSE(has("neutrophils", "melanin", "neutrophils", Layer::papillary));
    // A column read is joined to the rates that use it, not to all that its mechanism changes.
    EXPECT_TRUE(has("topical_agents", "irritant", "irritant", Layer::viable_epidermis));
    EXPECT_FALSE(has("topical_agents", "irritant", "steroid", Layer::viable_epidermis));
    EXPECT_TRUE(has("melanin", "melanocyte_activation", "melanin", Layer::viable_epidermis));
    EXPECT_FALSE(has("melanin", "melanocyte_activation", "melanogenic_drive", Layer::viable_epidermis));
}

/// The traced programmes against the text of the laws: the same bits, in random states of every layer.
TEST(Network, ProgrammesGiveTheBitsOfTheLaws) {
    const Network network{{}};
    RandomStream draw{5, 6, 7};
    for (Layer layer : all_layers) {
        test::LocalSystem tissue{network, layer};
        tissue.environment =
            environment_of<double>({0.05, 0.4, 0.01, 0.02, 0.01, 0.005, 0.01, 0, 1e-5, 2e-5, 1e-5, 1e-5, 0.1, 0.4});
        for (auto* group : {&tissue.u, &tissue.columns})
            for (Lanes& x : *group)
                for (std::size_t l = 0; l < Lanes::width; ++l) x.set(l, x[l] * draw.uniform() + 3 * draw.uniform());
        for (int width : {1, 2, 4}) {
            const auto wide = static_cast<std::size_t>(width);
            Sheet sheet{tissue.pattern(), width, network.extra_registers(layer)};
            for (std::size_t i = 0; i < tissue.u.size(); ++i) std::fill_n(sheet.unknown(i), wide, tissue.u[i]);
            for (std::size_t c = 0; c < tissue.columns.size(); ++c)
                std::fill_n(sheet.column(c), wide, tissue.columns[c]);
            const std::vector<Lanes> expected = tissue.rates();
            for (bool with_slopes : {false, true}) {
                with_slopes ? network.batch_linearise(tissue.site(), sheet) : network.batch_rates(tissue.site(), sheet);
                for (std::size_t i = 0; i < expected.size(); ++i)
                    for (std::size_t l = 0; l < Lanes::width; ++l)
                        EXPECT_EQ(sheet.rate(i)[wide - 1][l], expected[i][l])
                            << tissue.facts(i).name << " in " << to_string(layer);
            }
        }
    }
}

/// What still fields add to those that spread, by its definition.
TEST(Network, SharesCarriedFollowFromTheJacobian) {
    const Network network{{}};
    for (Layer layer : all_layers) {
        test::LocalSystem tissue{network, layer};
        for (Lanes& x : tissue.u) x = x + Lanes{0.5};
        const LocalPattern& pattern = tissue.pattern();
        Site site = tissue.site();
        site.ahead_h = 7;
        Sheet rates{pattern, 1, network.extra_registers(layer)}, linear{pattern, 1, network.extra_registers(layer)};
        for (Sheet* sheet : {&rates, &linear}) {
            std::copy(tissue.u.begin(), tissue.u.end(), sheet->unknown(0));
            std::copy(tissue.columns.begin(), tissue.columns.end(), sheet->column(0));
        }
        network.batch_rates(site, rates);
        network.batch_linearise(site, linear);
        const auto slope = [&](int row, int column) {
            const auto found = std::find(pattern.nonzeros.begin(), pattern.nonzeros.end(), std::pair{row, column});
            return linear.nonzero(static_cast<std::size_t>(found - pattern.nonzeros.begin()))[0][0];
        };
        for (std::size_t c = 0; c < pattern.carried.size(); ++c) {
            const auto [row, column] = pattern.carried[c];
            const double expected = 7 * slope(row, column) / std::max(1.0, 1 - 7 * slope(column, column));
            EXPECT_NEAR(rates.carried(c)[0][0], expected, 1e-12 * std::abs(expected)) << to_string(layer);
        }
        EXPECT_EQ(pattern.carried.empty(), !living.has(layer)) << to_string(layer);
    }
}

/// In single precision the same programmes, in random states of every layer: rates by the size of what they add up,
/// which is at least what the Jacobian makes of the state.
TEST(Network, ProgrammesGiveNearlyTheSameInSinglePrecision) {
    const Network network{{}};
    RandomStream draw{5, 6, 8};
    for (Layer layer : all_layers) {
        test::LocalSystem tissue{network, layer};
        tissue.environment =
            environment_of<double>({0.05, 0.4, 0.01, 0.02, 0.01, 0.005, 0.01, 0, 1e-5, 2e-5, 1e-5, 1e-5, 0.1, 0.4});
        Sheet exact{tissue.pattern(), 4, network.extra_registers(layer)};
        FloatSheet single{tissue.pattern(), 4, network.extra_registers(layer)};
        const auto fill = [&](Lanes* to, FloatLanes* rounded, double around) {
            for (std::size_t w = 0; w < 4; ++w)
                for (std::size_t l = 0; l < FloatLanes::width; ++l) {
                    const auto x = static_cast<float>(around * draw.uniform() + 3 * draw.uniform());
                    rounded[w].set(l, x);
                    if (l < Lanes::width) to[w].set(l, x);
                }
        };
        for (std::size_t i = 0; i < tissue.u.size(); ++i) fill(exact.unknown(i), single.unknown(i), tissue.u[i][0]);
        for (std::size_t c = 0; c < tissue.columns.size(); ++c)
            fill(exact.column(c), single.column(c), tissue.columns[c][0]);
        network.batch_linearise(tissue.site(), exact);
        network.batch_linearise(tissue.site(), single);
        const auto& nonzeros = tissue.pattern().nonzeros;
        for (std::size_t w = 0; w < 4; ++w)
            for (std::size_t l = 0; l < Lanes::width; ++l) {
                std::vector<double> size(tissue.u.size(), 1e-6);
                for (std::size_t e = 0; e < nonzeros.size(); ++e) {
                    const auto row = static_cast<std::size_t>(nonzeros[e].first),
                               column = static_cast<std::size_t>(nonzeros[e].second);
                    size[row] += std::abs(exact.nonzero(e)[w][l] * exact.unknown(column)[w][l]);
                }
                for (std::size_t i = 0; i < tissue.u.size(); ++i)
                    EXPECT_NEAR(single.rate(i)[w][l], exact.rate(i)[w][l],
                                1e-5 * (size[i] + std::abs(exact.rate(i)[w][l])))
                        << tissue.facts(i).name << " in " << to_string(layer);
                for (std::size_t e = 0; e < nonzeros.size(); ++e) {
                    const auto row = static_cast<std::size_t>(nonzeros[e].first),
                               column = static_cast<std::size_t>(nonzeros[e].second);
                    EXPECT_NEAR(single.nonzero(e)[w][l] * exact.unknown(column)[w][l],
                                exact.nonzero(e)[w][l] * exact.unknown(column)[w][l], 1e-5 * size[row])
                        << tissue.facts(row).name << " by " << tissue.facts(column).name << " in " << to_string(layer);
                }
            }
    }
}

TEST(Network, AFieldWithTwoOwnersIsRefused) {
    const auto all = mechanism_catalogue();
    std::vector<MechanismEntry> twice{all.begin(), all.end()};
    twice.push_back(all.front());
    twice.push_back(*std::find_if(all.begin(), all.end(), [](const auto& e) { return e.name == "alarm"; }));
    EXPECT_THROW((Network{{}, {}, twice}), std::logic_error);
}

}  // namespace
}  // namespace cicatrix
