# SPDX-License-Identifier: Apache-2.0
"""Running, comparing and repeating: what is printed, what is written, what stays silent."""
import csv
import io
import json
import os
import pty
import re
import subprocess
import unittest

from program import PROGRAM, SMALL, ProgramTest, environment

LEVELS = {"none", "mild", "marked", "severe"}


class Run(ProgramTest):
    def setUp(self):
        super().setUp()
        self.scenario = self.write("small.toml", SMALL)

    def run_json(self, *words, **more):
        return json.loads(self.assert_done(self.run_program("run", "small.toml", "--json", "-", *words, **more)))

    def test_json_on_standard_output_is_one_document_in_the_promised_form(self):
        document = self.run_json()
        self.assertEqual(set(document), {"cicatrix", "runs"})
        (run,) = document["runs"]
        self.assertEqual(set(run), {"scenario", "title", "hash", "seed", "wall_s", "voxels", "steps", "clipped_share",
                                    "clipped_field", "assumed_share", "outcomes", "verdict"})
        self.assertEqual((run["scenario"], run["title"], run["seed"]), ("small.toml", "Small enough for a test", 7))
        self.assertGreater(run["steps"], 0)
        for name, outcome in run["outcomes"].items():
            with self.subTest(name):
                if set(outcome) == {"unit", "value"}:
                    self.assertNotIsInstance(outcome["value"], list)
                else:
                    self.assertEqual(set(outcome), {"unit", "time_d", "value", "final", "peak", "peak_time_d"})
                    self.assertEqual(len(outcome["time_d"]), len(outcome["value"]))
        self.assertTrue(run["verdict"])
        for harm in run["verdict"]:
            self.assertEqual(set(harm), {"harm", "level", "because"})
            self.assertIn(harm["level"], LEVELS)
            self.assertTrue(harm["because"])

    def test_observables_are_those_that_describe_tells(self):
        told = json.loads(self.run_program("describe", "observables", "--json").stdout)["observables"]
        found = self.run_json("-q")["runs"][0]["outcomes"]
        self.assertEqual(set(found), {o["name"] for o in told})
        for o in told:
            self.assertEqual("time_d" in found[o["name"]], o["kind"] == "series", o["name"])
            self.assertEqual(found[o["name"]]["unit"], o["unit"])

    def test_quiet_says_nothing_but_results(self):
        done = self.run_program("run", "small.toml", "-q")
        self.assert_done(done)
        self.assertEqual(done.stderr, "")
        self.assertIn("inflammation", done.stdout)

    def test_a_log_gets_few_lines_and_no_control_characters(self):
        done = self.run_program("run", "small.toml")
        lines = done.stderr.splitlines()
        self.assertTrue(1 <= len(lines) <= 10, done.stderr)
        self.assertNotIn("\033", done.stderr + done.stdout)
        self.assertNotIn("\r", done.stderr)
        self.assertRegex(lines[-1], r"^small: done in ")

    def on_terminal(self, *words, **changes):
        """What the program writes to a standard error that is a terminal."""
        ours, theirs = pty.openpty()
        done = subprocess.run([PROGRAM, *words], stdout=subprocess.PIPE, stderr=theirs, cwd=self.folder,
                              env=environment(TERM="xterm", **changes))
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not piece:
                break
            seen += piece
        os.close(ours)
        self.assertEqual(done.returncode, 0, seen)
        return seen.decode()

    def test_a_terminal_gets_a_bar_that_is_taken_away_at_the_end(self):
        seen = self.on_terminal("run", "small.toml")
        self.assertRegex(seen, r"\r\033\[Ksmall \[#*")
        self.assertRegex(seen, r"\r\033\[Ksmall: done in \d")

    def test_a_terminal_gets_colour_only_when_it_is_wanted(self):
        self.assertIn("\033[2m", self.on_terminal("run", "small.toml"))
        self.assertNotIn("m", "".join(re.findall("\033\\[[0-9]*(.)", self.on_terminal("run", "small.toml", NO_COLOR="1"))))

    def test_quiet_holds_on_a_terminal_too(self):
        self.assertEqual(self.on_terminal("run", "small.toml", "-q"), "")

    def test_progress_can_be_turned_off_by_the_environment(self):
        self.assertEqual(self.run_program("run", "small.toml", env=environment(NO_PROGRESS="1")).stderr, "")

    def test_results_do_not_depend_on_threads_and_do_depend_on_the_seed(self):
        self.write("small.toml", SMALL.replace("nx = 4", "nx = 12"))
        hashes = [self.run_json("-q", "--threads", n)["runs"][0]["hash"] for n in (1, 2, 4)]
        self.assertEqual(len(set(hashes)), 1)
        self.assertNotEqual(self.run_json("-q", "--seed", "8")["runs"][0]["hash"], hashes[0])

    def test_the_seed_option_enters_the_result(self):
        self.assertEqual(self.run_json("-q", "--seed", "8")["runs"][0]["seed"], 8)

    def test_a_scenario_can_come_from_standard_input(self):
        from_file = self.run_json("-q")["runs"][0]
        done = self.run_program("run", "-", "--json", "-", "-q", stdin=SMALL)
        from_input = json.loads(self.assert_done(done))["runs"][0]
        self.assertEqual(from_input["hash"], from_file["hash"])

    def test_csv_has_a_column_per_series_with_its_unit(self):
        rows = list(csv.reader(io.StringIO(self.assert_done(self.run_program("run", "small.toml", "--csv", "-", "-q")))))
        self.assertTrue(any(c.startswith("erythema [") for c in rows[0]))
        self.assertEqual({len(r) for r in rows}, {len(rows[0])})
        self.assertEqual(rows[0][0].split(" ")[0].split("_")[0], "time")

    def test_all_files_asked_for_are_there_and_no_others(self):
        self.assert_done(self.run_program("run", "small.toml", "-o", "r.nc", "--json", "r.json", "--csv", "r.csv", "-q"))
        self.assertEqual(self.names(), ["r.csv", "r.json", "r.nc", "small.toml"])
        self.assertEqual(len(json.loads((self.folder / "r.json").read_text())["runs"]), 1)

    def test_rerun_of_a_result_gives_the_same_bits_also_after_options(self):
        self.assert_done(
            self.run_program("run", "small.toml", "-o", "r.nc", "--seed", "11", "--precision", "double", "-q")
        )
        self.scenario.unlink()
        page = self.assert_done(self.run_program("rerun", "r.nc", "-q", "--threads", "1"))
        self.assertIn("\nthe same\n", page)

    def test_output_that_does_not_arrive_is_a_failure(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "describe"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot write to standard output", done.stderr)


class Compare(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("small.toml", SMALL)
        self.write("gentle.toml", 'extends = "small.toml"\ntitle = "Gentler"\n[device]\nneedle_length = "0.3 mm"\n')

    def test_it_prints_the_outcomes_side_by_side_the_reasons_and_the_reports_place(self):
        page = self.assert_done(self.run_program("compare", "small.toml", "gentle.toml", "--report", "r.html", "-q"))
        heading = page.splitlines()[0].split()
        self.assertEqual(heading, ["outcome", "small", "gentle"])
        self.assertIn("gentle: Gentler", page)
        self.assertEqual(page.rstrip().splitlines()[-1], "report: " + str((self.folder / "r.html").resolve()))
        self.assertIn("not medical advice", page)
        self.assertTrue((self.folder / "r.html").read_text().lstrip().lower().startswith("<!doctype html>"))

    def test_a_page_tells_the_first_week_by_week_and_what_the_others_change(self):
        self.assert_done(self.run_program("compare", "small.toml", "gentle.toml", "--page", "p.md", "-q"))
        page = (self.folder / "p.md").read_text()
        self.assertIn("week by week", page.splitlines()[0])
        self.assertIn("not medical advice", page)
        table = [line for line in page.splitlines() if line.startswith("| Gentler")]
        self.assertEqual(len(table), 2)  # what it changes, and its harms
        self.assertEqual(table[0].count("|"), 7)
        self.assertNotIn("nan", page)

    def test_json_holds_the_runs_in_the_order_given(self):
        done = self.run_program("compare", "gentle.toml", "small.toml", "--json", "-")
        runs = json.loads(self.assert_done(done))["runs"]
        self.assertEqual([r["scenario"] for r in runs], ["gentle.toml", "small.toml"])
        self.assertNotEqual(runs[0]["hash"], runs[1]["hash"])

    def test_a_longer_needle_wounds_deeper(self):
        runs = json.loads(self.run_program("compare", "gentle.toml", "small.toml", "--json", "-", "-q").stdout)["runs"]
        depth = [r["outcomes"]["wound_depth"]["value"] for r in runs]
        self.assertLess(depth[0], depth[1])

    def test_the_folder_gets_a_result_per_scenario_also_when_names_meet(self):
        (self.folder / "out").mkdir()
        (self.folder / "other").mkdir()
        self.write("other/small.toml", SMALL.replace("seed = 7", "seed = 8"))
        self.assert_done(self.run_program("compare", "small.toml", "other/small.toml", "-o", "out", "-q"))
        self.assertEqual(sorted(os.listdir(self.folder / "out")), ["small.nc", "small_2.nc"])

    def test_a_report_can_be_made_later_from_the_result_files(self):
        self.assert_done(self.run_program("compare", "small.toml", "gentle.toml", "-o", ".", "-q"))
        self.assert_done(self.run_program("report", "small.nc", "gentle.nc", "-o", "later.html"))
        self.assertIn("Gentler", (self.folder / "later.html").read_text())


class MissedSessions(ProgramTest):
    NOTE = ("the only session put no needle into the simulated 0.04 mm of skin; harms may be understated. "
            "Try another seed or a wider patch.")

    def setUp(self):
        super().setUp()
        self.write("small.toml", SMALL)
        self.write("narrow.toml", SMALL.replace("1000 um", "10 um"))

    def test_check_notes_them_on_standard_error_and_counts_them(self):
        done = self.run_program("check", "narrow.toml", "small.toml", "--json")
        facts = json.loads(self.assert_done(done))["scenarios"]
        self.assertEqual([f["sessions_missed"] for f in facts], [1, 0])
        self.assertEqual(done.stderr, "note: narrow: " + self.NOTE + "\n")

    def test_run_notes_them_before_the_work_and_in_the_summary(self):
        done = self.run_program("run", "narrow.toml")
        self.assertIn("  note: " + self.NOTE + "\n", self.assert_done(done))
        self.assertEqual(done.stderr.splitlines()[0], "note: narrow: " + self.NOTE)

    def test_quiet_keeps_the_note_to_the_summary(self):
        done = self.run_program("run", "narrow.toml", "-q")
        self.assertIn("  note: " + self.NOTE + "\n", self.assert_done(done))
        self.assertEqual(done.stderr, "")

    def test_nothing_is_noted_when_every_session_reaches_the_patch(self):
        self.assertNotIn("note:", self.assert_done(self.run_program("run", "small.toml", "-q")))
        self.assertEqual(self.run_program("check", "small.toml").stderr, "")


class Check(ProgramTest):
    def test_it_tells_sessions_end_voxels_memory_and_acts_without_running(self):
        self.write("small.toml", SMALL)
        (facts,) = json.loads(self.assert_done(self.run_program("check", "small.toml", "--json")))["scenarios"]
        self.assertEqual((facts["title"], facts["sessions"], facts["seed"]), ("Small enough for a test", 1, 7))
        self.assertAlmostEqual(facts["end_d"], 4.0)
        self.assertGreater(facts["voxels"], 10)
        self.assertGreater(facts["memory_mb"], 0)
        self.assertTrue(any("punctures" in act["details"] for act in facts["acts"]))
        page = self.assert_done(self.run_program("check", "small.toml"))
        self.assertIn("Small enough for a test", page)

    def test_a_finer_resolution_takes_more_voxels_and_memory(self):
        self.write("small.toml", SMALL)
        sizes = []
        for name in ("sketch", "preview", "standard", "fine"):
            done = self.run_program("check", "small.toml", "--json", "--resolution", name)
            sizes.append(json.loads(self.assert_done(done))["scenarios"][0])
        self.assertEqual(sizes, sorted(sizes, key=lambda s: s["voxels"]))
        self.assertLess(sizes[0]["memory_mb"], sizes[3]["memory_mb"])

    def test_all_scenarios_complaints_come_together(self):
        self.write("a.toml", SMALL.replace("needle_length", "needle_lenght"))
        self.write("b.toml", SMALL.replace("sessions = 1", "sessions = -1"))
        self.assert_refused(self.run_program("check", "a.toml", "b.toml"), "a.toml:7:1", "b.toml:9:")


if __name__ == "__main__":
    unittest.main()
