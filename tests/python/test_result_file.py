# SPDX-License-Identifier: Apache-2.0
"""Result files open in xarray with both engines, in ncdump and in VTK, with the same numbers and units.

CICATRIX_SAMPLES names the folder in which write_sample_result left volume.nc and column.nc.
"""

import json
import os
import pathlib
import subprocess

import h5py
import numpy as np
import pytest
import xarray as xr
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkCommonExecutionModel import vtkStreamingDemandDrivenPipeline
from vtkmodules.vtkIOHDF import vtkHDFReader
from vtkmodules.vtkIONetCDF import vtkNetCDFCFReader

SAMPLES = pathlib.Path(os.environ["CICATRIX_SAMPLES"])
VOLUME, COLUMN = SAMPLES / "volume.nc", SAMPLES / "column.nc"
EDGES = np.array([0, 15, 25, 40, 60, 100, 180, 300, 500.0])
DAYS = [0.0, 0.5, 3.0]
FIELDS = {"collagen_i": (0, slice(4, 8)), "debris": (1, slice(0, 8))}  # number, planes where it lives

engines = pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])


def expected(field, nx=12, ny=10):
    """The made-up values of tests/unit/io/sample.hpp on (time, z, y, x); NaN where the field does not live."""
    number, planes = FIELDS[field]
    t, k, j, i = np.meshgrid(DAYS, range(8), range(ny), range(nx), indexing="ij")
    value = 1000.0 * number + 100.0 * t + 10.0 * k + j + 0.01 * i
    lives = np.zeros(8, bool)
    lives[planes] = True
    return np.where(lives[None, :, None, None], value, np.nan).astype(np.float32)


@engines
@pytest.mark.parametrize("path, nx, ny", [(VOLUME, 12, 10), (COLUMN, 1, 1)])
def test_fields_have_values_places_and_units(engine, path, nx, ny):
    with xr.open_dataset(path, engine=engine) as ds:
        assert ds["field_collagen_i"].dims == ("time", "z", "y", "x")
        for field in FIELDS:
            np.testing.assert_allclose(ds[f"field_{field}"], expected(field, nx, ny), rtol=1e-6)
            assert ds[f"field_{field}"].dtype == np.float32
        assert ds["field_collagen_i"].attrs["units"] == "ug mm-3"
        assert ds["field_debris"].attrs["long_name"] == "dead and torn material"
        np.testing.assert_allclose(ds["z"], (EDGES[1:] + EDGES[:-1]) / 2)
        np.testing.assert_allclose(ds["z_bounds"], np.stack([EDGES[:-1], EDGES[1:]], axis=1))
        np.testing.assert_allclose(ds["x"], 25.0 * (np.arange(nx) + 0.5))
        np.testing.assert_allclose(ds["y"], 20.0 * (np.arange(ny) + 0.5))
        assert ds["z"].attrs["positive"] == "down" and ds["z"].attrs["units"] == "um"


@engines
def test_surface_fields_have_no_depth(engine):
    with xr.open_dataset(VOLUME, engine=engine) as ds:
        assert ds["field_barrier"].dims == ("time", "y", "x")
        j, i = np.meshgrid(range(10), range(12), indexing="ij")
        np.testing.assert_allclose(ds["field_barrier"].isel(time=1), 2050.0 + j + 0.01 * i, rtol=1e-6)


@engines
def test_time_stays_a_number_of_days(engine):
    with xr.open_dataset(VOLUME, engine=engine) as ds:
        for axis, values in (("time", DAYS), ("series_time", [0.0, 0.5, 4.0 / 3.0, 28.0]), ("session_time", [0, 14])):
            assert ds[axis].dtype == np.float64 and ds[axis].attrs["units"] == "d"
            np.testing.assert_allclose(ds[axis], values, rtol=1e-15)


@engines
def test_observables_keep_their_names(engine):
    with xr.open_dataset(VOLUME, engine=engine) as ds:
        np.testing.assert_array_equal(ds["erythema"], [0.0, 4.1, 2.0 / 3.0, 0.1])
        np.testing.assert_array_equal(ds["collagen_i"], [0.0, np.nan, -1.0, 2.5])
        assert ds["collagen_i"].dims == ("series_time",) and ds["collagen_i"].attrs["units"] == "%"
        assert float(ds["wound_depth"]) == 512.25 and ds["wound_depth"].attrs["units"] == "um"
        assert np.isnan(ds["resolution_time"])


