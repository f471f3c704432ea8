# SPDX-License-Identifier: Apache-2.0
"""Several runs side by side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .running import Progress, Tell, computed, settled, teller
from .scenario import Scenario, ScenarioLike

if TYPE_CHECKING:
    import numpy as np
    import xarray as xr

# Of each run; in one attribute for all of them they would say nothing.
OF_ONE_RUN = ("title", "seed", "result_hash", "verdict", "resolution", "assumed_share", "scenario_toml",
              "other_mechanisms")  # fmt: skip


def compare(
    scenarios: Mapping[str, ScenarioLike] | Iterable[ScenarioLike],
    changes: Mapping[str, Any] | None = None,
    /,
    *,
    resolution: str | None = None,
    seed: int | None = None,
    threads: int = 0,
    progress: Progress = None,
    **overrides: Any,
) -> xr.Dataset:
    """Runs several scenarios, one after the other, and sets them side by side.

    Parameters
    ----------
    scenarios : mapping or iterable
        Scenarios by label, or without: then the label is the file's name, else the title, else the number.
    changes, resolution, seed, threads, progress, **overrides
        As in :func:`cicatrix.run`, for each of them; `progress` counts all runs together.

    Returns
    -------
    xarray.Dataset
        As from :func:`cicatrix.run`, with the dimension ``scenario``. Each run is looked at at times of its own:
        ``time`` (days) has them all, with straight lines in between, and NaN after a run's end. Hash, verdict,
        title, seed and text of each are coordinates on ``scenario``.

    Raises
    ------
    ScenarioError
        One of them is wrong; none is run then.
    NumericalError
        The mathematics broke down.
    ValueError
        There are none, or two have the same label.

    Examples
    --------
    >>> import cicatrix as cx
    >>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 2, "ny": 2, "lateral": "500 um",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> both = cx.compare({"short": tiny, "long": cx.Scenario.from_dict(tiny).with_(run__follow_up="2 d")})
    >>> both["erythema"].dims, both["scenario"].values.tolist()
    (('scenario', 'time'), ['short', 'long'])
    """
    import numpy as np
    import xarray as xr

    from .results import dataset

    chosen = {
        label: settled(what, resolution, seed, changes, overrides) for label, what in labelled(scenarios).items()
    }
    runs = []
    with teller(progress) as tell:
        for number, scenario in enumerate(chosen.values()):
            share = _share_of_all(tell, number, len(chosen))
            runs.append(dataset(computed(scenario, threads, share, None)))
    times = np.unique(np.concatenate([run["time"].values for run in runs]))
    sides = [beside(at_times(run, times)) for run in runs]
    return joined(sides, xr.Variable("scenario", list(chosen), {"long_name": "what was run"}))


def joined(sides: list[xr.Dataset], along: str | xr.Variable) -> xr.Dataset:
    """Runs at the same times, one after the other along a new dimension."""
    import xarray as xr

    return xr.concat(
        _with_all_parameters(sides),
        along,
        join="outer",
        data_vars="all",
        coords=["session_time", *OF_ONE_RUN],
        compat="equals",
        combine_attrs="drop_conflicts",
    )


def _with_all_parameters(sides: list[xr.Dataset]) -> list[xr.Dataset]:
    """Models with mechanisms of their own have parameters that others lack: their values are NaN there."""
    import numpy as np

    if "parameter" not in sides[0].dims:
        return sides
    known = {name: (side, row) for side in reversed(sides) for row, name in enumerate(side["parameter"].values)}
    names = list(dict.fromkeys(name for side in sides for name in side["parameter"].values))
    if all(side.sizes["parameter"] == len(names) for side in sides):
        return sides
    told = [str(name) for name, c in sides[0].coords.items() if c.dims == ("parameter",) and name != "parameter"]
    columns = {
        column: ("parameter", np.array([known[name][0][column].values[known[name][1]] for name in names]))
        for column in told
    }
    return [side.drop_vars(told).reindex(parameter=names).assign_coords(columns) for side in sides]


def labelled(scenarios: Mapping[str, ScenarioLike] | Iterable[ScenarioLike]) -> dict[str, Scenario]:
    """Scenarios by label, in order."""
    if isinstance(scenarios, (str, os.PathLike, Scenario)):
        raise TypeError("compare takes several scenarios: a list of them, or a dict by label")
    if isinstance(scenarios, Mapping):
        pairs = [(str(label), Scenario.of(what)) for label, what in scenarios.items()]
    else:
        made = [Scenario.of(what) for what in scenarios]
        pairs = [(_label(scenario, number), scenario) for number, scenario in enumerate(made, 1)]
    if not pairs:
        raise ValueError("there is no scenario to compare")
    by_label = dict(pairs)
    if len(by_label) < len(pairs):
        raise ValueError("two scenarios have the same label; give a dict with a label for each")
    return by_label


def _label(scenario: Scenario, number: int) -> str:
    name = os.path.basename(scenario.path)
    return name.removesuffix(".toml") if name.endswith(".toml") else scenario.title or str(number)


def _share_of_all(tell: Tell | None, number: int, count: int) -> Tell | None:
    return None if tell is None else lambda share: tell((number + share) / count)


def at_times(run: xr.Dataset, times: np.ndarray[Any, np.dtype[np.float64]]) -> xr.Dataset:
    """Its curves at other times, on straight lines; nothing is said of what lies outside."""
    import numpy as np
    import xarray as xr

    own = run["time"].values
    curves = [name for name in run.data_vars if run[name].dims == ("time",)]
    moved = {
        name: xr.Variable(
            ("time",), np.interp(times, own, run[name].values, left=np.nan, right=np.nan), run[name].attrs
        )
        for name in curves
    }
    rest = run.drop_vars([*curves, "time"])
    return rest.assign(moved).assign_coords(time=xr.Variable(("time",), times, run["time"].attrs))


def beside(run: xr.Dataset) -> xr.Dataset:
    """What is said of this run alone, as coordinates."""
    side = run.assign_coords({name: run.attrs.get(name, "") for name in OF_ONE_RUN})
    side.attrs = {name: value for name, value in run.attrs.items() if name not in OF_ONE_RUN}
    return side
