// SPDX-License-Identifier: Apache-2.0
// What is written as SBML, read back by libsbml: no complaint, units included, and the engine's own rates.
#include "cicatrix/io/files.hpp"
#include "cicatrix/io/sbml.hpp"
#include "cicatrix/tissue/environment_facts.hpp"

#include "cicatrix/base/random.hpp"

#include <gtest/gtest.h>
#include <sbml/SBMLTypes.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace cicatrix {
namespace {

using Values = std::map<std::string, double>;

/// Someone whose age and conditions move parameters away from the declared ones, with a title that XML must escape.
Scenario someone() {
    Diagnostics diagnostics;
    const auto document = io::read_toml_text(
        "title = 'Old & \"smoking\" <b>'\n[person]\nage = 71\nsite = 'forehead'\n"
        "conditions = { smoking = 1.0, acne_scars = 0.5 }\n",
        "someone", diagnostics);
    auto scenario = io::to_scenario(document.value(), diagnostics);
    diagnostics.stop_if_any();
    return std::move(scenario.value());
}

std::unique_ptr<SBMLDocument> read(const std::string& text) {
    std::unique_ptr<SBMLDocument> document{readSBMLFromString(text.c_str())};
    for (const auto category :
         {LIBSBML_CAT_GENERAL_CONSISTENCY, LIBSBML_CAT_IDENTIFIER_CONSISTENCY, LIBSBML_CAT_UNITS_CONSISTENCY,
          LIBSBML_CAT_MATHML_CONSISTENCY, LIBSBML_CAT_SBO_CONSISTENCY, LIBSBML_CAT_OVERDETERMINED_MODEL,
          LIBSBML_CAT_MODELING_PRACTICE})
        document->setConsistencyChecks(category, true);
    return document;
}

/// What a formula is worth; knows what the laws are made of and nothing else.
double worth(const ASTNode& node, const Values& values) {
    const auto operand = [&](unsigned i) { return worth(*node.getChild(i), values); };
    switch (node.getType()) {
        case AST_INTEGER:
        case AST_REAL:
            return node.getValue();
        case AST_NAME:
            return values.at(node.getName());
        case AST_PLUS:
            return operand(0) + operand(1);
        case AST_MINUS:
            return node.getNumChildren() == 1 ? -operand(0) : operand(0) - operand(1);
        case AST_TIMES:
            return operand(0) * operand(1);
        case AST_DIVIDE:
            return operand(0) / operand(1);
        case AST_FUNCTION_MAX:
            return std::max(operand(0), operand(1));
        case AST_FUNCTION_MIN:
            return std::min(operand(0), operand(1));
        default:
            throw std::runtime_error{"a formula that no law is made of"};
    }
}

/// The model's rates where `values` has its parameters; assignments are worked out in the order of the file.
Values rates_of(const ::Model& model, Values values) {
    Values rates;
    for (unsigned i = 0; i < model.getNumParameters(); ++i)
        values.try_emplace(model.getParameter(i)->getId(), model.getParameter(i)->getValue());
    for (unsigned r = 0; r < model.getNumRules(); ++r) {
        const Rule& rule = *model.getRule(r);
        (rule.isRate() ? rates : values)[rule.getVariable()] = worth(*rule.getMath(), values);
    }
    return rates;
}

/// The engine's rates and the file's at one state of one layer: the worst difference, relative to the rate or to a
/// change that matters within an hour.
double worst_difference(const LayerAlone& alone, const ::Model& model, std::uint32_t number) {
    const Network& network = alone.model->network();
    const LocalPattern& pattern = network.pattern(alone.site.layer);
    const auto facts = [&](int field) -> const Field& { return network.fields()[static_cast<std::size_t>(field)]; };
    RandomStream draw{11, 2, number};
    Values values{{"depth", 20 + 500 * draw.uniform()}};
    std::vector<Lanes> u, columns, rate(pattern.fields.size());
    const auto anywhere = [&](const Field& f, double start, const std::string& id) {
        const double x = f.unit == "1" ? draw.uniform() : draw.uniform() * (2 * start + 10 * f.scale);
        values[id] = x / f.unit_size;
        return Lanes{x};
    };
    for (std::size_t i = 0; i < pattern.fields.size(); ++i) {
        const Field& f = facts(pattern.fields[i]);
        u.push_back(anywhere(f, alone.start[i], std::string{f.name}));
    }
    for (std::size_t c = 0; c < pattern.columns.size(); ++c) {
        const Field& f = facts(pattern.columns[c].field);
        columns.push_back(anywhere(f, alone.site.columns[c],
                                   std::string{f.name} + "_in_" + std::string{to_string(pattern.columns[c].layer)}));
    }
    std::array<double, environment_size> outside{};
    for (std::size_t k = 0; k < outside.size(); ++k)
        values[std::string{environment_facts[k].name}] = outside[k] = 0.05 * draw.uniform();
    const Environment environment = environment_of(outside);
    network.rates({alone.site.layer, values.at("depth"), &environment, columns}, u, rate);

    const Values told = rates_of(model, values);
    double worst = 0;
    for (std::size_t i = 0; i < rate.size(); ++i) {
        const Field& f = facts(pattern.fields[i]);
        const auto found = told.find(std::string{f.name});
        const double engine = rate[i][0], file = found == told.end() ? 0 : found->second * f.unit_size;
        const double apart = std::abs(file - engine) / std::max(std::abs(engine), f.scale);
        if (std::isnan(apart)) return apart;
        worst = std::max(worst, apart);
    }
    return worst;
}

TEST(Sbml, HasNothingThatLibsbmlComplainsOfUnitsIncluded) {
    const Scenario scenario = someone();
    for (const Layer layer : all_layers)
        for (const double killed : {0.0, 0.4}) {
            const auto document = read(io::sbml(scenario, layer_alone(scenario, layer, killed)));
            ASSERT_EQ(document->getNumErrors(), 0U) << document->getErrorLog()->toString();
            EXPECT_EQ(document->checkConsistency(), 0U) << to_string(layer) << document->getErrorLog()->toString();
            EXPECT_EQ(document->checkInternalConsistency(), 0U);
            EXPECT_EQ(document->getModel()->getName(), "Old & \"smoking\" <b>: " + std::string{to_string(layer)});
        }
}

TEST(Sbml, AWrongUnitWouldBeFound) {
    const Scenario scenario = someone();
    const std::string text = io::sbml(scenario, layer_alone(scenario, Layer::papillary));
    for (const char* const id : {"scale_h", "scale_ug_per_mm3", "oxygen", "tnf", "debris", "term_1"}) {
        const auto document = read(text);
        document->getModel()->getParameter(id)->setUnits("mm");
        EXPECT_GT(document->checkConsistency(), 0U) << id;
    }
}

TEST(Sbml, GivesTheEnginesRatesAtAnyState) {
    const Scenario scenario = someone();
    for (const Layer layer : all_layers) {
        const LayerAlone alone = layer_alone(scenario, layer);
        const auto document = read(io::sbml(scenario, alone));
        for (std::uint32_t trial = 0; trial < 50; ++trial)
            EXPECT_LT(worst_difference(alone, *document->getModel(), trial), 1e-13) << to_string(layer);
    }
}

TEST(Sbml, BeginsWhereTheEngineDoesAndGivesNothingElseAValue) {
    const Scenario scenario = someone();
    const LayerAlone alone = layer_alone(scenario, Layer::papillary, 0.3);
    const auto document = read(io::sbml(scenario, alone));
    const ::Model& model = *document->getModel();
    const Network& network = alone.model->network();
    const LocalPattern& pattern = network.pattern(Layer::papillary);
    for (std::size_t i = 0; i < pattern.fields.size(); ++i) {
        const Field& f = network.fields()[static_cast<std::size_t>(pattern.fields[i])];
        EXPECT_EQ(model.getParameter(std::string{f.name})->getValue(), alone.start[i] / f.unit_size) << f.name;
    }
    for (const EnvironmentFacts& e : environment_facts) {
        const ::Parameter* const outside = model.getParameter(std::string{e.name});
        EXPECT_TRUE(!outside || outside->getValue() == 0) << e.name;
    }
    for (unsigned i = 0; i < model.getNumParameters(); ++i) {
        const ::Parameter& p = *model.getParameter(i);
        EXPECT_EQ(p.isSetValue(), model.getAssignmentRule(p.getId()) == nullptr) << p.getId();
        EXPECT_TRUE(p.isSetUnits()) << p.getId();
    }
}

TEST(Sbml, NamesThePersonsNumbersWithTheirSources) {
    const std::string text = io::sbml(someone(), layer_alone(someone(), Layer::papillary));
    EXPECT_NE(text.find("<td>ageing.loss</td>"), std::string::npos);
    EXPECT_NE(text.find("<td>branchet1990</td>"), std::string::npos);
    EXPECT_NE(text.find("never medical advice"), std::string::npos);
}

TEST(CourseCsv, HasAColumnPerFieldInItsUnit) {
    const LayerAlone alone = layer_alone(someone(), Layer::papillary);
    const WellMixedCourse course{{0, 1.5}, {alone.start, alone.start}};
    const std::string text = io::course_csv(alone, course);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_EQ(std::count(text.begin(), text.end(), ','), 3 * static_cast<long>(alone.start.size()));
    EXPECT_EQ(text.rfind("time [h],", 0), 0U);
    EXPECT_NE(text.find(",oxygen [mmHg]"), std::string::npos);
    EXPECT_NE(text.find("\n1.5,"), std::string::npos);
}

}  // namespace
}  // namespace cicatrix
