# SPDX-License-Identifier: Apache-2.0
"""The built program as tests see it: what it prints where, its exit code, and a scenario that runs in seconds."""
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("CICATRIX_PROGRAM", "cicatrix")
SOURCE = pathlib.Path(os.environ.get("CICATRIX_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))

# A coarse patch, wide enough to be hit: one session, four days.
SMALL = """\
title = "Small enough for a test"
[person]
age = 32
site = "cheek"
[device]
kind = "pen"
needle_length = "1.0 mm"
[routine]
sessions = 1
[run]
follow_up = "4 d"
resolution = { nx = 4, ny = 4, lateral = "1000 um" }
seed = 7
"""


def environment(**changes):
    """The tests' environment without what would change the program's manners."""
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "NO_PROGRESS", "CICATRIX_THREADS")}
    clean.update(changes)
    return clean


def heed_signals():
    """A test started in the background would hand its deafness to Ctrl-C down to the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def cicatrix(*words, stdin=None, folder=None, env=None):
    return subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, text=True, cwd=folder,
                          env=env or environment(), timeout=600, preexec_fn=heed_signals)


def start(*words, folder=None):
    return subprocess.Popen([PROGRAM, *map(str, words)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, cwd=folder, env=environment(),
                            preexec_fn=heed_signals)


class ProgramTest(unittest.TestCase):
    """A folder of its own for each test."""
    maxDiff = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="cicatrix_cli_")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def names(self):
        return sorted(p.name for p in self.folder.iterdir())

    def run_program(self, *words, **more):
        return cicatrix(*words, folder=self.folder, **more)

    def assert_refused(self, done, *fragments, code=2):
        """The exit code is right, nothing is on standard output, and the message says all of this."""
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        for fragment in fragments:
            self.assertIn(fragment, done.stderr)
        self.assertNotIn("internal error", done.stderr)

    def assert_done(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout
