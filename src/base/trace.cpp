// SPDX-License-Identifier: Apache-2.0
// Writes operations down, finds the shorter ways, and differentiates by the rules of school.
#include "cicatrix/base/trace.hpp"

#include <algorithm>
#include <cstring>

namespace cicatrix {
namespace {

using enum Operation;

double worked_out(Operation operation, double a, double b) {
    switch (operation) {
        case add:
            return a + b;
        case subtract:
            return a - b;
        case multiply:
            return a * b;
        case divide:
            return a / b;
        case negate:
            return -a;
        case maximum:
            return a > b ? a : b;
        case minimum:
            return a > b ? b : a;
        default:
            return a > b ? 1.0 : 0.0;
    }
}

bool either_way(Operation operation) {
    return operation == add || operation == multiply;
}

}  // namespace

int Trace::write(const Node& node) {
    nodes_.push_back(node);
    return static_cast<int>(nodes_.size()) - 1;
}

int Trace::input(int number) {
    const auto [it, fresh] = known_.try_emplace({Operation::input, number, -1}, -1);
    if (fresh) it->second = write({Operation::input, number, -1, 0});
    return it->second;
}

int Trace::constant(double value) {
    if (value == 0.0) value = 0.0;  // one zero is enough
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    const auto [it, fresh] = constants_.try_emplace(bits, -1);
    if (fresh) it->second = write({Operation::constant, -1, -1, value});
    return it->second;
}

int Trace::simpler(Operation operation, int a, int b) {
    if (is_constant(a) && (b < 0 || is_constant(b)))
        return constant(worked_out(operation, node(a).value, b < 0 ? 0.0 : node(b).value));
    switch (operation) {
        case add:
            return is_constant(a, 0) ? b : is_constant(b, 0) ? a : -1;
        case subtract:
            if (is_constant(b, 0)) return a;
            return is_constant(a, 0) ? apply(negate, b) : -1;
        case multiply:
            if (is_constant(a, 0) || is_constant(b, 0)) return constant(0);
            return is_constant(a, 1) ? b : is_constant(b, 1) ? a : -1;
        case divide:
            return is_constant(a, 0) ? a : is_constant(b, 1) ? a : -1;
        case negate:
            return node(a).operation == negate ? node(a).a : -1;
        default:
            return -1;
    }
}

int Trace::apply(Operation operation, int a, int b) {
    if (const int shorter = simpler(operation, a, b); shorter >= 0) return shorter;
    if (either_way(operation) && b < a) std::swap(a, b);
    const auto it = known_.find({operation, a, b});
    if (it != known_.end()) return it->second;
    const int fresh = write({operation, a, b, 0});
    known_.emplace(std::tuple{operation, a, b}, fresh);
    return fresh;
}

const Trace::Slopes& Trace::slopes(int node) {
    const auto it = slopes_.find(node);
    if (it != slopes_.end()) return it->second;
    Slopes found = differentiate(node);
    return slopes_.emplace(node, std::move(found)).first->second;
}

Trace::Slopes Trace::differentiate(int i) {
    const Node of = node(i);
    if (of.operation == Operation::input) return {{of.a, constant(1)}};
    if (of.operation == Operation::constant || of.operation == greater) return {};
    const Slopes by_a = slopes(of.a), by_b = of.b < 0 ? Slopes{} : slopes(of.b);
    // Slope of the result from those of the arguments, -1 where there is none.
    const auto chain = [&](int da, int db) {
        const auto or_zero = [&](int d) { return d < 0 ? constant(0) : d; };
        switch (of.operation) {
            case add:
                return apply(add, or_zero(da), or_zero(db));
            case subtract:
                return apply(subtract, or_zero(da), or_zero(db));
            case negate:
                return apply(negate, da);
            case multiply:
                return apply(add, apply(multiply, or_zero(da), of.b), apply(multiply, of.a, or_zero(db)));
            case divide:
                // By the inverse: all slopes of a quotient share one division.
                return apply(multiply, apply(subtract, or_zero(da), apply(multiply, i, or_zero(db))),
                             apply(divide, constant(1), of.b));
            default: {  // the slope follows whichever argument is taken
                const int first = of.operation == maximum ? apply(greater, of.a, of.b) : apply(greater, of.b, of.a);
                const int change = apply(subtract, or_zero(da), or_zero(db));
                return apply(add, or_zero(db), apply(multiply, first, change));
            }
        }
    };
    Slopes result;
    auto a = by_a.begin(), b = by_b.begin();
    while (a != by_a.end() || b != by_b.end()) {
        const bool has_a = a != by_a.end() && (b == by_b.end() || a->first <= b->first);
        const bool has_b = b != by_b.end() && (a == by_a.end() || b->first <= a->first);
        const int input = has_a ? a->first : b->first;
        result.emplace_back(input, chain(has_a ? a->second : -1, has_b ? b->second : -1));
        a += has_a;
        b += has_b;
    }
    return result;
}

Traced Traced::apply(Operation operation, const Traced& a, const Traced& b) {
    Trace* const trace = a.trace_ ? a.trace_ : b.trace_;
    if (!trace) return {worked_out(operation, a.constant_, b.constant_)};
    const int result = trace->apply(operation, a.node(*trace), b.node(*trace));
    return {*trace, result};
}

}  // namespace cicatrix
