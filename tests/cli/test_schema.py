# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema that editors use agrees with the shipped scenarios and with the program."""
import json
import tomllib
import unittest

from json_schema import complaints
from program import SMALL, SOURCE, ProgramTest


class Schema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.assert_done(self.run_program("describe", "scenario", "--schema")))

    def complain(self, text):
        return list(complaints(tomllib.loads(text), self.schema))

    def test_it_is_draft_04(self):
        self.assertEqual(self.schema["$schema"], "http://json-schema.org/draft-04/schema#")

    def test_it_accepts_every_shipped_scenario(self):
        files = sorted((SOURCE / "scenarios").glob("*.toml"))
        self.assertTrue(files)
        for path in files:
            with self.subTest(path.name):
                self.assertEqual(self.complain(path.read_text(encoding="utf-8")), [])

    def test_it_accepts_what_the_program_accepts(self):
        self.assertEqual(self.complain(SMALL), [])
        self.assert_done(self.run_program("check", self.write("small.toml", SMALL)))

    def test_it_refuses_what_the_program_refuses(self):
        wrong = {
            "unknown key": SMALL.replace("needle_length", "needle_lenght"),
            "unknown table": SMALL.replace("[routine]", "[rutine]"),
            "number where a quantity belongs": SMALL.replace('"1.0 mm"', "1.0"),
            "unknown choice": SMALL.replace('"pen"', '"hammer"'),
            "text where a number belongs": SMALL.replace("sessions = 1", 'sessions = "one"'),
            "out of range": SMALL.replace("age = 32", "age = 320"),
        }
        for name, text in wrong.items():
            with self.subTest(name):
                self.assertNotEqual(text, SMALL)
                self.assertTrue(self.complain(text))
                self.assert_refused(self.run_program("check", self.write("wrong.toml", text)))


if __name__ == "__main__":
    unittest.main()
