#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that each check of the house passes a sound tree and fails on each kind of breach."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from checks import includes, lengths, sources, triplets, words  # noqa: E402

LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"
SOUND = {
    "include/cicatrix/version.hpp": LICENCE,
    "include/cicatrix/base/unit.hpp": LICENCE + "#include <string>\n",
    "include/cicatrix/tissue/grid.hpp": LICENCE + '#include "cicatrix/base/unit.hpp"\n',
    "include/cicatrix/biology/mechanism.hpp": LICENCE + '#include "cicatrix/tissue/grid.hpp"\n',
    "include/cicatrix/report/report.hpp": LICENCE,
    "src/biology/mechanisms/clot.cpp": LICENCE
    + '#include "cicatrix/biology/mechanism.hpp"\nSource a{"smith1999", "table 2", Evidence::measured_human};\n',
    "python/src/module.cpp": LICENCE + '#include "bindings.hpp"\n#include "cicatrix/tissue/grid.hpp"\n',
    "python/src/bindings.hpp": LICENCE + "#include <pybind11/pybind11.h>\n",
    "src/numerics/solve.hpp": LICENCE,
    "src/numerics/solve.cpp": LICENCE + '#include "solve.hpp"\n#include <tbb/parallel_for.h>\n',
    "tests/unit/biology/test_clot.cpp": LICENCE,
    "docs/mechanisms/clot.md": "# Clot\n",
    "data/references.bib": "@article{smith1999,\n  title = {Clots}\n}\n",
    "package-lock.json": '{ "node_modules/a": { "version": "1.0.0", "integrity": "sha512-x" } }\n',
}


