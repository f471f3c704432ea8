// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/outcomes/outcome.hpp"

#include <gtest/gtest.h>

#include <set>

namespace cicatrix {
namespace {

TEST(Observables, HaveTheNamesThatOtherProgramsRelyOn) {
    std::set<std::string_view> names;
    for (const ObservableFacts& o : observable_table()) names.insert(o.name);
    for (const char* name : {"wound_depth",
                             "wound_volume",
                             "puncture_density",
                             "bleeding_points",
                             "tewl",
                             "barrier_integrity",
                             "barrier_recovery_time",
                             "uptake_fold",
                             "channel_open_fraction",
                             "reepithelialised",
                             "reepithelialisation_time",
                             "erythema",
                             "erythema_duration",
                             "ita",
                             "pih_index",
                             "pih_duration",
                             "inflammation",
                             "inflammation_auc",
                             "resolution_time",
                             "collagen_gain",
                             "collagen_i",
                             "collagen_iii",
                             "type_iii_fraction",
                             "torn_collagen",
                             "net_collagen",
                             "collagen_capacity",
                             "collagen_per_injury",
                             "scar_index",
                             "myofibroblasts",
                             "epidermal_thickness",
                             "dermal_thickness",
                             "strength",
                             "receptor_sensitivity",
                             "matrix_memory",
                             "bacterial_load",
                             "infected",
                             "oxygen",
                             "granuloma_index",
                             "nerve_irritation",
                             "pain",
                             "herpes_reactivation",
                             "scar_anisotropy",
                             "scar_fibres_along",
                             "scar_lines",
                             "fibre_anisotropy",
                             "fibre_anisotropy_local",
                             "dermal_fibre_anisotropy",
                             "scar_parallel",
                             "darkened",
                             "elastin",
                             "elastin_synthesis",
                             "hyaluronan",
                             "il6",
                             "tnf",
                             "il10",
                             "vegf",
                             "pdgf",
                             "mmp",
                             "timp",
                             "melanocytes",
                             "dermal_melanin",
                             "disordered_share",
                             "channel_closing_time",
                             "channel_half_life",
                             "channel_width",
                             "puncture_depth_spread",
                             "collagen_synthesis",
                             "collagen_iii_synthesis",
                             "type_iii_synthesis_share"})
        EXPECT_TRUE(names.count(name)) << name;
}

TEST(Observables, EachIsDeclaredOnceWithUnitAndMeaning) {
    std::set<std::string_view> names;
    for (const ObservableFacts& o : observable_table()) {
        EXPECT_TRUE(names.insert(o.name).second) << o.name << " is declared twice";
        EXPECT_FALSE(o.unit.empty()) << o.name;
        EXPECT_GT(o.meaning.size(), 10U) << o.name;
    }
}

TEST(Observables, ParametersOfOutcomesLieInTheirRangesAndSayWhy) {
    const auto all = outcome_parameters();
    EXPECT_GT(all.size(), 30U);
    std::set<std::string> seen;
    for (const ParameterRecord& p : all) {
        const std::string key = std::string{p.owner} + "." + std::string{p.name};
        EXPECT_TRUE(seen.insert(key).second) << key << " is declared twice";
        EXPECT_LE(p.range.low, p.plausible.low) << key;
        EXPECT_LE(p.plausible.low, p.value) << key;
        EXPECT_LE(p.value, p.plausible.high) << key;
        EXPECT_LE(p.plausible.high, p.range.high) << key;
        EXPECT_FALSE(p.source.where.empty()) << key;
        EXPECT_FALSE(p.meaning.empty()) << key;
    }
}

TEST(Observables, AThresholdOutsideItsRangeIsRefused) {
    const Adjustments wrong{.set = {{"water_loss.recovered_share", 7.0}}, .factor = {}};
    EXPECT_THROW(outcome_parameters(wrong), ParameterOutOfRange);
}

}  // namespace
}  // namespace cicatrix
