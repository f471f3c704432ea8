// SPDX-License-Identifier: Apache-2.0
// A number that writes down what is done with it: running a law on it once gives the law as a list of operations, and
// from that list the exact derivatives. Equal operations are written once, and what is known at once is worked out.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace cicatrix {

enum class Operation : std::uint8_t {
    input,
    constant,
    add,
    subtract,
    multiply,
    divide,
    negate,
    maximum,
    minimum,
    greater,  ///< 1 where a > b, else 0
};

/// The operations written down so far, each after those that it needs.
class Trace {
public:
    struct Node {
        Operation operation;
        int a = -1, b = -1;  ///< nodes; of an input, `a` is its number
        double value = 0;    ///< of a constant
    };
    /// (input, node of the derivative by it), rising; those of a value that does not depend on an input are left out.
    using Slopes = std::vector<std::pair<int, int>>;

    int input(int number);
    int constant(double value);
    int apply(Operation operation, int a, int b = -1);
    const Slopes& slopes(int node);
    const Node& node(int i) const { return nodes_[static_cast<std::size_t>(i)]; }
    std::size_t size() const { return nodes_.size(); }
    bool is_constant(int i) const { return node(i).operation == Operation::constant; }
    bool is_constant(int i, double value) const { return is_constant(i) && node(i).value == value; }

private:
    int write(const Node& node);
    /// A shorter way to the same value, or -1.
    int simpler(Operation operation, int a, int b);
    Slopes differentiate(int node);

    std::vector<Node> nodes_;
    std::map<std::tuple<Operation, int, int>, int> known_;
    std::map<std::uint64_t, int> constants_;
    std::map<int, Slopes> slopes_;
};

/// A number of which a Trace keeps the history. Numbers without a trace are constants.
class Traced {
public:
    Traced() = default;
    Traced(double constant) : constant_{constant} {}  // NOLINT(google-explicit-constructor): laws mix both
    Traced(Trace& trace, int node) : trace_{&trace}, node_{node} {}

    /// Its node on `trace`.
    int node(Trace& trace) const { return trace_ ? node_ : trace.constant(constant_); }
    bool is_zero() const { return trace_ ? trace_->is_constant(node_, 0.0) : constant_ == 0.0; }

    Traced& operator+=(const Traced& o) { return *this = *this + o; }
    Traced& operator-=(const Traced& o) { return *this = *this - o; }
    Traced& operator*=(const Traced& o) { return *this = *this * o; }
    friend Traced operator+(const Traced& a, const Traced& b) { return apply(Operation::add, a, b); }
    friend Traced operator-(const Traced& a, const Traced& b) { return apply(Operation::subtract, a, b); }
    friend Traced operator*(const Traced& a, const Traced& b) { return apply(Operation::multiply, a, b); }
    friend Traced operator/(const Traced& a, const Traced& b) { return apply(Operation::divide, a, b); }
    friend Traced operator-(const Traced& a) { return apply(Operation::subtract, Traced{0.0}, a); }
    friend Traced max(const Traced& a, const Traced& b) { return apply(Operation::maximum, a, b); }
    friend Traced min(const Traced& a, const Traced& b) { return apply(Operation::minimum, a, b); }

private:
    static Traced apply(Operation operation, const Traced& a, const Traced& b);

    Trace* trace_ = nullptr;
    int node_ = -1;
    double constant_ = 0;
};

}  // namespace cicatrix
