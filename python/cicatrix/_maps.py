# SPDX-License-Identifier: Apache-2.0
"""What a sweep found, over two names of its design."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from . import _drawing as drawing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

LEVELS = ("none", "mild", "marked", "severe")
LEVEL_COLOURS = ("#F7F7F7", "#FDD49E", "#E3704A", "#7F0000")  # pale to dark, so that they also differ in grey
PICKS = ("final", "peak", "lowest")
MANY_COLUMNS = 7  # from which numbers in cells are written smaller


def design_map(
    result: xr.Dataset,
    what: str,
    *,
    x: str = "routine.every",
    y: str = "device.needle_length",
    turn: float | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draws a finding or a harm over two names of a sweep's design, such as interval and needle length.

    Parameters
    ----------
    result : xarray.Dataset
        Of :func:`cicatrix.sweep` with a full grid over `x` and `y`.
    what : str
        A single number of a run, such as ``"wound_depth"``; a course with ``.final``, ``.peak`` or ``.lowest``, such as
        ``"collagen_gain.final"``; or, as in ``[expect]`` of a scenario, ``"verdict.scar"`` for the level of a harm.
        ``"verdict"`` alone is the worst harm of each run.
    x, y : str
        Dotted names of the design, across and upwards.
    turn : float, optional
        A value where benefit turns to harm, such as 0 for a gain. Colours change sides there, and a line goes along it
        where it lies between cells; it is straight between their centres.
    ax : matplotlib axes, optional
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        One cell per point of the design, with its number. Replicates, and other names of the design, are put together:
        the mean of numbers, the worst of levels.

    Raises
    ------
    ValueError
        A name is not in the design or in the result, a point of the grid was not run, or levels are asked to turn.
    ImportError
        matplotlib is not there.

    Examples
    --------
    >>> import cicatrix as cx
    >>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 1, "ny": 1, "lateral": "1 mm",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> made = cx.sweep(tiny, {"device.needle_length": ["0.5 mm", "1 mm"], "routine.passes": [1, 4]})
    >>> ax = cx.plot.design_map(made, "wound_depth", x="routine.passes")
    >>> ax.get_ylabel(), [text.get_text() for text in ax.get_yticklabels()]
    ('device.needle_length [mm]', ['0.5', '1'])
    """
    import numpy as np

    if "run" not in result.dims:
        raise ValueError("a map needs the result of cicatrix.sweep, with the dimension 'run'")
    design = [str(n) for n in result.coords if result[n].dims == ("run",) and "." in str(n)]
    for name in (x, y):
        if name not in design:
            raise ValueError(drawing.not_there("name of the design", name, design))
    is_level = what == "verdict" or what.startswith("verdict.")
    if is_level and turn is not None:
        raise ValueError(f"turn: {what} has levels, not numbers; leave it out")
    found = _levels(result, what) if is_level else _numbers(result, what)
    across, upwards = _axis(result[x].values), _axis(result[y].values)
    grid = np.full((len(upwards), len(across)), np.nan)
    for row, high in enumerate(upwards):
        for column, wide in enumerate(across):
            here = found[(result[x].values == wide) & (result[y].values == high)]
            if here.size == 0:
                raise ValueError(f"the sweep has no run with {x} = {wide} and {y} = {high}; a map needs a full grid")
            grid[row, column] = here.max() if is_level else here.mean()

    ax = drawing.new_axes(ax, min(6.5, 1.9 + 0.5 * len(upwards)))
    colours: dict[str, Any] = _colours_of_levels() if is_level else _colours_of_numbers(grid, turn)
    mesh = ax.pcolormesh(grid, edgecolors="white", linewidth=0.5, **colours)
    if turn is not None and grid.min() < turn < grid.max() and min(grid.shape) > 1:
        centres = (np.arange(len(across)) + 0.5, np.arange(len(upwards)) + 0.5)
        line = ax.contour(*centres, grid, levels=[turn], colors="black", linewidths=1.8)
        line.set_gid("turn")
    for row, column in np.ndindex(grid.shape):
        value = grid[row, column]
        text = LEVELS[int(value)] if is_level else f"{value:.0f}" if abs(value) >= 100 else f"{value:.2g}"
        cell = mesh.to_rgba(np.array([value]))[0]
        on = "black" if _is_pale(cell) else "white"
        number = ax.text(column + 0.5, row + 0.5, text, ha="center", va="center", color=on, fontsize=_size(len(across)))
        number.set_bbox({"facecolor": cell, "edgecolor": "none", "pad": 1.5})  # not struck out by the line
        number.set_zorder(3)
    _name_axis(ax, "x", x, across)
    _name_axis(ax, "y", y, upwards)
    _finish(ax, mesh, result, what, is_level)
    return ax


