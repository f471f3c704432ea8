# SPDX-License-Identifier: Apache-2.0
"""What a run gave, as xarray and pandas hold it: from memory or from a result file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from . import _core
from ._facts import Observable

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

NOT_ADVICE = "For research and teaching; not medical advice."
PROVENANCE = {
    "source": f"Cicatrix {_core.version} ({_core.git_revision})",
    "cicatrix_version": _core.version,
    "git_revision": _core.git_revision,
    "compiler": _core.compiler,
    "flags": _core.build_flags,
}


def dataset(result: _core.RunResult, provenance: Mapping[str, Any] = PROVENANCE) -> xr.Dataset:
    """A finished run as a dataset; see :func:`cicatrix.run`."""
    import numpy as np
    import xarray as xr

    def variable(dims: tuple[str, ...], facts: Observable) -> xr.Variable:
        attrs = {name: facts[name] for name in ("long_name", "units", "shown_unit")}
        return xr.Variable(dims, facts["value"], attrs)

    time_attrs = {"long_name": "time since the start of the run", "units": "d"}
    session_attrs = {"long_name": "when the sessions were", "units": "d"}
    numbers = np.arange(1, len(result.session_d) + 1)
    coordinates: dict[str, xr.Variable] = {
        "time": xr.Variable(("time",), result.time_d, time_attrs),
        "session": xr.Variable(("session",), numbers, {"long_name": "number of the session"}),
        "session_time": xr.Variable(("session",), result.session_d, session_attrs),
    }
    variables = {name: variable(("time",), facts) for name, facts in result.series.items()}
    variables |= {name: variable((), facts) for name, facts in result.scalars.items()}

    rows = result.parameters
    for column in rows[0] if rows else {}:
        values = np.array([row[column] for row in rows])
        name = column if column == "parameter" else f"parameter_{column}"
        if column == "value":
            variables[name] = xr.Variable(("parameter",), values, {"long_name": "resolved parameters, in their units"})
        else:
            coordinates[name] = xr.Variable(("parameter",), values)

    attrs = {"comment": NOT_ADVICE, **result.facts, "verdict": json.dumps(result.verdict), **provenance}
    return xr.Dataset(variables, coordinates, attrs)


def open(path: str | os.PathLike[str]) -> xr.Dataset:
    """Opens a result file, of :func:`cicatrix.run` or of the program.

    Parameters
    ----------
    path : str or path
        A file ``NAME.nc``.

    Returns
    -------
    xarray.Dataset
        What :func:`cicatrix.run` gave, and the fields of the tissue: ``field_NAME`` on ``(frame_time, z, y, x)``, or
        without ``z`` where a field lies on the surface. Along ``z`` lie ``z_top``, ``z_bottom`` and ``layer``; planes
        where a field does not live hold NaN. Fields are read when they are used; close the dataset, or use it in a
        ``with`` statement, when the file must be free again.

    Raises
    ------
    ResultError
        The file is not there, is no result file, or is damaged.

    Examples
    --------
    >>> import cicatrix as cx, pathlib, tempfile
    >>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 2, "ny": 2, "lateral": "500 um",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "tiny.nc")
    ...     made = cx.run(tiny, output=file)
    ...     with cx.open(file) as read:
    ...         print(read["field_collagen_i"].dims, bool((read["tewl"] == made["tewl"]).all()))
    ('frame_time', 'z', 'y', 'x') True
    """
    import xarray as xr

    result = _core.read_result(os.fspath(path))
    file = xr.open_dataset(path, engine="h5netcdf", decode_times=False)
    mine = [name for name in ("source", "cicatrix_version", "git_revision", "compiler", "flags") if name in file.attrs]
    read = dataset(result, {name: file.attrs[name] for name in mine})
    fields = [str(name) for name in file.data_vars if str(name).startswith("field_")]
    frames = file[fields].rename(time="frame_time")
    frames = frames.drop_vars([str(name) for name in frames.coords if str(name) in ("series_time", "session_time")])
    merged = read.assign({str(name): frames[name] for name in frames.data_vars}).assign_coords(_planes(file))
    merged.set_close(file.close)
    return merged


def _planes(file: xr.Dataset) -> dict[str, xr.Variable]:
    """Edges and layers of the planes, under the names that a simulation gives them."""
    import numpy as np
    import xarray as xr

    edges, layer = file["z_bounds"].values, file["layer"]
    names = dict(zip(layer.attrs["flag_values"].tolist(), str(layer.attrs["flag_meanings"]).split()))
    um = {"units": "um"}
    return {
        "z_top": xr.Variable(("z",), edges[:, 0], um),
        "z_bottom": xr.Variable(("z",), edges[:, 1], um),
        "layer": xr.Variable(("z",), np.array([names[number] for number in layer.values.tolist()])),
    }


def verdict(result: xr.Dataset) -> pd.DataFrame:
    """The verdict of a run as a table.

    Parameters
    ----------
    result : xarray.Dataset
        Of :func:`cicatrix.run` or :func:`cicatrix.open`.

    Returns
    -------
    pandas.DataFrame
        One row per harm: ``level`` (none, mild, marked, severe) and ``because``, one sentence.

    Examples
    --------
    >>> import cicatrix as cx, json, xarray as xr
    >>> words = json.dumps([{"harm": "scar", "level": "none", "because": "no scar"}])
    >>> cx.verdict(xr.Dataset(attrs={"verdict": words})).loc["scar", "level"]
    'none'
    """
    import pandas as pd

    rows = json.loads(result.attrs["verdict"])
    return pd.DataFrame(rows, columns=["harm", "level", "because"]).set_index("harm")


def parameters(result: xr.Dataset) -> pd.DataFrame:
    """Every parameter that a run used, as resolved.

    Parameters
    ----------
    result : xarray.Dataset
        Of :func:`cicatrix.run` or :func:`cicatrix.open`.

    Returns
    -------
    pandas.DataFrame
        By ``parameter``: ``value`` as used and ``standard`` as declared, both in ``unit``, hard range, plausible
        spread, ``status`` of the evidence, ``source`` (a key of the bibliography), ``where`` in it, ``meaning``.

    Examples
    --------
    >>> import cicatrix as cx, xarray as xr
    >>> one = xr.Dataset({"parameter_value": ("parameter", [2.0])}, {"parameter": ["skin.ageing"]})
    >>> float(cx.parameters(one).loc["skin.ageing", "value"])
    2.0
    """
    names = [name for name in result.variables if str(name).startswith("parameter_")]
    table = result[names].to_dataframe()
    return table.rename(columns=lambda name: str(name).removeprefix("parameter_"))
