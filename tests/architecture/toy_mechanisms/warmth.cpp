// SPDX-License-Identifier: Apache-2.0
// Warmth (a toy, for the test beside this folder): injured tissue warms, blood carries the heat away.
//
//     dW/dt = k (1 - W) + s D_b
//
// W warmth relative to healthy skin; D_b debris.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

inline constexpr FieldKey<Fraction> warmth_field{"warmth", "W", one, "warmth relative to healthy skin"};

class Warmth final : public Law<Warmth> {
public:
    using Law::Law;

    Parameter<Rate> cooling{this,
                            {.name = "cooling",
                             .symbol = "k",
                             .unit = per_hour,
                             .value = 0.5,
                             .range = {0.01, 10},
                             .plausible = {0.1, 2},
                             .source = assumed("a toy: any rate shows that the law is used"),
                             .meaning = "Return to the warmth of healthy skin"}};
    Parameter<Rate> heating{this,
                            {.name = "heating",
                             .symbol = "s",
                             .unit = per_hour,
                             .value = 2,
                             .range = {0, 10},
                             .plausible = {1, 4},
                             .source = assumed("a toy: any rate shows that the law is used"),
                             .meaning = "Warming of a volume of pure debris"}};

    Owns<Fraction> warmth{this, warmth_field, {.layers = dermis, .scale = 0.1}};
    Reads<Fraction> debris{this, field::debris};

    void rest(Patch& patch) const override { patch.fill(warmth, dermis, 1.0); }

    void respond(const Event& event, Patch& patch) const override {
        if (event.needling()) patch.fill(warmth, only(Layer::papillary), 1.5);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(warmth) += *cooling * (1.0 - v[warmth]) + *heating * v[debris];
    }
};

}  // namespace

namespace mechanism {
MechanismEntry warmth() {
    return entry<Warmth>("warmth", "A toy: injured tissue warms");
}
}  // namespace mechanism
}  // namespace cicatrix
