// SPDX-License-Identifier: Apache-2.0
// A traced calculation made ready to run many times: a short list of operations on registers of a few lanes each.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/trace.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cicatrix {

/// Registers lie one after another, `width` lanes each: first the inputs, then the outputs, then room to work in.
class Programme {
public:
    static constexpr int unset = -1;  ///< an output that nothing is written to; its register may hold anything
    Programme() = default;
    /// `inputs`: their numbers, in the order of their registers. `outputs`: nodes of the trace, or `unset`.
    Programme(const Trace& trace, std::span<const int> inputs, std::span<const int> outputs);

    /// All registers, room to work in included.
    int registers() const { return registers_; }
    /// Operations per run.
    std::size_t length() const { return code_.size(); }
    /// Reads the inputs and writes the outputs. `width` is 1, 2 or 4.
    void run(Lanes* registers, int width) const { run_any(registers, width); }
    void run(FloatLanes* registers, int width) const { run_any(registers, width); }

private:
    enum class Code : std::uint8_t;
    /// What to do with which registers; a constant operand is a place in `constants_`.
    struct Instruction {
        Code code;
        bool store;  ///< whether the result is read later, other than by the operation that follows
        std::uint16_t to, a, b, c;
    };
    class Writer;
    class Chainer;
    template <class Real>
    void run_any(BasicLanes<Real>* registers, int width) const;
    template <int Width, class Real>
    void run_with(BasicLanes<Real>* registers) const;

    int inputs_ = 0, outputs_ = 0, registers_ = 0;
    std::vector<Instruction> code_;
    std::vector<double> constants_;
    std::vector<float> rounded_constants_;
};

}  // namespace cicatrix
