#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Begins a mechanism: writes its source, its test and its page, ready to be edited.

Usage: tools/new_mechanism.py [--root FOLDER] NAME      (NAME in snake_case, as the phenomenon is called)
"""

import argparse
import re
import sys
from pathlib import Path

SOURCE = '''\
// SPDX-License-Identifier: Apache-2.0
// @Title@: say in a sentence what happens, as a methods section would.
//
//     dx/dt = -k (x - x_0)
//
// x @title@ [1]; x_0 = 1 its healthy value.

#include "cicatrix/biology/mechanism.hpp"

namespace cicatrix {
namespace {

// A field that others share belongs in tissue/vocabulary.hpp; one of our own may stay here.
inline constexpr FieldKey<Fraction> @name@_field{"@name@", "x", one, "@title@ relative to healthy skin"};

class @Class@ final : public Law<@Class@> {
public:
    using Law::Law;

    Parameter<Rate> recovery{this,
                             {.name = "recovery",
                              .symbol = "k",
                              .unit = per_day,
                              .value = 1,
                              .range = {0, 100},
                              .plausible = {0.1, 10},
                              .source = assumed("replace by a key of data/references.bib, or say why this value"),
                              .meaning = "Return to the healthy value"}};

    Owns<Fraction> amount{this, @name@_field, {.layers = dermis, .scale = 0.1}};

    void rest(Patch& patch) const override { patch.fill(amount, dermis, 1.0); }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) {
            const auto x = patch.values(amount, k);
            const auto killed = event.wound->killed(k);
            for (std::size_t i = 0; i < x.size(); ++i) x[i] *= 1.0 - killed[i];
        }
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        v.rate(amount) -= *recovery * (v[amount] - 1.0);
    }
};

}  // namespace

namespace mechanism {
MechanismEntry @name@() { return entry<@Class@>("@name@", "Say in a few words what it does"); }
}  // namespace mechanism
}  // namespace cicatrix
'''

TEST = '''\
// SPDX-License-Identifier: Apache-2.0
// @Title@: at rest in healthy skin, and reacting the right way.
#include "cicatrix/biology/network.hpp"

#include <gtest/gtest.h>

namespace cicatrix {
namespace {

TEST(@Class@, OwnsItsFieldAndStaysAtRestInHealthySkin) {
    const Network network{{}};
    const Skin skin = make_skin({});
    const auto layout = std::make_shared<const Layout>(make_grid(skin, {.nx = 1, .ny = 1}), network.fields());
    ASSERT_GE(layout->find("@name@"), 0);
    State state{layout};
    network.rest(state, skin);

    const LocalPattern& pattern = network.pattern(Layer::papillary);
    const int plane = state.grid().planes(Layer::papillary).first;
    std::vector<Lanes> u, columns, rate(pattern.fields.size());
    for (int f : pattern.fields) u.emplace_back(state.plane(f, plane)[0]);
    for (const ColumnRead& c : pattern.columns)
        columns.emplace_back(state.plane(c.field, state.grid().planes(c.layer).last - 1)[0]);
    network.rates({Layer::papillary, state.grid().centre_um(plane), &state.environment, columns}, u, rate);
    for (std::size_t i = 0; i < u.size(); ++i)
        if (pattern.fields[i] == layout->find("@name@")) {
            EXPECT_EQ(rate[i][0], 0.0);
        }
}

}  // namespace
}  // namespace cicatrix
'''

PAGE = '''\
# @Title@

What happens, in the words of a physiology text, and why it matters after needling.

## Law

State the equations with their symbols, as in `src/biology/mechanisms/@name@.cpp`.

## Numbers

Which parameters are measured, which are taken from a published model, which are our guesses, and how sure we are.
`cicatrix describe` prints them all.

## What it leaves out

Name what a specialist would miss.
'''


def write_triplet(root: Path, name: str) -> list[Path]:
    title = name.replace("_", " ")
    words = {"@name@": name, "@title@": title, "@Title@": title.capitalize(),
             "@Class@": "".join(part.capitalize() for part in name.split("_"))}
    files = {root / "src/biology/mechanisms" / f"{name}.cpp": SOURCE,
             root / "tests/unit/biology" / f"test_{name}.cpp": TEST,
             root / "docs/mechanisms" / f"{name}.md": PAGE}
    if existing := [path for path in files if path.exists()]:
        raise FileExistsError(f"{existing[0]} exists already; nothing was written")
    for path, text in files.items():
        for mark, word in words.items():
            text = text.replace(mark, word)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(files)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the source tree")
    options = parser.parse_args()
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", options.name):
        print(f"'{options.name}' is no snake_case name", file=sys.stderr)
        return 2
    try:
        for path in write_triplet(options.root, options.name):
            print(path)
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
