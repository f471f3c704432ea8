# SPDX-License-Identifier: Apache-2.0
"""Scenarios are values: made three ways, changed into others, copied, pickled, saved."""

import copy
import multiprocessing
import pickle

import numpy as np
import pytest
from conftest import TINY, TREE

import cicatrix as cx


def test_file_text_and_dict_give_the_same_scenario(tiny, tmp_path):
    tiny.save(tmp_path / "tiny.toml")
    from_file = cx.Scenario.from_file(tmp_path / "tiny.toml")
    assert tiny == from_file == cx.Scenario.from_toml(tiny.to_toml())
    assert hash(tiny) == hash(from_file)
    assert (from_file.path, tiny.path) == (str(tmp_path / "tiny.toml"), "dict")


@pytest.mark.parametrize("path", sorted((TREE / "scenarios").glob("*.toml")), ids=lambda p: p.stem)
def test_shipped_scenarios_survive_text_dict_and_pickle(path):
    scenario = cx.Scenario.from_file(path)
    assert cx.Scenario.from_toml(scenario.to_toml()) == scenario
    assert cx.Scenario.from_dict(scenario.to_dict()) == scenario
    assert pickle.loads(pickle.dumps(scenario)) == scenario


def test_its_facts_are_those_of_the_document(tiny):
    assert (tiny.title, tiny.seed, tiny.resolution, tiny.precision) == (TINY["title"], 7, "explicit", "single")
    assert tiny.end_h == 48.0 and isinstance(tiny.end_h, float)
    assert repr(tiny) == "<cicatrix.Scenario 'Small enough for a test': 2 d, explicit, seed 7>"
    assert tiny.to_dict() == TINY


def test_values_are_found_by_dotted_names(tiny):
    assert tiny["device.needle_length"] == "1.0 mm" and tiny["run.resolution.nx"] == 4
    assert tiny["run"]["seed"] == 7
    assert "routine.sessions" in tiny and "routine.passes" not in tiny
    with pytest.raises(KeyError, match="its default is 4"):
        tiny["routine.passes"]
    with pytest.raises(KeyError, match="did you mean 'routine.passes'"):
        tiny["routine.pases"]


def test_with_gives_another_scenario_and_leaves_the_first(tiny):
    before = tiny.to_toml()
    deeper = tiny.with_({"device.needle_length": "1.5 mm"}, routine__passes=8)
    assert (deeper["device.needle_length"], deeper["routine.passes"]) == ("1.5 mm", 8)
    assert tiny.to_toml() == before and deeper != tiny
    assert deeper.with_({"device.needle_length": "1.0 mm", "routine.passes": None}) == tiny


def test_with_makes_sections_and_replaces_lists(tiny):
    other = tiny.with_(exposure__spf=50, aftercare=[{"product": "hyaluronic acid serum", "at": "0 h"}])
    assert other["exposure.spf"] == 50
    assert other["aftercare"] == [{"product": "hyaluronic acid serum", "at": "0 h"}]


def test_numbers_of_numpy_are_numbers(tiny):
    changed = tiny.with_(routine__passes=np.int64(3), person__age=np.float32(40), exposure__spf=np.float64(30))
    assert changed["routine.passes"] == 3 and changed["person.age"] == 40.0
    assert changed.with_(device__shared=np.bool_(True))["device.shared"] is True


def test_extends_is_merged_in(tmp_path, tiny):
    tiny.save(tmp_path / "base.toml")
    (tmp_path / "mine.toml").write_text('extends = "base.toml"\n[routine]\npasses = 6\n')
    mine = cx.Scenario.from_file(tmp_path / "mine.toml")
    assert mine["routine.passes"] == 6 and mine["device.needle_length"] == "1.0 mm"
    assert "extends" not in mine.to_toml()


def test_a_scenario_does_not_change(tiny):
    with pytest.raises(AttributeError):
        tiny.title = "Another"
    tiny.to_dict()["run"]["seed"] = 99
    assert tiny.seed == 7


def test_copies_and_pickles_are_equal(tiny):
    for other in (copy.copy(tiny), copy.deepcopy(tiny), pickle.loads(pickle.dumps(tiny))):
        assert other == tiny and other.path == tiny.path
    assert len({tiny, copy.deepcopy(tiny)}) == 1 and tiny != "a text"


def hash_of(scenario):
    return cx.run(scenario, threads=1).attrs["result_hash"]


def test_another_process_computes_the_same(tiny, ran):
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(hash_of, (tiny,)) == ran.attrs["result_hash"]


def test_ready_made_scenarios_come_with_the_package(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {file.stem for file in (TREE / "scenarios").glob("*.toml")}
    assert "safe_home" in names
    for name in names:
        assert cx.Scenario.shipped(name) == cx.Scenario.from_file(TREE / "scenarios" / f"{name}.toml")
        assert cx.Scenario.from_file(f"scenarios/{name}.toml") == cx.Scenario.shipped(name)
    with pytest.raises(ValueError, match="did you mean 'safe_home'"):
        cx.Scenario.shipped("save_home")
    with pytest.raises(cx.ScenarioError):
        cx.Scenario.from_file("scenarios/save_home.toml")


def test_a_file_of_one_s_own_is_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "safe_home.toml").write_text('title = "Mine"')
    assert cx.Scenario.from_file("scenarios/safe_home.toml").title == "Mine"
