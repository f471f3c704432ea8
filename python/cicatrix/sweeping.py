# SPDX-License-Identifier: Apache-2.0
"""Many runs of one scenario: a grid, a list or a random design of changes, and replicates."""

from __future__ import annotations

import hashlib
import itertools
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _core
from .comparing import at_times, beside, joined
from .errors import ResultError, ScenarioError
from .running import Progress, computed, settled, teller
from .scenario import Scenario, ScenarioLike

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr

Point: TypeAlias = Mapping[str, Any]
Design: TypeAlias = Mapping[str, Sequence[Any]] | Iterable[Point]

EVEN_TIMES = 201  # where runs were looked at at different times and the caller says none


def latin_hypercube(spreads: Mapping[str, Sequence[Any]], count: int, *, seed: int = 1) -> list[dict[str, Any]]:
    """A random design that leaves no part of any range empty.

    Each range is cut into `count` equal parts, and each part is used once, in an order of its own.

    Parameters
    ----------
    spreads : mapping
        By dotted name: ``(low, high)``, two numbers, or ``(low, high, unit)``, which makes texts such as
        ``"0.73 mm"``. Two whole numbers give whole numbers, ends included.
    count : int
        How many points.
    seed : int
        Names the draw.

    Returns
    -------
    list of dict
        What :func:`cicatrix.sweep` takes as a design.

    Raises
    ------
    ValueError
        `count` is less than one, or a range is none.

    Examples
    --------
    >>> import cicatrix as cx
    >>> design = cx.latin_hypercube({"routine.passes": (1, 4), "device.needle_length": (0.25, 1.5, "mm")}, 4)
    >>> sorted(point["routine.passes"] for point in design)
    [1, 2, 3, 4]
    """
    import numpy as np

    if count < 1:
        raise ValueError(f"count: {count} is no number of points; at least 1")
    draw = np.random.default_rng(seed)
    columns: dict[str, list[Any]] = {}
    for name, spread in spreads.items():
        if len(spread) not in (2, 3) or not spread[0] < spread[1]:
            raise ValueError(f"{name}: {spread!r} is no range; (low, high) or (low, high, unit)")
        low, high = spread[0], spread[1]
        shares = (draw.permutation(count) + draw.random(count)) / count
        if isinstance(low, int) and isinstance(high, int):
            values: list[Any] = [int(v) for v in np.floor(low + shares * (high - low + 1))]
        else:
            values = [float(v) for v in low + shares * (high - low)]
        columns[name] = values if len(spread) == 2 else [f"{v!r} {spread[2]}" for v in values]
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


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
    progress: Progress = None,
) -> xr.Dataset:
    """Runs a scenario many times, with changes, and gives one dataset.

    Runs go side by side, one thread each. Their order, their number at a time and whether they were resumed change no
    bit of any of them.

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
        Runs at a time; 0 for as many as there are hardware threads.
    folder : path, optional
        Where finished runs are kept. What is there already, of the same scenario and version, is not run again; so a
        sweep that was broken off goes on where it was.
    times : array of float, shape (times,), optional
        Days at which curves are given. Without: where all runs were looked at, if these are the same times; else
        201 even ones up to the end of the longest run.
    keep : iterable of str, optional
        Names of the observables to keep; all without.
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
    ValueError
        There is no point, points have different names, or a name to keep is not there.

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
    points = _points(design)
    if replicates < 1:
        raise ValueError(f"replicates: {replicates} is no number of runs; at least 1")
    base = settled(scenario, resolution, seed, None, {})
    coordinates: dict[str, list[Any]] = {name: [] for name in [*points[0], "replicate", "seed"]}
    chosen: list[Scenario] = []
    for point in points:
        for replicate in range(replicates):
            chosen.append(_at_point(base, point, base.seed + replicate))
            for name, value in {**point, "replicate": replicate + 1, "seed": base.seed + replicate}.items():
                coordinates[name].append(value)
    runs = _all_done(chosen, workers, None if folder is None else Path(folder), progress)
    return _together(runs, coordinates, times, keep)


def _points(design: Design) -> list[dict[str, Any]]:
    if isinstance(design, Mapping):
        points = [dict(zip(design, values)) for values in itertools.product(*design.values())]
    else:
        points = [dict(point) for point in design]
    if not points:
        raise ValueError("the design has no point")
    for number, point in enumerate(points, 1):
        if point.keys() != points[0].keys():
            raise ValueError(f"point {number} of the design names {', '.join(point)}; the first {', '.join(points[0])}")
    return points


def _at_point(base: Scenario, point: Point, seed: int) -> Scenario:
    try:
        return base.with_({**point, "run.seed": seed})
    except ScenarioError as error:
        error.add_note(f"at the point {dict(point)!r} of the design")
        raise


def _all_done(
    scenarios: list[Scenario], workers: int, folder: Path | None, progress: Progress
) -> list[xr.Dataset]:
    """Side by side; whatever ends one of them ends all."""
    tell = teller(progress)
    stop = threading.Event()

    def go_on(share: float) -> None:
        if stop.is_set():
            raise _Stopped

    with ThreadPoolExecutor(workers or _core.hardware_threads()) as pool:
        waiting: list[Future[xr.Dataset]] = [pool.submit(_one, s, folder, go_on) for s in scenarios]
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


def _one(scenario: Scenario, folder: Path | None, go_on: Callable[[float], None]) -> xr.Dataset:
    from .results import dataset

    kept = None if folder is None else folder / f"{_fingerprint(scenario)}.nc"
    if kept is not None and kept.exists():
        return _read(kept)
    made = dataset(computed(scenario, 1, go_on, None))
    made = made.drop_dims("parameter")  # they follow from the scenario, and would be most of the dataset
    if kept is not None:
        _write(made, kept)
    return made


def _fingerprint(scenario: Scenario) -> str:
    """Equal for runs with equal bits: what is run, and by which revision."""
    said = "\n".join([_core.version, _core.git_revision, scenario.to_toml()])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _write(made: xr.Dataset, target: Path) -> None:
    """Whole or not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    begun = target.with_suffix(f".{threading.get_ident()}.part")
    try:
        made.to_netcdf(begun, engine="h5netcdf")
        os.replace(begun, target)
    finally:
        begun.unlink(missing_ok=True)


