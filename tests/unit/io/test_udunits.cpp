// SPDX-License-Identifier: Apache-2.0
// Units in the spelling of netCDF readers.
#include <gtest/gtest.h>

#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/udunits.hpp"

namespace cicatrix {

TEST(Udunits, WritesQuotientsAsNegativePowers) {
    EXPECT_EQ(io::udunits("pg/mm3"), "pg mm-3");
    EXPECT_EQ(io::udunits("g/m2/h"), "g m-2 h-1");
    EXPECT_EQ(io::udunits("1/d"), "d-1");
    EXPECT_EQ(io::udunits("um2/h"), "um2 h-1");
    EXPECT_EQ(io::udunits("mm3/cm2"), "mm3 cm-2");
}

TEST(Udunits, DropsWhatIsOnlyCounted) {
    EXPECT_EQ(io::udunits("cells/mm3"), "mm-3");
    EXPECT_EQ(io::udunits("CFU/cm2"), "cm-2");
    EXPECT_EQ(io::udunits("mm3/cell/h"), "mm3 h-1");
    EXPECT_EQ(io::udunits("cells"), "1");
}

TEST(Udunits, TranslatesNamesThatDiffer) {
    EXPECT_EQ(io::udunits("1/y"), "year-1");
    EXPECT_EQ(io::udunits("deg"), "degree");
    EXPECT_EQ(io::udunits("SED"), "100 J m-2");
    EXPECT_EQ(io::udunits("SED/d"), "100 J m-2 d-1");
    EXPECT_EQ(io::udunits("1/SED"), "(100 J m-2)^-1");
    EXPECT_EQ(io::udunits("log10 CFU/cm2"), "lg(re 1 cm-2)");
}

TEST(Udunits, CallsEverythingElseANumber) {
    for (const auto* text : {"", "1", "delta a*", "delta ITA", "bool"}) EXPECT_EQ(io::udunits(text), "1") << text;
}

TEST(Udunits, KnowsEveryUnitThatParametersUse) {
    for (const std::string_view text : {um.symbol,
                                        mm.symbol,
                                        cm2.symbol,
                                        minute.symbol,
                                        hour.symbol,
                                        day.symbol,
                                        per_hour.symbol,
                                        per_day.symbol,
                                        um_per_hour.symbol,
                                        um2_per_hour.symbol,
                                        cells_per_mm3_hour.symbol,
                                        per_cm2.symbol,
                                        pg_per_mm3.symbol,
                                        ug_per_mm3_day.symbol,
                                        pg_per_cell_hour.symbol,
                                        mm3_per_pg_hour.symbol,
                                        newton.symbol,
                                        megapascal.symbol,
                                        mmhg.symbol,
                                        mmhg_per_hour.symbol,
                                        mmhg_mm3_per_cell_hour.symbol,
                                        newton_per_mm.symbol,
                                        sed_per_day.symbol,
                                        g_per_m2_hour.symbol,
                                        percent.symbol})
        EXPECT_NE(io::udunits(text), "1") << text;
}

}  // namespace cicatrix
