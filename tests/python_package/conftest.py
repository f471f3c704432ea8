# SPDX-License-Identifier: Apache-2.0
"""The installed package beside the program of the same tree, which CICATRIX_PROGRAM names."""

import json
import os
import pathlib
import subprocess

import pytest

import cicatrix as cx

TREE = pathlib.Path(__file__).resolve().parents[2]

# A coarse patch that is hit: one session, two days, a fraction of a second.
TINY = {
    "title": "Small enough for a test",
    "person": {"age": 32, "site": "cheek"},
    "device": {"kind": "pen", "needle_length": "1.0 mm"},
    "routine": {"sessions": 1},
    "run": {
        "follow_up": "2 d",
        "seed": 7,
        "resolution": {"nx": 4, "ny": 3, "lateral": "500 um", "finest": "18 um", "growth": 1.6, "coarsest": "300 um"},
    },
}


def pytest_configure(config):
    """Tests of the tree's own files would say nothing about what was installed."""
    inside = pathlib.Path(cx.__file__).resolve()
    assert TREE / "python" not in inside.parents, f"{inside} is not an installed package"


@pytest.fixture
def tiny():
    return cx.Scenario.from_dict(TINY)


@pytest.fixture(scope="session")
def ran():
    """One finished run, for tests that only look."""
    return cx.run(TINY)


@pytest.fixture(scope="session")
def program():
    """The program: called with words, gives what it printed."""

    def call(*words, stdin=None):
        done = subprocess.run(
            [os.environ["CICATRIX_PROGRAM"], *map(str, words)], input=stdin, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return call


@pytest.fixture(scope="session")
def told(program):
    """The program's JSON of a run of a scenario."""

    def run(scenario, *words):
        document = program("run", "-", "-q", "--json", "-", *words, stdin=scenario.to_toml())
        return json.loads(document)["runs"][0]

    return run
