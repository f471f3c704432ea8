# SPDX-License-Identifier: Apache-2.0
"""What the program tells of itself."""
import json
import unittest

from program import ProgramTest

EVIDENCE = {"measured_human", "measured_animal", "in_vitro", "published_model", "derived", "calibrated", "assumed",
            "convention"}
OBSERVABLES = {"tewl", "barrier_integrity", "barrier_recovery_time", "erythema", "erythema_duration", "ita", "pih_index",
               "inflammation", "inflammation_auc", "collagen_gain", "scar_index", "bacterial_load", "infected",
               "wound_depth", "receptor_sensitivity", "matrix_memory", "reepithelialisation_time"}
MECHANISMS = {"haemostasis", "barrier", "neutrophils", "macrophages"}


class Describe(ProgramTest):
    def facts(self, *words):
        return json.loads(self.assert_done(self.run_program("describe", *words, "--json")))

    def test_without_a_topic_the_topics_are_listed(self):
        topics = [t["topic"] for t in self.facts()["topics"]]
        self.assertEqual(topics, ["mechanisms", "parameters", "observables", "graph", "scenario", "evidence"])
        page = self.assert_done(self.run_program("describe"))
        for topic in topics:
            self.assertIn("`" + topic + "`", page)

    def test_every_topic_speaks_markdown_and_json(self):
        for topic in [t["topic"] for t in self.facts()["topics"]]:
            with self.subTest(topic):
                self.assertTrue(self.facts(topic))
                self.assertTrue(self.assert_done(self.run_program("describe", topic)).startswith("# "))

    def test_mechanisms_tell_what_they_own_and_every_field_has_one_owner(self):
        mechanisms = self.facts("mechanisms")["mechanisms"]
        self.assertLessEqual(MECHANISMS, {m["name"] for m in mechanisms})
        owned = [f["field"] for m in mechanisms for f in m["fields"] if f["access"] == "owns"]
        self.assertEqual(len(owned), len(set(owned)))
        used = {f["field"] for m in mechanisms for f in m["fields"]}
        self.assertEqual(used, set(owned))
        for m in mechanisms:
            self.assertTrue(m["summary"])
            for f in m["fields"]:
                self.assertEqual("layers" in f, f["access"] == "owns")

    def test_one_mechanism_can_be_asked_for(self):
        name = self.facts("mechanisms")["mechanisms"][0]["name"]
        self.assertEqual([m["name"] for m in self.facts("mechanisms", name)["mechanisms"]], [name])

    def test_parameters_carry_unit_range_source_and_meaning(self):
        parameters = self.facts("parameters")["parameters"]
        self.assertGreater(len(parameters), 100)
        names = [p["name"] for p in parameters]
        self.assertEqual(len(names), len(set(names)))
        for p in parameters:
            with self.subTest(p["name"]):
                self.assertIn(p["evidence"], EVIDENCE)
                self.assertTrue(p["unit"] and p["meaning"] and p["source"]["key"] and p["source"]["where"])
                low, high = p["range"]
                self.assertTrue(low <= p["plausible"][0] <= p["plausible"][1] <= high)
                self.assertTrue(low <= p["value"] <= high)

    def test_parameters_come_from_every_floor_that_declares_some(self):
        owners = {p["owner"] for p in self.facts("parameters")["parameters"]}
        self.assertIn("numerics", owners)
        self.assertIn("skin", owners)
        mechanisms = {m["name"] for m in self.facts("mechanisms")["mechanisms"] if m["parameters"]}
        self.assertLessEqual(mechanisms, owners)

    def test_one_owner_or_one_parameter_can_be_asked_for(self):
        numerics = self.facts("parameters", "numerics")["parameters"]
        self.assertEqual({p["owner"] for p in numerics}, {"numerics"})
        self.assertEqual([p["name"] for p in self.facts("parameters", "numerics.tolerance")["parameters"]],
                         ["numerics.tolerance"])

    def test_the_list_of_guesses_holds_guesses_only_and_all_of_them(self):
        guesses = self.facts("--evidence", "assumed")
        self.assertEqual({c["evidence"] for c in guesses["claims"]}, {"assumed"})
        self.assertEqual(len(guesses["claims"]), guesses["counts"]["assumed"])
        everything = self.facts("evidence")
        self.assertEqual(sum(everything["counts"].values()), len(everything["claims"]))
        founded = sum(n for status, n in everything["counts"].items() if status != "convention")
        self.assertAlmostEqual(everything["assumed_share"], everything["counts"]["assumed"] / founded)

    def test_evidence_lists_the_rows_of_every_table_that_a_scenario_can_choose_from(self):
        choices = {k["path"]: k["choices"].split(" | ") for k in self.facts("scenario")["keys"] if "choices" in k}
        claimed = [c["name"] for c in self.facts("evidence")["claims"]]
        tables = {"person.site": "site", "person.phototype": "phototype", "device.kind": "device",
                  "routine.disinfection.agent": "disinfectant", "aftercare[].product": "product"}
        for path, table in tables.items():
            for choice in choices[path]:
                name = f"{table} {choice}"
                self.assertTrue(any(c == name or c.startswith(name + ":") for c in claimed), name)
        guesses = [c["name"] for c in self.facts("evidence", "--evidence", "assumed")["claims"]]
        self.assertLessEqual({"product petrolatum", "disinfectant soap and water", "site chin: dermis"}, set(guesses))
        chosen = [c["name"] for c in self.facts("evidence", "--evidence", "convention")["claims"]]
        self.assertIn("device stamp: usual build", chosen)
        derived = [c["name"] for c in self.facts("evidence", "--evidence", "derived")["claims"]]
        self.assertLessEqual({"phototype II", "site nose: epidermis", "site neck: stratum corneum"}, set(derived))

    def test_observables_have_the_names_that_other_programs_rely_on(self):
        observables = self.facts("observables")["observables"]
        self.assertLessEqual(OBSERVABLES, {o["name"] for o in observables})
        for o in observables:
            self.assertIn(o["kind"], ("series", "scalar"))
            self.assertTrue(o["meaning"])

    def test_the_graph_joins_known_mechanisms_and_fields(self):
        mechanisms = self.facts("mechanisms")["mechanisms"]
        fields = {f["field"] for m in mechanisms for f in m["fields"]}
        couplings = self.facts("graph")["couplings"]
        self.assertTrue(couplings)
        for c in couplings:
            self.assertIn(c["mechanism"], {m["name"] for m in mechanisms})
            self.assertTrue({c["from"], c["to"]} <= fields)
            self.assertTrue(c["layers"])

    def test_the_graph_can_be_drawn_by_mermaid_and_graphviz(self):
        self.assertIn("```mermaid\nflowchart LR\n", self.assert_done(self.run_program("describe", "graph")))
        drawing = self.assert_done(self.run_program("describe", "graph", "--dot"))
        self.assertTrue(drawing.startswith("digraph ") and drawing.rstrip().endswith("}"))

    def test_the_graph_of_one_field_holds_only_its_arrows(self):
        for c in self.facts("graph", "tgf_active")["couplings"]:
            self.assertIn("tgf_active", (c["from"], c["to"]))

    def test_the_scenario_keys_have_defaults_within_their_choices(self):
        for k in self.facts("scenario")["keys"]:
            if k["kind"] == "choice" and k["default"]:
                self.assertIn(k["default"], k["choices"].split(" | "), k["path"])

    def test_misspelt_topics_names_and_statuses_get_the_nearest(self):
        self.assert_refused(self.run_program("describe", "mechanims"), "did you mean 'mechanisms'?")
        self.assert_refused(self.run_program("describe", "mechanisms", "bariers"), "did you mean 'barrier'?")
        self.assert_refused(self.run_program("describe", "observables", "erytema"), "did you mean 'erythema'?")
        self.assert_refused(self.run_program("describe", "--evidence", "asumed"), "allowed are", "'assumed'?")


if __name__ == "__main__":
    unittest.main()
