// SPDX-License-Identifier: Apache-2.0
// Reads one table of a study file: what is wrong is said with its place, what nobody asked for is refused.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/base/unit.hpp"

#include <set>
#include <string>
#include <vector>

namespace cicatrix {

class EntryReader {
public:
    EntryReader(const Node& node, std::string shown, Diagnostics& diagnostics)
        : node_{node}, shown_{std::move(shown)}, diagnostics_{diagnostics} {
        if (!node.table()) complain({}, "is " + std::string{node.kind()}, "a table");
    }
    /// Complains of keys that were not asked for.
    ~EntryReader();
    EntryReader(const EntryReader&) = delete;
    EntryReader& operator=(const EntryReader&) = delete;

    const Node* find(const std::string& key);
    bool has(const std::string& key) { return find(key) != nullptr; }
    std::string text(const std::string& key);                ///< empty when absent
    std::string needed(const std::string& key);              ///< a text that must be there
    std::vector<std::string> texts(const std::string& key);  ///< a text, or a list of texts
    double number(const std::string& key);                   ///< must be there
    double time_h(const std::string& key);                   ///< must be there, such as "28 d"
    const Node::Array& list(const std::string& key);         ///< empty when absent
    Place place() const { return node_.place; }
    const std::string& shown() const { return shown_; }
    /// Complains of a word that is none of those known.
    void refuse_unknown(const std::string& key, const std::string& word, const std::vector<std::string>& known);
    void complain(const std::string& key, const std::string& message, const std::string& allowed = {},
                  const std::string& near = {});

private:
    const Node& node_;
    std::string shown_;
    Diagnostics& diagnostics_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace cicatrix
