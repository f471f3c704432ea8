# SPDX-License-Identifier: Apache-2.0
"""A file that `cicatrix run` wrote, with all its fields, opens everywhere and holds what a session does to skin."""

import os
import pathlib
import subprocess

import numpy as np
import pytest
import xarray as xr
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkIOHDF import vtkHDFReader
from vtkmodules.vtkIONetCDF import vtkNetCDFCFReader

REAL = pathlib.Path(os.environ["CICATRIX_SAMPLES"]) / "real.nc"
engines = pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])


@engines
def test_every_field_has_a_unit_and_sound_values(engine):
    with xr.open_dataset(REAL, engine=engine) as ds:
        fields = [name for name in ds if name.startswith("field_")]
        assert len(fields) > 40
        for name in fields:
            values = ds[name].values
            assert "units" in ds[name].attrs and ds[name].attrs["long_name"], name
            assert np.isfinite(values).any() and np.nanmin(values) >= 0, name


@engines
def test_the_session_shows(engine):
    with xr.open_dataset(REAL, engine=engine) as ds:
        assert ds["session_time"].values.tolist() == [0.0]
        assert float(ds["wound_depth"]) > 100
        assert float(ds["barrier_integrity"].min()) < 0.9 < float(ds["barrier_integrity"][0])
        assert float(ds["erythema"].max()) > 1
        neutrophils = ds["field_neutrophils"].mean(dim=("z", "y", "x"))
        assert float(neutrophils[0]) == 0 and float(neutrophils.max()) > 0


def test_both_engines_read_the_same():
    with xr.open_dataset(REAL, engine="h5netcdf") as one, xr.open_dataset(REAL, engine="netcdf4") as other:
        xr.testing.assert_equal(one, other)


def test_ncdump_reads_it():
    header = subprocess.run(["ncdump", "-h", str(REAL)], check=True, capture_output=True, text=True).stdout
    assert "float field_tgf_active(time, z, y, x) ;" in header


def test_vtk_sees_the_same_voxels_as_xarray():
    with xr.open_dataset(REAL, engine="netcdf4") as ds:
        last = ds["field_macrophages_m1"].isel(time=-1)
        time, wanted = float(ds["time"][-1]), np.sort(np.nan_to_num(last.values, nan=-1).ravel())
        filled = ds["field_macrophages_m1"].encoding.get("_FillValue")
    reader = vtkNetCDFCFReader()
    reader.SetFileName(str(REAL))
    reader.UpdateMetaData()
    reader.SetDimensions("(z, y, x)")
    reader.SphericalCoordinatesOff()
    reader.UpdateTimeStep(time)
    values = vtk_to_numpy(reader.GetOutput().GetPointData().GetArray("field_macrophages_m1")).copy()
    values[~np.isfinite(values) | (values == filled)] = -1
    np.testing.assert_allclose(np.sort(values), wanted, rtol=1e-6)

    image = vtkHDFReader()
    assert image.CanReadFile(str(REAL))
    image.SetFileName(str(REAL))
    image.Update()
    assert image.GetOutput().GetPointData().HasArray("macrophages_m1")
