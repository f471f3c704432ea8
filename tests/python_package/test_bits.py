# SPDX-License-Identifier: Apache-2.0
"""The package and the program compute the same bits."""

import os
import subprocess

import numpy as np
import pytest
import xarray as xr
from conftest import TREE

import cicatrix as cx

SHIPPED = ["safe_home.toml", "cautionary_case.toml"]


def assert_same(run, told):
    assert run.attrs["result_hash"] == told["hash"]
    for name, outcome in told["outcomes"].items():
        mine = run[name]
        assert mine.attrs["shown_unit"] == outcome["unit"]
        if "time_d" in outcome:
            assert run["time"].values.tolist() == outcome["time_d"]
        wanted = np.atleast_1d(np.array(outcome["value"], dtype=float))  # null stands for NaN
        np.testing.assert_array_equal(np.atleast_1d(mine.values), wanted)
    names = {name for name in run.data_vars if name != "parameter_value"}
    assert names == set(told["outcomes"])


def test_a_run_has_the_hash_the_curves_and_the_scalars_of_the_program(tiny, told):
    assert_same(cx.run(tiny), told(tiny))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_scenarios_have_the_bits_of_the_program(name, told):
    scenario = cx.Scenario.from_file(TREE / "scenarios" / name).with_(
        run__resolution="sketch", run__follow_up="3 d", routine__sessions=2
    )
    assert_same(cx.run(scenario), told(scenario))


def test_what_is_given_to_the_call_is_what_the_program_takes_as_options(tiny, told):
    mine = cx.run(tiny, resolution="sketch", seed=11)
    assert mine.attrs["result_hash"] == told(tiny, "--resolution", "sketch", "--seed", "11")["hash"]
    assert mine.attrs["result_hash"] != cx.run(tiny, resolution="sketch").attrs["result_hash"]


def test_threads_change_no_bit(tiny):
    assert len({cx.run(tiny, threads=n).attrs["result_hash"] for n in (1, 2, 3)}) == 1


def test_result_files_hold_the_same_fields_as_those_of_the_program(tiny, program, tmp_path):
    tiny.save(tmp_path / "tiny.toml")
    program("run", tmp_path / "tiny.toml", "-q", "-o", tmp_path / "program.nc")
    cx.run(tiny, output=tmp_path / "package.nc")
    with cx.open(tmp_path / "program.nc") as one, cx.open(tmp_path / "package.nc") as other:
        xr.testing.assert_equal(one, other)
        assert one.attrs["result_hash"] == other.attrs["result_hash"]
        assert any(str(name).startswith("field_") for name in one)


def test_a_run_in_pieces_has_the_frames_of_a_whole_one(tiny, program, tmp_path):
    scenario = tmp_path / "s.toml"
    tiny.with_(run__follow_up="12 d").save(scenario)
    program("run", scenario, "-q", "-o", tmp_path / "whole.nc")
    pieces, words = 0, ["run", scenario, "-q", "-o", tmp_path / "pieces.nc", "--stop-after", "0.02 s"]
    while not (tmp_path / "pieces.nc").exists():
        done = subprocess.run([os.environ["CICATRIX_PROGRAM"], *map(str, words)], capture_output=True, timeout=300)
        assert done.returncode in (0, 3), done.stderr
        pieces += 1
    assert pieces > 2
    with cx.open(tmp_path / "whole.nc") as whole, cx.open(tmp_path / "pieces.nc") as other:
        xr.testing.assert_equal(whole, other)
        assert whole.sizes["frame_time"] > 3
