# SPDX-License-Identifier: Apache-2.0
"""Curves of observables over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from . import _drawing as drawing

if TYPE_CHECKING:
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

# Where the verdict draws its lines, and in which parameters it says so.
LINES_OF_THE_VERDICT = {
    "erythema": {"visible": "appearance.visible_redness"},
    "pih_index": {level: f"verdict.darkening_{level}" for level in ("mild", "marked", "severe")},
    "barrier_integrity": {level: f"verdict.barrier_{level}" for level in ("mild", "marked", "severe")},
    "scar_index": {level: f"verdict.scar_{level}" for level in ("mild", "marked", "severe")},
    "granuloma_index": {level: f"verdict.granuloma_{level}" for level in ("mild", "marked", "severe")},
    "collagen_gain": {level: f"verdict.years_{level}" for level in ("mild", "marked", "severe")},
}

LETTERS_OF_HALF_A_LINE = 24
LINE_IN = 0.15  # of the legend
MARGIN = 0.015  # of the time drawn, so that a session at its start does not hide behind the frame


@overload
def courses(
    result: xr.Dataset,
    names: str,
    *,
    days: tuple[float, float] | None = ...,
    sessions: bool = ...,
    thresholds: bool = ...,
    ax: Axes | None = ...,
) -> Axes: ...
@overload
def courses(
    result: xr.Dataset,
    names: list[str] | tuple[str, ...],
    *,
    days: tuple[float, float] | None = ...,
    sessions: bool = ...,
    thresholds: bool = ...,
    ax: npt.NDArray[Any] | list[Axes] | None = ...,
) -> npt.NDArray[Any]: ...
def courses(
    result: xr.Dataset,
    names: str | list[str] | tuple[str, ...],
    *,
    days: tuple[float, float] | None = None,
    sessions: bool = True,
    thresholds: bool = True,
    ax: Axes | npt.NDArray[Any] | list[Axes] | None = None,
) -> Axes | npt.NDArray[Any]:
    """Draws observables over time, one line per scenario.

    Parameters
    ----------
    result : xarray.Dataset
        Of :func:`cicatrix.run`, :func:`cicatrix.open` or :func:`cicatrix.compare`.
    names : str, or list of str
        Observables that have a course, of ``cicatrix.describe("observables")``. Several are drawn one below the other.
    days : (float, float), optional
        First and last day to draw; all of them without.
    sessions : bool
        Whether sessions are marked: by thin lines, or, where the scenarios' sessions differ, by ticks above the curves
        in the colours of the lines.
    thresholds : bool
        Whether the lines of the verdict are drawn, as the run used them, where they lie within the picture. They are
        those of redness that is seen, darkening, barrier, scar, granuloma and collagen loss.
    ax : matplotlib axes, optional
        Where to draw; for several names as many axes.

    Returns
    -------
    matplotlib.axes.Axes, or numpy.ndarray of them
        An array for a list of names.

    Raises
    ------
    ValueError
        There is no such observable, or it has no course; there are not as many axes as names; or the result is a
        sweep.
    ImportError
        matplotlib is not there.

    Examples
    --------
    >>> import cicatrix as cx, xarray as xr
    >>> made = xr.Dataset({"tewl": ("time", [10.0, 12.0], {"shown_unit": "g/m2/h", "long_name": "Water loss"})},
    ...                   {"time": [0.0, 1.0], "session_time": ("session", [0.0])})
    >>> cx.plot.courses(made, "tewl").get_ylabel()
    'tewl [g/m2/h]'
    """
    import numpy as np

    wanted = [names] if isinstance(names, str) else list(names)
    runs = drawing.of_one_or_several(result)
    for name in wanted:
        _check(result, name)
    given = None if ax is None else np.atleast_1d(np.asarray(ax, dtype=object)).ravel()
    if given is not None and given.size != len(wanted):
        raise ValueError(f"ax: {given.size} axes for {len(wanted)} observables; give as many")
    columns = 1 if max(len(label) for label, _ in runs) > LETTERS_OF_HALF_A_LINE else 2
    height = 0.75 + 1.75 * len(wanted) + LINE_IN * -(-len(runs) // columns)
    panels = drawing.stacked_axes(len(wanted), height) if given is None else given

    ends = (0.0, float(result["time"].values[-1])) if days is None else (float(days[0]), float(days[1]))
    for name, panel in zip(wanted, panels):
        _panel(panel, name, runs, ends)
        if thresholds:
            _lines_of_the_verdict(panel, name, result)
        if sessions:
            drawing.mark_sessions(panel, [drawing.session_days(run) for _, run in runs], ends)
    panels[-1].set_xlabel("time [d]", fontsize=drawing.SMALL)
    if len(runs) > 1:
        drawing.legend_below(panels[-1], columns, lines_down=4.4)
    return panels[0] if isinstance(names, str) else panels


def _check(result: xr.Dataset, name: str) -> None:
    known = [str(each) for each in result.data_vars if "time" in result[each].dims]
    if name in known:
        return
    if name in result.data_vars:
        raise ValueError(f"{name} is a single number of a run, no course; courses are {', '.join(sorted(known))}")
    raise ValueError(drawing.not_there("course", name, known))


def _panel(ax: Axes, name: str, runs: list[tuple[str, xr.Dataset]], days: tuple[float, float]) -> None:
    for number, (label, run) in enumerate(runs):
        time, curve = run["time"].values, run[name].values
        drawn = (time >= days[0]) & (time <= days[1])
        colour, dash = drawing.style(number)
        ax.plot(time[drawn], curve[drawn], linewidth=1.4, label=label or None, color=colour, linestyle=dash)
    variable = runs[0][1][name]
    drawing.title(ax, str(variable.attrs.get("long_name", name)))
    between = "\n" if len(name) > 12 else " "  # long names would run into the next panel's
    ax.set_ylabel(f"{name}{between}[{drawing.unit_of(variable)}]", fontsize=drawing.SMALL)
    ax.set_xlim(days[0] - MARGIN * (days[1] - days[0]), days[1])
    ax.tick_params(labelsize=drawing.SMALL)


def _lines_of_the_verdict(ax: Axes, name: str, result: xr.Dataset) -> None:
    low, high = ax.get_ylim()
    above = None
    for level, parameter in LINES_OF_THE_VERDICT.get(name, {}).items():
        value = drawing.parameter_of(result, parameter)
        if value is not None and name == "collagen_gain":  # told as years of ageing
            yearly = drawing.parameter_of(result, "verdict.yearly_loss")
            value = None if yearly is None else -value * yearly
        if value is None or not low < value < high:
            continue
        line = ax.axhline(value, color="0.45", linewidth=0.8, linestyle=(0, (5, 3)), zorder=0.6)
        line.set_gid("threshold")
        right = ax.get_yaxis_transform()
        close = above is not None and abs(value - above) < 0.12 * (high - low)
        place, above = 0.845 if close else 0.995, value  # side by side where two lines leave no room for words
        small: dict[str, Any] = {"fontsize": drawing.SMALL - 1.5, "color": "0.3"}
        ax.text(place, value, level, transform=right, ha="right", va="bottom", **small)
