# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C: the run stops soon, nothing half-written stays, an older result survives. What is kept: test_checkpoint.py."""
import signal
import time
import unittest

from program import SMALL, ProgramTest, start

# Long enough to be caught in the middle on any machine.
LONG = SMALL.replace("nx = 4, ny = 4", "nx = 40, ny = 40").replace("sessions = 1", "sessions = 20").replace(
    '"4 d"', '"365 d"')


class Interrupt(ProgramTest):
    def interrupt(self, number, *words):
        """Starts a long run, waits until its temporary file is there, sends the signal."""
        before = set(self.names())
        process = start(*words, folder=self.folder)
        try:
            deadline = time.monotonic() + 300
            while set(self.names()) == before and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertIsNone(process.poll(), "the run ended before it could be interrupted")
            self.assertNotEqual(set(self.names()), before)
            process.send_signal(number)
            out, err = process.communicate(timeout=300)
        finally:
            process.kill()
            process.wait()
        return process.returncode, out, err

    def setUp(self):
        super().setUp()
        self.write("long.toml", LONG)

    def names_without_checkpoint(self):
        """There is one if the run had come to its first step."""
        return [name for name in self.names() if name != "r.nc.checkpoint"]

    def test_ctrl_c_leaves_nothing_half_written_and_exits_with_130(self):
        code, out, err = self.interrupt(signal.SIGINT, "run", "long.toml", "-o", "r.nc", "--json", "-")
        self.assertEqual((code, out), (130, ""), err)
        self.assertIn("interrupted", err)
        self.assertEqual(self.names_without_checkpoint(), ["long.toml"])

    def test_an_older_result_survives(self):
        self.write("r.nc", "an older result")
        code, _, err = self.interrupt(signal.SIGINT, "run", "long.toml", "-o", "r.nc", "-q")
        self.assertEqual(code, 130, err)
        self.assertEqual((self.folder / "r.nc").read_text(), "an older result")
        self.assertEqual(self.names_without_checkpoint(), ["long.toml", "r.nc"])

    def test_compare_stops_as_a_whole(self):
        code, out, _ = self.interrupt(signal.SIGINT, "compare", "long.toml", "long.toml", "-o", ".", "--report", "r.html")
        self.assertEqual((code, out), (130, ""))
        self.assertEqual(self.names(), ["long.toml"])

    def test_being_told_to_end_is_as_clean(self):
        code, _, _ = self.interrupt(signal.SIGTERM, "run", "long.toml", "-o", "r.nc", "-q")
        self.assertEqual(code, 128 + signal.SIGTERM)
        self.assertEqual(self.names_without_checkpoint(), ["long.toml"])


if __name__ == "__main__":
    unittest.main()