class Tree(unittest.TestCase):
    """A small sound tree, and what each check says after one file of it was changed."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for path, text in SOUND.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def includes(self):
        return includes.check(self.root, HERE / "floors.toml")

    def only(self, breaches, path: str, line: int, words_of_rule: str):
        self.assertEqual([(b.path, b.line) for b in breaches], [(path, line)], [str(b) for b in breaches])
        self.assertIn(words_of_rule, breaches[0].rule)


class Includes(Tree):
    def test_passes_a_sound_tree(self):
        self.assertEqual(self.includes(), [])

    def test_refuses_an_upward_include(self):
        self.write("include/cicatrix/base/unit.hpp", LICENCE + '\n#include "cicatrix/tissue/grid.hpp"\n')
        breaches = [b for b in self.includes() if "may not" in b.rule]
        self.only(breaches, "include/cicatrix/base/unit.hpp", 3, "floor 'base' may not include")

    def test_refuses_one_wing_in_the_other(self):
        self.write("src/numerics/solve.cpp", LICENCE + '#include "cicatrix/biology/mechanism.hpp"\n')
        self.only(self.includes(), "src/numerics/solve.cpp", 2, "floor 'numerics' may not include")

    def test_refuses_to_include_the_roof(self):
        self.write("src/study/run.cpp", LICENCE + '#include "cicatrix/report/report.hpp"\n')
        self.only(self.includes(), "src/study/run.cpp", 2, "floor 'study' may not include")

    def test_holds_the_python_module_to_its_row(self):
        self.write("python/src/run.cpp", LICENCE + '#include "cicatrix/report/report.hpp"\n')
        self.only(self.includes(), "python/src/run.cpp", 2, "floor 'python' may not include")

    def test_refuses_a_private_header_of_another_floor(self):
        self.write("src/outcomes/tewl.cpp", LICENCE + '#include "../numerics/solve.hpp"\n')
        self.only(self.includes(), "src/outcomes/tewl.cpp", 2, "of another floor")

    def test_refuses_third_party_in_a_header(self):
        self.write("include/cicatrix/base/unit.hpp", LICENCE + "#include <Random123/threefry.h>\n")
        self.only(self.includes(), "include/cicatrix/base/unit.hpp", 2, ".cpp files only")

    def test_allows_hdf5_in_a_private_header_only(self):
        self.write("src/io/hdf5.hpp", LICENCE + "#include <hdf5.h>\n")
        self.assertEqual(self.includes(), [])
        self.write("include/cicatrix/io/files.hpp", LICENCE + "#include <hdf5.h>\n")
        self.only(self.includes(), "include/cicatrix/io/files.hpp", 2, ".cpp files only")

    def test_allows_eigen_in_a_header(self):
        self.write("include/cicatrix/base/unit.hpp", LICENCE + "#include <Eigen/Core>\n")
        self.assertEqual(self.includes(), [])

    def test_refuses_a_library_on_the_wrong_floor(self):
        self.write("src/base/unit.cpp", LICENCE + "#include <hdf5.h>\n")
        self.only(self.includes(), "src/base/unit.cpp", 2, "not for floor 'base'")

    def test_refuses_an_unknown_library(self):
        self.write("src/base/unit.cpp", LICENCE + "#include <gsl/gsl_math.h>\n")
        self.only(self.includes(), "src/base/unit.cpp", 2, "neither of the standard library")

    def test_refuses_what_the_browser_lacks(self):
        self.write("src/base/unit.cpp", LICENCE + "#include <source_location>\n")
        self.only(self.includes(), "src/base/unit.cpp", 2, "browser")

    def test_refuses_a_circle(self):
        self.write("include/cicatrix/base/unit.hpp", LICENCE + '#include "cicatrix/base/source.hpp"\n')
        self.write("include/cicatrix/base/source.hpp", LICENCE + '#include "cicatrix/base/unit.hpp"\n')
        breaches = self.includes()
        self.assertEqual(len(breaches), 1)
        self.assertIn("circular include: source.hpp -> unit.hpp -> source.hpp", breaches[0].rule)

    def test_refuses_an_unknown_floor(self):
        self.write("src/attic/box.cpp", LICENCE)
        self.only(self.includes(), "src/attic/box.cpp", 1, "no floor")

    def test_refuses_a_header_of_a_mechanism(self):
        self.write("src/biology/mechanisms/clot.hpp", LICENCE)
        self.only(self.includes(), "src/biology/mechanisms/clot.hpp", 1, "no header")

    def test_refuses_a_header_that_does_not_exist(self):
        self.write("src/base/unit.cpp", LICENCE + '#include "cicatrix/base/gone.hpp"\n')
        self.only(self.includes(), "src/base/unit.cpp", 2, "does not exist")


class Triplets(Tree):
    def test_passes_a_sound_tree(self):
        self.assertEqual(triplets.check(self.root), [])

    def test_refuses_a_mechanism_without_its_test(self):
        (self.root / "tests/unit/biology/test_clot.cpp").unlink()
        self.only(triplets.check(self.root), "src/biology/mechanisms/clot.cpp", 1, "test_clot.cpp")

    def test_refuses_a_mechanism_without_its_page(self):
        (self.root / "docs/mechanisms/clot.md").unlink()
        self.only(triplets.check(self.root), "src/biology/mechanisms/clot.cpp", 1, "clot.md")

    def test_refuses_a_page_without_its_mechanism(self):
        self.write("docs/mechanisms/ghost.md", "# Ghost\n")
        self.only(triplets.check(self.root), "docs/mechanisms/ghost.md", 1, "page without")

    def test_the_stubs_of_new_mechanism_are_a_triplet(self):
        tool = [sys.executable, str(ROOT / "tools" / "new_mechanism.py"), "--root", str(self.root), "itch"]
        self.assertEqual(subprocess.run(tool, capture_output=True).returncode, 0)
        self.assertTrue((self.root / "src/biology/mechanisms/itch.cpp").is_file())
        self.assertEqual(triplets.check(self.root), [])
        self.assertEqual(subprocess.run(tool, capture_output=True).returncode, 2, "must not overwrite")


class Lengths(Tree):
    def test_passes_a_sound_tree(self):
        self.assertEqual(lengths.check(self.root), [])

    def test_allows_400_lines_and_refuses_401(self):
        self.write("src/base/long.cpp", LICENCE + "int x;\n" * 399)
        self.assertEqual(lengths.check(self.root), [])
        self.write("src/base/long.cpp", LICENCE + "int x;\n" * 400)
        self.only(lengths.check(self.root), "src/base/long.cpp", 401, "401 lines")

    def test_refuses_a_file_without_licence(self):
        self.write("src/base/bare.cpp", "int x;\n")
        self.only(lengths.check(self.root), "src/base/bare.cpp", 1, "SPDX")


class Sources(Tree):
    CLOT = "src/biology/mechanisms/clot.cpp"

    def test_passes_a_sound_tree(self):
        self.assertEqual(sources.check(self.root), [])

    def test_refuses_an_unknown_key(self):
        self.write(self.CLOT, LICENCE + '.source = {"jones2001", "figure 3", Evidence::in_vitro},\n')
        self.only(sources.check(self.root), self.CLOT, 2, "'jones2001' is not in data/references.bib")

    def test_sees_a_key_broken_over_lines(self):
        self.write(self.CLOT, LICENCE + '\n.source = {"jones2001",\n  "figure 3; "\n  "text",\n Evidence::in_vitro},\n')
        self.only(sources.check(self.root), self.CLOT, 3, "jones2001")

    def test_refuses_a_guess_that_claims_to_be_measured(self):
        self.write(self.CLOT, LICENCE + 'Source s{"own", "we like it", Evidence::measured_human};\n')
        self.only(sources.check(self.root), self.CLOT, 2, "cannot be measured_human")

    def test_refuses_a_guess_without_reason(self):
        self.write(self.CLOT, LICENCE + '.source = assumed(""),\n')
        self.only(sources.check(self.root), self.CLOT, 2, "no reason")


class Words(Tree):
    def test_passes_a_sound_tree(self):
        self.assertEqual(words.check(self.root), [])

    def test_refuses_unfinished_marks(self):
        self.write("src/base/a.cpp", LICENCE + "// TO" + "DO: later\n")
        self.only(words.check(self.root), "src/base/a.cpp", 2, "unfinished")

    def test_refuses_folders_of_one_machine(self):
        self.write("docs/guide.md", "see /ho" + "me/someone/skin\n")
        self.only(words.check(self.root), "docs/guide.md", 1, "one machine")

    def test_refuses_addresses_in_lock_files(self):
        self.write("package-lock.json", '{\n"resolved": "https://example.org/a-1.0.tgz"\n}\n')
        self.only(words.check(self.root), "package-lock.json", 2, "not download addresses")


class Command(Tree):
    def test_prints_file_line_rule_and_fails(self):
        self.write("src/biology/mechanisms/lost.cpp", LICENCE)
        command = [sys.executable, str(HERE / "check.py"), "triplets", str(self.root)]
        answer = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("src/biology/mechanisms/lost.cpp:1: mechanism 'lost' has no docs", answer.stdout)

    def test_succeeds_on_a_sound_tree(self):
        command = [sys.executable, str(HERE / "check.py"), "triplets", str(self.root)]
        self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0)


if __name__ == "__main__":
    unittest.main()
