// SPDX-License-Identifier: Apache-2.0
// Each test writes a file of its own: ctest runs every test as a process, several at a time.
#include "figures.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>
#include <vector>

namespace cicatrix::test {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

/// JSON knows no infinity and no "not a number": both become null, which the page shows as such.
std::string number(double x) {
    if (!std::isfinite(x)) return "null";
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", x);
    return text;
}

std::string test_name() {
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    return std::string{test->test_suite_name()} + "." + test->name();
}

/// Rows of one test, by section and what: a repeated test replaces its rows.
using Rows = std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::string>>;

std::string rows_json(const std::string& test, const Rows& rows) {
    std::vector<std::pair<std::size_t, std::string>> ordered;
    for (const auto& [key, row] : rows) ordered.push_back(row);
    std::sort(ordered.begin(), ordered.end());
    std::string out = "{\"test\": " + quoted(test) + ", \"rows\": [";
    for (std::size_t i = 0; i < ordered.size(); ++i) out += (i == 0 ? "\n" : ",\n") + ordered[i].second;
    return out + "\n]}\n";
}

/// `bound` is the rest of the row: kind of claim and its numbers.
void record(const Claim& claim, double measured, const std::string& bound, const std::string& holds) {
    static std::map<std::string, Rows> all;
    const std::string test = test_name();
    Rows& rows = all[test];
    const auto [place, is_new] = rows.try_emplace({claim.section, claim.what}, rows.size(), "");
    place->second.second = "{\"section\": " + quoted(claim.section) + ", \"what\": " + quoted(claim.what) +
                           ", \"reference\": " + quoted(claim.reference) + ", \"measured\": " + number(measured) +
                           ", " + bound + ", \"holds\": " + holds + "}";
    std::string name = test + ".json";
    std::replace(name.begin(), name.end(), '/', '.');
    keep_file(name, rows_json(test, rows));
}

void judge(const Claim& claim, double measured, const std::string& bound, bool holds) {
    record(claim, measured, bound, holds ? "true" : "false");
    EXPECT_TRUE(holds) << claim.what << ": measured " << measured << ", against " << bound;
}

}  // namespace

void keep_file(const std::string& name, const std::string& text) {
    const std::filesystem::path folder = std::filesystem::path{CICATRIX_BINARY_DIR} / "figures";
    const std::filesystem::path draft = folder / (name + "." + std::to_string(getpid()) + ".part");
    std::filesystem::create_directories(folder);
    {
        std::ofstream out{draft};
        out << text;
        ASSERT_TRUE(out.good()) << draft;
    }
    std::filesystem::rename(draft, folder / name);
}

void expect_near(const Claim& claim, double measured, double wanted, double tolerance) {
    judge(claim, measured,
          "\"kind\": \"near\", \"wanted\": " + number(wanted) + ", \"tolerance\": " + number(tolerance),
          std::abs(measured - wanted) <= tolerance);
}

void expect_below(const Claim& claim, double measured, double limit) {
    judge(claim, measured, "\"kind\": \"below\", \"tolerance\": " + number(limit), measured <= limit);
}

void expect_rounding(const Claim& claim, double measured, double limit) {
    judge(claim, measured, "\"kind\": \"rounding\", \"tolerance\": " + number(limit), measured <= limit);
}

void expect_below_or_digits(const Claim& claim, double measured, double limit, double printed) {
    judge(claim, measured,
          "\"kind\": \"digits\", \"tolerance\": " + number(limit) + ", \"printed\": " + number(printed),
          measured <= std::max(limit, printed));
}

void expect_miss(const Claim& claim, double measured, double limit, const std::string& why) {
    record(claim, measured, "\"kind\": \"miss\", \"tolerance\": " + number(limit) + ", \"why\": " + quoted(why),
           "false");
    EXPECT_GT(measured, limit) << claim.what << " is known as a miss, but holds";
}

void tell(const Claim& claim, double measured) {
    record(claim, measured, "\"kind\": \"told\"", "null");
}

}  // namespace cicatrix::test
