// SPDX-License-Identifier: Apache-2.0
#include "sbml_math.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace cicatrix::io {

namespace {

/// Without an exponent: readers multiply a mantissa by a power of ten, and may round once more.
std::string number(double value) {
    std::array<char, 512> digits;  // the smallest double has some 340 of them
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
    return R"(<cn sbml:units="dimensionless">)" + std::string{digits.data(), end} + "</cn>";
}

std::string word_for(Operation operation) {
    switch (operation) {
        case Operation::add:
            return "plus";
        case Operation::subtract:
        case Operation::negate:
            return "minus";
        case Operation::multiply:
            return "times";
        case Operation::divide:
            return "divide";
        case Operation::maximum:
            return "max";
        case Operation::minimum:
            return "min";
        default:
            throw std::logic_error{"only the slopes of laws compare numbers"};
    }
}

}  // namespace

MathML::MathML(const Trace& trace, const std::map<int, MathInput>& inputs, std::span<const int> results)
    : trace_{trace}, inputs_{inputs}, uses_(trace.size()) {
    for (const int node : results) ++uses_[static_cast<std::size_t>(node)];
    for (std::size_t i = trace.size(); i-- > 0;) {  // a node stands after those that it needs
        const Trace::Node& node = trace.node(static_cast<int>(i));
        if (uses_[i] == 0 || node.operation == Operation::input || node.operation == Operation::constant) continue;
        ++uses_[static_cast<std::size_t>(node.a)];
        if (node.b >= 0) ++uses_[static_cast<std::size_t>(node.b)];
    }
    int terms = 0;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const int at = static_cast<int>(i);
        const bool input = trace.node(at).operation == Operation::input;
        if (uses_[i] < 2 || trace.is_constant(at) || (input && inputs.at(trace.node(at).a).scale.empty())) continue;
        const std::string id = input ? inputs.at(trace.node(at).a).id + "_number" : "term_" + std::to_string(++terms);
        named_.push_back({id, written_out(at)});
        name_of_.emplace(at, id);
    }
}

bool MathML::uses(int input) const {
    for (std::size_t i = 0; i < uses_.size(); ++i) {
        const Trace::Node& node = trace_.node(static_cast<int>(i));
        if (uses_[i] > 0 && node.operation == Operation::input && node.a == input) return true;
    }
    return false;
}

std::string MathML::refer(int node) const {
    const auto known = name_of_.find(node);
    return known != name_of_.end() ? name(known->second) : written_out(node);
}

std::string MathML::written_out(int at) const {
    const Trace::Node& node = trace_.node(at);
    if (node.operation == Operation::constant) return number(node.value);
    if (node.operation == Operation::input) {
        const MathInput& input = inputs_.at(node.a);
        return input.scale.empty() ? name(input.id) : apply("divide", name(input.id) + name(input.scale));
    }
    return apply(word_for(node.operation), refer(node.a) + (node.b < 0 ? std::string{} : refer(node.b)));
}

}  // namespace cicatrix::io
