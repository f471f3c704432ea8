// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/parameter.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {

double Declared::settle(ParameterRecord record) {
    const std::string key = std::string{record.owner} + "." + std::string{record.name};
    if (const auto it = adjustments_->factor.find(key); it != adjustments_->factor.end()) record.value *= it->second;
    if (const auto it = adjustments_->set.find(key); it != adjustments_->set.end())
        record.value = it->second / record.unit_size;  // what the user says outright wins over traits
    // The ends of the range belong to it, also after a conversion of units has rounded the value.
    const auto snap = [&](double end) {
        if (std::abs(record.value - end) <= 1e-12 * std::abs(end)) record.value = end;
    };
    snap(record.range.low);
    snap(record.range.high);
    if (!(record.range.low <= record.value && record.value <= record.range.high)) throw ParameterOutOfRange{record};
    records_.push_back(record);
    return record.value;
}

void append_new(std::vector<ParameterRecord>& all, const std::vector<ParameterRecord>& more) {
    for (const ParameterRecord& r : more)
        if (std::none_of(all.begin(), all.end(),
                         [&](const ParameterRecord& known) { return known.owner == r.owner && known.name == r.name; }))
            all.push_back(r);
}

}  // namespace cicatrix
