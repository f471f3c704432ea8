// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/variation.hpp"

#include <cmath>

namespace cicatrix {
namespace {

constexpr double logarithmic_from = 3.0;  // high over low

}  // namespace

void multiply(Adjustments& adjustments, const Factors& factors) {
    for (const auto& [name, factor] : factors) adjustments.factor.try_emplace(name, 1.0).first->second *= factor;
}

bool Spread::logarithmic() const {
    return low > 0 && high > logarithmic_from * low;
}

double Spread::value(double place) const {
    return logarithmic() ? low * std::pow(high / low, place) : low + place * (high - low);
}

double Spread::place(double value) const {
    return logarithmic() ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
}

std::string name_of(const ParameterRecord& parameter) {
    return std::string{parameter.owner} + "." + std::string{parameter.name};
}

}  // namespace cicatrix
