// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/differences.hpp"

#include <gtest/gtest.h>
#include <array>

using namespace cicatrix;

namespace {

std::string flat(std::string_view text) {
    std::string out;
    for (const FlatEntry& e : flatten_scenario(text)) out += e.key + '=' + e.value + '\n';
    return out;
}

const std::array<ScenarioKey, 3> keys{{{"exposure.spf", "number", {}, "1", 1, 100, "", "sun protection"},
                                       {"device.kind", "choice", {}, "\"pen\"", 0, 0, "pen | roller", "the device"},
                                       {"aftercare[].at", "quantity", {}, "\"0 h\"", 0, 100, "", "when"}}};

}  // namespace

TEST(Flatten, ReadsTablesListsAndInlineTables) {
    EXPECT_EQ(flat("a = 1 # why\n[b]\nc = \"x # y\"\nd = { e = 'q', f = [1, 2] }\n[[g]]\nh = true\n[[g]]\nh = "
                   "false\n[g.i]\nj=2"),
              "a=1\nb.c=x # y\nb.d.e=q\nb.d.f=1, 2\ng[1].h=true\ng[2].h=false\ng[2].i.j=2\n");
    EXPECT_EQ(flat("list = [ {k = 1}, {k = 2, m = 3} ]\n"), "list[1].k=1\nlist[2].k=2\nlist[2].m=3\n");
    EXPECT_EQ(flat("\"odd key\".x = \"say \\\"hi\\\"\"\nmulti = \"\"\"two\nlines\"\"\"\nempty = []\n"),
              "odd key.x=say \"hi\"\nmulti=two\nlines\nempty=none\n");
}

TEST(Flatten, ComesToAnEndWithAnyText) {
    const std::string_view pieces[] = {"[", "]", "{", "}", "=", "\"", "'", "\n", ",", "a", ".", "\\", "[[", "#"};
    std::uint32_t state = 1;
    for (int trial = 0; trial < 3000; ++trial) {
        std::string text;
        for (int i = 0; i < 14; ++i) {
            state = state * 1664525U + 1013904223U;
            text += pieces[(state >> 16U) % std::size(pieces)];
        }
        EXPECT_LE(flatten_scenario(text).size(), text.size());
    }
}

TEST(Differences, ShowOnlyWhatIsNotTheSame) {
    const auto found =
        scenario_differences({"title='A'\n[x]\nsame=1\nother=2", "title='B'\n[x]\nsame=1\nother=3"}, keys);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].key, "x.other");
    EXPECT_EQ(found[0].cells[0].text, "2");
    EXPECT_EQ(found[0].cells[1].text, "3");
}

TEST(Differences, FillInTheUsualValueWhereNothingIsWritten) {
    const auto found = scenario_differences({"[exposure]\nspf = 30\n", ""}, keys);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].meaning, "sun protection");
    EXPECT_EQ(found[0].cells[1].text, "1");
    EXPECT_TRUE(found[0].cells[1].standard);
    EXPECT_TRUE(scenario_differences({"[exposure]\nspf = 1\n", ""}, keys).empty()) << "written out is no difference";
}

TEST(Differences, AMissingItemOrDeviceHasNoUsualValue) {
    const auto found = scenario_differences({"[device]\nkind='pen'\n[[aftercare]]\nat='0 h'\n", "[person]\n"}, keys);
    ASSERT_EQ(found.size(), 2U);
    for (const Difference& d : found) EXPECT_EQ(d.cells[1].text, "none") << d.key;
}
