// SPDX-License-Identifier: Apache-2.0
// Units typed by dimension, and the reading and printing of quantities such as "0.5 mm".
#pragma once

#include "cicatrix/base/dimension.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace cicatrix {

/// A unit of dimension D: its symbol and how many canonical units it holds.
template <Dimension D>
struct Unit {
    std::string_view symbol;
    double size;
};

inline constexpr Unit<Fraction> one{"1", 1.0};
inline constexpr Unit<Fraction> percent{"%", 0.01};
inline constexpr Unit<Fraction> degree{"deg", 1.0};  ///< angles and ITA are counted in degrees
inline constexpr Unit<Length> um{"um", 1e-3};
inline constexpr Unit<Length> mm{"mm", 1.0};
inline constexpr Unit<Area> cm2{"cm2", 100.0};
inline constexpr Unit<Time> minute{"min", 1.0 / 60.0};
inline constexpr Unit<Time> hour{"h", 1.0};
inline constexpr Unit<Time> day{"d", 24.0};
inline constexpr Unit<Time> year{"y", 8766.0};
inline constexpr Unit<Rate> per_hour{"1/h", 1.0};
inline constexpr Unit<Rate> per_day{"1/d", 1.0 / 24.0};
inline constexpr Unit<Rate> per_year{"1/y", 1.0 / 8766.0};
inline constexpr Unit<Rate> per_second{"1/s", 3600.0};
inline constexpr Unit<Speed> um_per_hour{"um/h", 1e-3};
inline constexpr Unit<Diffusivity> um2_per_hour{"um2/h", 1e-6};
inline constexpr Unit<Diffusivity> mm2_per_hour{"mm2/h", 1.0};
inline constexpr Unit<CellDensity> cells_per_mm3{"cells/mm3", 1.0};
inline constexpr Unit<CellDensity> cfu_per_mm3{"CFU/mm3", 1.0};
inline constexpr Unit<CellRate> cells_per_mm3_hour{"cells/mm3/h", 1.0};
inline constexpr Unit<CellRate> cells_per_mm3_day{"cells/mm3/d", 1.0 / 24.0};
inline constexpr Unit<SurfaceDensity> per_cm2{"1/cm2", 0.01};
inline constexpr Unit<SurfaceDensity> cfu_per_cm2{"CFU/cm2", 0.01};
inline constexpr Unit<Concentration> pg_per_mm3{"pg/mm3", 1.0};
inline constexpr Unit<Concentration> ug_per_mm3{"ug/mm3", 1e6};
inline constexpr Unit<Release> pg_per_mm3_hour{"pg/mm3/h", 1.0};
inline constexpr Unit<Release> ug_per_mm3_day{"ug/mm3/d", 1e6 / 24.0};
inline constexpr Unit<Secretion> pg_per_cell_hour{"pg/cell/h", 1.0};
inline constexpr Unit<Secretion> pg_per_cell_day{"pg/cell/d", 1.0 / 24.0};
inline constexpr Unit<KillRate> mm3_per_cell_hour{"mm3/cell/h", 1.0};
inline constexpr Unit<KillRate> mm3_per_cell_day{"mm3/cell/d", 1.0 / 24.0};
inline constexpr Unit<MassRate> mm3_per_pg_hour{"mm3/pg/h", 1.0};
inline constexpr Unit<Force> newton{"N", 1.0};
inline constexpr Unit<Pressure> megapascal{"MPa", 1.0};
inline constexpr Unit<Pressure> kilopascal{"kPa", 1e-3};
inline constexpr Unit<Pressure> mmhg{"mmHg", 133.322 / 1e6};
inline constexpr Unit<PressureRate> mmhg_per_hour{"mmHg/h", 133.322 / 1e6};
inline constexpr Unit<PressureUse> mmhg_mm3_per_cell_hour{"mmHg*mm3/cell/h", 133.322 / 1e6};
inline constexpr Unit<LineForce> newton_per_mm{"N/mm", 1.0};
inline constexpr Unit<Dose> sed{"SED", 1.0};
inline constexpr Unit<DoseRate> sed_per_day{"SED/d", 1.0 / 24.0};
inline constexpr Unit<PerDoseConcentration> pg_per_mm3_sed{"pg/mm3/SED", 1.0};
inline constexpr Unit<PerDose> per_sed{"1/SED", 1.0};
inline constexpr Unit<WaterFlux> g_per_m2_hour{"g/m2/h", 1e12 / 1e6};
inline constexpr Unit<Count> cells{"cells", 1.0};

/// A unit known only at run time.
struct AnyUnit {
    std::string symbol;
    Dimension dimension;
    double size = 1.0;
};

/// Reads a unit such as "pg/mm3", "1/d", "/day", "um2/h", "g/m2/h"; nothing when it is no unit we know.
std::optional<AnyUnit> parse_unit(std::string_view text);

/// Whether a unit measures this dimension. What is counted may go unnamed: "1/cm2" will do for cells per area.
constexpr bool measures(const Dimension& unit, const Dimension& wanted) {
    return unit == wanted || (unit.count == 0 && unit * Dimension{.count = wanted.count} == wanted);
}

struct Quantity {
    double value = 0.0;  ///< in canonical units
    AnyUnit unit;        ///< as written
};

/// What went wrong when a text is no quantity: the part at fault and a sentence.
struct QuantityError {
    std::string found, message, nearest;
};

/// Reads "1.0 mm", "3.5 d", "0.5 /day", "28" (dimensionless).
std::optional<Quantity> parse_quantity(std::string_view text, QuantityError* error = nullptr);

/// A short name for a dimension in messages: "a length", "a time", "a rate (1/time)".
std::string describe(const Dimension& dimension);

/// A sensible unit in which to show a dimension: "um", "h", "1/d".
std::string_view usual_unit(const Dimension& dimension);

/// The known unit nearest to a misspelt one, or empty.
std::string nearest_unit(std::string_view written);

/// Shortest decimal text that reads back to the same double.
std::string to_text(double value);

}  // namespace cicatrix
