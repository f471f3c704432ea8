# SPDX-License-Identifier: Apache-2.0
"""A field in a vertical section of the skin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from . import _drawing as drawing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

WIDTH_LEFT_IN = 2.6  # of a phone's width, beside numbers of the depth and names of layers
DECADES = 4  # that a logarithmic scale shows at most below its top


LINE_IN = 0.14  # height of a line of small letters


class Layer(NamedTuple):
    name: str
    top_um: float
    bottom_um: float


def section(
    values: xr.DataArray,
    *,
    y: float | None = None,
    depth: float | None = None,
    norm: Literal["linear", "log"] = "linear",
    limits: tuple[float, float] | None = None,
    cmap: str = "viridis",
    ax: Axes | None = None,
) -> Axes:
    """Draws a field in the plane of depth and x, with both in true scale.

    Parameters
    ----------
    values : xarray.DataArray, (z, y, x)
        Of :meth:`cicatrix.Simulation.values`, or a field of :func:`cicatrix.open` at one time:
        ``result["field_il6"].sel(frame_time=3, method="nearest")``.
    y : float, optional
        Where to cut, micrometres; the nearest row of voxels is taken. The middle without.
    depth : float, optional
        Down to which depth, micrometres; all without.
    norm : {"linear", "log"}
        Scale of the colours. A logarithmic one shows four decades at most, and what is less in its last colour.
    limits : (float, float), optional
        Values of the first and last colour, for pictures that are to be compared.
    cmap : str
        A colour map of matplotlib.
    ax : matplotlib axes, optional
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        Depth is in micrometres and grows downwards. Voxels have their true edges, layers are bounded by lines and
        named. Planes where the field does not live are grey.

    Raises
    ------
    ValueError
        The field has several times, or lies on the surface; `y` or `depth` lies outside; or nothing is above zero for a
        logarithmic scale.
    ImportError
        matplotlib is not there.

    Examples
    --------
    >>> import cicatrix as cx
    >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 2, "ny": 1, "finest": "18 um", "growth": 1.6,
    ...                                                    "coarsest": "300 um"}}})
    >>> ax = cx.plot.section(simulation.values("fibroblasts"), depth=300)
    >>> ax.get_ylabel(), float(ax.get_ylim()[0])
    ('depth [um]', 300.0)
    """
    import numpy as np

    drawing.among("norm", norm, ("linear", "log"))
    values = one_time(values)
    cut = values.isel(y=row_at(values, y)).values
    z_edges = np.append(values["z_top"].values, values["z_bottom"].values[-1])
    x_edges = edges_of_columns(values)
    bottom = depth_to_draw(float(z_edges[-1]), depth)
    ax = drawing.new_axes(ax, 1.7 + WIDTH_LEFT_IN * bottom / float(x_edges[-1]), true_scale=True)
    shown = cut[values["z_top"].values < bottom]
    mesh = ax.pcolormesh(x_edges, z_edges, cut, cmap=cmap, norm=_scale(shown, norm, limits, str(values.name)))
    ax.set_facecolor("0.9")
    ax.set_aspect("equal")
    ax.set_xlim(x_edges[0], x_edges[-1])
    ax.set_ylim(bottom, 0.0)
    ax.set_xlabel("x [um]", fontsize=drawing.SMALL)
    ax.set_ylabel("depth [um]", fontsize=drawing.SMALL)
    ax.tick_params(labelsize=drawing.SMALL)
    name_layers(ax, layers_of(values), bottom)
    name = str(values.name or "field").removeprefix("field_")
    bar = ax.figure.colorbar(mesh, ax=ax, location="bottom", shrink=0.9, aspect=30, pad=0.02)
    bar.set_label(f"{name} [{drawing.unit_of(values)}]", fontsize=drawing.SMALL)
    bar.ax.tick_params(labelsize=drawing.SMALL)
    drawing.title(ax, f"{values.attrs.get('long_name', name)}{when(values)}", 50)
    return ax


def one_time(values: xr.DataArray) -> xr.DataArray:
    """The field on (z, y, x), or a word on why it is not."""
    if "frame_time" in values.dims:
        if values.sizes["frame_time"] > 1:
            raise ValueError(
                f"{values.name} holds {values.sizes['frame_time']} times; choose one: "
                '.sel(frame_time=3, method="nearest") for that of day 3'
            )
        values = values.isel(frame_time=0)
    if "z" not in values.dims:
        raise ValueError(f"{values.name} lies on the surface and has no depth; .plot() of xarray shows it from above")
    for name in ("z_top", "z_bottom", "layer"):
        if name not in values.coords:
            raise ValueError(f"{values.name} has no {name}; take it from Simulation.values or cicatrix.open")
    return values.transpose("z", "y", "x")


def row_at(values: xr.DataArray, y: float | None) -> int:
    """Number of the row of voxels at this place across the patch."""
    width = 2.0 * float(values["y"].values[0])  # the first centre lies half a voxel inside
    if y is None:
        return values.sizes["y"] // 2
    if not 0.0 <= y <= width * values.sizes["y"]:
        raise ValueError(f"y: {y:g} um lies outside of the patch; allowed are 0 to {width * values.sizes['y']:g} um")
    return min(int(y / width), values.sizes["y"] - 1)


def edges_of_columns(values: xr.DataArray) -> npt.NDArray[np.float64]:
    import numpy as np

    width = 2.0 * float(values["x"].values[0])
    return width * np.arange(values.sizes["x"] + 1, dtype=np.float64)


def depth_to_draw(deepest: float, depth: float | None) -> float:
    if depth is None:
        return deepest
    if not 0.0 < depth:
        raise ValueError(f"depth: {depth:g} um is no depth; allowed are depths above 0, up to {deepest:g} um")
    return min(float(depth), deepest)


def layers_of(values: xr.DataArray) -> list[Layer]:
    """From the top down; neighbouring planes of one layer make one."""
    found: list[Layer] = []
    for name, top, bottom in zip(values["layer"].values, values["z_top"].values, values["z_bottom"].values):
        spoken = str(name).replace("_", " ")
        if found and found[-1].name == spoken:
            found[-1] = found[-1]._replace(bottom_um=float(bottom))
        else:
            found.append(Layer(spoken, float(top), float(bottom)))
    return found


def name_layers(ax: Axes, layers: list[Layer], bottom: float, colour: str = "white") -> None:
    """Lines between layers, and their names at the right; thin ones are moved down until they can be read."""
    shown = [layer for layer in layers if layer.top_um < bottom]
    for layer in shown:
        if layer.top_um > 0.0:
            line = ax.axhline(layer.top_um, color=colour, linewidth=0.9)
            line.set_gid("layer")
    wide, high = drawing.size_in(ax)
    across = abs(ax.get_xlim()[1] - ax.get_xlim()[0])
    least = LINE_IN / min(high, 0.85 * wide * bottom / across)  # of the height, from one name to the next
    middles = [0.5 * (layer.top_um + min(layer.bottom_um, bottom)) / bottom for layer in shown]
    places: list[float] = []
    for middle in middles:
        places.append(max(middle, places[-1] + least) if places else middle)
    for layer, middle, place in zip(shown, middles, places):
        ax.annotate(
            layer.name,
            xy=(1.0, 1.0 - middle),
            xytext=(1.05, 1.0 - place),
            xycoords="axes fraction",
            va="center",
            fontsize=drawing.SMALL - 1,
            arrowprops={"arrowstyle": "-", "linewidth": 0.6, "color": "0.4", "shrinkA": 0, "shrinkB": 0},
        )


def _scale(
    shown: npt.NDArray[np.float64], norm: str, limits: tuple[float, float] | None, name: str
) -> Any:
    import numpy as np
    from matplotlib.colors import LogNorm, Normalize

    if norm == "linear":
        return Normalize(*limits) if limits else Normalize(float(np.nanmin(shown)), float(np.nanmax(shown)))
    above = shown[shown > 0.0]
    if limits is None and above.size == 0:
        raise ValueError(f"norm: nothing of {name} is above zero here, so it has no logarithm; allowed is 'linear'")
    low, high = limits or (max(float(above.min()), float(above.max()) * 10.0**-DECADES), float(above.max()))
    if not 0.0 < low <= high:
        raise ValueError(f"limits: {low:g} to {high:g} have no logarithm; both must be above zero")
    return LogNorm(low, high, clip=True)


def when(values: xr.DataArray) -> str:
    """Since the start, for a title."""
    if "frame_time" in values.coords:
        hours = 24.0 * float(values["frame_time"])
    elif "time_h" in values.coords:
        hours = float(values["time_h"])
    else:
        return ""
    space = "\u00a0"  # where no line is broken
    return f", day{space}{hours / 24.0:.3g}" if hours >= 24.0 or hours == 0.0 else f", {hours:.3g}{space}h"
