# SPDX-License-Identifier: Apache-2.0
"""Wrong input: a clear message with the place in the file, exit code 2, nothing written."""
import os
import unittest

from program import SMALL, ProgramTest


def changed(old, new):
    assert old in SMALL, old
    return SMALL.replace(old, new)


LENGTH = 'needle_length = "1.0 mm"'
# What is wrong: the scenario, and what the message must say. Line and column are those of the user's own file.
WRONG_SCENARIOS = {
    "unknown key": (changed("needle_length", "needle_lenght"), ["s.toml:7:1:", "needle_lenght", "'needle_length'"]),
    "unknown section": (changed("[routine]", "[rutine]"), ["s.toml:8:", "rutine", "'routine'"]),
    "unknown key at the top": (changed("title", "titel"), ["s.toml:1:1:", "'title'"]),
    "quantity without unit": (changed('"1.0 mm"', '"1.0"'), ["s.toml:7:17:", "has no unit"]),
    "bare number for a quantity": (changed('"1.0 mm"', "1.0"), ["s.toml:7:17:", "has no unit"]),
    "unquoted quantity": (changed('"1.0 mm"', "1.0 mm"), ["s.toml:7:", "this is not TOML", '"1.0 mm"']),
    "unit of another kind": (changed('"1.0 mm"', '"1.0 h"'), ["s.toml:7:17:", "is a time", "a length"]),
    "unknown unit": (changed('"1.0 mm"', '"1.0 mn"'), ["s.toml:7:17:", "1.0 mn", "mm"]),
    "quantity that is no number": (changed('"1.0 mm"', '"long"'), ["s.toml:7:17:", "long"]),
    "too small": (changed('"1.0 mm"', '"0.01 mm"'), ["s.toml:7:17:", "is too small", "0.1 mm"]),
    "too large": (changed('"1.0 mm"', '"40 mm"'), ["s.toml:7:17:", "is too large"]),
    "negative": (changed('"1.0 mm"', '"-1 mm"'), ["s.toml:7:17:", "is too small"]),
    "not a number": (changed("age = 32", "age = nan"), ["s.toml:3:7:", "no number to reckon with"]),
    "infinite": (changed("age = 32", "age = inf"), ["s.toml:3:7:"]),
    "text for a number": (changed("age = 32", 'age = "old"'), ["s.toml:3:7:", "does not begin with a number"]),
    "out of range": (changed("age = 32", "age = 320"), ["s.toml:3:7:", "is too large", "100"]),
    "fraction for a whole number": (changed("sessions = 1", "sessions = 1.5"), ["s.toml:9:12:", "a whole number"]),
    "no sessions": (changed("sessions = 1", "sessions = 0"), ["s.toml:9:12:", "is too small"]),
    "truth for a number": (changed("sessions = 1", "sessions = true"), ["s.toml:9:12:", "a whole number"]),
    "list for a text": (changed('"cheek"', '["cheek"]'), ["s.toml:4:"]),
    "unknown choice": (changed('"pen"', '"pne"'), ["s.toml:6:8:", "not among the choices", "'pen'"]),
    "unknown site": (changed('"cheek"', '"cheeck"'), ["s.toml:4:8:", "'cheek'"]),
    "text for a section": (changed("[device]\nkind", "device_ = 1\n[device]\nkind"), ["s.toml:5:"]),
    "date": (changed("seed = 7", "seed = 2024-01-01"), ["s.toml:13:8:", "dates"]),
    "duplicate key": (changed("seed = 7", "seed = 7\nseed = 8"), ["s.toml:14:", "this is not TOML"]),
    "unclosed text": (changed('"cheek"', '"cheek'), ["s.toml:4:", "this is not TOML"]),
    "negative seed": (changed("seed = 7", "seed = -7"), ["s.toml:13:8:", "is too small"]),
    "unknown resolution": (changed("{ nx = 4, ny = 4, lateral = \"1000 um\" }", '"finne"'), ["s.toml:12:14:", "'fine'"]),
    "absurd grid": (changed("nx = 4, ny = 4", "nx = 90000, ny = 90000"), ["s.toml:12:", "GB of memory"]),
    "unknown key of the grid": (changed("nx = 4,", "nz = 4,"), ["s.toml:12:"]),
    "needle longer than the device allows": (changed('"pen"', '"stamp"').replace("1.0 mm", "3.4 mm"),
                                             ["s.toml:7:17:", "not made with needles"]),
    "tip longer than the needle": (changed(LENGTH, LENGTH + '\ntip_length = "2 mm"'), ["s.toml:8:", "longer than"]),
    "more sessions than days": (changed("sessions = 1", 'sessions = 100\nevery = "2 h"'), ["more sessions than days"]),
    "routine without a device": (SMALL.replace('[device]\nkind = "pen"\n' + LENGTH + "\n", ""), ["[device]"]),
    "product missing": (SMALL + '[[aftercare]]\nat = "0 h"\n', ["s.toml:14:", "product", "is missing"]),
    "unknown product": (SMALL + '[[aftercare]]\nproduct = "snake oil"\n', ["s.toml:15:11:", "not among the choices"]),
    "therapy after the end": (SMALL + '[[therapy]]\nproduct = "pigment laser"\nfrom = "300 d"\n', ["the run ends at"]),
    "unknown mechanism in override": (SMALL + '[override.bariers]\nx = "1 h"\n', ["s.toml:14:", "'barrier'"]),
    "parameter of an outcome in override": (SMALL + '[override.verdict]\nscar_mild = 0.02\n',
                                            ["s.toml:14:", "outcomes", "cannot be overridden"]),
    "unknown parameter in override": (SMALL + '[override.numerics]\ntolerence = 0.1\n',
                                      ["s.toml:15:1:", "'tolerance'"]),
    "override beyond the hard range": (SMALL + "[override.numerics]\ntolerance = 5.0\n",
                                       ["s.toml:15:13:", "outside what is possible"]),
    "expectation of nothing known": (SMALL + '[expect]\nerytema = "< 2"\n', ["s.toml:15:", "'erythema'"]),
    "expectation of an unknown harm": (SMALL + '[expect]\nverdict.scra = "none"\n',
                                       ["s.toml:15:", "no harm", "collagen_loss", "'scar'"]),
    "expectation of no value of a series": (SMALL + '[expect]\ncollagen_gain.finall = ">= 0 %"\n',
                                            ["s.toml:15:", "final, peak, lowest", "'final'"]),
    "expectation in a unit of another kind": (SMALL + '[expect]\nerythema_duration = "<= 48 kg"\n',
                                              ["s.toml:15:", "is a mass; needed is a time"]),
    "expectation of the last value of a single number": (SMALL + '[expect]\nwound_depth.final = ">= 1 um"\n',
                                                         ["s.toml:15:", "is a single number"]),
    "missing base": ('extends = "gone.toml"\n' + SMALL, ["s.toml:1:", "gone.toml", "does not exist"]),
    "extends itself": ('extends = "s.toml"\n' + SMALL, ["s.toml:1:", "circle"]),
    "extends a number": ("extends = 3\n" + SMALL, ["s.toml:1:"]),
    "empty file": ("", ["s.toml", "holds no scenario"]),
    "only a comment": ("# nothing\n", ["s.toml", "holds no scenario"]),
    "not TOML at all": ("<html>", ["s.toml:1:", "this is not TOML"]),
}


