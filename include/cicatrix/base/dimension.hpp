// SPDX-License-Identifier: Apache-2.0
// Physical dimensions as compile-time values: a parameter of the wrong kind does not compile.
#pragma once

namespace cicatrix {

/// Exponents of the base quantities. Canonical units: mm, h, pg, one cell (or CFU), N, SED.
struct Dimension {
    int length = 0, time = 0, mass = 0, count = 0, force = 0, dose = 0;
    friend constexpr bool operator==(const Dimension&, const Dimension&) = default;
    friend constexpr Dimension operator*(const Dimension& a, const Dimension& b) {
        return {a.length + b.length, a.time + b.time,   a.mass + b.mass,
                a.count + b.count,   a.force + b.force, a.dose + b.dose};
    }
    friend constexpr Dimension operator/(const Dimension& a, const Dimension& b) {
        return {a.length - b.length, a.time - b.time,   a.mass - b.mass,
                a.count - b.count,   a.force - b.force, a.dose - b.dose};
    }
};

inline constexpr Dimension Fraction{};
inline constexpr Dimension Length{.length = 1};
inline constexpr Dimension Time{.time = 1};
inline constexpr Dimension Mass{.mass = 1};
inline constexpr Dimension Count{.count = 1};
inline constexpr Dimension Force{.force = 1};
inline constexpr Dimension Dose{.dose = 1};
inline constexpr Dimension Area = Length * Length;
inline constexpr Dimension Volume = Area * Length;
inline constexpr Dimension Rate = Fraction / Time;
inline constexpr Dimension Speed = Length / Time;
inline constexpr Dimension Diffusivity = Area / Time;
inline constexpr Dimension CellDensity = Count / Volume;      ///< cells or CFU per volume
inline constexpr Dimension CellRate = CellDensity / Time;     ///< cells per volume and time
inline constexpr Dimension SurfaceDensity = Count / Area;     ///< cells, CFU or holes per area
inline constexpr Dimension Concentration = Mass / Volume;     ///< pg/mm3 is ng/mL
inline constexpr Dimension Release = Concentration / Time;    ///< mass per volume and time
inline constexpr Dimension Secretion = Mass / Count / Time;   ///< mass per cell and time
inline constexpr Dimension KillRate = Volume / Count / Time;  ///< per unit density of killers
inline constexpr Dimension MassRate = Volume / Mass / Time;   ///< per unit concentration and time
inline constexpr Dimension Pressure = Force / Area;
inline constexpr Dimension PressureRate = Pressure / Time;
inline constexpr Dimension PressureUse = Pressure * Volume / Count / Time;  ///< of a dissolved gas, by one cell
inline constexpr Dimension LineForce = Force / Length;
inline constexpr Dimension DoseRate = Dose / Time;
inline constexpr Dimension PerDose = Fraction / Dose;
inline constexpr Dimension PerDoseConcentration = Concentration / Dose;  ///< made by a dose of light
inline constexpr Dimension WaterFlux = Mass / Area / Time;

}  // namespace cicatrix
