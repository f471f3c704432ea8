# SPDX-License-Identifier: Apache-2.0
"""One whole run."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _core
from .scenario import Scenario, ScenarioLike, dotted

if TYPE_CHECKING:
    import xarray as xr

Tell: TypeAlias = Callable[[float], object]
Progress: TypeAlias = Tell | bool | None


@contextlib.contextmanager
def teller(progress: Progress) -> Iterator[Tell | None]:
    """What is called with the share that is done: the caller's own function, or a bar that is closed at the end.

    The bar is tqdm's where tqdm is installed, else a line on standard error.
    """
    if progress is None or progress is False:
        yield None
    elif progress is True:
        bar = _bar()
        try:
            yield bar.tell
        finally:
            bar.close()
    elif callable(progress):
        yield progress
    else:
        raise TypeError(f"progress is True or a function of one number, not {type(progress).__name__}")


class _Line:
    """A line on standard error."""

    def __init__(self) -> None:
        self.open = False

    def tell(self, share: float) -> None:
        print(f"\r{share:4.0%} done", end="", file=sys.stderr, flush=True)
        self.open = True

    def close(self) -> None:
        if self.open:
            print(file=sys.stderr, flush=True)


class _TqdmBar:
    """A bar in the terminal or in a notebook, whichever it is."""

    def __init__(self, tqdm: Any) -> None:
        self.bar = tqdm(total=1.0, bar_format="{percentage:3.0f}%|{bar}| {elapsed}<{remaining}")

    def tell(self, share: float) -> None:
        self.bar.update(share - self.bar.n)

    def close(self) -> None:
        self.bar.close()


def _bar() -> _Line | _TqdmBar:
    try:
        return _TqdmBar(importlib.import_module("tqdm.auto").tqdm)
    except ImportError:
        return _Line()


def settled(
    scenario: ScenarioLike,
    resolution: str | None,
    seed: int | None,
    changes: Mapping[str, Any] | None,
    overrides: Mapping[str, Any],
) -> Scenario:
    """The scenario that is really run."""
    by_name = dotted(changes, overrides)
    if resolution is not None:
        by_name["run.resolution"] = resolution
    if seed is not None:
        by_name["run.seed"] = seed
    chosen = Scenario.of(scenario)
    return chosen.with_(by_name) if by_name else chosen


def computed(
    scenario: Scenario,
    threads: int,
    progress: Progress,
    output: str | os.PathLike[str] | None,
    *,
    checkpoint: str | os.PathLike[str] | None = None,
    warn: Callable[[str], object] | None = None,
) -> _core.RunResult:
    """Runs it, and warns when needles missed the patch: as Python does, or by a function."""
    target = None if output is None else os.fspath(output)
    kept_in = None if checkpoint is None else os.fspath(checkpoint)
    if kept_in is not None and scenario.has_own_model:
        raise ValueError("checkpoint: a run with mechanisms of one's own, or without some, cannot be kept yet")
    with teller(progress) as tell:
        result = _core.run(scenario._core, threads, tell, target, kept_in)
    if result.missed_sessions:
        words = (
            f"{scenario.title or 'scenario'}: {result.missed_sessions} of {result.sessions} sessions put no needle "
            "into the simulated patch; harms may be understated. Try another seed or a wider patch."
        )
        if warn is None:
            warnings.warn(words, UserWarning, stacklevel=3)
        else:
            warn(words)
    return result


def run(
    scenario: ScenarioLike,
    changes: Mapping[str, Any] | None = None,
    /,
    *,
    resolution: str | None = None,
    seed: int | None = None,
    threads: int = 0,
    progress: Progress = None,
    output: str | os.PathLike[str] | None = None,
    checkpoint: str | os.PathLike[str] | None = None,
    **overrides: Any,
) -> xr.Dataset:
    """Runs a scenario.

    The same scenario and seed give the same bits as the program ``cicatrix run`` and any number of threads. Other
    threads of Python go on meanwhile, and Ctrl-C ends the run.

    Parameters
    ----------
    scenario : path, mapping or Scenario
        What to run. A text is a path; for TOML use :meth:`Scenario.from_toml`.
    changes : mapping, optional
        Values to be different, by dotted name: ``{"routine.passes": 8}``.
    resolution : str, optional
        ``"sketch"``, ``"preview"``, ``"standard"`` or ``"fine"``, instead of the scenario's.
    seed : int, optional
        Seed of all draws, instead of the scenario's.
    threads : int
        Threads to use; 0 for all.
    progress : callable or True, optional
        Called with the share of the simulated time that is done, 0 to 1, a few times a second; True shows a bar of
        tqdm where that is installed, else a line.
    output : path, optional
        Result file to write as well, with all fields of the tissue; it is whole or not there.
    checkpoint : path, optional
        File in which the run is kept every ten minutes, and when it is broken off. The same call goes on from there,
        with the bits of a whole run; when the run is done the file is taken away.
    **overrides
        Like `changes`, with two underscores for the dot: ``routine__passes=8``.

    Returns
    -------
    xarray.Dataset
        Curves on ``time`` (days since the start), single numbers without a dimension, times of sessions on
        ``session``, resolved parameters on ``parameter``. Every variable has ``units`` (as netCDF spells them),
        ``shown_unit`` (as people do) and ``long_name``. Attributes hold the verdict, the hash, the scenario and what
        computed it; :func:`verdict` and :func:`parameters` give two of them as tables.

    Raises
    ------
    ScenarioError
        The scenario, or what was laid over it, is wrong.
    NumericalError
        The mathematics broke down.
    ResultError
        The result file or the checkpoint cannot be written, or the checkpoint is of another run.
    KeyboardInterrupt
        Ctrl-C. No result file is left behind.

    Examples
    --------
    >>> import cicatrix as cx
    >>> tiny = {"device": {"needle_length": "0.5 mm"},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 3, "ny": 3, "lateral": "500 um",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> result = cx.run(tiny, routine__sessions=1)
    >>> result["tewl"].attrs["shown_unit"], result["time"].attrs["units"]
    ('g/m2/h', 'd')
    >>> len(result.attrs["result_hash"])
    64
    """
    from .results import dataset

    chosen = settled(scenario, resolution, seed, changes, overrides)
    return dataset(computed(chosen, threads, progress, output, checkpoint=checkpoint))
