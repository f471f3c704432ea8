// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/base/parameter.hpp"

namespace cicatrix {

double Declared::settle(ParameterRecord record) {
    const std::string key = std::string{record.owner} + "." + std::string{record.name};
    if (const auto it = adjustments_->factor.find(key); it != adjustments_->factor.end()) record.value *= it->second;
    if (const auto it = adjustments_->set.find(key); it != adjustments_->set.end())
        record.value = it->second / record.unit_size;  // what the user says outright wins over traits
    if (!(record.range.low <= record.value && record.value <= record.range.high)) throw ParameterOutOfRange{record};
    records_.push_back(record);
    return record.value;
}

}  // namespace cicatrix
