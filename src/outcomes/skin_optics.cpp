// SPDX-License-Identifier: Apache-2.0
// Skin colour from chromophores.
//   T   = exp(-p a_mel(l) M)            epidermis, once; M: melanin column
//   R_d = 1 + q - sqrt(q^2 + 2 q)       deep dermis, q = K / S, K = 2 a(l), S = 3/4 s(l)
//   R   = T^2 R_d
// Then CIE tristimulus values under D65, L*a*b* and sRGB.
#include "cicatrix/outcomes/skin_optics.hpp"
#include "cicatrix/base/exact_math.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cicatrix {
namespace {

constexpr double reference_nm = 500.0;  // where the parameters of the power laws are quoted
constexpr double um_per_cm = 1e4;       // tables of extinction are per cm
constexpr double lab_edge = 216.0 / 24389.0, lab_slope = 24389.0 / 27.0;  // CIE's definition of L*a*b*

double lab_root(double share) {
    return share > lab_edge ? exact_pow(share, 1.0 / 3.0) : (lab_slope * share + 16.0) / 116.0;
}

/// The screen's transfer curve (IEC 61966-2-1).
double encoded(double linear) {
    const double x = std::clamp(linear, 0.0, 1.0);
    return x <= 0.0031308 ? 12.92 * x : 1.055 * exact_pow(x, 1.0 / 2.4) - 0.055;
}

/// XYZ (white has Y = 1) to sRGB.
std::array<double, 3> screen(double x, double y, double z) {
    return {encoded(3.2406 * x - 1.5372 * y - 0.4986 * z), encoded(-0.9689 * x + 1.8758 * y + 0.0415 * z),
            encoded(0.0557 * x - 0.2040 * y + 1.0570 * z)};
}

}  // namespace

double Colour::ita() const {
    return exact_atan2(lightness - 50.0, b) * 180.0 / std::numbers::pi;
}

double SkinOptics::reflectance(const Chromophores& c, const OpticsRow& row) const {
    const double relative = row.wavelength_nm / reference_nm;
    const double pigment = *melanosome_share * melanin_absorption.in(per_um)*exact_pow(relative, -*melanin_slope);
    const double extinction = *saturation * row.oxygenated + (1.0 - *saturation) * row.deoxygenated;
    const double whole_blood = std::numbers::ln10 * extinction * *haemoglobin / um_per_cm;
    const double absorbed =
        background_absorption.in(per_um) + *blood_share * c.blood * whole_blood + pigment * c.dermal_melanin;
    const double scattered = scattering.in(per_um)*exact_pow(relative, -*scattering_slope);
    const double q = 2.0 * absorbed / (0.75 * scattered);
    const double dermis_returns = 1.0 + q - std::sqrt(q * q + 2.0 * q);
    return exact_exp(-2.0 * *path_factor * pigment * c.epidermal_melanin_um) * dermis_returns;
}

Colour SkinOptics::colour(const Chromophores& c) const {
    double x = 0, y = 0, z = 0, white_x = 0, white_y = 0, white_z = 0;
    for (const OpticsRow& row : optics_table()) {
        const double returned = reflectance(c, row) * row.daylight;
        x += returned * row.x;
        y += returned * row.y;
        z += returned * row.z;
        white_x += row.daylight * row.x;
        white_y += row.daylight * row.y;
        white_z += row.daylight * row.z;
    }
    const double fx = lab_root(x / white_x), fy = lab_root(y / white_y), fz = lab_root(z / white_z);
    Colour colour;
    colour.lightness = 116.0 * fy - 16.0;
    colour.a = 500.0 * (fx - fy);
    colour.b = 200.0 * (fy - fz);
    colour.srgb = screen(x / white_y, y / white_y, z / white_y);
    return colour;
}

}  // namespace cicatrix
