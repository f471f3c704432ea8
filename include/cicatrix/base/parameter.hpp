// SPDX-License-Identifier: Apache-2.0
// A parameter is a member that is its own declaration: name, unit, value, range, source, meaning, once.
#pragma once

#include "cicatrix/base/source.hpp"
#include "cicatrix/base/unit.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

struct Range {
    double low, high;
};

/// What the author writes. Value, range and plausible spread are counted in `unit`.
template <Dimension D>
struct Declaration {
    std::string_view name, symbol;
    Unit<D> unit;
    double value;
    Range range;      ///< hard: outside it a scenario is refused
    Range plausible;  ///< what the evidence leaves open; used by sensitivity runs
    Source source;
    std::string_view meaning;
};

/// A number that several owners use alike: it has an owner of its own, and stands in the list of each who uses it.
template <Dimension D>
struct SharedDeclaration {
    std::string_view owner;
    Declaration<D> number;
};

/// What every reader sees: scenario checks, documentation, result files, sensitivity.
struct ParameterRecord {
    std::string_view owner, name, symbol, unit, meaning;
    Dimension dimension;
    double unit_size;
    double value;     ///< as used in this run, in `unit`
    double standard;  ///< as declared, in `unit`
    Range range, plausible;
    Source source;
};

/// Changes to declared values, by "owner.name": set to a canonical value, or multiplied.
struct Adjustments {
    std::map<std::string, double, std::less<>> set;     ///< canonical units
    std::map<std::string, double, std::less<>> factor;  ///< dimensionless
};

/// Thrown when an adjustment leaves the hard range; carries the facts.
struct ParameterOutOfRange {
    ParameterRecord record;
};

/// Base of everything that declares parameters: mechanisms, outcomes, numerical settings, devices.
class Declared {
public:
    Declared(std::string_view owner, const Adjustments& adjustments) : owner_{owner}, adjustments_{&adjustments} {}
    Declared(const Declared&) = delete;
    Declared& operator=(const Declared&) = delete;
    std::string_view owner() const { return owner_; }
    const std::vector<ParameterRecord>& parameters() const { return records_; }

protected:
    ~Declared() = default;
    /// Takes a number into the list, adjusted; its value, in its unit.
    double settle(ParameterRecord record);

private:
    template <Dimension D>
    friend class Parameter;

    std::string_view owner_;
    const Adjustments* adjustments_;  ///< only read while members are being built
    std::vector<ParameterRecord> records_;
};

template <Dimension D>
class Parameter {
public:
    Parameter(Declared* owner, const Declaration<D>& d) : Parameter{owner, owner->owner(), d} {}
    Parameter(Declared* user, const SharedDeclaration<D>& shared) : Parameter{user, shared.owner, shared.number} {}
    /// Value in canonical units (mm, h, pg, cells, N, SED).
    double operator*() const { return canonical_; }
    /// Value counted in a unit of the same dimension.
    double in(const Unit<D>& unit) const { return canonical_ / unit.size; }

private:
    Parameter(Declared* list, std::string_view owner, const Declaration<D>& d)
        : canonical_{list->settle({owner, d.name, d.symbol, d.unit.symbol, d.meaning, D, d.unit.size, d.value, d.value,
                                   d.range, d.plausible, d.source}) *
                     d.unit.size} {}

    double canonical_;
};

/// Each number once, where the lists of several owners are joined.
void append_new(std::vector<ParameterRecord>& all, const std::vector<ParameterRecord>& more);

}  // namespace cicatrix
