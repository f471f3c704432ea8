// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/document.hpp"

#include "cicatrix/base/unit.hpp"

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

std::string Node::plain() const {
    if (const auto* t = text()) return *t;
    if (const auto* x = std::get_if<double>(&value)) return to_text(*x);
    if (const auto* i = std::get_if<long long>(&value)) return std::to_string(*i);
    if (const auto* b = std::get_if<bool>(&value)) return *b ? "true" : "false";
    return std::string{kind()};
}

bool put(Node& root, std::string_view name, Node node) {
    auto* const table = std::get_if<Node::Table>(&root.value);
    if (!table) return false;
    const std::string_view first = name.substr(0, name.find('.'));
    const auto same = std::find_if(table->begin(), table->end(), [&](const Entry& e) { return e.key == first; });
    if (first.size() == name.size()) {
        if (same != table->end())
            same->node = std::move(node);
        else
            table->push_back({std::string{first}, std::move(node)});
        return true;
    }
    const std::string_view rest = name.substr(first.size() + 1);
    if (same != table->end()) return put(same->node, rest, std::move(node));
    Node made{Node::Table{}, node.key_place, node.key_place};
    if (!put(made, rest, std::move(node))) return false;
    table->push_back({std::string{first}, std::move(made)});
    return true;
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
