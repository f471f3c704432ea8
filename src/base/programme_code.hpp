// SPDX-License-Identifier: Apache-2.0
// The operations of a programme.
#pragma once

#include "cicatrix/base/programme.hpp"

namespace cicatrix {

enum class Programme::Code : std::uint8_t {
    add,
    add_constant,
    subtract,
    subtract_from_constant,
    multiply,
    multiply_constant,
    divide,
    divide_constant,  ///< register by constant
    divide_into_constant,
    negate,
    maximum,
    minimum,
    greater,
    add_product,       ///< a b + c
    subtract_product,  ///< c - a b
    copy,
    set,  ///< to a constant
    // The same with the result of the operation before, which is still at hand, in place of one operand.
    last_add,
    last_add_constant,
    last_subtract,  ///< last - b
    subtract_last,  ///< a - last
    last_subtract_from_constant,
    last_multiply,
    last_multiply_constant,
    last_divide,
    divide_by_last,
    last_divide_constant,
    last_divide_into_constant,
    last_negate,
    last_maximum,
    last_minimum,
    last_greater,
    last_times_add,         ///< last b + c
    last_times_subtract,    ///< c - last b
    product_add_last,       ///< a b + last
    last_subtract_product,  ///< last - a b
    last_copy,
};

}  // namespace cicatrix
