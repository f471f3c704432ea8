// SPDX-License-Identifier: Apache-2.0
// Orders a trace's operations and gives them registers.
#include "cicatrix/base/programme.hpp"

#include "programme_chainer.hpp"

#include <limits>
#include <map>
#include <stdexcept>

namespace cicatrix {

/// Writes operations in the order in which the outputs ask for them, so that what is made is soon used, and lets a
/// register go after its last use.
class Programme::Writer {
public:
    Writer(Programme& target, const Trace& trace)
        : target_{target},
          trace_{trace},
          register_(trace.size(), -1),
          uses_(trace.size(), 0),
          home_(trace.size(), -1),
          asked_(trace.size()) {}

    void run(std::span<const int> inputs, std::span<const int> outputs) {
        target_.registers_ = target_.inputs_ + target_.outputs_;
        for (std::size_t i = 0; i < inputs.size(); ++i) register_of_input_[inputs[i]] = static_cast<int>(i);
        for (std::size_t k = 0; k < outputs.size(); ++k) {
            if (outputs[k] == unset) continue;
            count_uses(outputs[k]);
            if (home_[at(outputs[k])] < 0) home_[at(outputs[k])] = target_.inputs_ + static_cast<int>(k);
        }
        for (std::size_t k = 0; k < outputs.size(); ++k) {
            const int home = target_.inputs_ + static_cast<int>(k), node = outputs[k];
            if (node == unset) continue;
            compute(node);
            if (trace_.is_constant(node))
                emit(Code::set, home, constant(trace_.node(node).value), 0);
            else if (register_of(node) != home)
                emit(Code::copy, home, register_of(node), 0);
            release(node);
        }
        if (target_.registers_ > std::numeric_limits<std::uint16_t>::max() ||
            target_.constants_.size() > std::numeric_limits<std::uint16_t>::max())
            throw std::logic_error{"a layer's laws are too long"};
    }

private:
    using Node = Trace::Node;

    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    void count_uses(int node) {
        ++uses_[at(node)];
        if (asked_[at(node)]) return;
        asked_[at(node)] = true;
        const Node& n = trace_.node(node);
        if (n.operation == Operation::input || n.operation == Operation::constant) return;
        count_uses(n.a);
        if (n.b >= 0) count_uses(n.b);
    }

    int register_of(int node) const {
        const Node& n = trace_.node(node);
        return n.operation == Operation::input ? register_of_input_.at(n.a) : register_[at(node)];
    }

    int constant(double value) {
        const auto [it, fresh] = places_.try_emplace(value, static_cast<int>(target_.constants_.size()));
        if (fresh) target_.constants_.push_back(value);
        return it->second;
    }

    /// Counts one use as done; the last one frees the register, unless it is an input's or an output's.
    void release(int node) {
        if (--uses_[at(node)] > 0 || register_[at(node)] < target_.inputs_ + target_.outputs_) return;
        free_.push_back(register_[at(node)]);
    }

    int room(int node) {
        if (home_[at(node)] >= 0) return home_[at(node)];
        if (free_.empty()) return target_.registers_++;
        const int r = free_.back();
        free_.pop_back();
        return r;
    }

    void emit(Code code, int to, int a, int b, int c = 0) {
        target_.code_.push_back({code, true, static_cast<std::uint16_t>(to), static_cast<std::uint16_t>(a),
                                 static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(c)});
    }

    bool needs_computing(int node) const {
        const Operation o = trace_.node(node).operation;
        return o != Operation::input && o != Operation::constant && register_[at(node)] < 0;
    }

    /// A product that is used once, in a sum, needs no register of its own.
    bool melts(int node) const {
        const Node& n = trace_.node(node);
        return n.operation == Operation::multiply && uses_[at(node)] == 1 && home_[at(node)] < 0 &&
               register_[at(node)] < 0 && !trace_.is_constant(n.a) && !trace_.is_constant(n.b);
    }
    /// The product of a sum or difference that melts into it, or -1.
    int melting(const Node& n) const {
        if (n.operation != Operation::add && n.operation != Operation::subtract) return -1;
        if (!trace_.is_constant(n.a) && melts(n.b)) return n.b;
        return n.operation == Operation::add && !trace_.is_constant(n.b) && melts(n.a) ? n.a : -1;
    }

    /// Leaves the node in a register; that of an output, if it is one.
    void compute(int node) {
        if (!needs_computing(node)) return;
        const Node n = trace_.node(node);
        const int product = melting(n);
        std::vector<int> operands{n.a, n.b};
        if (product >= 0) {
            const Node& p = trace_.node(product);
            operands = {p.a, p.b, product == n.a ? n.b : n.a};
        }
        if (operands.back() < 0) operands.pop_back();
        for (const int operand : operands) compute(operand);
        for (const int operand : operands) release(operand);
        const int to = room(node);
        register_[at(node)] = to;
        if (product < 0) return write(n, to);
        emit(n.operation == Operation::add ? Code::add_product : Code::subtract_product, to, register_of(operands[0]),
             register_of(operands[1]), register_of(operands[2]));
    }

    void write(const Node& n, int to) {
        const bool a_constant = trace_.is_constant(n.a), b_constant = n.b >= 0 && trace_.is_constant(n.b);
        const auto value = [&](int node) { return trace_.node(node).value; };
        const auto plain = [&](Code code) { emit(code, to, operand(n.a), n.b < 0 ? 0 : operand(n.b)); };
        // For sums and products it does not matter which of the two is the constant.
        const auto either_constant = [&](Code with_constant, Code code) {
            if (a_constant) return emit(with_constant, to, register_of(n.b), constant(value(n.a)));
            if (b_constant) return emit(with_constant, to, register_of(n.a), constant(value(n.b)));
            plain(code);
        };
        switch (n.operation) {
            case Operation::add:
                return either_constant(Code::add_constant, Code::add);
            case Operation::subtract:
                if (a_constant) return emit(Code::subtract_from_constant, to, register_of(n.b), constant(value(n.a)));
                if (b_constant) return emit(Code::add_constant, to, register_of(n.a), constant(-value(n.b)));
                return plain(Code::subtract);
            case Operation::multiply:
                return either_constant(Code::multiply_constant, Code::multiply);
            case Operation::divide:
                if (a_constant) return emit(Code::divide_into_constant, to, register_of(n.b), constant(value(n.a)));
                if (b_constant) return emit(Code::divide_constant, to, register_of(n.a), constant(value(n.b)));
                return plain(Code::divide);
            case Operation::negate:
                return plain(Code::negate);
            case Operation::maximum:
                return plain(Code::maximum);
            case Operation::minimum:
                return plain(Code::minimum);
            default:
                return plain(Code::greater);
        }
    }

    /// The register of an operand; a constant gets one of its own when the operation has no form for constants.
    int operand(int node) {
        if (!trace_.is_constant(node)) return register_of(node);
        const int r = target_.registers_++;
        emit(Code::set, r, constant(trace_.node(node).value), 0);
        return r;
    }

    Programme& target_;
    const Trace& trace_;
    std::vector<int> register_, uses_, home_;  ///< per node
    std::vector<bool> asked_;
    std::vector<int> free_;
    std::map<int, int> register_of_input_;
    std::map<double, int> places_;
};

Programme::Programme(const Trace& trace, std::span<const int> inputs, std::span<const int> outputs)
    : inputs_{static_cast<int>(inputs.size())}, outputs_{static_cast<int>(outputs.size())} {
    Writer{*this, trace}.run(inputs, outputs);
    Chainer{*this}.run();
    for (const double x : constants_) rounded_constants_.push_back(static_cast<float>(x));
}

}  // namespace cicatrix
