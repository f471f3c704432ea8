# SPDX-License-Identifier: Apache-2.0
"""Wrong calls end with the right exception, and the exception carries the facts."""

import pickle

import pytest
from conftest import TINY

import cicatrix as cx

S = cx.Scenario
SAME = cx.Scenario.from_dict(TINY)

# what is called, the exception, and facts that it must carry
WRONG_SCENARIOS = {
    "too long a needle": (
        lambda: S.from_toml('[device]\nneedle_length = "60 mm"'),
        {"file": "text", "line": 2, "column": 17, "key": "device.needle_length", "found": "60 mm"},
    ),
    "no unit": (
        lambda: S.from_toml("[device]\nneedle_length = 0.5"),
        {"line": 2, "key": "device.needle_length", "found": "0.5"},
    ),
    "the wrong unit": (
        lambda: S.from_toml('[device]\nneedle_length = "3 d"'),
        {"line": 2, "key": "device.needle_length", "found": "3 d"},
    ),
    "a key that does not exist": (
        lambda: S.from_toml("title = 'x'\n[person]\naeg = 3"),
        {"line": 3, "column": 1, "key": "person.aeg", "found": "aeg", "nearest": "age"},
    ),
    "a section that does not exist": (
        lambda: S.from_toml("[persona]\nage = 30"),
        {"line": 1, "key": "persona", "nearest": "person"},
    ),
    "not among the choices": (
        lambda: S.from_toml('[device]\nkind = "rolle"'),
        {"line": 2, "key": "device.kind", "found": "rolle", "nearest": "roller", "allowed": "pen | roller | stamp"},
    ),
    "a text for a number": (
        lambda: S.from_toml('[run]\nseed = "one"'),
        {"line": 2, "key": "run.seed", "found": "one"},
    ),
    "broken TOML": (lambda: S.from_toml("[device\nkind = 1"), {"file": "text", "line": 1}),
    "an empty text": (lambda: S.from_toml("# nothing\n"), {"file": "text", "line": None}),
    "nothing is left": (lambda: S.from_dict({"title": "x"}).with_(title=None), {"key": None}),
    "a file that is not there": (lambda: S.from_file("safe_hone.toml"), {"found": "safe_hone.toml", "line": None}),
    "an expectation of nothing": (
        lambda: S.from_toml('[expect]\neritema_duration = "<= 48 h"'),
        {"line": 2, "key": "expect.eritema_duration"},
    ),
    "a wrong dict": (
        lambda: S.from_dict({"person": {"age": 300}}),
        {"file": "dict", "line": 2, "key": "person.age", "found": "300"},
    ),
    "an override that is too large": (
        lambda: SAME.with_(device__needle_length="60 mm"),
        {"file": "override", "line": 1, "key": "device.needle_length", "found": "60 mm"},
    ),
    "a misspelt override": (
        lambda: cx.run(SAME, routine__pases=8),
        {"file": "override", "key": "routine.pases", "nearest": "passes"},
    ),
    "an override below a value": (
        lambda: SAME.with_({"title.short": "x"}),
        {"file": "override", "key": "title.short", "found": "x"},
    ),
    "a parameter that does not exist": (
        lambda: SAME.with_({"override.numerics.frist_step": "1 s"}),
        {"key": "override.numerics.frist_step", "nearest": "first_step"},
    ),
    "a parameter out of its range": (
        lambda: SAME.with_({"override.numerics.first_step": "-1 s"}),
        {"key": "override.numerics.first_step", "found": "-1 s"},
    ),
    "an unknown resolution": (
        lambda: cx.run(SAME, resolution="standart"),
        {"file": "override", "key": "run.resolution", "found": "standart", "nearest": "standard"},
    ),
    "a negative seed": (lambda: cx.Simulation(SAME, seed=-1), {"key": "run.seed", "found": "-1"}),
    "one wrong among several": (
        lambda: cx.compare({"good": SAME, "bad": {"person": {"age": 300}}}),
        {"key": "person.age"},
    ),
}


@pytest.mark.parametrize("call, facts", WRONG_SCENARIOS.values(), ids=WRONG_SCENARIOS)
def test_a_wrong_scenario_is_told_with_its_facts(call, facts):
    with pytest.raises(cx.ScenarioError) as caught:
        call()
    error = caught.value
    assert {name: getattr(error, name) for name in facts} == facts
    assert error.complaints and error.complaints[0].message
    assert isinstance(error, (cx.CicatrixError, ValueError)) and str(error)


