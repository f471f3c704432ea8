// SPDX-License-Identifier: Apache-2.0
#include "judgement.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace cicatrix {
namespace {

constexpr double standard_errors = 2.0;
constexpr double nothing = 1e-6;  // of the larger value: less is rounding

bool differs_at_all(const Values& a, const Values& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::abs(a[i] - b[i]) > nothing * std::max(std::abs(a[i]), std::abs(b[i]))) return true;
    return false;
}

/// Number that opens an arm's name, "4 passes".
std::optional<double> factor(const std::string& name) {
    char* end = nullptr;
    const double x = std::strtod(name.c_str(), &end);
    return end == name.c_str() ? std::nullopt : std::optional{x};
}

}  // namespace

SeedMean summarise(const Values& values) {
    SeedMean s;
    s.seeds = static_cast<int>(values.size());
    for (const double v : values) s.mean += v / s.seeds;
    for (const double v : values) s.deviation += (v - s.mean) * (v - s.mean);
    s.deviation = s.seeds > 1 ? std::sqrt(s.deviation / (s.seeds - 1)) : 0.0;
    return s;
}

int direction(const Values& a, const Values& b) {
    Values differences;
    double largest = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        differences.push_back(b[i] - a[i]);
        largest = std::max({largest, std::abs(a[i]), std::abs(b[i])});
    }
    const SeedMean d = summarise(differences);
    const double error = d.deviation / std::sqrt(static_cast<double>(d.seeds));
    if (std::abs(d.mean) <= std::max(standard_errors * error, nothing * largest)) return 0;
    return d.mean > 0 ? 1 : -1;
}

Answered without_direction(const Values& a, const Values& b) {
    return differs_at_all(a, b) ? Answered::unclear : Answered::fails;
}

Answered monotone(const std::vector<Values>& v, int sign) {
    const int ends = direction(v.front(), v.back()) * sign;
    if (ends < 0) return Answered::fails;
    for (std::size_t i = 1; i < v.size(); ++i)
        if (direction(v[i - 1], v[i]) * sign < 0) return Answered::fails;
    return ends > 0 ? Answered::holds : without_direction(v.front(), v.back());
}

Answered against_first(const std::vector<Values>& v, int sign) {
    Answered worst = Answered::holds;
    for (std::size_t i = 1; i < v.size(); ++i) {
        const int d = direction(v.front(), v[i]) * sign;
        if (d < 0) return Answered::fails;
        if (d == 0) {
            if (without_direction(v.front(), v[i]) == Answered::fails) return Answered::fails;
            worst = Answered::unclear;
        }
    }
    return worst;
}

Answered saturates(const std::vector<Values>& v, const std::vector<std::string>& arms) {
    if (arms.size() < 3) return Answered::lacking;
    const auto x0 = factor(arms.front()), x1 = factor(arms[1]), xn = factor(arms.back());
    if (!x0 || !x1 || !xn || !(*x0 < *x1 && *x1 < *xn)) return Answered::lacking;
    if (direction(v[0], v[1]) < 0) return Answered::fails;  // no gain that could become less
    Values first, later;
    for (std::size_t s = 0; s < v.front().size(); ++s) {
        first.push_back((v[1][s] - v[0][s]) / (*x1 - *x0));
        later.push_back((v.back()[s] - v[1][s]) / (*xn - *x1));
    }
    const int d = direction(later, first);
    return d > 0 ? Answered::holds : d < 0 ? Answered::fails : Answered::unclear;
}

Answered rises_then_falls(const std::vector<Values>& v) {
    std::size_t top = 0;
    for (std::size_t i = 1; i < v.size(); ++i)
        if (summarise(v[i]).mean > summarise(v[top]).mean) top = i;
    if (top == 0 || top + 1 == v.size()) return Answered::fails;
    return direction(v[top], v.back()) < 0 && direction(v.front(), v[top]) > 0 ? Answered::holds : Answered::unclear;
}

Answered within(const SeedMean& m, double low, double high) {
    const double error = standard_errors * m.deviation / std::sqrt(static_cast<double>(m.seeds));
    if (m.mean - error > low && m.mean + error < high) return Answered::holds;
    if (m.mean + error < low || m.mean - error > high) return Answered::fails;
    return m.seeds > 1 && error > 0          ? Answered::unclear
           : m.mean >= low && m.mean <= high ? Answered::holds
                                             : Answered::fails;
}

Answered weaker(Answered a, Answered b) {
    const auto rank = [](Answered x) { return x == Answered::fails ? 2 : x == Answered::unclear ? 1 : 0; };
    return rank(a) < rank(b) ? b : a;
}

}  // namespace cicatrix
