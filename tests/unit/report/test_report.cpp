// SPDX-License-Identifier: Apache-2.0
// The page as a text: complete, closed in itself, and deaf to hostile scenarios. How it looks and behaves is
// checked in a browser, on the pages that the last test writes.
#include "cicatrix/report/data.hpp"
#include "cicatrix/report/page.hpp"
#include "cicatrix/report/report.hpp"
#include "synthetic.hpp"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>

using namespace cicatrix;

namespace {

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++n;
    return n;
}

std::vector<RunResult> hostile() {
    std::vector<RunResult> runs = synthetic::results(2);
    const std::string bad = "<img src=x onerror=alert(1)></script><script>alert(2)</script><!-- {{script}} \xff";
    for (RunResult& r : runs) {
        r.scenario.title = r.scenario.note = bad;
        r.scenario.path = "it's; rm -rf ~.toml";
        r.scenario.text += "note2 = '" + bad + "'\n";
        r.verdict.front().because = bad;
        r.findings.series["<b>bold</b>"] = r.findings.series.at("tewl");
        r.findings.scalars["<i>x</i>"] = {bad, bad, 1};
        r.sections.front().meaning = bad;
    }
    runs[1].scenario.text += "other = '" + bad + "'\n";
    return runs;
}

}  // namespace

TEST(Report, IsOneFileThatAsksForNothing) {
    const auto runs = synthetic::results(3);
    const std::string html = comparison_report(synthetic::pointers(runs));
    EXPECT_TRUE(html.starts_with("<!doctype html>"));
    EXPECT_NE(html.find("Research and teaching, not medical advice"), html.npos);
    for (const char* outside :
         {" src=\"http", " src='http", "href=\"http", "@import", "url(http", "fetch(", "XMLHttpRequest"})
        EXPECT_EQ(html.find(outside), html.npos) << outside;
    EXPECT_EQ(html.find("{{"), html.npos) << "a part of the page was not filled in";
    EXPECT_EQ(count(html, "<script"), count(html, "</script"));
}

TEST(Report, CarriesUPlotWithItsLicence) {
    ASSERT_FALSE(page::uplot_script().empty()) << "built without uPlot: run npm ci and configure again";
    EXPECT_NE(page::uplot_licence().find("MIT"), std::string_view::npos);
    EXPECT_NE(page::uplot_script().find("uPlot"), std::string_view::npos);
}

TEST(Report, HostileTextsOpenNoTag) {
    const auto plain = synthetic::results(2), bad = hostile();
    const std::string calm = comparison_report(synthetic::pointers(plain));
    const std::string html = comparison_report(synthetic::pointers(bad));
    for (const char* tag : {"<script", "</script", "<img", "<!--"})
        EXPECT_EQ(count(html, tag), count(calm, tag)) << tag;
    EXPECT_NE(html.find("cicatrix compare 'it'\\\\''s; rm -rf ~.toml'"), html.npos) << "path not quoted for a shell";
}

TEST(Report, ThreeRunsStayBelowTwoMegabytes) {
    auto runs = synthetic::results(3);
    for (RunResult& r : runs)  // noise cannot be packed: the worst case
        for (SectionSet& set : r.sections)
            for (Section& frame : set.frames)
                for (std::size_t i = 0; i < frame.value.size(); ++i)
                    frame.value[i] = static_cast<float>((i * 2654435761U + static_cast<unsigned>(frame.time_d)) % 9973);
    EXPECT_LT(comparison_report(synthetic::pointers(runs)).size(), 2'000'000U);
}

TEST(Report, LeavesOutDaysRatherThanTheLastOne) {
    const auto runs = synthetic::results(1);
    const std::string all = report_data(synthetic::pointers(runs)),
                      few = report_data(synthetic::pointers(runs), 20'000);
    EXPECT_LT(count(few, "\"day\":"), count(all, "\"day\":"));
    const double last = runs[0].sections[0].frames.back().time_d;
    const std::string mark = "\"day\":" + std::to_string(static_cast<int>(last)) + ',';
    EXPECT_EQ(count(few, mark), runs[0].sections.size());
}

TEST(Report, SaysTheSameTwice) {
    const auto runs = synthetic::results(2);
    EXPECT_EQ(comparison_report(synthetic::pointers(runs)), comparison_report(synthetic::pointers(runs)));
}

TEST(Report, KeepsSeedsThatAreLargerThanAScriptCanCount) {
    auto runs = synthetic::results(1);
    runs[0].scenario.run.seed = 18446744073709551615ULL;
    EXPECT_NE(report_data(synthetic::pointers(runs)).find("\"18446744073709551615\""), std::string::npos);
}

TEST(Report, WritesPagesForTheBrowserCheck) {
    const std::filesystem::path folder = std::filesystem::path{CICATRIX_BINARY_DIR} / "report_pages";
    std::filesystem::create_directories(folder);
    const auto write = [&](const std::string& name, const std::vector<RunResult>& runs) {
        std::ofstream{folder / name} << comparison_report(synthetic::pointers(runs));
        EXPECT_GT(std::filesystem::file_size(folder / name), 100'000U) << name;
    };
    for (const int n : {1, 3, 8}) write("runs_" + std::to_string(n) + ".html", synthetic::results(n));
    write("hostile.html", hostile());
}