@engines
def test_only_dimensions_with_a_coordinate_show_one(engine):
    with xr.open_dataset(VOLUME, engine=engine) as ds:
        assert set(ds.coords) == {"time", "z", "y", "x", "series_time", "session_time"}


@engines
def test_file_explains_itself(engine):
    with xr.open_dataset(VOLUME, engine=engine) as ds:
        about = ds.attrs
    assert about["Conventions"] == "CF-1.10" and about["title"] == "A made-up run"
    assert "note = \"Für den Test\"" in about["scenario_toml"]
    assert int(about["seed"]) == 2**64 - 1 and about["result_hash"] == "0123456789abcdef"
    assert about["assumed_share"] == 0.375 and about["steps"] == 17
    assert [harm["level"] for harm in json.loads(about["verdict"])] == ["mild", "none"]
    for name in ("source", "history", "git_revision", "compiler", "flags", "host", "wall_seconds", "scenario_path"):
        assert name in about


@engines
def test_parameters_are_found_by_name(engine):
    with xr.open_dataset(VOLUME, engine=engine, group="parameters") as ds:
        growth = ds.sel(parameter="fibroplasia.growth")
        assert float(growth["value"]) == 0.2 and float(growth["standard"]) == 0.1
        assert str(growth["unit"].item()) == "1/d" and str(growth["status"].item()) == "assumed"
        assert str(growth["where"].item()) == "a round number" and float(growth["plausible_high"]) == 0.25


@engines
def test_sections_of_the_report_open(engine):
    with xr.open_dataset(VOLUME, engine=engine, group="report") as ds:
        assert ds["collagen_i"].dims == ("time", "z", "x")
        np.testing.assert_array_equal(ds["collagen_i"].sel(time=7.0), [[6, 5, 4], [3, 2, 1]])


def test_ncdump_reads_it():
    header = subprocess.run(["ncdump", "-h", str(VOLUME)], check=True, capture_output=True, text=True).stdout
    assert "float field_collagen_i(time, z, y, x) ;" in header
    assert "time = UNLIMITED ; // (3 currently)" in header
    assert "bound(bound)" not in header
    assert 'field_collagen_i:units = "ug mm-3" ;' in header


def test_vtk_cf_reader_sees_fields_and_physical_time():
    reader = vtkNetCDFCFReader()
    reader.SetFileName(str(VOLUME))
    reader.UpdateMetaData()
    reader.SetDimensions("(z, y, x)")
    reader.SphericalCoordinatesOff()
    reader.UpdateInformation()
    assert list(reader.GetOutputInformation(0).Get(vtkStreamingDemandDrivenPipeline.TIME_STEPS())) == DAYS
    reader.UpdateTimeStep(3.0)
    grid = reader.GetOutput()
    assert grid.GetDimensions() == (12, 10, 8)
    np.testing.assert_allclose(grid.GetBounds(), (12.5, 287.5, 10.0, 190.0, -400.0, -7.5))
    depths = -vtk_to_numpy(grid.GetZCoordinates())
    for field in FIELDS:
        values = vtk_to_numpy(grid.GetPointData().GetArray(f"field_{field}")).reshape(8, 10, 12)
        wanted = expected(field)[2][np.searchsorted((EDGES[1:] + EDGES[:-1]) / 2, depths)]
        np.testing.assert_allclose(values, wanted, rtol=1e-6)


def test_vtk_hdf_reader_sees_the_last_frame_right_way_up():
    reader = vtkHDFReader()
    assert reader.CanReadFile(str(VOLUME))
    reader.SetFileName(str(VOLUME))
    reader.Update()
    image = reader.GetOutput()
    nx, ny, slices = image.GetDimensions()
    assert (nx, ny) == (12, 10) and slices >= 8
    depth = -(image.GetOrigin()[2] + image.GetSpacing()[2] * np.arange(slices))
    assert depth[0] > depth[-1] > 0 and image.GetBounds()[4] > -EDGES[-1]
    planes = np.searchsorted(EDGES, depth) - 1
    for field in FIELDS:
        values = vtk_to_numpy(image.GetPointData().GetArray(field)).reshape(slices, ny, nx)
        np.testing.assert_allclose(values, expected(field)[2][planes], rtol=1e-6)


def test_hdf_view_stores_nothing_twice_and_is_left_out_of_columns():
    with h5py.File(VOLUME) as file:
        assert file["VTKHDF/PointData/debris"].is_virtual
    with h5py.File(COLUMN) as file:
        assert "VTKHDF" not in file
