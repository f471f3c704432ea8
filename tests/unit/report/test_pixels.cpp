// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/page.hpp"
#include "cicatrix/report/pixels.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>

using namespace cicatrix;

namespace {

std::vector<std::uint8_t> unpack(const std::vector<std::uint8_t>& packed) {
    std::vector<std::uint8_t> out;
    for (std::size_t i = 0; i < packed.size();) {
        const std::size_t head = packed[i++];
        if (head < 128) {
            out.insert(out.end(), packed.begin() + static_cast<long>(i),
                       packed.begin() + static_cast<long>(i + head + 1));
            i += head + 1;
        } else {
            out.insert(out.end(), 257 - head, packed[i++]);
        }
    }
    return out;
}

std::string base64_of(std::string_view text) {
    return base64(std::vector<std::uint8_t>(text.begin(), text.end()));
}

}  // namespace

TEST(Packing, GivesBackEveryByte) {
    std::uint32_t state = 7;
    for (std::size_t size : {0U, 1U, 2U, 127U, 128U, 129U, 300U, 5000U})
        for (unsigned variety : {1U, 2U, 3U, 250U}) {
            std::vector<std::uint8_t> bytes;
            while (bytes.size() < size) {
                state = state * 1664525U + 1013904223U;
                bytes.insert(bytes.end(), 1 + (state >> 28U), static_cast<std::uint8_t>((state >> 16U) % variety));
            }
            bytes.resize(size);
            const auto packed = pack_runs(bytes);
            EXPECT_EQ(unpack(packed), bytes);
            EXPECT_LE(packed.size(), size + size / 64 + 1) << "packing must never cost much";
        }
}

TEST(Packing, MakesQuietTissueSmall) {
    EXPECT_LT(pack_runs(std::vector<std::uint8_t>(4096, 17)).size(), 70U);
}

TEST(Base64, FollowsTheStandardsExamples) {
    EXPECT_EQ(base64_of(""), "");
    EXPECT_EQ(base64_of("f"), "Zg==");
    EXPECT_EQ(base64_of("fo"), "Zm8=");
    EXPECT_EQ(base64_of("foo"), "Zm9v");
    EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
}

TEST(ColourScale, KeepsWeakTracesBesideStrongPeaks) {
    const ColourScale scale{0, 1000};
    EXPECT_EQ(scale.code(0), 0);
    EXPECT_EQ(scale.code(1000), highest_code);
    for (const float value : {0.5F, 3.0F, 40.0F, 700.0F})
        EXPECT_NEAR(scale.value(scale.code(value)), value, 0.06 * value + 0.1);
}

TEST(ColourScale, MarksWhatIsNoNumberAsAbsent) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    SectionSet set{"f", "1", "", {Section{0, 3, 1, {nan, 2.0F, 5.0F}}}};
    const ColourScale scale = scale_of({&set});
    EXPECT_EQ(scale.low, 2);
    EXPECT_EQ(scale.high, 5);
    EXPECT_EQ(scale.code(nan), absent);
    set.frames[0].value = {nan};
    EXPECT_EQ(scale_of({&set}).code(3.0F), 0) << "a scale of nothing";
}

TEST(CellEdges, FollowGradedCentresAndEdgesAlike) {
    EXPECT_EQ(cell_edges({5, 15, 30}, 3, 0), (std::vector<double>{0, 10, 20, 40}));
    EXPECT_EQ(cell_edges({0, 10, 20, 40}, 3, 0), (std::vector<double>{0, 10, 20, 40}));
    EXPECT_EQ(cell_edges({10, 11, 12}, 3, 0), (std::vector<double>{0, 10.5, 11.5, 12.5})) << "no cells from 0 fit";
}

TEST(Template, FillsEachPartOnceAndSearchesNothingTwice) {
    EXPECT_EQ(fill_template("a{{x}}b{{y}}{{z}}", {{"x", "{{y}}"}, {"y", "2"}}), "a{{y}}b2{{z}}");
    EXPECT_EQ(fill_template("open {{x", {{"x", "1"}}), "open {{x");
}

TEST(ShellWord, ReadsBackUnchanged) {
    EXPECT_EQ(shell_word("scenarios/a.toml"), "scenarios/a.toml");
    EXPECT_EQ(shell_word("my file"), "'my file'");
    EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
    EXPECT_EQ(shell_word(""), "''");
}