def _read(kept: Path) -> xr.Dataset:
    import xarray as xr

    try:
        return xr.load_dataset(kept, engine="h5netcdf", decode_times=False)
    except (OSError, ValueError) as error:
        raise ResultError(f"{kept}: this kept run cannot be read ({error}); take it away to have it run again") from error


def _together(
    runs: list[xr.Dataset],
    coordinates: Mapping[str, list[Any]],
    times: npt.ArrayLike | None,
    keep: Iterable[str] | None,
) -> xr.Dataset:
    import numpy as np

    names = [str(name) for name in runs[0].data_vars]
    if keep is not None:
        wanted = list(keep)
        for name in wanted:
            if name not in names:
                raise ValueError(f"no observable is called {name}; there are {', '.join(sorted(names))}")
        runs = [run.drop_vars([name for name in names if name not in wanted]) for run in runs]
    common = _common_times(runs) if times is None else np.asarray(times, dtype=np.float64)
    sides = [beside(at_times(run, common)) for run in runs]
    return joined(sides, "run").assign_coords({name: ("run", values) for name, values in coordinates.items()})


def _common_times(runs: list[xr.Dataset]) -> npt.NDArray[np.float64]:
    import numpy as np

    own = [run["time"].values for run in runs]
    if all(np.array_equal(times, own[0]) for times in own):
        return own[0]
    return np.linspace(0.0, max(times[-1] for times in own), EVEN_TIMES)