WRONG_CALLS = {
    "no text, no file, no dict": (lambda: cx.run(3), TypeError, "not int"),
    "a set in a scenario": (lambda: SAME.with_(title={1}), TypeError, "title is of type set"),
    "a key that is no text": (lambda: S.from_dict({1: 2}), TypeError, "no text"),
    "a number beyond 64 bits": (lambda: SAME.with_(run__seed=2**70), ValueError, "run.seed.*too large"),
    "a Scenario made of nothing": (lambda: S("x"), TypeError, "from_file"),
    "threads below none": (lambda: cx.run(SAME, threads=-1), ValueError, "threads: -1"),
    "progress that is no function": (lambda: cx.run(SAME, progress=3), TypeError, "progress"),
    "a result in a folder that is not there": (
        lambda: cx.run(SAME, output="not/there/r.nc"),
        cx.ResultError,
        "not/there",
    ),
    "a result that is not there": (lambda: cx.open("nothing.nc"), cx.ResultError, "does not exist"),
    "a result that is something else": (lambda: cx.open(__file__), cx.ResultError, "no result file"),
    "one scenario to compare": (lambda: cx.compare("one.toml"), TypeError, "several"),
    "none to compare": (lambda: cx.compare([]), ValueError, "no scenario"),
    "two of one label": (lambda: cx.compare([SAME, SAME]), ValueError, "same label"),
    "an unknown table": (lambda: cx.describe("parameter"), ValueError, "did you mean 'parameters'"),
    "an unknown field": (lambda: cx.Simulation(SAME).field("colagen_i"), KeyError, "did you mean .*collagen_i"),
    "back in time": (lambda: cx.Simulation(SAME).advance_to(-1), ValueError, "time_h"),
    "beyond the end": (lambda: cx.Simulation(SAME).advance_to(49), ValueError, "48 h"),
    "no time at all": (lambda: cx.Simulation(SAME).advance_to(float("nan")), ValueError, "nan"),
}


@pytest.mark.parametrize("call, kind, words", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_is_refused_in_words(call, kind, words):
    with pytest.raises(kind, match=words):
        call()


def test_all_complaints_come_at_once_in_the_order_of_the_text():
    with pytest.raises(cx.ScenarioError) as caught:
        S.from_toml('[person]\nage = 300\nsiet = "cheek"\n[run]\nseed = "one"')
    assert [(c.line, c.key) for c in caught.value.complaints] == [(2, "person.age"), (3, "person.siet"), (5, "run.seed")]
    assert "did you mean 'site'" in str(caught.value)


def test_a_result_error_names_the_file_and_the_scenario_is_not_overwritten(tmp_path):
    SAME.save(tmp_path / "tiny.toml")
    with pytest.raises(cx.ResultError, match="scenario itself") as caught:
        cx.run(tmp_path / "tiny.toml", output=tmp_path / "tiny.toml")
    assert caught.value.file == str(tmp_path / "tiny.toml")
    assert S.from_file(tmp_path / "tiny.toml") == SAME


def test_mathematics_that_breaks_down_says_when_and_where(tmp_path):
    hopeless = {"override.numerics.negativity": 0}  # not even a rounding error below zero is borne
    with pytest.raises(cx.NumericalError) as caught:
        cx.run(SAME, hopeless, output=tmp_path / "r.nc")
    error = caught.value
    assert (error.time_h, error.field) == (0.0, "vegf") and error.depth_um > 0 and 0 < error.step_h < 1
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(cx.NumericalError, match="vegf"):
        cx.Simulation(SAME, hopeless).advance_to(1)


@pytest.mark.parametrize(
    "error",
    [
        cx.ScenarioError("wrong", [cx.Complaint("wrong", "a.toml", 1, 2, "run.seed", "x", "y", "z")]),
        cx.NumericalError("broke down", 1.5, "il6", 20.0, 0.1),
        cx.ResultError("no place", "r.nc"),
        cx.CicatrixError("something"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_exceptions_reach_other_processes_whole(error):
    error.add_note("at the third point")
    other = pickle.loads(pickle.dumps(error))
    assert type(other) is type(error) and str(other) == str(error) and vars(other) == vars(error)
