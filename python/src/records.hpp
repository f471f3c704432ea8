// SPDX-License-Identifier: Apache-2.0
// Rows of a table for Python: one dict per row, which pandas takes as it is.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include "bindings.hpp"

namespace cicatrix::python {

inline py::dict with_source(py::dict row, const Source& source) {
    row["status"] = text_of(to_string(source.evidence));
    row["source"] = text_of(source.key);
    row["where"] = text_of(source.where);
    return row;
}

inline py::dict row_of(const ParameterRecord& p) {
    py::dict row;
    row["parameter"] = py::str(std::string{p.owner} + '.' + std::string{p.name});
    row["symbol"] = text_of(p.symbol);
    row["value"] = p.value;
    row["standard"] = p.standard;
    row["unit"] = text_of(p.unit);
    row["low"] = p.range.low;
    row["high"] = p.range.high;
    row["plausible_low"] = p.plausible.low;
    row["plausible_high"] = p.plausible.high;
    row = with_source(row, p.source);
    row["meaning"] = text_of(p.meaning);
    return row;
}

}  // namespace cicatrix::python
