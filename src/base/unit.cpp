// SPDX-License-Identifier: Apache-2.0
// The table of unit atoms, and the reading of units and of dimensions' names.
#include "cicatrix/base/unit.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <vector>

namespace cicatrix {
namespace {

/// Size as a ratio, so that "1/s" and "/min" come out exact.
struct Atom {
    std::string_view name;
    Dimension dimension;
    double numerator, denominator;
};

constexpr Atom atoms[] = {
    {"1", Fraction, 1, 1},     {"%", Fraction, 1, 100},    {"percent", Fraction, 1, 100},
    {"deg", Fraction, 1, 1},   {"um", Length, 1, 1000},    {"nm", Length, 1, 1e6},
    {"mm", Length, 1, 1},      {"cm", Length, 10, 1},      {"dm", Length, 100, 1},
    {"m", Length, 1000, 1},    {"L", Volume, 1e6, 1},      {"l", Volume, 1e6, 1},
    {"mL", Volume, 1000, 1},   {"ml", Volume, 1000, 1},    {"uL", Volume, 1, 1},
    {"ul", Volume, 1, 1},      {"s", Time, 1, 3600},       {"sec", Time, 1, 3600},
    {"second", Time, 1, 3600}, {"seconds", Time, 1, 3600}, {"min", Time, 1, 60},
    {"minute", Time, 1, 60},   {"minutes", Time, 1, 60},   {"h", Time, 1, 1},
    {"hour", Time, 1, 1},      {"hours", Time, 1, 1},      {"d", Time, 24, 1},
    {"day", Time, 24, 1},      {"days", Time, 24, 1},      {"week", Time, 168, 1},
    {"weeks", Time, 168, 1},   {"month", Time, 730.5, 1},  {"months", Time, 730.5, 1},
    {"y", Time, 8766, 1},      {"year", Time, 8766, 1},    {"years", Time, 8766, 1},
    {"pg", Mass, 1, 1},        {"ng", Mass, 1e3, 1},       {"ug", Mass, 1e6, 1},
    {"mg", Mass, 1e9, 1},      {"g", Mass, 1e12, 1},       {"kg", Mass, 1e15, 1},
    {"cell", Count, 1, 1},     {"cells", Count, 1, 1},     {"CFU", Count, 1, 1},
    {"cfu", Count, 1, 1},      {"mN", Force, 1, 1000},     {"N", Force, 1, 1},
    {"Pa", Pressure, 1, 1e6},  {"kPa", Pressure, 1, 1000}, {"MPa", Pressure, 1, 1},
    {"SED", Dose, 1, 1},       {"sed", Dose, 1, 1},        {"mmHg", Pressure, 133.322, 1e6},
};

struct Named {
    Dimension dimension;
    std::string_view name, unit;
};

constexpr Named named[] = {
    {Fraction, "a plain number", "1"},
    {Length, "a length", "um"},
    {Time, "a time", "h"},
    {Mass, "a mass", "pg"},
    {Count, "a number of cells", "cells"},
    {Force, "a force", "N"},
    {Dose, "a dose of daylight", "SED"},
    {Area, "an area", "mm2"},
    {Volume, "a volume", "mm3"},
    {Rate, "a rate (1/time)", "1/d"},
    {Speed, "a speed", "um/h"},
    {Diffusivity, "a diffusivity (area/time)", "um2/h"},
    {CellDensity, "a density of cells (cells/volume)", "cells/mm3"},
    {CellRate, "a rate of cells (cells/volume/time)", "cells/mm3/d"},
    {SurfaceDensity, "a number per area", "1/cm2"},
    {Concentration, "a concentration (mass/volume)", "pg/mm3"},
    {Release, "a release (mass/volume/time)", "pg/mm3/h"},
    {Secretion, "a secretion (mass/cell/time)", "pg/cell/h"},
    {KillRate, "a rate per density (volume/cell/time)", "mm3/cell/h"},
    {MassRate, "a rate per concentration (volume/mass/time)", "mm3/pg/h"},
    {Pressure, "a pressure", "kPa"},
    {PressureRate, "a pressure per time", "mmHg/h"},
    {PressureUse, "a use of dissolved gas (pressure x volume/cell/time)", "mmHg*mm3/cell/h"},
    {LineForce, "a force per length", "N/mm"},
    {DoseRate, "a dose of daylight per time", "SED/d"},
    {PerDose, "a change per dose of daylight", "1/SED"},
    {WaterFlux, "a flux of mass (mass/area/time)", "g/m2/h"},
};

/// Typographic spellings and their plain form: micro signs, raised digits, middle dot, degree.
constexpr std::string_view spellings[][2] = {{"\xC2\xB5", "u"}, {"\xCE\xBC", "u"}, {"\xC2\xB2", "2"},
                                             {"\xC2\xB3", "3"}, {"\xC2\xB7", "*"}, {"\xC2\xB0", "deg"}};

std::string plain(std::string_view text) {
    std::string s;
    while (!text.empty()) {
        std::size_t used = 1;
        std::string_view out = text.substr(0, 1);
        for (const auto& [from, to] : spellings)
            if (text.substr(0, from.size()) == from) {
                used = from.size();
                out = to;
            }
        s += out;
        text.remove_prefix(used);
    }
    return s;
}

std::string_view trim(std::string_view s) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!s.empty() && blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && blank(s.back())) s.remove_suffix(1);
    return s;
}

