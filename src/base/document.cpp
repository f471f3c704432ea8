// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/document.hpp"

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

}  // namespace cicatrix
