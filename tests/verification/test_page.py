# SPDX-License-Identifier: Apache-2.0
"""The page shows what was recorded, and its check can fail."""

import json
import re
import tempfile
import unittest
from pathlib import Path

import page
from page_text import SECTIONS


def row(section, **more):
    return {"section": section, "what": f"what of {section}", "reference": "truth", "measured": 3e-6, "kind": "below",
            "tolerance": 1e-4, "holds": True, **more}


class Page(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.figures = Path(self.folder.name)
        self.rows = [row(name) for name in SECTIONS]

    def tearDown(self):
        self.folder.cleanup()

    def made(self):
        (self.figures / "a.json").write_text(json.dumps({"test": "A.B", "rows": self.rows}), encoding="utf-8")
        return page.page(self.figures, studies=self.figures / "none", today="2000-01-01")

    def test_shows_every_row_with_its_figures(self):
        text = self.made()
        for name in SECTIONS:
            self.assertIn(f"| what of {name} | truth | 3.0e-6 | 1e-4 | holds |", text)
        self.assertIn("all of them hold", text)

    def test_tells_a_miss(self):
        self.rows[0].update(measured=0.02, holds=False)
        text = self.made()
        self.assertIn("| 0.020 | 1e-4 | **misses** |", text)
        self.assertIn("1 missed: what of published", text)

    def test_tells_why_a_known_miss_is_one(self):
        self.rows[0].update(kind="miss", holds=False, why="the reference is rounded")
        self.assertIn("| 1e-4 | **misses**: the reference is rounded |", self.made())

    def test_says_what_the_digits_of_a_table_allow(self):
        self.rows[0].update(kind="digits", printed=1.5e-4)
        self.assertIn("| 1.5e-4 (digits) | holds |", self.made())

    def test_gives_the_limit_for_rounding(self):
        self.rows[0].update(kind="rounding", tolerance=1e-12, measured=3e-16)
        self.assertIn("| below 1e-12 | 1e-12 | holds |", self.made())

    def test_check_lets_a_figure_differ_that_is_far_below_its_limit_and_nothing_else_of_its_line(self):
        self.rows[0]["measured"] = 9e-7
        before = self.made()
        self.rows[0]["measured"] = 1e-9
        self.assertEqual(page.differences(before, self.made()), [])
        for change in ({"measured": 3e-6}, {"measured": 0.0}, {"tolerance": 1e-3}, {"reference": "another"}):
            kept = dict(self.rows[0])
            self.rows[0].update(change)
            self.assertTrue(page.differences(before, self.made()), change)
            self.rows[0] = kept

    def test_refuses_a_section_that_the_page_does_not_have_and_one_that_nothing_was_measured_for(self):
        self.rows.append(row("weather"))
        self.assertRaises(SystemExit, self.made)
        self.rows = [row("published")]
        self.assertRaises(SystemExit, self.made)

    def test_check_lets_the_last_digits_and_the_date_differ(self):
        before = self.made()
        self.rows[0]["measured"] = 4e-6
        self.assertEqual(page.differences(before.replace("2000", "2001"), self.made()), [])

    def test_check_finds_another_figure_another_limit_a_missing_line_and_another_verdict(self):
        before = self.made()
        for change in ({"measured": 9e-6}, {"tolerance": 1e-2}, {"tolerance": 1.5e-4}, {"what": "something else"},
                       {"measured": 0.0}, {"holds": False}):
            kept = dict(self.rows[0])
            self.rows[0].update(change)
            self.assertTrue(page.differences(before, self.made()), change)
            self.rows[0] = kept
        self.rows.append(row("published", what="one more"))
        self.assertTrue(page.differences(before, self.made()))


class Headlines(unittest.TestCase):
    def test_are_those_that_compare_prints(self):
        def names(path, row):
            return set(re.findall(rf'\b{row}\{{"(\w+)"', (page.ROOT / path).read_text(encoding="utf-8")))
        printed = names("src/cli/summary.cpp", "Headline")
        self.assertIn("erythema", printed)
        # "infected" is a yes or a no: it has no error.
        self.assertEqual(names("tests/verification/refinement/study/headlines.cpp", "Row"), printed - {"infected"})


if __name__ == "__main__":
    unittest.main()
