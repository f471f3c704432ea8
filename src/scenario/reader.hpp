// SPDX-License-Identifier: Apache-2.0
// Reads one table of a scenario by the key table; what is wrong is said, and the default stands in. Private.
#pragma once

#include "keys.hpp"

namespace cicatrix {

class Reader {
public:
    /// `path`: as in the key table, "aftercare[]"; `shown`: as the user sees it, "aftercare[2]".
    /// `node` null: the table is absent and every key has its default. Complains of keys that do not exist.
    Reader(const Node* node, std::string path, std::string shown, Diagnostics& diagnostics);

    bool present() const { return table_ != nullptr; }
    bool has(std::string_view name) const { return node(name) != nullptr; }
    const Node* node(std::string_view name) const;
    Place place() const { return place_; }
    /// Place of a key, or of the table when the key is absent.
    Place place(std::string_view name) const;
    const std::string& shown() const { return shown_; }

    double quantity(std::string_view name);  ///< canonical
    double number(std::string_view name);
    long long integer(std::string_view name);
    bool flag(std::string_view name);
    std::string text(std::string_view name);
    std::string choice(std::string_view name);

    Reader section(std::string_view name);
    std::vector<Reader> list(std::string_view name);

    /// For combinations that cannot be: the complaint points at the named key.
    void complain(std::string_view name, std::string message, std::string allowed = {}, std::string near = {});

private:
    const ScenarioKey& key(std::string_view name) const;
    void wrong_kind(std::string_view name, const Node& node);
    double in_range(std::string_view name, double value, const std::string& written, double standard);
    double from_text(std::string_view name, const std::string& written, double standard);
    void check_names();

    const Node* table_ = nullptr;
    std::string path_, shown_;
    Place place_;
    Diagnostics* diagnostics_;
};

}  // namespace cicatrix