const Atom* find_atom(std::string_view name) {
    for (const Atom& a : atoms)
        if (a.name == name) return &a;
    return nullptr;
}

/// "mm3", "mm^3" or "mm": an atom with its power (1..9).
struct Factor {
    const Atom* atom;
    int power;
};
std::optional<Factor> parse_factor(std::string_view text) {
    text = trim(text);
    if (const Atom* whole = find_atom(text)) return Factor{whole, 1};
    if (text.size() < 2 || text.back() < '1' || text.back() > '9') return std::nullopt;
    const int power = text.back() - '0';
    text.remove_suffix(1);
    if (text.back() == '^') text.remove_suffix(1);
    const Atom* atom = find_atom(text);
    if (!atom || atom->name == "1") return std::nullopt;
    return Factor{atom, power};
}

struct Product {
    Dimension dimension;
    double numerator = 1, denominator = 1;
    void take(const Factor& f, bool divide) {
        for (int i = 0; i < f.power; ++i) {
            dimension = divide ? dimension / f.atom->dimension : dimension * f.atom->dimension;
            numerator *= divide ? f.atom->denominator : f.atom->numerator;
            denominator *= divide ? f.atom->numerator : f.atom->denominator;
        }
    }
};

}  // namespace

std::optional<AnyUnit> parse_unit(std::string_view written) {
    const std::string text = plain(trim(written));
    if (text.empty() || text.size() > 64) return std::nullopt;
    Product product;
    std::size_t begin = 0;
    bool divide = false;
    if (text.front() == '/') {
        divide = true;
        begin = 1;
    }
    for (;;) {
        const std::size_t end = text.find_first_of("/*", begin);
        const auto factor = parse_factor(std::string_view{text}.substr(begin, end - begin));
        if (!factor) return std::nullopt;
        product.take(*factor, divide);
        if (end == std::string::npos) break;
        divide = text[end] == '/';
        begin = end + 1;
    }
    return AnyUnit{std::string{trim(written)}, product.dimension, product.numerator / product.denominator};
}

std::string describe(const Dimension& dimension) {
    for (const Named& n : named)
        if (n.dimension == dimension) return std::string{n.name};
    std::string s = "a quantity in";
    const auto part = [&s](std::string_view unit, int power) {
        if (power == 0) return;
        s += ' ' + std::string{unit};
        if (power != 1) s += '^' + std::to_string(power);
    };
    part("mm", dimension.length);
    part("h", dimension.time);
    part("pg", dimension.mass);
    part("cells", dimension.count);
    part("N", dimension.force);
    part("SED", dimension.dose);
    return s;
}

std::string_view usual_unit(const Dimension& dimension) {
    for (const Named& n : named)
        if (n.dimension == dimension) return n.unit;
    return {};
}

std::string nearest_unit(std::string_view written) {
    std::vector<std::string> candidates;
    for (const Named& n : named) candidates.emplace_back(n.unit);
    for (const Atom& a : atoms) candidates.emplace_back(a.name);
    return nearest(plain(trim(written)), candidates);
}

}  // namespace cicatrix