class WrongScenarios(ProgramTest):
    def test_each_mistake_is_told_with_its_place_and_what_would_be_right(self):
        for name, (text, fragments) in WRONG_SCENARIOS.items():
            with self.subTest(name):
                self.write("s.toml", text)
                self.assert_refused(self.run_program("check", "s.toml"), *fragments)

    def test_run_refuses_what_check_refuses_and_writes_nothing(self):
        for name in ("unknown key", "empty file", "absurd grid"):
            with self.subTest(name):
                self.write("s.toml", WRONG_SCENARIOS[name][0])
                self.assert_refused(self.run_program("run", "s.toml", "-o", "r.nc", "--json", "-"),
                                    *WRONG_SCENARIOS[name][1])
                self.assertEqual(self.names(), ["s.toml"])

    def test_the_users_own_line_is_shown_with_a_caret_below(self):
        self.write("s.toml", changed("needle_length", "needle_lenght"))
        lines = self.run_program("check", "s.toml").stderr.splitlines()
        shown = next(i for i, line in enumerate(lines) if line.endswith('needle_lenght = "1.0 mm"'))
        self.assertEqual(lines[shown + 1].index("^"), lines[shown].index("needle_lenght"))

    def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(self):
        self.write("s.toml", changed("age = 32", "age = 320").replace("sessions = 1", "sessions = -1"))
        done = self.run_program("check", "s.toml")
        self.assert_refused(done, "s.toml:3:7:", "s.toml:9:12:")
        self.assertLess(done.stderr.index("s.toml:3:7:"), done.stderr.index("s.toml:9:12:"))

    def test_files_that_extend_each_other_in_a_circle_are_refused(self):
        self.write("a.toml", 'extends = "b.toml"\n')
        self.write("b.toml", 'extends = "a.toml"\n')
        self.assert_refused(self.run_program("check", "a.toml"), "circle")

    def test_a_mistake_in_the_base_is_told_with_the_bases_place(self):
        self.write("base.toml", changed("needle_length", "needle_lenght"))
        self.write("s.toml", 'extends = "base.toml"\n')
        self.assert_refused(self.run_program("check", "s.toml"), "base.toml:7:1:")

    def test_a_seed_from_the_command_line_is_checked_like_one_in_the_file(self):
        self.write("s.toml", SMALL)
        self.assert_refused(self.run_program("check", "s.toml", "--seed", "9223372036854775807"), "command line:1:1:",
                            "--seed 9223372036854775807")


