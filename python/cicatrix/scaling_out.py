# SPDX-License-Identifier: Apache-2.0
"""A sweep on the workers of a Dask cluster."""

from __future__ import annotations

import contextlib
import importlib
import time
import uuid
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from . import _core
from .errors import CicatrixError
from .keeping import kept_or_run
from .running import Tell
from .scenario import Scenario

if TYPE_CHECKING:
    import xarray as xr

RETRIES = 2  # of what may go better next time, such as a full disk; a worker that dies is the scheduler's own business
PAUSE_S = 1.0  # between two questions to the scheduler whether the sweep has ended

Build: TypeAlias = tuple[str, str]


class DaskClient(Protocol):
    """What is used of a :class:`dask.distributed.Client`."""

    @property
    def loop(self) -> Any: ...
    def run(self, function: Any, *args: Any, **kwargs: Any) -> Any: ...
    def map(self, func: Any, *iterables: Any, **kwargs: Any) -> Any: ...
    def cancel(self, futures: Any) -> Any: ...


def all_done_there(
    client: DaskClient,
    scenarios: Sequence[Scenario],
    chunk: int,
    folder: Path | None,
    keep: Sequence[str] | None,
    tell: Tell | None,
) -> list[xr.Dataset]:
    """Each run once, `chunk` of them per task; whatever ends one of them ends all."""
    distributed = _distributed(client)
    here = (_core.version, _core.git_revision)
    _check_workers(client, here)
    over = distributed.Event(f"cicatrix-over-{uuid.uuid4().hex}", client=client)
    chunks = [list(scenarios[i : i + chunk]) for i in range(0, len(scenarios), chunk)]
    futures = client.map(
        runs_of_a_task,
        chunks,
        folder=None if folder is None else str(folder.absolute()),  # workers stand elsewhere
        keep=keep,
        wanted=here,
        over=over.name,
        pure=False,
        retries=RETRIES,
        key="cicatrix-sweep",
    )
    place = {future.key: number for number, future in enumerate(futures)}
    made: list[list[xr.Dataset]] = [[] for _ in chunks]
    try:
        for future in distributed.as_completed(futures, loop=client.loop):  # the program may have other clients
            number = place[future.key]
            made[number] = _taken(future.result())
            future.release()  # else its worker would hold a copy until the end
            if tell is not None:
                tell(sum(map(len, made)) / len(scenarios))
    except BaseException:
        with contextlib.suppress(Exception):  # the cluster may be gone; what happened first is what is told
            over.set()
            client.cancel(futures)
        raise
    return [run for runs in made for run in runs]


def _distributed(client: object) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ImportError("client: dask.distributed is not installed; pip install 'cicatrix[dask]'") from error
    if not isinstance(client, distributed.Client):
        raise TypeError(f"client is a dask.distributed.Client, not {type(client).__name__}")
    if client.asynchronous:
        raise TypeError("client: an asynchronous one cannot be waited for; make it without asynchronous=True")
    return distributed


def _check_workers(client: DaskClient, here: Build) -> None:
    """Another build may compute other numbers, and nobody would see it. Workers that come later are asked by tasks."""

    def what_is_there() -> tuple[str, str] | str:  # travels as it is: the package may not be there
        try:
            import cicatrix
        except ImportError as error:
            return str(error)
        return cicatrix._core.version, cicatrix._core.git_revision

    others = {worker: said for worker, said in client.run(what_is_there).items() if said != here}
    if others:
        raise _refusal(here, others)


def _refusal(here: Build, others: dict[str, Build | str]) -> CicatrixError:
    found = [
        f"{worker}: {f'none ({said})' if isinstance(said, str) else _shown(said)}" for worker, said in others.items()
    ]
    return CicatrixError(
        f"all workers must have the Cicatrix that is here, {_shown(here)}. Install it where another one is: "
        + "; ".join(found)
    )


def _shown(build: Build) -> str:
    return f"{build[0]} of revision {build[1]}"


def _taken(answer: tuple[list[xr.Dataset], list[str]] | CicatrixError) -> list[xr.Dataset]:
    if isinstance(answer, CicatrixError):
        raise answer
    runs, words = answer
    for word in words:
        warnings.warn(word, UserWarning, stacklevel=4)
    return runs


def runs_of_a_task(
    scenarios: Sequence[Scenario],
    *,
    folder: str | None,
    keep: Sequence[str] | None,
    wanted: Build,
    over: str,
) -> tuple[list[xr.Dataset], list[str]] | CicatrixError:
    """On the worker: some runs and what they warn of. An error of Cicatrix would come again, so it is no failure of
    the task, which would be tried once more, but its answer."""
    there = (_core.version, _core.git_revision)
    if there != wanted:
        return _refusal(wanted, {"a worker that came later": there})
    words: list[str] = []
    go_on = _UntilOver(over)
    target = None if folder is None else Path(folder)
    try:
        return [kept_or_run(scenario, target, keep, go_on, words.append) for scenario in scenarios], words
    except CicatrixError as error:
        return error
    except _Over:
        return [], []  # nobody waits for it any more


class _Over(Exception):
    """The sweep has ended."""


class _UntilOver:
    """Ends a run when its sweep has ended: Dask itself stops no task that has begun."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.event: Any = None
        self.next = time.monotonic() + PAUSE_S

    def __call__(self, share: float) -> None:
        if time.monotonic() < self.next:
            return
        if self.event is None:
            self.event = importlib.import_module("distributed").Event(self.name)
        if self.event.is_set():
            raise _Over
        self.next = time.monotonic() + PAUSE_S
