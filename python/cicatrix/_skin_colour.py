# SPDX-License-Identifier: Apache-2.0
"""The colour of the skin as a screen can show it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import _drawing as drawing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

CHANNELS = ("srgb_red", "srgb_green", "srgb_blue")
STEPS = 400  # of a strip; more than a phone has pixels for it
LETTERS_OF_A_LABEL = 14
NOTE = "Computed sRGB. Screens and light differ: compare within this picture only."


def skin_colour(result: xr.Dataset, days: Sequence[float] | None = None, *, ax: Axes | None = None) -> Axes:
    """Draws the colour of the skin, one row per scenario.

    Parameters
    ----------
    result : xarray.Dataset
        Of :func:`cicatrix.run`, :func:`cicatrix.open` or :func:`cicatrix.compare`.
    days : list of float, optional
        Days since the start, for a patch of colour each, with the typology angle on it. Without: a strip that runs over
        time, with ticks where the sessions were.
    ax : matplotlib axes, optional
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        The result has no colours or is a sweep, or a day lies outside of the run.
    ImportError
        matplotlib is not there.

    Notes
    -----
    The colour is the mean of the patch, from blood and melanin, in daylight (D65) and sRGB. A screen shows it as well
    as it is calibrated; skin has texture, gloss and hair, which the model has not.

    Examples
    --------
    >>> import cicatrix as cx, xarray as xr
    >>> made = xr.Dataset({name: ("time", [0.8, 0.7]) for name in ("srgb_red", "srgb_green", "srgb_blue", "ita")},
    ...                   {"time": [0.0, 10.0]})
    >>> ax = cx.plot.skin_colour(made, days=[0, 5, 10])
    >>> [text.get_text() for text in ax.get_xticklabels()]
    ['0', '5', '10']
    """
    import numpy as np

    for name in (*CHANNELS, "ita"):
        if name not in result.data_vars:
            raise ValueError(f"the result has no {name}; a run of cicatrix has {', '.join((*CHANNELS, 'ita'))}")
    runs = drawing.of_one_or_several(result)
    end = float(result["time"].values[-1])
    at = np.linspace(0.0, end, STEPS) if days is None else np.asarray(list(days), dtype=np.float64)
    outside = at[(at < 0.0) | (at > end)]
    if at.size == 0 or outside.size:
        found = f"{outside[0]:g} lies outside of the run" if outside.size else "there is no day"
        raise ValueError(f"days: {found}; allowed are days from 0 to {end:g}")

    picture = np.stack([_colours(run, at) for _, run in runs])  # (scenarios, days, 3)
    rows = len(runs)
    ax = drawing.new_axes(ax, 1.0 + 0.65 * rows)
    right = end if days is None else float(at.size)
    shown = np.where(np.isnan(picture), 1.0, picture)  # white after a run's end
    ax.imshow(shown, extent=(0.0, right, rows, 0.0), aspect="auto", interpolation="nearest")
    ax.hlines(np.arange(1, rows), 0, right, colors="white", linewidths=3)
    if days is None:
        for row, (_, run) in enumerate(runs):
            marks = ax.vlines(drawing.session_days(run), row + 0.8, row + 0.97, colors="black", linewidths=1.0)
            marks.set_gid("sessions")
        ax.set_xlabel("time [d]   (ticks: sessions)", fontsize=drawing.SMALL)
    else:
        ax.vlines(np.arange(1, at.size), 0, rows, colors="white", linewidths=3)
        ax.set_xticks(np.arange(at.size) + 0.5, [f"{day:g}" for day in at])
        ax.set_xlabel("time [d]   (numbers: typology angle ITA [deg])", fontsize=drawing.SMALL)
        for row, (_, run) in enumerate(runs):
            _angles(ax, run, at, row, picture[row])
    ax.set_yticks(np.arange(rows) + 0.5, [textwrap.fill(label, LETTERS_OF_A_LABEL) for label, _ in runs])
    ax.tick_params(labelsize=drawing.SMALL, length=2 if days is None else 0)
    ax.tick_params(axis="y", length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    drawing.title(ax, NOTE, 50)
    return ax


def _colours(run: xr.Dataset, days: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(days, 3), on straight lines between the times at which the run was looked at."""
    import numpy as np

    return np.stack([_at(run, name, days) for name in CHANNELS], axis=-1)


def _at(run: xr.Dataset, name: str, days: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    import numpy as np

    known = np.isfinite(run[name].values)
    values: npt.NDArray[np.float64] = run[name].values[known]
    return np.interp(days, run["time"].values[known], values, right=np.nan)


def _angles(
    ax: Axes, run: xr.Dataset, days: npt.NDArray[np.float64], row: int, colours: npt.NDArray[np.float64]
) -> None:
    import numpy as np

    size = drawing.SMALL if days.size <= 6 else drawing.SMALL - 2
    for column, angle in enumerate(_at(run, "ita", days)):
        if np.isfinite(angle):
            on = "black" if colours[column].mean() > 0.5 else "white"
            ax.text(column + 0.5, row + 0.5, f"{angle:.1f}", ha="center", va="center", color=on, fontsize=size)
