// SPDX-License-Identifier: Apache-2.0
// A neutral tree of names and values, each with its place in the file. Readers of formats make it.
#pragma once

#include "cicatrix/base/diagnostics.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cicatrix {

struct Entry;

struct Node {
    using Table = std::vector<Entry>;  ///< in file order
    using Array = std::vector<Node>;
    std::variant<std::string, double, long long, bool, Table, Array> value;
    Place place;      ///< of the value
    Place key_place;  ///< of its key, where it has one

    const Table* table() const { return std::get_if<Table>(&value); }
    const Array* array() const { return std::get_if<Array>(&value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    /// Child of a table by name; null when absent or when this is no table.
    const Node* find(std::string_view name) const;
    /// What kind of thing this is, for messages: "a text", "a number", "a table".
    std::string_view kind() const;
    /// The value as plain text; of tables and lists the kind.
    std::string plain() const;
};

struct Entry {
    std::string key;
    Node node;
};

struct Document {
    Node root;
    std::string path;  ///< as the user named it
};

/// What differs is laid over the base: tables are merged, everything else (lists of tables too) is replaced.
void lay_over(Node& base, Node&& over);
/// Sets a value by its dotted name, "run.seed", making the tables on the way. False, and nothing is changed, when
/// something on the way is no table.
bool put(Node& root, std::string_view name, Node node);
/// Takes a key out of a table; nothing when it is not there.
std::optional<Node> take(Node& root, std::string_view key);

}  // namespace cicatrix
