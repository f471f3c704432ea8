# SPDX-License-Identifier: Apache-2.0
"""Many runs of one scenario: a grid, a list or a random design of changes, and replicates."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from .comparing import at_times, beside, joined
from .design import Design, Point, points_of
from .errors import ScenarioError
from .keeping import kept_or_run
from .naming import near, refuse_text
from .running import Progress, Tell, settled, teller
from .scaling_out import DaskClient, all_done_there
from .scenario import Scenario, ScenarioLike

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr

EVEN_TIMES = 201  # where runs were looked at at different times and the caller says none


def sweep(
    scenario: ScenarioLike,
    design: Design,
    *,
    replicates: int = 1,
    resolution: str | None = None,
    seed: int | None = None,
    workers: int = 0,
    folder: str | os.PathLike[str] | None = None,
    times: npt.ArrayLike | None = None,
    keep: Iterable[str] | None = None,
    client: DaskClient | None = None,
    chunk: int = 1,
    progress: Progress = None,
) -> xr.Dataset:
    """Runs a scenario many times, with changes, and gives one dataset.

    Runs go side by side, one thread each. Their order, their number at a time, the machines that they were on and
    whether they were resumed change no bit of any of them.

    Parameters
    ----------
    scenario : path, mapping or Scenario
        What is changed.
    design : mapping or iterable of mappings
        A mapping of dotted names to lists of values is a full grid. An iterable of mappings is a list of points, of
        :func:`latin_hypercube` or of your own; all with the same names.
    replicates : int
        Runs of each point, with seeds that count on from the scenario's.
    resolution, seed
        As in :func:`cicatrix.run`, for all of them.
    workers : int
        Runs at a time; 0 for as many as there are hardware threads. With a `client` its cluster says it.
    folder : path, optional
        Where finished runs are kept. What is there already, of the same scenario and version, is not run again; so a
        sweep that was broken off goes on where it was. With a `client` it is the workers that read and write it: a
        place that all of them share.
    times : array of float, shape (times,), optional
        Days at which curves are given. Without: where all runs were looked at, if these are the same times; else
        201 even ones up to the end of the longest run.
    keep : iterable of str, optional
        Names of the observables to keep; all without.
    client : dask.distributed.Client, optional
        Runs are made by the workers of its cluster; see ``docs/scale-out.md``. A worker that dies is replaced by
        another. When the sweep ends early, runs that have begun end within a second or two.
    chunk : int
        Runs of one task of the cluster. More than one saves overhead where runs are very short.
    progress : callable or True, optional
        Called with the share of the runs that is done, 0 to 1.

    Returns
    -------
    xarray.Dataset
        Like that of :func:`cicatrix.run`, with the dimension ``run``. On it lie, as coordinates, each name of the
        design, ``replicate``, and what is said of one run: ``seed``, ``result_hash``, ``verdict``, ``scenario_toml``.
        A grid turns into a box by ``set_index(run=[names and "replicate"]).unstack("run")``.

    Raises
    ------
    ScenarioError
        A point would be wrong; none is run then. A note says which.
    NumericalError
        The mathematics of a run broke down.
    ResultError
        A run that was kept is damaged.
    CicatrixError
        A worker of the cluster has another Cicatrix, or none.
    ValueError
        There is no point, points have different names, a name to keep is not there, or a number is none.

    Examples
    --------
    >>> import cicatrix as cx
    >>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 2, "ny": 2, "lateral": "500 um",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> result = cx.sweep(tiny, {"routine.passes": [1, 4]}, replicates=2, keep=["tewl"])
    >>> result["tewl"].dims, result["routine.passes"].values.tolist(), result["seed"].values.tolist()
    (('run', 'time'), [1, 1, 4, 4], [1, 2, 1, 2])
    """
    points = points_of(design)
    wanted = None if keep is None else _known(keep)
    if replicates < 1:
        raise ValueError(f"replicates: {replicates} is no number of runs; at least 1")
    if chunk < 1:
        raise ValueError(f"chunk: {chunk} is no number of runs; at least 1")
    if workers < 0:
        raise ValueError(f"workers: {workers} is no number of runs at a time; at least 0")
    if "run.seed" in points[0]:
        raise ValueError("run.seed: a sweep counts seeds on by itself; use seed= and replicates=")
    if client is not None and workers:
        raise ValueError("workers: with a client, how many runs go at a time is up to its cluster")
    base = settled(scenario, resolution, seed, None, {})
    coordinates: dict[str, list[Any]] = {name: [] for name in [*points[0], "replicate", "seed"]}
    chosen: list[Scenario] = []
    for point in points:
        for replicate in range(replicates):
            chosen.append(_at_point(base, point, base.seed + replicate))
            for name, value in {**point, "replicate": replicate + 1, "seed": base.seed + replicate}.items():
                coordinates[name].append(value)
    place = None if folder is None else Path(folder)
    with teller(progress) as tell:
        if client is None:
            runs = _all_done(chosen, workers, place, wanted, tell)
        else:
            runs = all_done_there(client, chosen, chunk, place, wanted, tell)
    return _together(runs, coordinates, times)


def _known(keep: Iterable[str]) -> list[str]:
    refuse_text(keep, "keep")
    names = [str(row["observable"]) for row in _core.tables["observables"]()]
    wanted = list(keep)
    for name in wanted:
        if name not in names:
            raise ValueError(
                f"keep: no observable is called {name!r}; describe('observables') has them" + near(name, names)
            )
    return wanted


def _at_point(base: Scenario, point: Point, seed: int) -> Scenario:
    try:
        return base.with_({**point, "run.seed": seed})
    except ScenarioError as error:
        error.add_note(f"at the point {dict(point)!r} of the design")
        raise


def _all_done(
    scenarios: Sequence[Scenario], workers: int, folder: Path | None, keep: Sequence[str] | None, tell: Tell | None
) -> list[xr.Dataset]:
    """Side by side; whatever ends one of them ends all."""
    stop = threading.Event()

    def go_on(share: float) -> None:
        if stop.is_set():
            raise _Stopped

    with ThreadPoolExecutor(workers or _core.hardware_threads()) as pool:
        waiting: list[Future[xr.Dataset]] = [pool.submit(kept_or_run, s, folder, keep, go_on) for s in scenarios]
        pending: set[Future[xr.Dataset]] = set(waiting)
        try:
            while pending:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                for future in done:
                    future.result()
                if tell is not None:
                    tell(1.0 - len(pending) / len(waiting))
        except BaseException:
            stop.set()
            for future in pending:
                future.cancel()
            raise
    return [future.result() for future in waiting]


class _Stopped(Exception):
    """Another run ended the sweep."""


def _together(
    runs: list[xr.Dataset], coordinates: Mapping[str, list[Any]], times: npt.ArrayLike | None
) -> xr.Dataset:
    import numpy as np

    common = _common_times(runs) if times is None else np.asarray(times, dtype=np.float64)
    sides = [beside(at_times(run, common)) for run in runs]
    return joined(sides, "run").assign_coords({name: ("run", values) for name, values in coordinates.items()})


def _common_times(runs: list[xr.Dataset]) -> npt.NDArray[np.float64]:
    import numpy as np

    own = [run["time"].values for run in runs]
    if all(np.array_equal(times, own[0]) for times in own):
        return own[0]
    return np.linspace(0.0, max(times[-1] for times in own), EVEN_TIMES)
