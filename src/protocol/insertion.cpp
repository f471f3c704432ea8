// SPDX-License-Identifier: Apache-2.0
// Balance of forces on one needle; equations and symbols are in the header.
#include "cicatrix/protocol/insertion.hpp"
#include "cicatrix/base/exact_math.hpp"

#include "cicatrix/protocol/settled.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace cicatrix {
namespace {

constexpr double pi = 3.14159265358979323846;

/// One needle and the skin under it, in mm and N.
struct Balance {
    double length, diameter, tip_length, tip_force, toughness, friction, compliance, available;

    double force(double d) const {
        const double rubbing = d < tip_length ? 0.5 * d * d / tip_length : d - 0.5 * tip_length;
        const double cut = tip_length > 0.0 ? std::min(1.0, d / tip_length) : 1.0;
        return tip_force + toughness * diameter * cut + friction * pi * diameter * rubbing;
    }
    /// How far the needle's base has come when the tip is `d` deep below the dimple.
    double travel(double d) const { return d + compliance * force(d); }
    bool reaches(double d) const { return travel(d) <= length && force(d) <= available; }
};

/// The greatest depth that meets a condition which tightens with depth; halving finds the border. 0 when none does.
template <class Holds>
double deepest(double length, const Holds& holds) {
    if (!holds(0.0)) return 0.0;
    double low = 0.0, high = length;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (holds(middle) ? low : high) = middle;
    }
    return low;
}

double needles_sharing(const Device& device, const InsertionParameters& p) {
    if (device.kind != DeviceKind::roller) return device.needles;
    const double angle = exact_atan(entry_tangent(device.needle_length_mm, *p.drum_diameter));
    return std::max(1.0, device.needles * angle / pi);
}

double hand_force(DeviceKind kind, const InsertionParameters& p) {
    return kind == DeviceKind::pen ? *p.pen_force : kind == DeviceKind::roller ? *p.roller_force : *p.stamp_force;
}

double skin_thickness_mm(const Skin& skin) {
    return 1e-3 * (skin.thickness_um[static_cast<std::size_t>(index(Layer::stratum_corneum))] + skin.epidermis_um() +
                   skin.dermis_um());
}

/// Share of dimples and of unevenness that the device takes away.
double pressed_flat(const Device& device, const InsertionParameters& p) {
    return device.kind == DeviceKind::stamp ? *p.plate_support : 0.0;
}

Balance balance_of(const Device& device, double pressure, double bluntness, const Skin& skin,
                   const InsertionParameters& p) {
    const double pushing = device.kind == DeviceKind::pen ? 0.25 / *p.strike_frequency : *p.press_time;
    const double relative = skin_thickness_mm(skin) / *p.reference_thickness;
    const double stiffness = *p.stiffness * relative * std::sqrt(relative) * exact_pow(pressure, *p.tension_exponent);
    return {.length = device.needle_length_mm,
            .diameter = 1e-3 * device.needle_diameter_um,
            .tip_length = 1e-3 * device.tip_length_um,
            .tip_force = *p.tip_force * (1.0 + *p.blunt_tip * bluntness),
            .toughness = *p.toughness,
            .friction = *p.friction,
            .compliance = (1.0 - pressed_flat(device, p)) * (1.0 - exact_exp(-pushing / *p.retardation)) / stiffness,
            .available = pressure * hand_force(device.kind, p) / needles_sharing(device, p)};
}

/// How far a device sinks when the springs under it, of equal stiffness over skin of these heights, carry the load
/// together. `reach` is the load over the stiffness of one. Springs that would pull are left out, one round after
/// another.
double common_travel(const std::vector<double>& heights, double reach) {
    double sunk = std::numeric_limits<double>::infinity();
    for (;;) {
        double sum = 0.0;
        int engaged = 0;
        for (const double z : heights)
            if (z < sunk) {
                sum += z;
                ++engaged;
            }
        const double next = (reach + sum) / engaged;
        if (next >= sunk) return sunk;
        sunk = next;
    }
}

}  // namespace

double entry_tangent(double depth_mm, double drum_diameter_mm) {
    const double radius = 0.5 * drum_diameter_mm, reach = radius + depth_mm;
    return std::sqrt(reach * reach - radius * radius) / radius;
}

double insertion_depth_um(const Device& device, double pressure, double bluntness, const Skin& skin,
                          const InsertionParameters& p) {
    if (pressure <= 0.0) return 0.0;
    const Balance needle = balance_of(device, pressure, bluntness, skin, p);
    return settled(1e3 * deepest(needle.length, [&](double d) { return needle.reaches(d); }));
}

double shared_depth_um(const Device& device, double pressure, double bluntness, const Skin& skin,
                       const InsertionParameters& p, double height, RandomStream contact) {
    const double usual = 1e-3 * insertion_depth_um(device, pressure, bluntness, skin, p);
    if (usual <= 0.0) return 0.0;
    const Balance needle = balance_of(device, pressure, bluntness, skin, p);
    const double spread = (1.0 - pressed_flat(device, p)) * *p.unevenness;
    std::vector<double> heights(static_cast<std::size_t>(std::lround(needles_sharing(device, p))));
    for (double& z : heights) z = spread * contact.normal();
    const double stiffness = needle.force(usual) / needle.travel(usual);
    const double load = static_cast<double>(heights.size()) * needle.available;
    const double sunk = std::min(needle.length, common_travel(heights, load / stiffness));
    const double pushed = std::min(needle.length, sunk - spread * height);
    return settled(1e3 * deepest(needle.length, [&](double d) { return needle.travel(d) <= pushed; }));
}

}  // namespace cicatrix
