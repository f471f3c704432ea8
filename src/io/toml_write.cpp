// SPDX-License-Identifier: Apache-2.0
// A document as TOML again: values first, then sections, so that the text reads back to the same tree.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/files.hpp"

#include <algorithm>

namespace cicatrix::io {
namespace {

bool is_bare(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-';
    });
}

std::string text_literal(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string s = "\"";
    for (char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            s += '\\';
            s += c;
        } else if (c == '\n') {
            s += "\\n";
        } else if (c == '\t') {
            s += "\\t";
        } else if (u < 0x20 || u == 0x7F) {
            s += "\\u00";
            s += hex[u >> 4];
            s += hex[u & 15];
        } else {
            s += c;
        }
    }
    s += '"';
    return s;
}

std::string key_literal(std::string_view key) {
    return is_bare(key) ? std::string{key} : text_literal(key);
}

/// A number with a point stays one.
std::string number_literal(double value) {
    std::string s = to_text(value);
    if (s.find_first_of(".einf") == std::string::npos) s += ".0";
    return s;
}

bool is_table_list(const Node& node) {
    const auto* a = node.array();
    return a && !a->empty() && std::all_of(a->begin(), a->end(), [](const Node& n) { return n.table() != nullptr; });
}

std::string value_literal(const Node& node);

struct Literal {
    std::string operator()(const std::string& v) const { return text_literal(v); }
    std::string operator()(double v) const { return number_literal(v); }
    std::string operator()(long long v) const { return std::to_string(v); }
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(const Node::Table& v) const {
        std::string s;
        for (const Entry& e : v) s += (s.empty() ? "" : ", ") + key_literal(e.key) + " = " + value_literal(e.node);
        return s.empty() ? "{}" : "{ " + s + " }";
    }
    std::string operator()(const Node::Array& v) const {
        std::string s;
        for (const Node& n : v) s += (s.empty() ? "" : ", ") + value_literal(n);
        return "[" + s + "]";
    }
};

std::string value_literal(const Node& node) {
    return std::visit(Literal{}, node.value);
}

void write_table(const Node::Table& table, const std::string& path, std::string& out);

void write_section(const Node& node, const std::string& path, bool one_of_many, std::string& out) {
    if (!out.empty()) out += '\n';
    out += (one_of_many ? "[[" : "[") + path + (one_of_many ? "]]\n" : "]\n");
    write_table(*node.table(), path, out);
}

void write_table(const Node::Table& table, const std::string& path, std::string& out) {
    for (const Entry& e : table)
        if (!e.node.table() && !is_table_list(e.node)) out += key_literal(e.key) + " = " + value_literal(e.node) + '\n';
    for (const Entry& e : table) {
        const std::string below = path.empty() ? key_literal(e.key) : path + '.' + key_literal(e.key);
        if (e.node.table()) write_section(e.node, below, false, out);
        if (is_table_list(e.node))
            for (const Node& n : *e.node.array()) write_section(n, below, true, out);
    }
}

}  // namespace

std::string write_toml(const Document& document) {
    std::string out;
    if (const auto* table = document.root.table()) write_table(*table, "", out);
    return out;
}

}  // namespace cicatrix::io
