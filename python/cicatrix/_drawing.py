# SPDX-License-Identifier: Apache-2.0
"""What all drawings share: figures, colours, labels, marks of sessions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .naming import near

if TYPE_CHECKING:
    from types import ModuleType

    import numpy as np
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

WIDTH_IN = 4.5  # a phone held upright shows such a figure without scaling it down
LETTERS_PER_LINE = 60  # of a title in the size below, at this width
SMALL = 8.5

# Okabe and Ito's colours without yellow, which is too pale on white; then again with another dash.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#000000")
DASHES = ("-", "--", ":", "-.")


def pyplot() -> ModuleType:
    """matplotlib, or a word on how to get it."""
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise ImportError("drawing needs matplotlib, an extra of this package: pip install 'cicatrix[plot]'") from error
    return plt


def new_axes(ax: Axes | None, height_in: float, true_scale: bool = False) -> Axes:
    """The axes given, or those of a new figure."""
    if ax is not None:
        return ax
    layout = "compressed" if true_scale else "constrained"
    made: Axes = pyplot().subplots(figsize=(WIDTH_IN, height_in), layout=layout)[1]
    return made


def stacked_axes(rows: int, height_in: float) -> npt.NDArray[Any]:
    """Axes of a new figure, one below the other, with one axis of time."""
    figure_and_axes = pyplot().subplots(
        rows, 1, figsize=(WIDTH_IN, height_in), sharex=True, squeeze=False, layout="constrained"
    )
    column: npt.NDArray[Any] = figure_and_axes[1][:, 0]
    return column


def style(number: int) -> tuple[str, str]:
    """Colour and dash of the line of this number."""
    return COLOURS[number % len(COLOURS)], DASHES[number // len(COLOURS) % len(DASHES)]


def unit_of(variable: xr.DataArray) -> str:
    return str(variable.attrs.get("shown_unit", variable.attrs.get("units", "1")))


def title(ax: Axes, text: str, letters: int = LETTERS_PER_LINE) -> None:
    """Above the axes, broken so that a phone's width holds it."""
    ax.set_title(textwrap.fill(text, letters), loc="left", fontsize=SMALL)


def not_there(what: str, name: object, known: Iterable[str]) -> str:
    """Names what was found, what is allowed, and what was probably meant."""
    known = sorted(known)
    return f"there is no {what} {name!r}; there are {', '.join(known)}" + near(name, known)


def of_one_or_several(result: xr.Dataset) -> list[tuple[str, xr.Dataset]]:
    """The runs by label; one run alone has the label ''."""
    if "run" in result.dims:
        raise ValueError("this is a sweep; choose a run of it with .isel(run=0), or draw it with plot.design_map")
    if "scenario" not in result.dims:
        return [("", result)]
    return [(str(label), result.isel(scenario=n)) for n, label in enumerate(result["scenario"].values)]


def session_days(run: xr.Dataset) -> npt.NDArray[np.float64]:
    """When the sessions of a run were, in days."""
    import numpy as np

    if "session_time" not in run.variables:
        return np.empty(0)
    days = np.asarray(run["session_time"].values, dtype=np.float64)
    return days[np.isfinite(days)]


def mark_sessions(ax: Axes, sessions: Sequence[npt.NDArray[np.float64]], days: tuple[float, float]) -> None:
    """Thin lines where all runs have the same sessions; else a row of ticks for each run, in its colour."""
    import numpy as np

    sessions = [each[(each >= days[0]) & (each <= days[1])] for each in sessions]
    upright = ax.get_xaxis_transform()
    if all(np.array_equal(each, sessions[0]) for each in sessions):
        marks = ax.vlines(sessions[0], 0, 1, transform=upright, colors="0.75", linewidths=0.8, zorder=0.5)
        marks.set_gid("sessions")
        return
    low, high = ax.get_ylim()
    row = 0.045  # of the height of the axes; room for the rows is made above the curves
    ax.set_ylim(low, low + (high - low) / (1.0 - row * len(sessions)))
    for number, each in enumerate(sessions):
        top = 1.0 - row * number - 0.008
        marks = ax.vlines(each, top - row + 0.012, top, transform=upright, colors=style(number)[0], linewidths=1.0)
        marks.set_gid("sessions")


def parameter_of(result: xr.Dataset, name: str) -> float | None:
    """A parameter as all of these runs used it; None if it is not there or differs among them."""
    import numpy as np

    if "parameter_value" not in result or "parameter" not in result.coords or name not in result["parameter"].values:
        return None
    values = np.unique(result["parameter_value"].sel(parameter=name).values)
    return float(values[0]) if values.size == 1 else None


def legend_below(ax: Axes, columns: int, lines_down: float, centre: float = 0.5, **more: Any) -> None:
    """Under the axes, where it hides nothing, so many lines of its letters below their frame."""
    small = {"fontsize": SMALL - 1, "frameon": False, "handlelength": 1.6, "columnspacing": 1.2}
    ax.legend(
        loc="upper center", bbox_to_anchor=(centre, 0.0), borderaxespad=lines_down, ncols=columns, **small, **more
    )


def size_in(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes, inches, as they are before a layout is sought."""
    box = ax.get_window_extent()
    inch: float = ax.figure.dpi
    return float(box.width) / inch, float(box.height) / inch


def among(what: str, value: object, allowed: Mapping[str, Any] | Sequence[str]) -> None:
    """Complains of a choice that is none."""
    if value not in allowed:
        raise ValueError(f"{what}: {value!r} is none of {', '.join(map(repr, allowed))}")
