# SPDX-License-Identifier: Apache-2.0
"""What a run gives: units, words, provenance; the same from a file; several side by side."""

import json

import numpy as np
import pytest
import xarray as xr
from conftest import TINY

import cicatrix as cx


def test_curves_lie_on_days_and_everything_has_a_unit(ran):
    assert ran["time"].dtype == np.float64 and ran["time"].attrs["units"] == "d"
    assert float(ran["time"][-1]) == 2.0 and ran["session_time"].values.tolist() == [0.0]
    curves = [name for name in ran.data_vars if ran[name].dims == ("time",)]
    scalars = [name for name in ran.data_vars if ran[name].dims == ()]
    assert "erythema" in curves and "wound_depth" in scalars
    for name in curves + scalars:
        assert ran[name].attrs["units"] and ran[name].attrs["shown_unit"] and ran[name].attrs["long_name"], name
    assert ran["wound_depth"].attrs["units"] == "um" and float(ran["wound_depth"]) > 100


def test_it_says_what_it_is_and_what_made_it(ran):
    about = ran.attrs
    assert "not medical advice" in about["comment"]
    assert about["scenario_toml"] == cx.Scenario.from_dict(TINY).to_toml() and about["seed"] == "7"
    assert about["cicatrix_version"] == cx.__version__ and about["flags"] and about["compiler"]
    assert about["steps"] > 0 and 0 < about["assumed_share"] < 1 and about["wall_seconds"] > 0
    assert len(json.loads(about["verdict"])) == 7


def test_the_verdict_is_a_table_of_words(ran):
    table = cx.verdict(ran)
    assert table.index.name == "harm" and "scar" in table.index
    assert set(table["level"]) <= {"none", "mild", "marked", "severe"}
    assert all(sentence.endswith(".") for sentence in table["because"])


def test_parameters_say_unit_source_and_status(tiny):
    changed = cx.parameters(cx.run(tiny, {"override.numerics.tolerance": 0.2}))
    assert changed.loc["numerics.tolerance", ["value", "standard"]].tolist() != [0.2, 0.2]
    assert changed.loc["numerics.tolerance", "value"] == 0.2
    assert changed.loc["numerics.tolerance", "status"] == "convention"
    assert not changed[["unit", "status", "source", "where", "meaning"]].isna().any().any()
    assert changed.index.is_unique


def test_a_file_gives_what_the_run_gave_and_the_fields(tiny, tmp_path):
    made = cx.run(tiny, output=tmp_path / "r.nc")
    with cx.open(tmp_path / "r.nc") as read:
        xr.testing.assert_identical(read[list(made.variables)].drop_attrs(deep=False), made.drop_attrs(deep=False))
        assert {name: read.attrs[name] for name in made.attrs} == made.attrs
        collagen = read["field_collagen_i"]
        assert collagen.dims == ("frame_time", "z", "y", "x") and collagen.attrs["units"] == "ug mm-3"
        assert read["z"].attrs["positive"] == "down" and collagen.shape[2:] == (3, 4)
        assert float(collagen.isel(frame_time=0).max()) > 0


def test_a_file_of_the_program_opens(tiny, program, tmp_path):
    tiny.save(tmp_path / "tiny.toml")
    program("run", tmp_path / "tiny.toml", "-q", "-o", tmp_path / "r.nc")
    with cx.open(tmp_path / "r.nc") as read:
        assert read.attrs["title"] == TINY["title"] and read.attrs["source"].startswith("Cicatrix ")


def test_a_damaged_file_is_refused(tiny, tmp_path):
    cx.run(tiny, output=tmp_path / "r.nc")
    whole = (tmp_path / "r.nc").read_bytes()
    (tmp_path / "half.nc").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(cx.ResultError) as caught:
        cx.open(tmp_path / "half.nc")
    assert caught.value.file == str(tmp_path / "half.nc")


def test_a_dataset_can_be_saved_by_xarray(ran, tmp_path):
    ran.to_netcdf(tmp_path / "mine.nc", engine="h5netcdf")
    with xr.open_dataset(tmp_path / "mine.nc", engine="h5netcdf") as read:
        xr.testing.assert_equal(read, ran)
        assert read["time"].dtype == np.float64


def test_compare_sets_runs_side_by_side(tiny):
    longer = tiny.with_(run__follow_up="3 d", device__needle_length="1.5 mm")
    both = cx.compare({"short": tiny, "long": longer})
    assert both["erythema"].dims == ("scenario", "time") and both["wound_depth"].dims == ("scenario",)
    for label, scenario in (("short", tiny), ("long", longer)):
        alone, side = cx.run(scenario), both.sel(scenario=label)
        assert str(side["result_hash"].values) == alone.attrs["result_hash"]
        np.testing.assert_array_equal(side["erythema"].sel(time=alone["time"]), alone["erythema"])
        assert float(side["wound_depth"]) == float(alone["wound_depth"])
    assert np.isnan(both["erythema"].sel(scenario="short", time=3.0))
    assert both["erythema"].attrs["shown_unit"] == "delta a*" and "not medical" in both.attrs["comment"]


def test_compare_takes_different_numbers_of_sessions(tiny):
    both = cx.compare({"one": tiny, "two": tiny.with_(routine__sessions=2, routine__every="1 d")})
    assert both["session"].values.tolist() == [1, 2]
    np.testing.assert_array_equal(both["session_time"], [[0.0, np.nan], [0.0, 1.0]])


def test_compare_lays_its_changes_over_all_and_labels_by_itself(tiny, tmp_path):
    tiny.save(tmp_path / "first.toml")
    shares = []
    both = cx.compare([tmp_path / "first.toml", tiny.with_(title="Second")], seed=3, progress=shares.append)
    assert both["scenario"].values.tolist() == ["first", "Second"] and both["seed"].values.tolist() == ["3", "3"]
    assert shares == sorted(shares) and (shares[0], shares[-1]) == (0.0, 1.0)
