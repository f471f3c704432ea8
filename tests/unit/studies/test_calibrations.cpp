// SPDX-License-Identifier: Apache-2.0
// Calibrations read from files, and one fitted on a very small patch.
#include "cicatrix/calibration/calibration.hpp"
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/report/calibration_page.hpp"
#include "cicatrix/study/run.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

const std::string grid =
    "resolution = { nx = 4, ny = 4, lateral = \"500 um\", finest = \"20 um\", growth = 1.6, coarsest = \"300 um\" }\n";
const std::string small = R"toml(
title = "small"
[person]
age = 24   # of whom no trait moves the barrier, so that an override says the same as a declared value
[device]
kind = "pen"
needle_length = "0.5 mm"
[routine]
sessions = 1
passes = 4
[run]
follow_up = "2 d"
)toml" + grid;

constexpr const char* targets = R"toml(
[[target]]
id = "hours"
says = "x"
kind = "quantity"
role = "calibration"
base = "small.toml"
data = "d.csv"
arm = [{ name = "a" }]
finding = [{ measure = "barrier_recovery_time" }]
[[target]]
id = "late"
says = "x"
kind = "quantity"
role = "calibration"
base = "small.toml"
data = "d.csv"
arm = [{ name = "a" }]
finding = [{ measure = "tewl", at = "72 h" }]
[[target]]
id = "unseen"
says = "x"
kind = "quantity"
role = "test"
base = "small.toml"
data = "d.csv"
arm = [{ name = "a" }]
finding = [{ measure = "barrier_recovery_time" }]
[[target]]
id = "order"
says = "x"
kind = "direction"
role = "calibration"
base = "small.toml"
arm = [{ name = "a" }, { name = "b" }]
finding = [{ measure = "barrier_recovery_time", expect = "rises" }]
[[target]]
id = "wish"
says = "x"
kind = "quantity"
role = "prior"
base = "small.toml"
data = "d.csv"
arm = [{ name = "a" }]
finding = [{ measure = "beauty" }]
[[target]]
id = "own"
says = "x"
kind = "quantity"
role = "prior"
base = "small.toml"
data = "d.csv"
arm = [{ name = "a", set.override.barrier.sealing = "0.1 1/h" }]
finding = [{ measure = "barrier_recovery_time" }]
)toml";

struct Read {
    Diagnostics diagnostics;
    Calibration calibration;

    explicit Read(const std::string& text) {
        StudyFiles files;
        files.document = [&](const std::string& path, const Place&) {
            return io::read_toml_text(small, path, diagnostics);
        };
        files.table = [](const std::string&, const Place&) -> std::vector<DataRow> {
            return {{"a", "h", "read", "", {}, 20.0, 18.0, 23.0}};
        };
        const TargetsIn targets_in = [&](const std::string&, const Place&) {
            return bind_contrasts(io::read_toml_text(targets, "t.toml", diagnostics).value(), ".", files, diagnostics);
        };
        if (const auto document = io::read_toml_text(text, "fit.toml", diagnostics))
            calibration = bind_calibration(*document, targets_in, diagnostics);
    }
};

const std::string head = "title = \"x\"\nfrom = \"t.toml\"\nset.run." + grid;
const std::string sealing = "[[parameter]]\nname = \"barrier.sealing\"\n";
const std::string hours = "[[target]]\nid = \"hours\"\n";

TEST(CalibrationFiles, BoundsAndStartAreThoseDeclaredUnlessSaid) {
    const Read read{head + sealing + "[[parameter]]\nname = \"barrier.closing\"\nbounds = [\"1 1/d\", \"0.5 1/h\"]\n" +
                    "start = \"0.25 1/h\"\n" + hours};
    ASSERT_EQ(read.diagnostics.text(), "");
    EXPECT_EQ(read.calibration.id, "fit");
    const auto& parameters = read.calibration.parameters;
    ASSERT_EQ(parameters.size(), 2u);
    EXPECT_EQ(parameters[0].start, parameters[0].record.standard);
    EXPECT_EQ(parameters[0].bounds.low, parameters[0].record.plausible.low);
    EXPECT_NEAR(parameters[1].bounds.low, 1.0 / 24.0, 1e-12);
    EXPECT_NEAR(parameters[1].bounds.high, 0.5, 1e-12);
    EXPECT_NEAR(parameters[1].start, 0.25, 1e-12);
}

TEST(CalibrationFiles, ATestTargetIsRefused) {
    const Read read{head + sealing + "[[target]]\nid = \"unseen\"\n"};
    EXPECT_NE(read.diagnostics.text().find("fit.toml:7:6"), std::string::npos) << read.diagnostics.text();
    EXPECT_NE(read.diagnostics.text().find("must never set a parameter"), std::string::npos);
}

