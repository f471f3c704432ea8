# SPDX-License-Identifier: Apache-2.0
"""Sweeps: designs, the bits of each run, and going on after a break."""

import threading

import numpy as np
import pytest
from conftest import TINY

import cicatrix as cx


def test_a_grid_with_replicates_has_each_run_once_with_the_bits_of_a_run_alone(tiny):
    made = cx.sweep(tiny, {"routine.passes": [1, 4], "device.needle_length": ["0.5 mm", "1 mm"]}, replicates=2)
    assert made.sizes["run"] == 8
    assert made["routine.passes"].values.tolist() == [1] * 4 + [4] * 4
    assert made["replicate"].values.tolist() == [1, 2] * 4
    assert made["seed"].values.tolist() == [7, 8] * 4
    alone = cx.run(tiny, {"routine.passes": 4, "device.needle_length": "0.5 mm"}, seed=8)
    here = made.isel(run=5)
    assert str(here["result_hash"].values) == alone.attrs["result_hash"]
    assert float(here["wound_depth"]) == float(alone["wound_depth"])
    np.testing.assert_array_equal(here["erythema"].values, alone["erythema"].values)
    box = made[["wound_depth"]].set_index(run=["routine.passes", "device.needle_length", "replicate"]).unstack("run")
    assert box["wound_depth"].shape == (2, 2, 2)


def test_workers_change_no_bit(tiny):
    design = [{"routine.passes": n} for n in (1, 2, 3)]
    one, many = (cx.sweep(tiny, design, workers=w) for w in (1, 3))
    assert one.identical(many)


def test_a_broken_sweep_goes_on_where_it_was(tiny, tmp_path, monkeypatch):
    design = {"routine.passes": [1, 2, 3, 4]}
    whole = cx.sweep(tiny, design)

    class Enough(Exception):
        pass

    def stop(share):
        if share >= 0.5:
            raise Enough

    with pytest.raises(Enough):
        cx.sweep(tiny, design, workers=1, folder=tmp_path, progress=stop)
    kept = sorted(tmp_path.glob("*.nc"))
    assert 2 <= len(kept) < 4 and not list(tmp_path.glob("*.part"))
    before = {path: path.stat().st_mtime_ns for path in kept}
    resumed = cx.sweep(tiny, design, folder=tmp_path)
    assert {path: path.stat().st_mtime_ns for path in kept} == before
    assert len(list(tmp_path.glob("*.nc"))) == 4
    assert resumed.equals(whole)
    assert resumed["result_hash"].values.tolist() == whole["result_hash"].values.tolist()


def test_a_damaged_kept_run_is_named(tiny, tmp_path):
    cx.sweep(tiny, [{}], folder=tmp_path)
    (kept,) = tmp_path.glob("*.nc")
    kept.write_bytes(b"half")
    with pytest.raises(cx.ResultError, match=kept.name):
        cx.sweep(tiny, [{}], folder=tmp_path)


def test_curves_of_runs_of_unlike_times_are_given_at_even_ones_or_where_asked(tiny):
    design = {"run.follow_up": ["1 d", "2 d"]}
    even = cx.sweep(tiny, design, keep=["tewl", "wound_depth"])
    assert even.sizes["time"] == 201 and set(even.data_vars) == {"tewl", "wound_depth"}
    assert np.isnan(even["tewl"].isel(run=0, time=-1)) and not np.isnan(even["tewl"].isel(run=1, time=-1))
    asked = cx.sweep(tiny, design, keep=["tewl"], times=[0, 0.5])
    assert asked["time"].values.tolist() == [0, 0.5] and asked["time"].attrs["units"] == "d"


def test_a_latin_hypercube_leaves_no_part_of_a_range_empty():
    design = cx.latin_hypercube({"a.x": (0.0, 1.0), "a.n": (1, 10), "a.l": (0.5, 1.5, "mm")}, 10, seed=3)
    assert sorted(int(10 * point["a.x"]) for point in design) == list(range(10))
    assert sorted(point["a.n"] for point in design) == list(range(1, 11))
    assert all(0.5 <= float(point["a.l"].removesuffix(" mm")) <= 1.5 for point in design)
    assert design == cx.latin_hypercube({"a.x": (0.0, 1.0), "a.n": (1, 10), "a.l": (0.5, 1.5, "mm")}, 10, seed=3)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: cx.sweep(TINY, []), "no point"),
        (lambda: cx.sweep(TINY, {"routine.passes": []}), "no point"),
        (lambda: cx.sweep(TINY, [{"routine.passes": 1}, {"routine.every": "7 d"}]), "point 2"),
        (lambda: cx.sweep(TINY, [{}], replicates=0), "replicates"),
        (lambda: cx.sweep(TINY, [{}], keep=["beauty"]), "beauty"),
        (lambda: cx.latin_hypercube({"a.x": (1, 1)}, 3), "a.x"),
        (lambda: cx.latin_hypercube({"a.x": (0, 1)}, 0), "count"),
        (lambda: cx.sweep(TINY, {"run.seed": [5, 6]}), "run.seed: a sweep counts seeds on by itself"),
        (lambda: cx.sweep(TINY, {"routine.passes": [2]}, workers=-1), "workers: -1 is no number"),
    ],
)
def test_wrong_designs_are_told(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_one_name_to_keep_is_given_as_a_list():
    with pytest.raises(TypeError, match="keep: a list of names is needed"):
        cx.sweep(TINY, {"routine.passes": [2]}, keep="tewl")


def test_a_latin_hypercube_of_numpy_s_whole_numbers_has_whole_numbers():
    design = cx.latin_hypercube({"routine.passes": (np.int64(1), np.int64(4))}, 4)
    assert sorted(point["routine.passes"] for point in design) == [1, 2, 3, 4]


def test_a_wrong_point_is_named_and_nothing_is_run(tiny, tmp_path):
    with pytest.raises(cx.ScenarioError) as told:
        cx.sweep(tiny, {"routine.passes": [1, -3]}, folder=tmp_path / "kept")
    assert told.value.key == "routine.passes" and "-3" in told.value.__notes__[0]
    assert not (tmp_path / "kept").exists()


def test_what_ends_the_sweep_ends_its_runs(tiny, tmp_path):
    """The first run is short; the others take many times as long, and are told to stop."""
    seen = []

    def stop(share):
        seen.append(share)
        raise KeyboardInterrupt

    threads = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        cx.sweep(tiny, {"routine.sessions": [1, 100, 101, 102]}, workers=2, folder=tmp_path, progress=stop)
    assert seen == [0.25] and threading.active_count() == threads
    assert len(list(tmp_path.iterdir())) == 1
