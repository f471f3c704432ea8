# SPDX-License-Identifier: Apache-2.0
"""Help pages, misspelt words, versions, the doctor."""
import json
import unittest

from program import ProgramTest, environment

COMMANDS = ["run", "compare", "check", "describe", "report", "rerun", "claims", "validate", "calibrate", "screen",
            "kinetics", "doctor"]


class Help(ProgramTest):
    def test_the_help_page_names_every_command_and_the_exit_codes(self):
        page = self.assert_done(self.run_program("--help"))
        for command in COMMANDS:
            self.assertIn("\n  " + command + " ", page)
        self.assertIn("130", page)
        self.assertIn("not medical advice", page)

    def test_every_command_has_a_help_page_with_its_usage(self):
        for command in COMMANDS:
            with self.subTest(command):
                page = self.assert_done(self.run_program(command, "--help"))
                self.assertIn("Usage: cicatrix " + command, page)

    def test_no_line_of_help_is_wider_than_a_terminal_of_120(self):
        for command in COMMANDS:
            for line in self.run_program(command, "--help").stdout.splitlines():
                self.assertLessEqual(len(line), 120, line)


class WrongUsage(ProgramTest):
    def refuse(self, words, *fragments):
        with self.subTest(" ".join(words)):
            self.assert_refused(self.run_program(*words), *fragments)

    def test_a_misspelt_command_gets_the_nearest_name(self):
        self.refuse(["rnu", "x.toml"], "unknown command 'rnu'", "did you mean 'run'?")
        self.refuse(["comapre"], "did you mean 'compare'?")
        self.refuse(["descirbe", "graph"], "did you mean 'describe'?")
        self.refuse(["docter"], "did you mean 'doctor'?")

    def test_a_misspelt_option_gets_the_nearest_name_and_is_not_taken_for_a_file(self):
        self.refuse(["run", "--sed", "3", "x.toml"], "unknown option '--sed' of 'cicatrix run'", "'--seed'?")
        self.refuse(["run", "x.toml", "--jsn=-"], "unknown option '--jsn'", "'--json'?")
        self.refuse(["compare", "--reprot", "r.html"], "did you mean '--report'?")
        self.refuse(["--verison"], "did you mean '--version'?")
        self.refuse(["run", "x.toml", "-z"], "unknown option '-z'")

    def test_values_of_options_are_not_mistaken_for_options_or_commands(self):
        self.assert_refused(self.run_program("run", "gone.toml", "-o", "rnu.nc"), "gone.toml")

    def test_a_scenario_without_a_command_gets_the_command(self):
        self.refuse(["safe.toml"], "did you mean 'cicatrix run safe.toml'?")
        self.refuse(["safe.nc"], "did you mean 'cicatrix report safe.nc'?")

    def test_missing_and_surplus_arguments_are_named(self):
        self.refuse([], "say which command")
        self.refuse(["run"], "scenario is required")
        self.refuse(["report", "a.nc"], "--output is required")
        self.refuse(["run", "a.toml", "b.toml"], "unexpected argument 'b.toml'")
        self.refuse(["run", "a.toml", "-o"], "option '-o' needs a value")

    def test_numbers_are_checked(self):
        self.refuse(["run", "a.toml", "--seed", "-3"], "'-3' is no whole number")
        self.refuse(["run", "a.toml", "--seed", "1.5"], "'1.5' is no whole number")
        self.refuse(["run", "a.toml", "--seed", "99999999999999999999"], "is no whole number")
        self.refuse(["run", "a.toml", "--threads", "many"], "'many' is no whole number from 0 to 4096")
        self.assert_refused(self.run_program("run", "a.toml", env=environment(CICATRIX_THREADS="x")), "'x' is no whole")

    def test_a_misspelt_resolution_gets_the_nearest_name(self):
        self.refuse(["run", "a.toml", "--resolution", "previw"], "'previw' is no resolution", "'preview'?")

    def test_an_unknown_precision_gets_the_two_names(self):
        self.refuse(["run", "a.toml", "--precision", "half"], "'half' is no precision", "single and double")

    def test_every_usage_error_points_at_the_help_page(self):
        self.refuse(["run", "--sed", "1"], "Try 'cicatrix run --help'.")
        self.refuse(["rnu"], "Try 'cicatrix --help'.")


class Version(ProgramTest):
    def test_version_is_one_line(self):
        self.assertRegex(self.assert_done(self.run_program("--version")), r"^cicatrix \d+\.\d+\.\d+ \(.+\)\n$")

    def test_version_as_json_names_the_libraries(self):
        facts = json.loads(self.assert_done(self.run_program("--version", "--json")))
        self.assertRegex(facts["cicatrix"], r"^\d+\.\d+\.\d+$")
        self.assertGreaterEqual(facts["threads"], 1)
        for library in ("HDF5", "oneTBB", "toml++", "CLI11"):
            self.assertIn(library, facts["libraries"])


class Doctor(ProgramTest):
    def test_the_doctor_tells_versions_and_that_files_can_be_written(self):
        page = self.assert_done(self.run_program("doctor"))
        self.assertIn("HDF5", page)
        self.assertIn("files can be written", page)

    def test_the_doctor_gives_the_line_that_turns_on_what_is_off(self):
        page = self.assert_done(self.run_program("doctor", env=environment(PATH="/nowhere")))
        self.assertIn("sudo apt-get install netcdf-bin", page)

    def test_the_doctor_says_when_files_cannot_be_written(self):
        done = self.run_program("doctor", env=environment(TMPDIR=str(self.folder / "gone")))
        self.assertEqual(done.returncode, 1)
        self.assertIn("BAD", done.stdout)

    def test_the_doctor_speaks_json(self):
        facts = json.loads(self.assert_done(self.run_program("doctor", "--json")))
        self.assertTrue(facts["files_can_be_written"])
        self.assertTrue(all(h["package"] for h in facts["helpers"]))

    def test_the_doctor_leaves_nothing_behind(self):
        self.assert_done(self.run_program("doctor", env=environment(TMPDIR=str(self.folder))))
        self.assertEqual(self.names(), [])


if __name__ == "__main__":
    unittest.main()
