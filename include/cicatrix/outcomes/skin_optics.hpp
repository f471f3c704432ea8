// SPDX-License-Identifier: Apache-2.0
// What colour skin has: melanin in the epidermis over blood in the dermis, seen by a colorimeter.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include <array>
#include <span>

namespace cicatrix {

inline constexpr Dimension PerLength = Fraction / Length;
inline constexpr Unit<PerLength> per_um{"1/um", 1e3};

/// What colours the skin, as the fields of a state give it.
struct Chromophores {
    double epidermal_melanin_um = 0;  ///< melanin integrated over the epidermis; 1 um of basal layer of type VI is 1
    double dermal_melanin = 0;        ///< mean in the lit dermis, same scale as the field
    double blood = 1;                 ///< blood content of the lit dermis relative to healthy papillary dermis
};

/// A colour as instruments and screens give it.
struct Colour {
    double lightness = 0, a = 0, b = 0;  ///< CIE L*, a*, b*, 2 degree observer, D65
    std::array<double, 3> srgb{};        ///< red, green, blue in 0 .. 1
    /// Individual typology angle, degrees.
    double ita() const;
};

/// One wavelength of the tables that the model needs.
struct OpticsRow {
    double wavelength_nm;
    double oxygenated, deoxygenated;  ///< molar extinction of haemoglobin, 1/cm/(mol/L), decadic
    double x, y, z;                   ///< CIE 1931 2 degree observer
    double daylight;                  ///< CIE D65, relative
};
std::span<const OpticsRow> optics_table();
const Source& haemoglobin_source();
const Source& colorimetry_source();

/// Reflectance R = T^2 R_d: light crosses the epidermis twice (Beer and Lambert) and is thrown back by a deep dermis
/// (Kubelka and Munk).
class SkinOptics final : public Declared {
public:
    explicit SkinOptics(const Adjustments& adjustments = {}) : Declared{"skin_optics", adjustments} {}

    Parameter<Fraction> melanosome_share{
        this,
        {.name = "melanosome_share",
         .symbol = "f_m",
         .unit = one,
         .value = 0.305,
         .range = {0.01, 1.0},
         .plausible = {0.18, 0.43},
         .source = {"jacques1998", "18-43 % of the epidermis of dark-skinned adults; middle", Evidence::derived},
         .meaning = "Volume share of melanosomes in a basal layer whose melanin is 1"}};
    Parameter<PerLength> melanin_absorption{
        this,
        {.name = "melanin_absorption",
         .symbol = "a_m",
         .unit = per_um,
         .value = 0.068,
         .range = {0.001, 1.0},
         .plausible = {0.03, 0.12},
         .source = {"jacques1998", "6.6e11 nm^-3.33 per cm, at 500 nm", Evidence::derived},
         .meaning = "Absorption of pure melanosome at 500 nm"}};
    Parameter<Fraction> melanin_slope{this,
                                      {.name = "melanin_slope",
                                       .symbol = "n_m",
                                       .unit = one,
                                       .value = 3.33,
                                       .range = {1.0, 6.0},
                                       .plausible = {2.5, 4.0},
                                       .source = {"jacques1998", "6.6e11 nm^-3.33 per cm", Evidence::published_model},
                                       .meaning = "How steeply melanin's absorption falls with wavelength (exponent)"}};
    Parameter<Fraction> path_factor{
        this,
        {.name = "path_factor",
         .symbol = "p",
         .unit = one,
         .value = 1.3,
         .range = {1.0, 4.0},
         .plausible = {1.0, 2.0},
         .source = assumed(
             "light is diffuse in the epidermis: 1 would be straight through, 2 perfectly diffuse; a third of the way"),
         .meaning = "Path length in the epidermis relative to its thickness"}};
    Parameter<Fraction> blood_share{this,
                                    {.name = "blood_share",
                                     .symbol = "f_b",
                                     .unit = one,
                                     .value = 0.015,
                                     .range = {0.001, 0.3},
                                     .plausible = {0.005, 0.04},
                                     .source = {"swedish_optics2023",
                                                "arms hold below 0.7 % (0.094 /mm in all at 475 nm); times the a* of "
                                                "cheeks over theirs, 13 over 6 (issa2025)",
                                                Evidence::derived},
                                     .meaning = "Volume share of blood in healthy papillary dermis"}};
    Parameter<Fraction> saturation{
        this,
        {.name = "saturation",
         .symbol = "S_O2",
         .unit = one,
         .value = 0.6,
         .range = {0.0, 1.0},
         .plausible = {0.5, 0.7},
         .source = {"skin_saturation1995", "abstract: means of forehead, forearm and four other sites 52-67 %; middle",
                    Evidence::measured_human},
         .meaning = "Share of haemoglobin that carries oxygen"}};
    Parameter<Fraction> haemoglobin{
        this,
        {.name = "haemoglobin",
         .symbol = "c_Hb",
         .unit = {"mol/L", 1.0},
         .value = 0.00233,
         .range = {0.001, 0.004},
         .plausible = {0.0019, 0.0026},
         .source = {"prahl_haemoglobin", "150 g per litre of whole blood, over 64,500 g/mol", Evidence::derived},
         .meaning = "Concentration of haemoglobin in blood"}};
    Parameter<PerLength> background_absorption{
        this,
        {.name = "background_absorption",
         .symbol = "a_0",
         .unit = per_um,
         .value = 4.6e-5,
         .range = {0.0, 1e-2},
         .plausible = {1e-5, 1e-4},
         .source = {"jacques1998",
                    "bloodless rat skin: 0.244 + 85.3 exp(-(nm - 154)/66.2) per cm, at 550 nm; kept flat",
                    Evidence::derived},
         .meaning = "Absorption of dermis without blood and pigment"}};
    Parameter<PerLength> scattering{
        this,
        {.name = "scattering",
         .symbol = "s",
         .unit = per_um,
         .value = 0.00295,
         .range = {1e-4, 0.1},
         .plausible = {0.002, 0.005},
         .source = {"swedish_optics2023", "abstract, 3809 people: 3.22 /mm at 475 nm, by the slope below",
                    Evidence::derived},
         .meaning = "Reduced scattering of dermis at 500 nm"}};
    Parameter<Fraction> scattering_slope{
        this,
        {.name = "scattering_slope",
         .symbol = "n_s",
         .unit = one,
         .value = 1.7,
         .range = {0.0, 4.0},
         .plausible = {1.2, 2.0},
         .source = {"swedish_optics2023", "abstract: ln(3.22/1.20)/ln(850 nm/475 nm)", Evidence::derived},
         .meaning = "How steeply scattering falls with wavelength (exponent)"}};
    Parameter<Length> lit_depth{
        this,
        {.name = "lit_depth",
         .symbol = "d_l",
         .unit = um,
         .value = 300.0,
         .range = {50.0, 1500.0},
         .plausible = {150.0, 500.0},
         .source = {"swedish_optics2023",
                    "abstract: sampling depth 0.23-0.38 mm, shortest to longest light; middle, rounded",
                    Evidence::derived},
         .meaning = "How far below the junction blood and pigment colour the skin"}};

    /// Share of light of one wavelength that comes back.
    double reflectance(const Chromophores& c, const OpticsRow& row) const;
    Colour colour(const Chromophores& c) const;
};

}  // namespace cicatrix
