// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/document.hpp"

#include <algorithm>

namespace cicatrix {

const Node* Node::find(std::string_view name) const {
    if (const Table* t = table())
        for (const Entry& e : *t)
            if (e.key == name) return &e.node;
    return nullptr;
}

std::string_view Node::kind() const {
    struct Name {
        std::string_view operator()(const std::string&) const { return "a text"; }
        std::string_view operator()(double) const { return "a number"; }
        std::string_view operator()(long long) const { return "a whole number"; }
        std::string_view operator()(bool) const { return "a switch (true or false)"; }
        std::string_view operator()(const Table&) const { return "a table"; }
        std::string_view operator()(const Array&) const { return "a list"; }
    };
    return std::visit(Name{}, value);
}

void lay_over(Node& base, Node&& over) {
    auto* below = std::get_if<Node::Table>(&base.value);
    auto* above = std::get_if<Node::Table>(&over.value);
    if (!below || !above) {
        base = std::move(over);
        return;
    }
    for (Entry& e : *above) {
        const auto same = std::find_if(below->begin(), below->end(), [&](const Entry& b) { return b.key == e.key; });
        if (same == below->end())
            below->push_back(std::move(e));
        else
            lay_over(same->node, std::move(e.node));
    }
    base.place = over.place;
    base.key_place = over.key_place;
}

std::optional<Node> take(Node& root, std::string_view key) {
    auto* const table = std::get_if<Node::Table>(&root.value);
    if (!table) return std::nullopt;
    const auto it = std::find_if(table->begin(), table->end(), [&](const Entry& e) { return e.key == key; });
    if (it == table->end()) return std::nullopt;
    Node taken = std::move(it->node);
    table->erase(it);
    return taken;
}

}  // namespace cicatrix
