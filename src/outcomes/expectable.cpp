// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/expectable.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string s;
    for (const std::string& n : names) s += (s.empty() ? "" : ", ") + n;
    return s;
}

/// The harms that every verdict names, also that of a run in which nothing was found.
std::vector<std::string> harm_keys() {
    std::vector<std::string> keys;
    for (const Harm& h : verdict({})) keys.push_back(key_of_harm(h.harm));
    return keys;
}

/// Units that only colorimeters know ("delta a*") count as plain numbers.
Dimension dimension_of(const ObservableFacts& observable) {
    const auto unit = parse_unit(observable.unit);
    return unit ? unit->dimension : Fraction;
}

class Check {
public:
    Check(const Expectation& e, Diagnostics& diagnostics) : e_{e}, diagnostics_{diagnostics} {}

    void harm() {
        const std::vector<std::string> known = harm_keys();
        const std::string name = e_.observable.substr(verdict_prefix.size());
        if (std::find(known.begin(), known.end(), name) == known.end())
            complain("no harm has this name", listed(known), nearest(name, known));
    }

    void number() {
        const auto dot = e_.observable.find('.');
        const std::string name = e_.observable.substr(0, dot);
        std::vector<std::string> known;
        for (const ObservableFacts& o : observable_table()) {
            known.emplace_back(o.name);
            if (o.name != name) continue;
            if (dot != std::string::npos) pick(o, e_.observable.substr(dot + 1));
            return unit(o);
        }
        complain("no observable has this name", "'cicatrix describe observables' lists them", nearest(name, known));
    }

private:
    void pick(const ObservableFacts& observable, const std::string& written) {
        const std::vector<std::string> known{picks.begin(), picks.end()};
        if (!observable.is_series)
            complain(std::string{observable.name} + " is a single number; it has no " + in_quotes(written),
                     std::string{observable.name}, "");
        else if (std::find(known.begin(), known.end(), written) == known.end())
            complain(in_quotes(written) + " is no value of a series", listed(known), nearest(written, known));
    }

    void unit(const ObservableFacts& observable) {
        const Dimension needed = dimension_of(observable);
        if (measures(e_.dimension, needed)) return;
        complain(in_quotes(e_.text) + " is " + describe(e_.dimension) + "; needed is " + describe(needed),
                 "a value in " + std::string{observable.unit} + " or another unit of its kind", "");
    }

    void complain(std::string message, std::string allowed, std::string near) {
        diagnostics_.add(
            {e_.place, "expect." + e_.observable, std::move(message), std::move(allowed), std::move(near), e_.text});
    }

    const Expectation& e_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::string key_of_harm(std::string_view harm) {
    std::string key{harm};
    std::replace(key.begin(), key.end(), ' ', '_');
    return key;
}

void check_expectations(const Scenario& scenario, Diagnostics& diagnostics) {
    for (const Expectation& e : scenario.expect) {
        Check check{e, diagnostics};
        if (e.observable.rfind(verdict_prefix, 0) == 0)
            check.harm();
        else
            check.number();
    }
}

}  // namespace cicatrix
