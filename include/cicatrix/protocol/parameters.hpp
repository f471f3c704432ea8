// SPDX-License-Identifier: Apache-2.0
// All parameters of the protocol floor together.
#pragma once

#include "cicatrix/protocol/care.hpp"
#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/hygiene.hpp"
#include "cicatrix/protocol/insertion.hpp"
#include "cicatrix/protocol/pattern.hpp"

namespace cicatrix {

struct ProtocolParameters {
    explicit ProtocolParameters(const Adjustments& a)
        : wear{a}, insertion{a}, pattern{a}, hygiene{a}, sunscreen{a}, sunburn{a}, laser{a}, tearing{make_tearing(a)} {}
    WearParameters wear;
    InsertionParameters insertion;
    PatternParameters pattern;
    HygieneParameters hygiene;
    SunscreenParameters sunscreen;
    SunburnParameters sunburn;
    LaserParameters laser;
    Tearing tearing;
};

}  // namespace cicatrix
