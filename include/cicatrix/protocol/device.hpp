// SPDX-License-Identifier: Apache-2.0
// Kinds of devices as they are sold, and how their needles wear.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/protocol/plan.hpp"

#include <span>

namespace cicatrix {

/// One kind of device: a row of data with its source.
struct DeviceFacts {
    DeviceKind kind;
    std::string_view name;
    double longest_mm;  ///< longest needle it is made with
    Device standard;    ///< a usual one of its kind
    Source source, longest_source;
};
std::span<const DeviceFacts> device_table();
const DeviceFacts& facts_of(DeviceKind kind);
/// A usual device of this kind, to be changed as the plan says.
Device standard_device(DeviceKind kind);

/// Needles grow blunt with use:  b = u^2 / (u^2 + u_1/2^2), u = uses since the head was new.
class WearParameters final : public Declared {
public:
    explicit WearParameters(const Adjustments& a) : Declared{"wear", a} {}

    Parameter<Fraction> cartridge_life{
        this,
        {"cartridge_life",
         "u_p",
         one,
         4,
         {0.5, 50},
         {3, 5},
         convention("says what half worn is: users are told to change cartridges after 3-5 uses"),
         "uses after which a pen's cartridge is half worn"}};
    Parameter<Fraction> roller_life{
        this,
        {"roller_life",
         "u_r",
         one,
         8,
         {0.5, 50},
         {6, 10},
         convention("says what half worn is: users are told to change rollers after 6-10 sessions"),
         "uses after which a roller, or a stamp, is half worn"}};
};

/// 0 sharp .. 1 worn out.
double bluntness(DeviceKind kind, double uses, const WearParameters& wear);

}  // namespace cicatrix
