// SPDX-License-Identifier: Apache-2.0
#include "drawn_values.hpp"

#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/base/random.hpp"
#include "cicatrix/base/unit.hpp"

#include <cmath>
#include <cstdlib>

namespace cicatrix {
namespace {

constexpr std::uint32_t purpose = 0x7d1a;  // of the random stream: cohorts
constexpr double widest = 1.5;             // standard deviations

/// What stands in the brackets of "name(a, b)"; empty when the text is no such call.
std::vector<std::string> arguments(const std::string& text, const std::string& name) {
    std::vector<std::string> all;
    if (text.rfind(name + "(", 0) != 0 || text.back() != ')') return all;
    std::string rest = text.substr(name.size() + 1, text.size() - name.size() - 2);
    for (std::size_t comma; !rest.empty(); rest = comma == std::string::npos ? "" : rest.substr(comma + 1)) {
        comma = rest.find(',');
        std::string part = rest.substr(0, comma);
        const auto first = part.find_first_not_of(' '), last = part.find_last_not_of(' ');
        all.push_back(first == std::string::npos ? "" : part.substr(first, last - first + 1));
    }
    return all;
}

/// FNV-1a: a number for a key's name that is the same everywhere.
std::uint32_t number_of(const std::string& path) {
    std::uint32_t hash = 2166136261u;
    for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

/// As TOML would read it: a switch, a whole number, a number, else a text.
Node value_of(const std::string& written, const Node& in_place_of) {
    Node node = in_place_of;
    char* end = nullptr;
    const double number = std::strtod(written.c_str(), &end);
    if (written == "true" || written == "false")
        node.value = written == "true";
    else if (!written.empty() && *end == '\0' && written.find('.') == std::string::npos)
        node.value = static_cast<long long>(number);
    else if (!written.empty() && *end == '\0')
        node.value = number;
    else
        node.value = written;
    return node;
}

void draw(Node& node, RandomStream random) {
    const std::string written = *node.text();
    if (const auto options = arguments(written, "choice"); !options.empty()) {
        const auto n = static_cast<double>(options.size());
        node = value_of(options[static_cast<std::size_t>(std::floor(random.uniform() * n))], node);
    } else if (const auto spread = arguments(written, "normal"); spread.size() == 2) {
        const auto mean = parse_quantity(spread[0]), deviation = parse_quantity(spread[1]);
        if (!mean || !deviation || mean->unit.dimension != deviation->unit.dimension) return;
        double z = random.normal();
        while (std::abs(z) > widest) z = random.normal();
        const double value = (mean->value + z * deviation->value) / mean->unit.size;
        if (spread[0].find_first_not_of("0123456789.+-eE") == std::string::npos)
            node.value = value;
        else
            node.value = to_text(value) + " " + mean->unit.symbol;
    }
}

}  // namespace

void draw_values(Node& node, std::uint64_t seed, const std::string& path) {
    if (auto* table = std::get_if<Node::Table>(&node.value))
        for (Entry& e : *table) draw_values(e.node, seed, path + "." + e.key);
    else if (auto* array = std::get_if<Node::Array>(&node.value))
        for (std::size_t i = 0; i < array->size(); ++i) draw_values((*array)[i], seed, path + "." + std::to_string(i));
    else if (node.text())
        draw(node, {seed, purpose, number_of(path)});
}

double drawn_factor(const std::string& parameter, double deviation, std::uint64_t seed) {
    return exact_pow(deviation, RandomStream{seed, purpose, number_of(parameter)}.normal());
}

}  // namespace cicatrix
