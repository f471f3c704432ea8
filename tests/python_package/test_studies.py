# SPDX-License-Identifier: Apache-2.0
"""Published targets and claims as tables: the numbers of the program, and each entry's own facts."""

import json
import math
import pathlib
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest
from conftest import TREE

import cicatrix as cx
from cicatrix.studies import LIBRARY

# A number with a band, a curve, a share of people, a direction, and one that the model cannot answer.
TARGETS = ["thickness_forehead_eyelid", "neutrophil_course", "infection_trials", "smoking_barrier_week", "echo_density"]


def told_of(program, command, folder, ids, *more):
    words = [word for i in ids for word in ("--only", i)]
    document = program(command, TREE / "validation" / folder, *words, "-q", "--json", "-", *more)
    return {entry["id"]: entry for entry in json.loads(document)["entries"]}


def test_targets_have_the_bits_of_the_program(program):
    told = told_of(program, "validate", "targets", TARGETS, "--seeds", "2")
    table = cx.validate(TARGETS, seeds=2)
    assert set(table["id"]) == set(TARGETS) == set(told)
    for name, entry in told.items():
        mine = table[table["id"] == name]
        assert mine["entry_answered"].unique().tolist() == [entry["answer"]]
        assert mine[["kind", "role", "says"]].drop_duplicates().values.tolist() == [
            [entry["kind"], entry["role"], entry["says"]]
        ]
        for number, finding in enumerate(entry.get("findings", []), 1):
            rows = mine[mine["finding"] == number]
            assert rows["answered"].unique().tolist() == [finding["answer"]]
            wanted = finding.get("rows") or finding["arms"]
            assert len(rows) == len(wanted)
            for (_, row), other in zip(rows.iterrows(), wanted):
                assert (row["arm"], row["model"]) == (other["arm"], other.get("model", other.get("mean")))
                if "inside" in other:
                    assert [row["low"], row["high"], row["inside"]] == [other["low"], other["high"], other["inside"]]
                    assert abs(row["off"]) == other["error"] and row["unit"] == other["unit"]
                    assert row["published"] == other["value"]
                    assert math.isnan(row["time_d"]) or row["time_d"] == other["time_h"] / 24


def test_tables_say_what_their_numbers_are(program):
    table = cx.validate(["neutrophil_course", "infection_trials", "echo_density"], seeds=2).set_index("id")
    curve = table.loc["neutrophil_course"]
    assert curve["time_d"].is_monotonic_increasing and (curve["of"] == "curve").all()
    people = table.loc["infection_trials"]
    assert people["model_low"] <= people["model"] <= people["model_high"] and people["seeds"] == 2
    cannot = table.loc["echo_density"]
    assert cannot["answered"] == "lacking" and cannot["because"] and math.isnan(cannot["model"])
    known = (TREE / "data/references.bib").read_text()
    for sources in table["sources"].unique():
        assert all(f"{{{source}," in known for source in sources.split(", "))


def test_claims_have_the_bits_of_the_program(program):
    ids = ["C21", "D1"]
    told = told_of(program, "claims", "claims", ids, "--seeds", "1")
    short = cx.claims(ids, seeds=1)
    long = cx.claims(ids, seeds=1, detail=True)
    assert short.index.tolist() == ids
    for name, entry in told.items():
        arms = [arm for finding in entry["findings"] for arm in finding.get("arms", [])]
        rows = long[(long["id"] == name) & long["model"].notna()]
        assert rows["model"].tolist() == [arm["mean"] for arm in arms]
        assert rows["arm"].tolist() == [arm["arm"] for arm in arms]
        assert short.loc[name, "holds"] == sum(finding["answer"] == "holds" for finding in entry["findings"])
    assert short.loc["C21", "left"] == told["C21"]["without"]["left"]
    assert short.loc["C21", "shown"] == ("yes" if told["C21"]["without"]["undone"] else "no")
    page = program("claims", TREE / "validation/claims", "--only", "C21", "--seeds", "1", "-q", "--page", "-")
    assert f"| C21 | {short.loc['C21', 'says']} | {short.loc['C21', 'verdict']} | {short.loc['C21', 'shown']} |" in page
    assert pd.isna(short.loc["D1", "verdict"])  # people contradict each other there; nothing is claimed
    assert 0 < short.loc["C21", "assumed_share"] < 1


OWN = """
[[target]]
id = "mine"
says = "Needles of 1.5 mm go deeper than those of 0.5 mm."
source = "own"
where = "here"
kind = "direction"
role = "test"
unlike = "nothing"
miss_means = "something is wrong"
base = "base.toml"
[[target.arm]]
name = "0.5 mm"
set.device.needle_length = "0.5 mm"
[[target.arm]]
name = "1.5 mm"
set.device.needle_length = "1.5 mm"
[[target.finding]]
measure = "wound_depth"
expect = "rises"
"""


@pytest.fixture
def own(tmp_path, tiny):
    tiny.with_(run__seed=None).save(tmp_path / "base.toml")
    (tmp_path / "mine.toml").write_text(OWN)
    return tmp_path / "mine.toml"


def test_files_of_your_own(own, tiny):
    shares = []
    table = cx.validate(files=own, seeds=1, progress=shares.append, threads=1)
    assert table["answered"].tolist() == ["holds", "holds"] and table["arm"].tolist() == ["0.5 mm", "1.5 mm"]
    alone = cx.run(tiny, seed=1, resolution="sketch", device__needle_length="1.5 mm")
    assert table["model"].iloc[1] == float(alone["wound_depth"])
    assert shares == sorted(set(shares)) and shares[0] == 0 and shares[-1] == 1


def test_what_progress_raises_arrives(own):
    class Enough(Exception):
        pass

    def stop(share):
        raise Enough

    with pytest.raises(Enough):
        cx.validate(files=[own], progress=stop)


def test_wrong_calls_are_told(own):
    with pytest.raises(cx.ScenarioError, match="did you mean neutrophil_course"):
        cx.validate("neutrofil_course")
    with pytest.raises(ValueError, match="seeds: 0"):
        cx.claims(seeds=0)
    with pytest.raises(ValueError, match="threads: -1"):
        cx.validate("echo_density", threads=-1)
    own.write_text(OWN.replace("1.5 mm\"\n[[target.finding", "60 mm\"\n[[target.finding").replace("rises", "rise"))
    with pytest.raises(cx.ScenarioError) as told:
        cx.validate(files=own)
    assert told.value.file == str(own) and told.value.line and "rise" in str(told.value)


INTERRUPTED = """
import signal, sys
import cicatrix as cx
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    cx.claims(progress=lambda share: print("running", share, flush=True))
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_ends_a_study_soon():
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline().startswith("running")
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=120)
    finally:
        process.kill()
    assert out.splitlines()[-1] == "interrupted" and time.monotonic() - began < 60


def test_all_that_entries_name_is_installed():
    """Every scenario and table, so that no file is missing outside the tree."""
    for folder in ("targets", "claims"):
        mine = {path.name for path in (LIBRARY / folder).glob("*.toml")}
        assert mine == {path.name for path in (TREE / "validation" / folder).glob("*.toml")}
    with pytest.raises(cx.ScenarioError, match="nothing has the id"):  # after all files have been read and checked
        cx.validate("no such target")
    with pytest.raises(cx.ScenarioError, match="nothing has the id"):
        cx.claims("no such claim")
    assert pathlib.Path(LIBRARY).resolve() != (TREE / "validation").resolve()
