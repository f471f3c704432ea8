// SPDX-License-Identifier: Apache-2.0
// The last pass over a programme as it is made.
#pragma once

#include "programme_code.hpp"

#include <utility>

namespace cicatrix {

/// Keeps results at hand for the operation that follows, and writes down only what is read later.
class Programme::Chainer {
public:
    explicit Chainer(Programme& target) : target_{target}, code_{target.code_} {}

    void run() {
        for (std::size_t i = 1; i < code_.size(); ++i) chain(code_[i - 1].to, code_[i]);
        for (std::size_t i = 0; i < code_.size(); ++i) code_[i].store = is_read_after(i) || is_output(code_[i].to);
    }

private:
    /// How an operation reads its operands: which of a, b, c are registers, and its forms with one of them at hand.
    static constexpr Code none = Code::set;  ///< reads nothing, so it is no form of anything
    struct Form {
        bool a = false, b = false, c = false;
        Code with_a = none, with_b = none, with_c = none;
        bool turns = false;  ///< a and b may change places
    };
    static Form form(Code code) {
        switch (code) {
            case Code::add:
                return {true, true, false, Code::last_add, none, none, true};
            case Code::multiply:
                return {true, true, false, Code::last_multiply, none, none, true};
            case Code::subtract:
                return {true, true, false, Code::last_subtract, Code::subtract_last};
            case Code::divide:
                return {true, true, false, Code::last_divide, Code::divide_by_last};
            case Code::maximum:
                return {true, true, false, Code::last_maximum};
            case Code::minimum:
                return {true, true, false, Code::last_minimum};
            case Code::greater:
                return {true, true, false, Code::last_greater};
            case Code::add_product:
                return {true, true, true, Code::last_times_add, none, Code::product_add_last, true};
            case Code::subtract_product:
                return {true, true, true, Code::last_times_subtract, none, Code::last_subtract_product, true};
            case Code::add_constant:
                return {true, false, false, Code::last_add_constant};
            case Code::subtract_from_constant:
                return {true, false, false, Code::last_subtract_from_constant};
            case Code::multiply_constant:
                return {true, false, false, Code::last_multiply_constant};
            case Code::divide_constant:
                return {true, false, false, Code::last_divide_constant};
            case Code::divide_into_constant:
                return {true, false, false, Code::last_divide_into_constant};
            case Code::negate:
                return {true, false, false, Code::last_negate};
            case Code::copy:
                return {true, false, false, Code::last_copy};
            case Code::subtract_last:
            case Code::divide_by_last:
                return {true, false, false};
            case Code::last_add:
            case Code::last_multiply:
            case Code::last_subtract:
            case Code::last_divide:
            case Code::last_maximum:
            case Code::last_minimum:
            case Code::last_greater:
                return {false, true, false};
            case Code::last_times_add:
            case Code::last_times_subtract:
                return {false, true, true};
            case Code::product_add_last:
            case Code::last_subtract_product:
                return {true, true, false};
            default:
                return {};
        }
    }

    static void chain(std::uint16_t last, Instruction& i) {
        const Form f = form(i.code);
        if (f.turns && i.a != last && i.b == last) std::swap(i.a, i.b);
        if (f.a && i.a == last && f.with_a != none)
            i.code = f.with_a;
        else if (f.b && i.b == last && f.with_b != none)
            i.code = f.with_b;
        else if (f.c && i.c == last && f.with_c != none)
            i.code = f.with_c;
    }

    bool is_output(int r) const { return r >= target_.inputs_ && r < target_.inputs_ + target_.outputs_; }
    /// Before it is written anew.
    bool is_read_after(std::size_t i) const {
        const std::uint16_t r = code_[i].to;
        for (std::size_t j = i + 1; j < code_.size(); ++j) {
            const Form f = form(code_[j].code);
            if ((f.a && code_[j].a == r) || (f.b && code_[j].b == r) || (f.c && code_[j].c == r)) return true;
            if (code_[j].to == r) return false;
        }
        return false;
    }

    Programme& target_;
    std::vector<Instruction>& code_;
};

}  // namespace cicatrix
