// SPDX-License-Identifier: Apache-2.0
#include "sbml_units.hpp"

#include "cicatrix/base/unit.hpp"

#include <stdexcept>

namespace cicatrix::io {

namespace {

/// (multiplier x 10^scale x kind) ^ exponent; nothing for exponent 0.
std::string factor(std::string_view kind, int exponent, int scale, double multiplier) {
    if (exponent == 0) return {};
    return "          <unit kind=\"" + std::string{kind} + "\" exponent=\"" + std::to_string(exponent) + "\" scale=\"" +
           std::to_string(scale) + "\" multiplier=\"" + to_text(multiplier) + "\"/>\n";
}

}  // namespace

std::string sbml_unit_id(std::string_view unit) {
    if (unit == "1") return "dimensionless";
    if (unit.substr(0, 2) == "1/") unit.remove_prefix(1);
    std::string id;
    for (const char c : unit)
        if (c == '/')
            id += id.empty() ? "per_" : "_per_";
        else
            id += c == '*' ? "_" : c == '%' ? "percent" : std::string{c};
    return id;
}

std::string sbml_unit_definition(std::string_view unit) {
    const auto known = parse_unit(unit);
    if (!known) throw std::logic_error{"unit " + std::string{unit} + " has no size"};
    const Dimension& d = known->dimension;
    const bool plain = d == Dimension{} || known->size != 1.0;  // an angle, a percentage: a factor of its own
    const std::string factors =
        factor("dimensionless", plain ? 1 : 0, 0, known->size) + factor("gram", d.mass, -12, 1) +
        factor("item", d.count, 0, 1) + factor("newton", d.force, 0, 1) + factor("joule", d.dose, 0, 100) +
        factor("metre", -2 * d.dose, 0, 1) + factor("metre", d.length, -3, 1) + factor("second", d.time, 0, 3600);
    return "      <unitDefinition id=\"" + sbml_unit_id(unit) + "\" name=\"" + std::string{unit} +
           "\">\n        <listOfUnits>\n" + factors + "        </listOfUnits>\n      </unitDefinition>\n";
}

}  // namespace cicatrix::io
