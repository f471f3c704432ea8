// SPDX-License-Identifier: Apache-2.0
// Runs a programme.
#include "cicatrix/base/unrolled.hpp"
#include "programme_code.hpp"

#include <stdexcept>
#include <type_traits>

namespace cicatrix {

template <int Width, class Real>
void Programme::run_with(BasicLanes<Real>* registers) const {
    using Group = BasicLanes<Real>;
    const Real* constants;
    if constexpr (std::is_same_v<Real, double>)
        constants = constants_.data();
    else
        constants = rounded_constants_.data();
    Group last[Width] = {};
    for (const Instruction& i : code_) {
        const Group* const a = registers + static_cast<std::size_t>(i.a) * Width;
        const Group* const b = registers + static_cast<std::size_t>(i.b) * Width;
        const Group* const c = registers + static_cast<std::size_t>(i.c) * Width;
        const auto each = [&](const auto& operation) {
            unrolled<Width>([&](std::size_t w) { last[w] = operation(w); });
        };
        const auto constant = [&](std::uint16_t place) { return Group{constants[place]}; };
        switch (i.code) {
            case Code::add:
                each([&](std::size_t w) { return a[w] + b[w]; });
                break;
            case Code::add_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return a[w] + k; });
                break;
            }
            case Code::subtract:
                each([&](std::size_t w) { return a[w] - b[w]; });
                break;
            case Code::subtract_from_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return k - a[w]; });
                break;
            }
            case Code::multiply:
                each([&](std::size_t w) { return a[w] * b[w]; });
                break;
            case Code::multiply_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return a[w] * k; });
                break;
            }
            case Code::divide:
                each([&](std::size_t w) { return a[w] / b[w]; });
                break;
            case Code::divide_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return a[w] / k; });
                break;
            }
            case Code::divide_into_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return k / a[w]; });
                break;
            }
            case Code::negate:
                each([&](std::size_t w) { return -a[w]; });
                break;
            case Code::maximum:
                each([&](std::size_t w) { return max(a[w], b[w]); });
                break;
            case Code::minimum:
                each([&](std::size_t w) { return min(a[w], b[w]); });
                break;
            case Code::greater:
                each([&](std::size_t w) { return choose_greater(a[w], b[w], Group{1.0}, Group{0.0}); });
                break;
            case Code::add_product:
                each([&](std::size_t w) { return a[w] * b[w] + c[w]; });
                break;
            case Code::subtract_product:
                each([&](std::size_t w) { return c[w] - a[w] * b[w]; });
                break;
            case Code::copy:
                each([&](std::size_t w) { return a[w]; });
                break;
            case Code::set: {
                const Group k = constant(i.a);
                each([&](std::size_t) { return k; });
                break;
            }
            case Code::last_add:
                each([&](std::size_t w) { return last[w] + b[w]; });
                break;
            case Code::last_add_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return last[w] + k; });
                break;
            }
            case Code::last_subtract:
                each([&](std::size_t w) { return last[w] - b[w]; });
                break;
            case Code::subtract_last:
                each([&](std::size_t w) { return a[w] - last[w]; });
                break;
            case Code::last_subtract_from_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return k - last[w]; });
                break;
            }
            case Code::last_multiply:
                each([&](std::size_t w) { return last[w] * b[w]; });
                break;
            case Code::last_multiply_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return last[w] * k; });
                break;
            }
            case Code::last_divide:
                each([&](std::size_t w) { return last[w] / b[w]; });
                break;
            case Code::divide_by_last:
                each([&](std::size_t w) { return a[w] / last[w]; });
                break;
            case Code::last_divide_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return last[w] / k; });
                break;
            }
            case Code::last_divide_into_constant: {
                const Group k = constant(i.b);
                each([&](std::size_t w) { return k / last[w]; });
                break;
            }
            case Code::last_negate:
                each([&](std::size_t w) { return -last[w]; });
                break;
            case Code::last_maximum:
                each([&](std::size_t w) { return max(last[w], b[w]); });
                break;
            case Code::last_minimum:
                each([&](std::size_t w) { return min(last[w], b[w]); });
                break;
            case Code::last_greater:
                each([&](std::size_t w) { return choose_greater(last[w], b[w], Group{1.0}, Group{0.0}); });
                break;
            case Code::last_times_add:
                each([&](std::size_t w) { return last[w] * b[w] + c[w]; });
                break;
            case Code::last_times_subtract:
                each([&](std::size_t w) { return c[w] - last[w] * b[w]; });
                break;
            case Code::product_add_last:
                each([&](std::size_t w) { return a[w] * b[w] + last[w]; });
                break;
            case Code::last_subtract_product:
                each([&](std::size_t w) { return last[w] - a[w] * b[w]; });
                break;
            case Code::last_copy:
                each([&](std::size_t w) { return last[w]; });
                break;
        }
        if (!i.store) continue;
        Group* const to = registers + static_cast<std::size_t>(i.to) * Width;
        unrolled<Width>([&](std::size_t w) { to[w] = last[w]; });
    }
}

template <class Real>
void Programme::run_any(BasicLanes<Real>* registers, int width) const {
    switch (width) {
        case 1:
            return run_with<1>(registers);
        case 2:
            return run_with<2>(registers);
        case 4:
            return run_with<4>(registers);
        default:
            throw std::logic_error{"a programme runs on 1, 2 or 4 lanes"};
    }
}

template void Programme::run_any(BasicLanes<double>* registers, int width) const;
template void Programme::run_any(BasicLanes<float>* registers, int width) const;

}  // namespace cicatrix
