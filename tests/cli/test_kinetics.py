# SPDX-License-Identifier: Apache-2.0
"""The local laws as SBML and as a course: where they go, what is in them, what is said of mistakes."""
import csv
import unittest
import xml.etree.ElementTree as xml

from program import SMALL, ProgramTest

CORE = "{http://www.sbml.org/sbml/level3/version2/core}"


class Kinetics(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("s.toml", SMALL)

    def parameters(self, text):
        model = xml.fromstring(text).find(CORE + "model")
        return {p.get("id"): p for p in model.iter(CORE + "parameter")}

    def test_sbml_goes_to_standard_output_or_a_file(self):
        told = self.assert_done(self.run_program("kinetics", "s.toml", "--sbml", "-"))
        self.assertEqual(xml.fromstring(told).find(CORE + "model").get("id"), "papillary_kinetics")
        self.assertEqual(self.assert_done(self.run_program("kinetics", "s.toml", "--sbml", "p.xml")), "")
        self.assertEqual((self.folder / "p.xml").read_text(encoding="utf-8"), told)

    def test_a_needle_leaves_debris(self):
        whole = self.parameters(self.assert_done(self.run_program("kinetics", "s.toml", "--sbml", "-")))
        hurt = self.parameters(self.assert_done(
            self.run_program("kinetics", "s.toml", "--killed", "0.3", "--sbml", "-")))
        self.assertEqual(float(whole["debris"].get("value")), 0)
        self.assertGreater(float(hurt["debris"].get("value")), 0.25)
        self.assertEqual(whole["oxygen"].get("units"), "mmHg")

    def test_the_course_has_a_column_per_field_and_ends_when_asked(self):
        self.assert_done(self.run_program("kinetics", "s.toml", "--layer", "basal", "--killed", "0.5", "--course",
                                          "c.csv", "--until", "12 h", "--sbml", "b.xml"))
        rows = list(csv.DictReader((self.folder / "c.csv").read_text().splitlines()))
        self.assertEqual(float(rows[0]["time [h]"]), 0)
        self.assertEqual(float(rows[-1]["time [h]"]), 12)
        start = self.parameters((self.folder / "b.xml").read_text(encoding="utf-8"))
        for column, value in rows[0].items():
            if not column.startswith("time"):
                self.assertEqual(float(value), float(start[column.split(" [")[0]].get("value")), column)
        self.assertLess(float(rows[-1]["debris [1]"]), float(rows[0]["debris [1]"]))

    def test_mistakes_are_named_before_anything_is_written(self):
        for words, fragments in (
                (["--sbml", "-", "--layer", "papilary"], ['"papilary" is no layer', 'did you mean "papillary"?']),
                (["--sbml", "-", "--killed", "1.5"], ["1.5", "0 (none) to 1"]),
                (["--course", "-", "--until", "10 mm"], ["--until", '"10 mm"']),
                (["--course", "-", "--until", "soon"], ["--until", '"soon"']),
                ([], ["--sbml FILE"]),
                (["--sbml", "s.toml"], ["written over"]),
                (["--sbml", "gone/p.xml"], ["does not exist"])):
            with self.subTest(" ".join(words)):
                self.assert_refused(self.run_program("kinetics", "s.toml", *words), *fragments)
        self.assertEqual(self.names(), ["s.toml"])


if __name__ == "__main__":
    unittest.main()
