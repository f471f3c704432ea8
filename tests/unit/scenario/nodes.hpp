// SPDX-License-Identifier: Apache-2.0
// Documents made by hand: this floor knows no file formats.
#pragma once

#include "cicatrix/scenario/scenario.hpp"

#include <string>
#include <utility>

namespace nodes {

using cicatrix::Node;

inline Node node(const char* text) {
    Node n;
    n.value = std::string{text};
    return n;
}
inline Node node(double number) {
    Node n;
    n.value = number;
    return n;
}
inline Node node(int number) {
    Node n;
    n.value = static_cast<long long>(number);
    return n;
}
inline Node node(bool flag) {
    Node n;
    n.value = flag;
    return n;
}

inline Node table() {
    Node n;
    n.value = Node::Table{};
    return n;
}

/// Sets "device.needle_length", making the tables on the way.
template <class Value>
void set(Node& root, const std::string& path, Value value) {
    Node* at = &root;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t dot = path.find('.', begin);
        const std::string key = path.substr(begin, dot - begin);
        auto& children = std::get<Node::Table>(at->value);
        Node* next = nullptr;
        for (cicatrix::Entry& e : children)
            if (e.key == key) next = &e.node;
        if (!next) {
            children.push_back({key, table()});
            next = &children.back().node;
        }
        at = next;
        if (dot == std::string::npos) break;
        begin = dot + 1;
    }
    *at = node(value);
}

inline std::pair<std::optional<cicatrix::Scenario>, std::string> bind(const Node& root) {
    cicatrix::Diagnostics diagnostics;
    cicatrix::Document document;
    document.root = root;
    auto scenario = cicatrix::bind_scenario(document, diagnostics);
    return {std::move(scenario), diagnostics.text()};
}

}  // namespace nodes