class WrongFiles(ProgramTest):
    def test_a_missing_file_is_named_with_a_neighbour_of_like_name(self):
        self.write("safe_home.toml", SMALL)
        self.assert_refused(self.run_program("run", "safe_hmoe.toml"), "safe_hmoe.toml", "does not exist",
                            "safe_home.toml")

    def test_a_folder_is_no_scenario(self):
        self.assert_refused(self.run_program("run", "."), "is a folder")

    def test_a_file_that_is_not_utf_8_is_refused(self):
        (self.folder / "s.toml").write_bytes(b'title = "\xff\xfe"\n')
        self.assert_refused(self.run_program("check", "s.toml"), "s.toml:1:10:", "not UTF-8")

    def test_a_file_of_a_hundred_megabytes_is_refused_without_reading_it(self):
        with open(self.folder / "s.toml", "wb") as f:
            f.truncate(100_000_000)
        self.assert_refused(self.run_program("check", "s.toml"), "100 MB", "a page of text")

    def test_endless_standard_input_is_refused(self):
        self.assert_refused(self.run_program("check", "-", stdin="# " + "x" * 40_000_000), "more than 32 MB")

    def test_standard_input_can_be_named_once_only(self):
        self.assert_refused(self.run_program("compare", "-", "-", stdin=SMALL), "only once")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_an_unreadable_file_is_refused(self):
        self.write("s.toml", SMALL).chmod(0)
        self.assert_refused(self.run_program("check", "s.toml"), "cannot be read")

    def test_what_is_no_result_file_is_refused(self):
        self.write("r.nc", "not HDF5")
        self.assert_refused(self.run_program("report", "r.nc", "-o", "r.html"), "r.nc")
        self.assert_refused(self.run_program("rerun", "r.nc"), "r.nc")
        self.assert_refused(self.run_program("report", "gone.nc", "-o", "r.html"), "gone.nc")
        self.assertEqual(self.names(), ["r.nc"])


class WrongPlaces(ProgramTest):
    """Found before the run, not after hours of it."""

    def setUp(self):
        super().setUp()
        self.write("s.toml", SMALL)

    def refuse(self, words, *fragments):
        with self.subTest(" ".join(words)):
            self.assert_refused(self.run_program(*words, "-q"), *fragments)
            self.assertEqual(self.names(), ["s.toml"])

    def test_a_missing_folder_is_found_before_the_run(self):
        self.refuse(["run", "s.toml", "-o", "gone/r.nc"], "gone", "does not exist")
        self.refuse(["run", "s.toml", "--json", "gone/r.json"], "gone", "does not exist")
        self.refuse(["compare", "s.toml", "--report", "gone/r.html"], "gone", "does not exist")
        self.refuse(["compare", "s.toml", "-o", "gone"], "gone", "no such folder")

    def test_a_place_that_cannot_be_written_is_found_before_the_run(self):
        self.refuse(["run", "s.toml", "-o", "/proc/r.nc"], "/proc")
        self.refuse(["run", "s.toml", "-o", "s.toml/r.nc"], "s.toml")
        self.refuse(["run", "s.toml", "-o", "."], ".")

    def test_results_do_not_overwrite_each_other_or_the_input(self):
        self.refuse(["run", "s.toml", "-o", "s.toml"], "written over")
        self.refuse(["run", "s.toml", "-o", "r", "--json", "./r"], "written over")
        self.refuse(["run", "s.toml", "--csv", "-", "--json", "-"], "only one result")
        self.refuse(["run", "s.toml", "-o", "-"], "cannot go to standard output")


if __name__ == "__main__":
    unittest.main()
