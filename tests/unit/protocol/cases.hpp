// SPDX-License-Identifier: Apache-2.0
// Skins and devices that the protocol's tests share.
#pragma once

#include "cicatrix/protocol/parameters.hpp"

#include <string>

namespace cicatrix::cases {

inline Skin skin_at(const std::string& site = "cheek") {
    Person person;
    person.site = site;
    return make_skin(person);
}

inline Device device(DeviceKind kind, double length_mm) {
    Device d = standard_device(kind);
    d.needle_length_mm = length_mm;
    return d;
}

/// The roller of the rat study: needles of 770 um with bases of 140 um.
inline Device studied_roller() {
    Device d = device(DeviceKind::roller, 0.77);
    d.needle_diameter_um = 140;
    d.tip_length_um = 500;
    return d;
}

}  // namespace cicatrix::cases
