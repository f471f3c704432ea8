// SPDX-License-Identifier: Apache-2.0
// Draft-04 JSON Schema of scenario files, for editors: the key table in another dress.
#include "keys.hpp"

namespace cicatrix {
namespace {

std::string json_text(std::string_view s) {
    std::string out = "\"";
    for (char c : s) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// Name, colon and a value that is JSON already.
std::string member(std::string_view name, const std::string& value) {
    return json_text(name) + ": " + value;
}

std::string braced(const std::string& members) {
    std::string s = "{";
    s += members;
    s += '}';
    return s;
}

/// Number, optional blank and a unit: what parse_quantity takes, roughly; the dimension is for the program to check.
constexpr std::string_view quantity_pattern = R"(^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*\S+.*$)";

std::string object_of(std::string_view path, const std::string& indent);

std::string choices_of(const ScenarioKey& key) {
    std::string list;
    for (const std::string& c : split_choices(key.choices)) list += (list.empty() ? "" : ", ") + json_text(c);
    return member("enum", '[' + list + ']');
}

std::string limits_of(const ScenarioKey& key) {
    return member("minimum", to_text(key.low)) + ", " + member("maximum", to_text(key.high));
}

std::string default_of(const ScenarioKey& key) {
    if (key.standard.empty()) return {};
    const bool bare = key.kind == "number" || key.kind == "integer" || key.kind == "switch";
    return ", " + member("default", bare ? std::string{key.standard} : json_text(key.standard));
}

/// Members that say what may stand at a key.
std::string type_of(const ScenarioKey& key, const std::string& indent) {
    if (key.kind == "quantity")
        return member("type", "\"string\"") + ", " + member("pattern", json_text(quantity_pattern));
    if (key.kind == "number" || key.kind == "integer")
        return member("type", json_text(key.kind)) + ", " + limits_of(key);
    if (key.kind == "switch") return member("type", "\"boolean\"");
    if (key.kind == "choice" && !keys_below(key.path).empty())
        return member("anyOf", '[' + braced(choices_of(key)) + ", " + braced(object_of(key.path, indent)) + ']');
    if (key.kind == "choice") return choices_of(key);
    if (key.kind == "text") return member("type", "\"string\"");
    if (key.path.back() == ']')
        return member("type", "\"array\"") + ", " + member("items", braced(object_of(key.path, indent)));
    if (keys_below(key.path).empty()) return member("type", "\"object\"");  // override, expect: free names
    return object_of(key.path, indent);
}

std::string describe_key(const ScenarioKey& key) {
    std::string s{key.meaning};
    if (key.kind == "quantity") s += " (" + allowed_text(key) + ')';
    return s;
}

/// All keys one level below a path, as the members of a closed object.
std::string object_of(std::string_view path, const std::string& indent) {
    const std::string deeper = indent + "  ";
    std::string properties, required;
    for (const std::string& name : keys_below(path)) {
        const std::string below = path.empty() ? name : std::string{path} + '.' + name;
        const ScenarioKey* key = find_key(below);
        if (!key) key = find_key(below + "[]");
        const std::string members =
            member("description", json_text(describe_key(*key))) + ", " + type_of(*key, deeper) + default_of(*key);
        properties += properties.empty() ? "\n" : ",\n";
        properties += deeper + member(name, braced(members));
        if (name == "product") required = ", " + member("required", "[\"product\"]");
    }
    return member("type", "\"object\"") + ", " + member("additionalProperties", "false") + required + ", " +
           member("properties", braced(properties + '\n' + indent));
}

}  // namespace

std::string scenario_schema() {
    return "{\n  " + member("$schema", "\"http://json-schema.org/draft-04/schema#\"") + ",\n  " +
           member("title", "\"Cicatrix scenario\"") + ",\n  " + object_of("", "  ") + "\n}\n";
}

}  // namespace cicatrix
