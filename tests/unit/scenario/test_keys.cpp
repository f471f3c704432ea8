// SPDX-License-Identifier: Apache-2.0
// The key table and the schema made from it.
#include "nodes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace cicatrix;

TEST(ScenarioKeys, AreUniqueHaveAMeaningAndAKnownKind) {
    const std::set<std::string_view> kinds{"quantity", "number", "integer", "text", "choice", "switch", "table"};
    std::set<std::string_view> seen;
    for (const ScenarioKey& k : scenario_keys()) {
        EXPECT_TRUE(seen.insert(k.path).second) << k.path;
        EXPECT_TRUE(kinds.contains(k.kind)) << k.path;
        EXPECT_FALSE(k.meaning.empty()) << k.path;
    }
}

TEST(ScenarioKeys, DefaultsAreOfTheRightKindAndInRange) {
    for (const ScenarioKey& k : scenario_keys()) {
        if (k.standard.empty() || k.kind == "switch") continue;
        if (k.kind == "choice") {
            EXPECT_NE((" | " + std::string{k.choices} + " | ").find(" | " + std::string{k.standard} + " | "),
                      std::string::npos)
                << k.path;
            continue;
        }
        const auto q = parse_quantity(k.standard);
        ASSERT_TRUE(q) << k.path;
        EXPECT_TRUE(measures(q->unit.dimension, k.dimension)) << k.path;
        EXPECT_GE(q->value, k.low) << k.path;
        EXPECT_LE(q->value, k.high) << k.path;
    }
}

TEST(ScenarioKeys, EveryDefaultMayBeWrittenOut) {
    // A key that the program lists but does not read, or reads otherwise, would be refused here.
    Node root = nodes::table();
    for (const ScenarioKey& k : scenario_keys()) {
        const std::string path{k.path}, standard{k.standard};
        if (standard.empty() || path.find("[]") != std::string::npos || path.rfind("run.resolution", 0) == 0) continue;
        if (k.kind == "integer")
            nodes::set(root, path, std::stoi(standard));
        else if (k.kind == "number")
            nodes::set(root, path, parse_quantity(standard)->value);
        else if (k.kind == "switch")
            nodes::set(root, path, standard == "true");
        else
            nodes::set(root, path, standard.c_str());
    }
    EXPECT_EQ(nodes::bind(root).second, "");
}

TEST(ScenarioKeys, EveryKeyOfTheTableIsLookedAt) {
    // A value of the wrong type must draw a complaint wherever it stands.
    for (const ScenarioKey& k : scenario_keys()) {
        const std::string path{k.path};
        if (path == "extends" || path.find("[]") != std::string::npos) continue;
        Node root = nodes::table();
        if (k.kind == "switch")
            nodes::set(root, path, 3);
        else
            nodes::set(root, path, false);
        EXPECT_NE(nodes::bind(root).second.find(path + ": is "), std::string::npos) << path << nodes::bind(root).second;
    }
}

TEST(ScenarioSchema, NamesEveryKeyAndClosesEveryBrace) {
    const std::string schema = scenario_schema();
    EXPECT_NE(schema.find("http://json-schema.org/draft-04/schema#"), std::string::npos);
    for (const ScenarioKey& k : scenario_keys()) {
        std::string name{k.path.substr(k.path.find_last_of('.') + 1)};
        if (name.size() > 2 && name.substr(name.size() - 2) == "[]") name.resize(name.size() - 2);
        EXPECT_NE(schema.find('"' + name + "\": {"), std::string::npos) << k.path;
    }
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (schema[i] == '"' && schema[i - 1] != '\\') in_text = !in_text;
        if (in_text) continue;
        depth += schema[i] == '{' || schema[i] == '[' ? 1 : schema[i] == '}' || schema[i] == ']' ? -1 : 0;
        ASSERT_GE(depth, i + 2 < schema.size() ? 1 : 0) << i;
    }
    EXPECT_EQ(depth, 0);
    EXPECT_FALSE(in_text);
}
