// SPDX-License-Identifier: Apache-2.0
// The table of devices, and wear.
#include "cicatrix/protocol/device.hpp"

#include "cicatrix/protocol/timeline.hpp"

#include <array>

namespace cicatrix {
namespace {

constexpr std::array<DeviceFacts, 3> devices{{
    {DeviceKind::pen, "pen", 2.5,
     Device{.kind = DeviceKind::pen,
            .needle_length_mm = 0.5,
            .needle_diameter_um = 250,
            .tip_length_um = 400,
            .needles = 12},
     Source{"fda_k243800",
            "cleared pens have 14 needles (this one), 6 (fda_k182407) or, unnumbered, 32 gauge; taken between",
            Evidence::convention},
     Source{"nct03803059", "trial register: up to 2.5 mm on the neck", Evidence::convention}},
    {DeviceKind::roller, "roller", 3.0,
     Device{.kind = DeviceKind::roller,
            .needle_length_mm = 0.5,
            .needle_diameter_um = 250,
            .tip_length_um = 1000,
            .needles = 192},
     Source{"schwarz2011", "192 needles of 0.25 mm; the length of the taper is assumed", Evidence::convention},
     Source{"dermaroller_shop", "seller's page: needles of 0.5 mm to 3 mm", Evidence::convention}},
    {DeviceKind::stamp, "stamp", 3.0,
     Device{.kind = DeviceKind::stamp,
            .needle_length_mm = 0.5,
            .needle_diameter_um = 200,
            .tip_length_um = 800,
            .needles = 35},
     convention("the stamp that is simulated unless a plan says otherwise: a small plate; no build was read"),
     convention("bounds what a plan may ask for, as for a roller")},
}};

}  // namespace

std::span<const DeviceFacts> device_table() {
    return devices;
}

const DeviceFacts& facts_of(DeviceKind kind) {
    return devices[static_cast<std::size_t>(kind)];
}

Device standard_device(DeviceKind kind) {
    return facts_of(kind).standard;
}

double longest_needle_mm(DeviceKind kind) {
    return facts_of(kind).longest_mm;
}

std::string_view to_string(DeviceKind kind) {
    return facts_of(kind).name;
}

double bluntness(DeviceKind kind, double uses, const WearParameters& wear) {
    const double life = kind == DeviceKind::pen ? *wear.cartridge_life : *wear.roller_life;
    return uses * uses / (uses * uses + life * life);
}

}  // namespace cicatrix
