// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/entry_reader.hpp"

#include <algorithm>

namespace cicatrix {

EntryReader::~EntryReader() {
    if (!node_.table()) return;
    for (const Entry& e : *node_.table()) {
        if (known_.count(e.key) > 0) continue;
        const std::vector<std::string> names{known_.begin(), known_.end()};
        diagnostics_.add({e.node.key_place, shown_ + "." + e.key, "nothing is called " + in_quotes(e.key) + " here", "",
                          nearest(e.key, names)});
    }
}

void EntryReader::complain(const std::string& key, const std::string& message, const std::string& allowed,
                           const std::string& near) {
    const Node* const found = key.empty() ? nullptr : node_.find(key);
    diagnostics_.add(
        {found ? found->place : node_.place, key.empty() ? shown_ : shown_ + "." + key, message, allowed, near});
}

void EntryReader::refuse_unknown(const std::string& key, const std::string& word,
                                 const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string all;
    for (const std::string& k : known) all += (all.empty() ? "" : ", ") + k;
    complain(key, in_quotes(word) + " is not known", all, nearest(word, known));
}

const Node* EntryReader::find(const std::string& key) {
    known_.insert(key);
    return node_.find(key);
}

std::string EntryReader::text(const std::string& key) {
    const Node* const found = find(key);
    if (!found) return {};
    if (found->text()) return *found->text();
    complain(key, "is " + std::string{found->kind()}, "a text in quotation marks");
    return {};
}

std::string EntryReader::needed(const std::string& key) {
    if (!find(key)) complain({}, in_quotes(key) + " is missing");
    return text(key);
}

std::vector<std::string> EntryReader::texts(const std::string& key) {
    const Node* const found = find(key);
    if (!found) return {};
    if (found->text()) return {*found->text()};
    std::vector<std::string> all;
    if (found->array())
        for (const Node& n : *found->array()) {
            if (n.text()) all.push_back(*n.text());
        }
    if (!found->array() || all.size() != found->array()->size())
        complain(key, "is no list of texts", "texts in quotation marks, such as [\"a\", \"b\"]");
    return all;
}

double EntryReader::number(const std::string& key) {
    const Node* const found = find(key);
    if (found) {
        if (const double* x = std::get_if<double>(&found->value)) return *x;
        if (const long long* i = std::get_if<long long>(&found->value)) return static_cast<double>(*i);
    }
    complain(key, found ? "is " + std::string{found->kind()} : in_quotes(key) + " is missing", "a number");
    return 0.0;
}

double EntryReader::time_h(const std::string& key) {
    const std::string written = needed(key);
    const auto quantity = parse_quantity(written);
    if (quantity && quantity->unit.dimension == Time) return quantity->value;
    if (has(key)) complain(key, in_quotes(written) + " is no time", "such as \"28 d\" or \"4 h\"");
    return 0.0;
}

const Node::Array& EntryReader::list(const std::string& key) {
    static const Node::Array none;
    const Node* const found = find(key);
    if (!found) return none;
    if (found->array()) return *found->array();
    complain(key, "is " + std::string{found->kind()}, "a list");
    return none;
}

}  // namespace cicatrix
