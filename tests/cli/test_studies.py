# SPDX-License-Identifier: Apache-2.0
"""Claims and published targets: files that are well formed, answers, pages, and what is said of mistakes."""
import json
import re
import unittest

from program import SOURCE, ProgramTest

# One claim and some targets from each corner; the whole takes a quarter of an hour.
SOME_CLAIMS = ("C01", "C05", "C12", "C19", "C26", "C31", "C40", "D1")
SOME_TARGETS = ("neutrophil_peak_human", "tewl_recovery_rat", "micropore_barrier_band", "pain_by_number",
                "thickness_forehead_eyelid")


class Studies(ProgramTest):
    def only(self, ids):
        return [word for i in ids for word in ("--only", i)]

    def test_all_files_are_well_formed(self):
        claims = self.assert_done(self.run_program("claims", SOURCE / "validation/claims", "--list"))
        self.assertEqual(re.findall(r"^C\d\d", claims, re.M), [f"C{i:02d}" for i in range(1, 45)])
        targets = self.assert_done(self.run_program("validate", SOURCE / "validation/targets", "--list"))
        self.assertGreater(len(targets.splitlines()), 150)

    def test_claims_are_answered_and_told_on_a_page(self):
        told = self.assert_done(self.run_program(
            "claims", SOURCE / "validation/claims", *self.only(SOME_CLAIMS), "--seeds", "2", "-q", "--page", "c.md",
            "--json", "c.json"))
        page = (self.folder / "c.md").read_text()
        answers = json.loads((self.folder / "c.json").read_text())["entries"]
        self.assertEqual([e["id"] for e in answers], sorted(SOME_CLAIMS))
        for entry in answers:
            with self.subTest(entry["id"]):
                self.assertIn(f"### {entry['id']}", page)
                for finding in entry["findings"]:
                    self.assertNotEqual(finding["answer"], "lacking" if entry["kind"] == "claim" else "")
        longer = next(e for e in answers if e["id"] == "C01")
        self.assertEqual(longer["findings"][0]["answer"], "holds")  # longer needles go deeper
        self.assertTrue(longer["without"]["undone"])
        self.assertIn("C01", told)
        self.assertNotIn("nan", page)

    def test_targets_are_held_against_their_bands(self):
        self.assert_done(self.run_program(
            "validate", SOURCE / "validation/targets", *self.only(SOME_TARGETS), "-q", "--page", "v.md", "--json",
            "v.json"))
        answers = {e["id"]: e for e in json.loads((self.folder / "v.json").read_text())["entries"]}
        self.assertEqual(set(answers), set(SOME_TARGETS))
        for entry in answers.values():
            for finding in entry["findings"]:
                for row in finding.get("rows", []):
                    self.assertEqual(row["inside"], row["low"] <= row["model"] <= row["high"])
        self.assertIn("<svg", (self.folder / "v/bands.svg").read_text())
        self.assertIn("pain_by_number", (self.folder / "v.md").read_text())

    def test_people_are_counted(self):
        self.assert_done(self.run_program(
            "validate", SOURCE / "validation/targets", "--only", "infection_trials", "--seeds", "2", "-q", "--page",
            "p.md", "--json", "p.json"))
        arm = json.loads((self.folder / "p.json").read_text())["entries"][0]["findings"][0]["arms"][0]
        self.assertEqual((arm["yes"], arm["of"], arm["share"]), (0, 2, 0))
        self.assertAlmostEqual(arm["high"], 65.8, places=1)
        self.assertIn("share of `infected`, ever", (self.folder / "p.md").read_text())
        self.assertIn("clinic: 0 (0 of 2; 0 to 65.8) %", (self.folder / "p.md").read_text())

    def calibration(self, text):
        targets = (SOURCE / "validation/targets/cells.toml").as_posix()
        return self.write("fit.toml", f'title = "x"\nfrom = "{targets}"\n' + text)

    def test_shipped_calibrations_are_well_formed(self):
        told = self.assert_done(self.run_program("calibrate", SOURCE / "validation/calibrations", "--list"))
        self.assertGreaterEqual(len(told.splitlines()), 4)

    def test_a_calibration_is_fitted_and_told(self):
        self.calibration('set.run = { follow_up = "12 d", resolution = { nx = 4, ny = 4, lateral = "250 um" } }\n'
                         '[[parameter]]\nname = "neutrophils.death"\n'
                         '[[parameter]]\nname = "signals.steroid_half"\n'
                         '[[target]]\nid = "neutrophil_course"\n')
        self.assert_done(self.run_program("calibrate", "fit.toml", "--evaluations", "6", "-q", "--page", "c.md", "--json",
                                          "c.json"))
        fit = json.loads((self.folder / "c.json").read_text())["calibrations"][0]
        self.assertLessEqual(fit["evaluations"], 6)
        self.assertLessEqual(fit["sum_of_squares"]["after"], fit["sum_of_squares"]["before"])
        death, steroid = fit["parameters"]
        self.assertGreater(fit["directions"][0]["parts"][death["name"]], 0.99)
        self.assertFalse(steroid["fixed_by_data"])  # nobody has taken a steroid
        self.assertTrue(death["bounds"][0] <= death["fitted"] <= death["bounds"][1])
        self.assertEqual(len(fit["after"][0]["findings"][0]["rows"]), 8)
        page = (self.folder / "c.md").read_text()
        self.assertIn("[override.neutrophils]", page)
        self.assertIn("not fixed by these data", page)
        self.assertNotIn("nan", page)

    def test_a_calibration_never_takes_a_test_target(self):
        self.calibration('[[parameter]]\nname = "neutrophils.deaht"\n[[target]]\nid = "neutrophil_rise_mouse"\n')
        self.assert_refused(self.run_program("calibrate", "fit.toml"), "fit.toml:6:6", "is a test target",
                            "did you mean 'neutrophils.death'?")

    def test_an_unknown_id_gets_the_nearest(self):
        self.assert_refused(self.run_program("claims", SOURCE / "validation/claims", "--only", "C1"), "did you mean")

    def test_a_mistake_in_a_study_file_is_shown_with_its_line(self):
        self.write("s.toml", 'title = "x"\n')
        self.write("study.toml", '[[claim]]\nid = "A"\nsays = "x"\nbase = "s.toml"\narms = []\n')
        said = self.run_program("claims", "study.toml").stderr
        self.assertIn("study.toml:5:1", said)
        self.assertIn("did you mean 'arm'?", said)


if __name__ == "__main__":
    unittest.main()
