// SPDX-License-Identifier: Apache-2.0
// toml++ is known here and nowhere else: its tree becomes a neutral one with places, in the order of the file.
#include "toml.hpp"

#include "cicatrix/base/unit.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

namespace cicatrix::io {
namespace {

using Text = std::shared_ptr<const SourceText>;

Place place_of(const toml::source_position& p, const Text& source) {
    return {source, static_cast<int>(p.line), static_cast<int>(p.column)};
}

/// toml++ keeps tables sorted by name; people expect the order in which they wrote.
bool comes_before(const Entry& a, const Entry& b) {
    const auto& [pa, pb] = std::pair{a.node.key_place, b.node.key_place};
    return std::pair{pa.line, pa.column} < std::pair{pb.line, pb.column};
}

Node convert(const toml::node& from, const Text& source, Diagnostics& diagnostics);

Node convert_table(const toml::table& from, const Text& source, Diagnostics& diagnostics) {
    Node::Table table;
    for (const auto& [key, child] : from) {
        Entry e{std::string{key.str()}, convert(child, source, diagnostics)};
        e.node.key_place = place_of(key.source().begin, source);
        table.push_back(std::move(e));
    }
    std::stable_sort(table.begin(), table.end(), comes_before);
    return {std::move(table), {}, {}};
}

Node convert_array(const toml::array& from, const Text& source, Diagnostics& diagnostics) {
    Node::Array array;
    for (const auto& child : from) array.push_back(convert(child, source, diagnostics));
    return {std::move(array), {}, {}};
}

Node convert(const toml::node& from, const Text& source, Diagnostics& diagnostics) {
    Node node;
    const Place place = place_of(from.source().begin, source);
    if (const auto* t = from.as_table())
        node = convert_table(*t, source, diagnostics);
    else if (const auto* a = from.as_array())
        node = convert_array(*a, source, diagnostics);
    else if (const auto* s = from.as_string())
        node.value = s->get();
    else if (const auto* i = from.as_integer())
        node.value = static_cast<long long>(i->get());
    else if (const auto* f = from.as_floating_point())
        node.value = f->get();
    else if (const auto* b = from.as_boolean())
        node.value = b->get();
    else
        diagnostics.add({place, "", "dates and times of day have no place in a scenario",
                         "a time span in quotation marks, such as \"28 d\"", ""});
    node.place = node.key_place = place;
    return node;
}

/// toml++ says first what it was doing; what the user needs comes after.
std::string reason(std::string_view description) {
    const std::string_view doing = "Error while parsing ";
    if (description.substr(0, doing.size()) == doing)
        if (const auto colon = description.find(": "); colon != std::string_view::npos)
            description.remove_prefix(colon + 2);
    return std::string{description};
}

/// The commonest slip: `needle_length = 1.0 mm` without quotation marks. Gives the quantity, or nothing.
std::string bare_quantity(const std::string& line) {
    const auto equals = line.find('=');
    if (equals == std::string::npos) return {};
    std::string value = line.substr(equals + 1);
    if (const auto comment = value.find('#'); comment != std::string::npos) value.resize(comment);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t' || value.back() == '\r')) value.pop_back();
    value.erase(0, value.find_first_not_of(" \t"));
    const auto quantity = parse_quantity(value);
    return quantity && !quantity->unit.symbol.empty() ? value : std::string{};
}

Complaint syntax_complaint(const toml::parse_error& error, const Text& source) {
    Complaint c{place_of(error.source().begin, source), "", "", "", ""};
    c.message = "this is not TOML: " + reason(error.description());
    const auto line = static_cast<std::size_t>(std::max(c.place.line, 1)) - 1;
    if (line < source->lines.size())
        if (const std::string bare = bare_quantity(source->lines[line]); !bare.empty())
            c.allowed = "a quantity in quotation marks: " + in_quotes(bare);
    return c;
}

}  // namespace

std::optional<Node> parse_toml(std::string_view text, const Text& source, Diagnostics& diagnostics) {
    const toml::parse_result result = toml::parse(text);
    if (!result) {
        diagnostics.add(syntax_complaint(result.error(), source));
        return std::nullopt;
    }
    return convert(result.table(), source, diagnostics);
}

}  // namespace cicatrix::io