TEST(CalibrationFiles, WhatCannotBeFittedIsSaid) {
    const auto said = [](const std::string& text) { return Read{head + text}.diagnostics.text(); };
    const auto expect = [&](const std::string& text, const std::string& part) {
        EXPECT_NE(said(text).find(part), std::string::npos) << said(text);
    };
    expect("[[parameter]]\nname = \"barrier.sealin\"\n" + hours, "did you mean 'barrier.sealing'?");
    expect(sealing + "[[target]]\nid = \"hour\"\n", "did you mean 'hours'?");
    expect(sealing + "[[target]]\nid = \"order\"\n", "there is no number to fit to");
    expect(sealing + "[[target]]\nid = \"wish\"\n", "it wants observable beauty");
    expect(sealing + "[[target]]\nid = \"own\"\n", "sets barrier.sealing itself");
    expect(sealing + sealing + hours, "is there twice");
    expect(sealing + "bounds = [\"0.5 1/h\", \"0.1 1/h\"]\n" + hours, "leave no room");
    expect(sealing + "bounds = [\"0.1 1/h\", \"90 1/h\"]\n" + hours, "outside what is possible");
    expect(sealing + "start = \"3 1/h\"\n" + hours, "outside of its bounds");
    expect(sealing + "start = \"0.1 mm\"\n" + hours, "is a length");
    expect(sealing + "stat = \"0.1 1/h\"\n" + hours, "did you mean 'start'?");
    expect(sealing, "there is nothing to fit to");
    expect(hours, "no parameter is to be fitted");
    expect("evaluations = 0\n" + sealing + hours, "1 to 100000");
}

TEST(Calibrations, AFitMeetsTheHoursAndItsBlockIsAScenarios) {
    const Read read{head + "evaluations = 20\n" + sealing + "bounds = [\"0.02 1/h\", \"1 1/h\"]\n" + hours};
    ASSERT_EQ(read.diagnostics.text(), "");
    const CalibrationAnswer answer = calibrate(read.calibration);
    const RowAnswer& before = answer.before.contrasts.at(0).findings.at(0).rows.at(0);
    const RowAnswer& after = answer.after.contrasts.at(0).findings.at(0).rows.at(0);
    EXPECT_GT(before.error(), 1.0);
    EXPECT_LT(after.error(), 0.3);
    EXPECT_EQ(after.off, answer.fit.best.residuals.at(0));
    EXPECT_TRUE(answer.identifiability.fixed.at(0));
    const auto around = one_error_around(read.calibration, answer, 0);
    EXPECT_LT(around.first, answer.values[0]);
    EXPECT_GT(around.second, answer.values[0]);

    Diagnostics diagnostics;
    const auto document =
        io::read_toml_text(small + override_block(read.calibration, answer), "pasted", diagnostics).value();
    const auto scenario = bind_scenario(document, diagnostics);
    ASSERT_EQ(diagnostics.text(), "");
    EXPECT_NEAR(run(*scenario).findings.scalars.at("barrier_recovery_time").value, after.model, 0.05 * after.model);
    const std::string page = calibration_page({read.calibration}, {answer});
    EXPECT_NE(page.find("`barrier.sealing`: `.value = "), std::string::npos) << page;
    EXPECT_EQ(page.find("nan"), std::string::npos);
}

TEST(Calibrations, WhatTheRunsDoNotHoldCountsAsFarOff) {
    const Read read{head + "evaluations = 3\n" + sealing + "[[target]]\nid = \"late\"\n"};  // after the end
    ASSERT_EQ(read.diagnostics.text(), "");
    const CalibrationAnswer answer = calibrate(read.calibration);
    EXPECT_EQ(answer.fit.best.residuals, (Residuals{100.0}));
    EXPECT_FALSE(answer.identifiability.fixed.at(0));
    EXPECT_NE(calibration_page({read.calibration}, {answer}).find("| - | - |"), std::string::npos);
}

TEST(Calibrations, ThreadsChangeNoBit) {
    const Read read{head + "evaluations = 3\nseeds = 2\n" + sealing + hours};
    const CalibrationAnswer all = calibrate(read.calibration);
    const ThreadLimit one{1};
    const CalibrationAnswer alone = calibrate(read.calibration);
    EXPECT_EQ(all.runs, 10u);  // two seeds; three evaluations and two for the slope
    EXPECT_EQ(all.values, alone.values);
    EXPECT_EQ(all.identifiability.errors, alone.identifiability.errors);
}

TEST(Calibrations, StopWhenProgressSaysSo) {
    const Read read{head + sealing + hours};
    CalibrateOptions options;
    options.progress = [](double) { return false; };
    EXPECT_THROW(calibrate(read.calibration, options), Interrupted);
}

}  // namespace
}  // namespace cicatrix
