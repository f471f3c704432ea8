# SPDX-License-Identifier: Apache-2.0
"""A run that is broken off is kept, and the same command goes on from there with the same bits."""
import json
import signal
import subprocess
import unittest

from program import PROGRAM, SMALL, ProgramTest, start

# Some tenths of a second of work.
LONGER = SMALL.replace("nx = 4, ny = 4", "nx = 12, ny = 12").replace("sessions = 1", "sessions = 2").replace(
    '"4 d"', '"20 d"')


class Checkpoint(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("s.toml", LONGER)

    def go(self, *words, code=0):
        done = self.run_program(*words)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def hash_of(self, out):
        return json.loads(out)["runs"][0]["hash"]

    def whole(self):
        return self.hash_of(self.go("run", "s.toml", "-q", "--json", "-").stdout)

    def test_in_pieces_it_has_the_bits_of_a_whole_one(self):
        whole, pieces = self.whole(), 0
        for pieces in range(1, 200):
            words = ("run", "s.toml", "-q", "-o", "r.nc", "--json", "-", "--stop-after", "0.1 s", "-j", 1 + pieces % 2)
            done = self.go(*words, code=None)
            if done.returncode == 0:
                break
            self.assertEqual((done.returncode, done.stdout), (3, ""), done.stderr)
            self.assertIn("the same command goes on from 'r.nc.checkpoint'", done.stderr)
            self.assertEqual(self.names(), ["r.nc.checkpoint", "s.toml"])
        self.assertGreater(pieces, 2)
        self.assertEqual(self.hash_of(done.stdout), whole)
        self.assertEqual(self.names(), ["r.nc", "s.toml"])
        self.assertIn("the same", self.go("rerun", "r.nc", "-q").stdout)

    def test_ctrl_c_keeps_it_too(self):
        whole = self.whole()
        process = start("run", "s.toml", "-o", "r.nc", "--json", "-", folder=self.folder)
        self.assertIn("%", process.stderr.readline())  # it is on its way
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=300)
        self.assertEqual((process.returncode, out), (130, ""), err)
        self.assertEqual(self.names(), ["r.nc.checkpoint", "s.toml"], err)
        again = self.go("run", "s.toml", "-o", "r.nc", "--json", "-")
        self.assertIn("goes on at day", again.stderr)
        self.assertEqual(self.hash_of(again.stdout), whole)
        self.assertEqual(self.names(), ["r.nc", "s.toml"])

    def test_without_a_result_file_it_is_kept_where_asked(self):
        stopped = self.go("run", "s.toml", "-q", "--checkpoint", "c", "--stop-after", "0.1 s", code=3)
        self.assertIn("goes on from 'c'", stopped.stderr)
        self.assertEqual(self.names(), ["c", "s.toml"])
        refused = self.go("run", "s.toml", "-q", "--stop-after", "0.1 s", code=2)
        self.assertIn("needs a place to keep the run", refused.stderr)
        self.assertEqual(self.hash_of(self.go("run", "s.toml", "-q", "--checkpoint", "c", "--json", "-").stdout),
                         self.whole())
        self.assertEqual(self.names(), ["s.toml"])

    def test_what_does_not_belong_to_this_run_is_refused_and_left_alone(self):
        self.go("run", "s.toml", "-q", "-o", "r.nc", "--stop-after", "0.1 s", code=3)
        kept = (self.folder / "r.nc.checkpoint").read_bytes()
        self.write("other.toml", LONGER.replace("1.0 mm", "0.5 mm"))
        for words, why in [(("other.toml",), "another scenario"), (("s.toml", "--seed", "8"), "scenario"),
                           (("s.toml", "--precision", "double"), "scenario")]:
            refused = self.go("run", *words, "-q", "-o", "r.nc", code=2)
            self.assertIn("'r.nc.checkpoint' does not belong to this run", refused.stderr)
            self.assertIn(why, refused.stderr)
            self.assertIn("--fresh", refused.stderr)
        self.assertEqual((self.folder / "r.nc.checkpoint").read_bytes(), kept)
        for broken in (b"", b"no checkpoint at all", kept[: len(kept) // 2]):
            (self.folder / "r.nc.checkpoint").write_bytes(broken)
            refused = self.go("run", "s.toml", "-q", "-o", "r.nc", code=2)
            self.assertIn("cannot be read", refused.stderr)
        self.assertEqual(self.names(), ["other.toml", "r.nc.checkpoint", "s.toml"])
        refused = self.go("run", "other.toml", "-q", "-o", "r.nc", "--fresh", code=2)
        self.assertIn("cannot be read", refused.stderr)  # it could be anything
        (self.folder / "r.nc.checkpoint").write_bytes(kept)
        stopped = self.go("run", "other.toml", "-q", "-o", "r.nc", "--fresh", "--stop-after", "0.02 s", code=3)
        self.assertIn("the same command without --fresh goes on", stopped.stderr)
        self.go("run", "other.toml", "-q", "-o", "r.nc", code=0)
        self.assertEqual(self.names(), ["other.toml", "r.nc", "s.toml"])

    def test_a_checkpoint_goes_when_all_results_are_in_place(self):
        self.go("run", "s.toml", "-q", "--checkpoint", "c", "--stop-after", "0.05 s", code=3)
        with open("/dev/full", "w") as full:
            words = [PROGRAM, "run", "s.toml", "-q", "--checkpoint", "c", "--json", "-"]
            failed = subprocess.run(words, cwd=self.folder, stdout=full, stderr=subprocess.PIPE, timeout=300)
        self.assertEqual(failed.returncode, 1, failed.stderr)
        self.assertEqual(self.names(), ["c", "s.toml"])
        self.go("run", "s.toml", "-q", "--checkpoint", "c", "--json", "out.json")
        self.assertEqual(self.names(), ["out.json", "s.toml"])

    def test_a_time_that_is_none_is_refused(self):
        for time_ in ("2 parsecs", "0 h", "soon"):
            refused = self.go("run", "s.toml", "--checkpoint", "c", "--stop-after", time_, code=2)
            self.assertIn("needed is a time", refused.stderr)


if __name__ == "__main__":
    unittest.main()
