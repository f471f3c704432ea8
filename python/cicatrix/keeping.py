# SPDX-License-Identifier: Apache-2.0
"""One run of a sweep, and the folder where finished ones are kept."""

from __future__ import annotations

import hashlib
import os
import socket
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import _core
from .errors import ResultError
from .running import Tell, computed
from .scenario import Scenario

if TYPE_CHECKING:
    import xarray as xr


def kept_or_run(
    scenario: Scenario,
    folder: Path | None,
    keep: Sequence[str] | None,
    go_on: Tell,
    warn: Callable[[str], object] | None = None,
) -> xr.Dataset:
    """The run from the folder, or made now by one thread; of it the observables that are wanted."""
    from .results import dataset

    kept = None if folder is None else folder / f"{fingerprint(scenario)}.nc"
    if kept is not None and kept.exists():
        made = _read(kept)
    else:
        made = dataset(computed(scenario, 1, go_on, None, warn=warn))
        made = made.drop_dims("parameter")  # they follow from the scenario, and would be most of the dataset
        if kept is not None:
            _write(made, kept)
    if keep is None:
        return made
    return made.drop_vars([str(name) for name in made.data_vars if str(name) not in keep])


def fingerprint(scenario: Scenario) -> str:
    """Equal for runs with equal bits: what is run, and by which revision."""
    said = "\n".join([_core.version, _core.git_revision, scenario.said()])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _write(made: xr.Dataset, target: Path) -> None:
    """Whole or not there, whoever else writes it at the same time, on this machine or another."""
    target.parent.mkdir(parents=True, exist_ok=True)
    writer = f"{socket.gethostname()}-{os.getpid()}-{threading.get_ident()}"
    begun = target.with_suffix(f".{writer}.part")
    try:
        made.to_netcdf(begun, engine="h5netcdf")
        with begun.open("rb+") as file:
            os.fsync(file.fileno())  # else the name could reach the disk before what it names
        os.replace(begun, target)
    finally:
        begun.unlink(missing_ok=True)


def _read(kept: Path) -> xr.Dataset:
    import xarray as xr

    try:
        return xr.load_dataset(kept, engine="h5netcdf", decode_times=False)
    except (OSError, ValueError) as error:
        message = f"{kept}: this kept run cannot be read ({error}); take it away to have it run again"
        raise ResultError(message, str(kept)) from error