def _numbers(result: xr.Dataset, what: str) -> npt.NDArray[np.float64]:
    import numpy as np

    name, _, pick = what.partition(".")
    known = [str(n) for n in result.data_vars if result[n].dims in (("run",), ("run", "time"))]
    if name not in known:
        raise ValueError(drawing.not_there("finding", name, known))
    values = result[name].transpose("run", ...).values
    if values.ndim == 1:
        if pick:
            raise ValueError(f"{name} is a single number of a run; it has no {pick!r}")
        return np.asarray(values, dtype=np.float64)
    if pick not in PICKS:
        raise ValueError(f"{name} has a course; say which value: {', '.join(f'{name}.{p}' for p in PICKS)}")
    if pick == "final":
        return np.array([row[np.isfinite(row)][-1] for row in values])
    return np.asarray(np.nanmax(values, axis=1) if pick == "peak" else np.nanmin(values, axis=1), dtype=np.float64)


def _levels(result: xr.Dataset, what: str) -> npt.NDArray[np.float64]:
    """0 for none to 3 for severe."""
    import numpy as np

    harm = what.removeprefix("verdict").removeprefix(".")
    rows = [{h["harm"].replace(" ", "_"): h["level"] for h in json.loads(str(v))} for v in result["verdict"].values]
    if harm and harm not in rows[0]:
        raise ValueError(drawing.not_there("harm", harm, rows[0]))
    return np.array(
        [max(LEVELS.index(level) for name, level in row.items() if not harm or name == harm) for row in rows],
        dtype=np.float64,
    )


def _number_and_unit(value: Any) -> tuple[float, str] | None:
    words = str(value).split(maxsplit=1)
    try:
        return float(words[0]), words[1] if len(words) > 1 else ""
    except (ValueError, IndexError):
        return None


def _axis(values: npt.NDArray[Any]) -> list[Any]:
    """Each value once: by size where all are numbers of one unit, else as they came."""
    once = list(dict.fromkeys(values.tolist()))
    parts = [_number_and_unit(value) for value in once]
    if any(part is None for part in parts) or len({part[1] for part in parts if part}) > 1:
        return once
    return [value for _, value in sorted(zip([part[0] for part in parts if part], once), key=lambda pair: pair[0])]


def _name_axis(ax: Axes, side: str, name: str, values: list[Any]) -> None:
    import numpy as np

    parts = [_number_and_unit(value) for value in values]
    units = {part[1] if part else "" for part in parts}
    unit = units.pop() if len(units) == 1 and all(parts) else ""
    texts = [f"{part[0]:g}" if part and (unit or part[1] == "") else str(v) for part, v in zip(parts, values)]
    places = np.arange(len(values)) + 0.5
    (ax.set_xticks if side == "x" else ax.set_yticks)(places, texts)
    (ax.set_xlabel if side == "x" else ax.set_ylabel)(f"{name} [{unit}]" if unit else name, fontsize=drawing.SMALL)
    ax.tick_params(axis="x" if side == "x" else "y", length=0, labelsize=drawing.SMALL)


def _colours_of_levels() -> dict[str, Any]:
    from matplotlib.colors import ListedColormap

    return {"cmap": ListedColormap(LEVEL_COLOURS), "vmin": -0.5, "vmax": len(LEVELS) - 0.5}


def _colours_of_numbers(grid: npt.NDArray[np.float64], turn: float | None) -> dict[str, Any]:
    if turn is None:
        return {"cmap": "cividis"}
    reach = float(abs(grid - turn).max()) or 1.0
    return {"cmap": "PuOr", "vmin": turn - reach, "vmax": turn + reach}


def _is_pale(colour: Any) -> bool:
    red, green, blue, _ = colour
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def _size(columns: int) -> float:
    return drawing.SMALL if columns < MANY_COLUMNS else drawing.SMALL - 2


def _finish(ax: Axes, mesh: Any, result: xr.Dataset, what: str, is_level: bool) -> None:
    if is_level:
        harm = what.removeprefix("verdict").removeprefix(".").replace("_", " ")
        drawing.title(ax, f"Harm: {harm}" if harm else "Worst harm of each run")
        return
    name, _, pick = what.partition(".")
    words = {"": "", "final": ", at the end", "peak": ", greatest", "lowest": ", lowest"}
    drawing.title(ax, f"{result[name].attrs.get('long_name', name)}{words[pick]}")
    bar = ax.figure.colorbar(mesh, ax=ax, location="bottom", shrink=0.9, aspect=30, pad=0.02)
    bar.set_label(f"{what} [{drawing.unit_of(result[name])}]", fontsize=drawing.SMALL)
    bar.ax.tick_params(labelsize=drawing.SMALL)
