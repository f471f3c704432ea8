// SPDX-License-Identifier: Apache-2.0
// The texts that other programs read: JSON of --json and the table of series.
#include <gtest/gtest.h>

#include "cicatrix/version.hpp"

#include "sample.hpp"

namespace cicatrix {

TEST(RunsJson, HasExactlyThePromisedKeysInOrder) {
    RunResult run = sample::result();
    run.verdict.resize(1);
    const std::string expected =
        "{\"cicatrix\":\"" + std::string{version} +
        "\",\"runs\":[{\"scenario\":\"sample.toml\",\"title\":\"A made-up run\",\"hash\":\"0123456789abcdef\","
        "\"seed\":18446744073709551615,\"wall_s\":1.25,\"voxels\":960,\"steps\":17,\"clipped_share\":0.002,\"clipped_"
        "field\":\"debris\",\"assumed_share\":0.375,"
        "\"outcomes\":{"
        "\"resolution_time\":{\"unit\":\"d\",\"value\":null},"
        "\"wound_depth\":{\"unit\":\"um\",\"value\":512.25},"
        "\"collagen_i\":{\"unit\":\"%\",\"time_d\":[0.0,0.5,1.3333333333333333,28.0],\"value\":[0.0,null,-1.0,2.5],"
        "\"final\":2.5,\"peak\":2.5,\"peak_time_d\":28.0},"
        "\"erythema\":{\"unit\":\"1\",\"time_d\":[0.0,0.5,1.3333333333333333,28.0],"
        "\"value\":[0.0,4.1,0.6666666666666666,0.1],\"final\":0.1,\"peak\":4.1,\"peak_time_d\":0.5}},"
        "\"verdict\":[{\"harm\":\"scar\",\"level\":\"mild\","
        "\"because\":\"The scar index reached 0.12, above \\\"mild\\\".\"}]}]}\n";
    EXPECT_EQ(io::runs_json({&run}), expected);
}

TEST(RunsJson, IsADocumentEvenWithoutRunsOrValues) {
    EXPECT_EQ(io::runs_json({}), "{\"cicatrix\":\"" + std::string{version} + "\",\"runs\":[]}\n");
    RunResult run;
    run.findings.series["empty"] = {"1", "no value yet", {}};
    EXPECT_NE(io::runs_json({&run}).find("\"final\":null,\"peak\":null,\"peak_time_d\":null"), std::string::npos);
}

TEST(RunsJson, KeepsTheOrderOfRuns) {
    RunResult first, second;
    first.scenario.title = "first";
    second.scenario.title = "second";
    const std::string text = io::runs_json({&first, &second});
    EXPECT_LT(text.find("first"), text.find("second"));
}

TEST(SeriesCsv, HasOneColumnPerSeriesWithItsUnit) {
    EXPECT_EQ(io::series_csv(sample::result().findings),
              "time [d],collagen_i [%],erythema [1]\n"
              "0,0,0\n0.5,,4.1\n1.3333333333333333,-1,0.6666666666666666\n28,2.5,0.1\n");
}

TEST(SeriesCsv, QuotesWhatWouldBreakTheTable) {
    Findings findings;
    findings.series["odd"] = {"a,\"b\"", "", {}};
    EXPECT_EQ(io::series_csv(findings), "time [d],\"odd [a,\"\"b\"\"]\"\n");
}

}  // namespace cicatrix
