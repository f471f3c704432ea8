// SPDX-License-Identifier: Apache-2.0
// Chooses step sizes: grows and shrinks by the error, and lands on given times without forgetting its stride.
#pragma once

namespace cicatrix {

class StepController {
public:
    struct Limits {
        double first_h, longest_h;
    };
    explicit StepController(Limits limits) : limits_{limits}, natural_{limits.first_h} { restart(); }

    /// Begin again with the first step.
    void restart();
    /// Step that the error asks for, whatever stops lie ahead.
    double natural_h() const { return natural_; }
    void set_natural_h(double h);
    /// Step to try when the next stop is `remaining_h` away: never beyond it, and no crumb left before it.
    double choose(double remaining_h) const;
    /// A step of size h was accepted with this scaled error (at most 1).
    void accepted(double h, double error);
    /// A step of size h was rejected for its scaled error (above 1).
    void rejected(double h, double error);
    /// A step of size h was rejected for another reason: try this share of it.
    void shrink(double h, double share);
    /// Below this a rejected step is hopeless.
    double smallest_h() const;

private:
    double clamped(double h) const;
    Limits limits_;
    double natural_;
    bool just_rejected_ = false;
};

}  // namespace cicatrix
