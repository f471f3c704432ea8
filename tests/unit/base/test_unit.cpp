// SPDX-License-Identifier: Apache-2.0
// Units, quantities and numbers as text.
#include "cicatrix/base/unit.hpp"

#include "cicatrix/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

using namespace cicatrix;

namespace {

template <Dimension D>
void expect_same(const Unit<D>& unit) {
    const auto read = parse_unit(unit.symbol);
    ASSERT_TRUE(read) << unit.symbol;
    EXPECT_TRUE(measures(read->dimension, D)) << unit.symbol;
    EXPECT_EQ(read->size, unit.size) << unit.symbol;
}

QuantityError error_of(std::string_view text) {
    QuantityError error;
    EXPECT_FALSE(parse_quantity(text, &error)) << text;
    return error;
}

}  // namespace

TEST(Unit, EveryUnitOfTheCodeReadsBackToTheSameSizeAndDimension) {
    const auto all = [](const auto&... units) { (expect_same(units), ...); };
    all(one, percent, degree, um, mm, cm2, minute, hour, day, year, per_hour, per_day, per_year, per_second,
        um_per_hour, um2_per_hour, mm2_per_hour, cells_per_mm3, cfu_per_mm3, cells_per_mm3_hour, cells_per_mm3_day,
        per_cm2, cfu_per_cm2, pg_per_mm3, ug_per_mm3, pg_per_mm3_hour, ug_per_mm3_day, pg_per_cell_hour,
        pg_per_cell_day, mm3_per_cell_hour, mm3_per_cell_day, mm3_per_pg_hour, newton, megapascal, kilopascal, mmhg,
        mmhg_per_hour, mmhg_mm3_per_cell_hour, newton_per_mm, sed, sed_per_day, per_sed, g_per_m2_hour, cells);
}

TEST(Unit, AcceptsTheSpellingsPeopleUse) {
    const std::pair<std::string_view, std::string_view> same[] = {
        {"/day", "1/d"},        {"mm^2", "mm2"},        {"\xC2\xB5m", "um"}, {"\xCE\xBCm", "um"},
        {"mm\xC2\xB2", "mm2"},  {"days", "d"},          {"hours", "h"},      {"ng/mL", "pg/mm3"},
        {"cfu/cm2", "CFU/cm2"}, {"pg*mm/h", "mm*pg/h"}, {"um^2/h", "um2/h"}, {"cell/mm^3", "cells/mm3"}};
    for (const auto& [written, meant] : same) {
        const auto a = parse_unit(written), b = parse_unit(meant);
        ASSERT_TRUE(a && b) << written;
        EXPECT_EQ(a->dimension, b->dimension) << written;
        EXPECT_DOUBLE_EQ(a->size, b->size) << written;
    }
}

TEST(Unit, LetsWhatIsCountedGoUnnamedButNothingElse) {
    const auto fits = [](std::string_view unit, const Dimension& d) {
        return measures(parse_unit(unit)->dimension, d);
    };
    EXPECT_TRUE(fits("1/cm2", SurfaceDensity));
    EXPECT_TRUE(fits("CFU/cm2", SurfaceDensity));
    EXPECT_TRUE(fits("mm3/h", KillRate));
    EXPECT_FALSE(fits("cells/cm2", Fraction / Area));
    EXPECT_FALSE(fits("1/cm", SurfaceDensity));
    EXPECT_FALSE(fits("mm", Time));
}

TEST(Unit, RefusesWhatIsNoUnit) {
    for (std::string_view text : {"", "/", "mm/", "furlong", "mm//h", "m m", "mm0", "12", "1/", "*mm", "mm^", "2mm"})
        EXPECT_FALSE(parse_unit(text)) << text;
    EXPECT_FALSE(parse_unit(std::string(1000, 'm')));
}

TEST(Quantity, ReadsValueAndUnitIntoCanonicalUnits) {
    const std::pair<std::string_view, double> cases[] = {
        {"1.0 mm", 1.0}, {"500 um", 0.5},       {"3.5 d", 84.0},         {"0.5 /day", 0.5 / 24.0},
        {"28", 28.0},    {"2 %", 0.02},         {"-1.5e-3 mm", -0.0015}, {"10min", 10.0 / 60.0},
        {"+.5 h", 0.5},  {" 2. weeks ", 336.0}, {"1 y", 8766.0},         {"1 SED/d", 1.0 / 24.0}};
    for (const auto& [text, value] : cases) {
        const auto q = parse_quantity(text);
        ASSERT_TRUE(q) << text;
        EXPECT_DOUBLE_EQ(q->value, value) << text;
    }
}

TEST(Quantity, SaysWhatIsWrong) {
    EXPECT_EQ(error_of("").message, "is empty");
    EXPECT_EQ(error_of("fast").message, "does not begin with a number");
    EXPECT_EQ(error_of("1,5 mm").message, "has a decimal comma; write a point");
    EXPECT_EQ(error_of("1 hm").message, "\"hm\" is no unit that is known here");
    EXPECT_EQ(error_of("1 houre").nearest, "hour");
    EXPECT_EQ(error_of("1e999 mm").message, "is too large for a number");
    EXPECT_EQ(error_of("normal(0.5 mm, 0.05 mm)").message, "is a distribution; a single run takes one value");
    for (std::string_view text : {"nan", "inf mm", "-inf", "0x10 mm", "1 2 mm", "--1 mm", "."})
        EXPECT_FALSE(parse_quantity(text)) << text;
}

TEST(Quantity, NumbersPrintedReadBackToTheSameBits) {
    RandomStream random{7, 1, 1};
    for (int i = 0; i < 20000; ++i) {
        const double x = random.lognormal(1.0, 20.0) * (i % 2 ? -1 : 1);
        const auto q = parse_quantity(to_text(x));
        ASSERT_TRUE(q) << to_text(x);
        EXPECT_EQ(q->value, x) << to_text(x);
    }
    EXPECT_EQ(to_text(0.1), "0.1");
    EXPECT_EQ(to_text(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(to_text(28), "28");
    EXPECT_EQ(to_text(5e-324), "4.94065645841247e-324");
}

TEST(Dimension, HasANameAndAUsualUnit) {
    EXPECT_EQ(describe(Length), "a length");
    EXPECT_EQ(describe(Fraction), "a plain number");
    EXPECT_EQ(describe(Rate), "a rate (1/time)");
    EXPECT_EQ(describe(Length * Time * Time), "a quantity in mm h^2");
    EXPECT_EQ(usual_unit(Diffusivity), "um2/h");
    for (const Dimension& d : {Length, Time, Rate, Diffusivity, CellRate, SurfaceDensity, Secretion, WaterFlux}) {
        const auto unit = parse_unit(usual_unit(d));
        ASSERT_TRUE(unit) << usual_unit(d);
        EXPECT_TRUE(measures(unit->dimension, d)) << usual_unit(d);
    }
}
