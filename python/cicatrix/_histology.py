# SPDX-License-Identifier: Apache-2.0
"""Virtual histology: fields of the tissue, drawn as a stained section would show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core, _sections
from . import _drawing as drawing
from ._slices import PIXEL_UM, Slice, drawn_places, pixel
from .simulation import Simulation

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr
    from matplotlib.axes import Axes

    _Numbers = npt.NDArray[np.float64]

# What light passes through a full stain: of the manner of Masson's trichrome, a choice of drawing.
FULL = {
    "collagen": (0.62, 0.75, 0.92),
    "epidermis": (0.93, 0.66, 0.70),
    "horn": (0.80, 0.35, 0.30),
    "clot": (0.90, 0.15, 0.20),
    "melanin": (0.30, 0.17, 0.08),
}
FULL_CLOT = 0.3  # share of the tissue's volume that is drawn in full red
# One stroke stands for so much healthy dermis; fewer would leave gaps, more a plain surface.
UM2_PER_STROKE = 110.0
MM3_PER_UM3 = 1e-9
END_ON_UM = 6.0
ROW_OF_NUCLEI_UM, NUCLEUS_UM = 9.0, 5.5
WEAVE, YOUNG, SCAR, NUCLEUS = "#2F6FB5", "#B5F0E0", "#0B3A4A", "#4B2A6B"


class Cells(NamedTuple):
    """How cells of a kind are drawn; sizes in micrometres."""

    fields: tuple[str, ...]
    long: float
    wide: float
    colour: str
    legend: str


CELLS = (
    Cells(("fibroblasts",), 18, 5, NUCLEUS, "fibroblast"),
    Cells(("myofibroblasts",), 26, 7, "#D55E00", "myofibroblast"),
    Cells(("neutrophils",), 9, 9, "#000000", "neutrophil"),
    Cells(("macrophages_m1", "macrophages_m2", "epithelioid_macrophages"), 16, 14, "#E69F00", "macrophage"),
)


def histology(
    skin: Simulation | xr.Dataset,
    *,
    day: float | None = None,
    y: float | None = None,
    depth: float = 500.0,
    thickness: float = 10.0,
    seed: int = 1,
    ax: Axes | None = None,
) -> Axes:
    """Draws a section of the skin as if it were stained: a schematic false-colour picture, not a microscope's image.

    Parameters
    ----------
    skin : Simulation or xarray.Dataset
        A simulation as it stands, or what :func:`cicatrix.open` gave.
    day : float, optional
        For a dataset: the stored state nearest to this day. The last one without.
    y : float, optional
        Where to cut, micrometres; the middle of the patch without.
    depth : float
        Down to which depth, micrometres.
    thickness : float
        Of the slice, micrometres: as many cells are drawn as it would hold.
    seed : int
        Names the draw of the places of cells and fibres.
    ax : matplotlib axes, optional
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        `y`, `depth` or `thickness` cannot be.
    TypeError
        `skin` is neither of the two.
    ImportError
        matplotlib is not there.

    Notes
    -----
    Amounts come from the fields; shapes and places within a voxel are drawn at random. Blue is collagen: strokes of a
    weave for the ordered network and type III, pale ones for new collagen, thick dark ones for disordered collagen,
    as many of each as its mass relative to healthy dermis. New and disordered strokes lie along the section for the
    share that runs so, else they are seen end-on. Fibroblasts, myofibroblasts, neutrophils and macrophages are as many
    as their number per volume says. Nuclei of keratinocytes are not counted: they stand in rows wherever the living
    epidermis is whole, and lack where it is torn. Brown is melanin, red fibrin; the horn is missing where its sheet is
    torn. Vessels, hair and glands are not drawn; the model's border of epidermis and dermis is flat.

    Examples
    --------
    >>> import cicatrix as cx
    >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 2, "ny": 1, "finest": "18 um", "growth": 1.6,
    ...                                                    "coarsest": "300 um"}}})
    >>> cx.plot.histology(simulation, depth=200).get_ylabel()
    'depth [um]'
    """
    import numpy as np

    if not thickness > 0.0:
        raise ValueError(f"thickness: {thickness:g} um is no slice; allowed is more than 0 um")
    slice_ = Slice(skin, day, y, depth)
    draw = np.random.default_rng(seed)
    ax = drawing.new_axes(ax, 1.5 + _sections.WIDTH_LEFT_IN * slice_.bottom / slice_.width, true_scale=True)
    ax.imshow(_stain(slice_), extent=(0.0, slice_.width, slice_.bottom, 0.0), interpolation="bilinear")
    _fibres(ax, slice_, draw)
    _nuclei(ax, slice_, draw)
    for kind in CELLS:
        _cells(ax, slice_, kind, thickness, draw)
    _frame(ax, slice_)
    return ax


def _relative(amount: _Numbers) -> _Numbers:
    """Collagen relative to that of healthy dermis, so that pictures can be compared."""
    rows = _core.tables["parameters"]()
    return amount / next(float(row["standard"]) for row in rows if row["parameter"] == "collagen.content")


def _stain(slice_: Slice) -> _Numbers:
    """(z, x, 3): white light through one stain after the other."""
    import numpy as np

    ordered = slice_["collagen_i"] + slice_["collagen_iii"] + slice_["collagen_i_new"] + slice_["collagen_scar"]
    amounts = {
        "collagen": _relative(ordered),
        "epidermis": slice_["keratinocytes"],
        "horn": slice_["horny_sheet"] * slice_.within("stratum corneum"),
        "clot": np.minimum(slice_["clot"] / FULL_CLOT, 1.0),
        "melanin": slice_["melanin"] + slice_["dermal_melanin"],
    }
    light = np.ones((slice_.z.size, slice_.x.size, 3))
    for name, amount in amounts.items():
        light *= np.array(FULL[name]) ** np.maximum(amount, 0.0)[:, :, None]
    return light


def _fibres(ax: Axes, slice_: Slice, draw: np.random.Generator) -> None:
    import numpy as np
    from matplotlib.collections import LineCollection

    along = slice_["repair_along_x"]
    weave = slice_["collagen_i"] + slice_["collagen_iii"]
    kinds = (
        ("weave", weave, 46.0, WEAVE, 0.55, 0.5),
        ("young", slice_["collagen_i_new"], 30.0, YOUNG, 1.0, 1.0),
        ("scar", slice_["collagen_scar"], 60.0, SCAR, 1.5, 0.85),
    )
    for name, mass, usual, colour, width, alpha in kinds:
        relative = _relative(mass)
        count = round(float(relative.sum()) * PIXEL_UM**2 / UM2_PER_STROKE)
        if count == 0:
            continue
        x, z = drawn_places(slice_, relative, count, draw)
        tilt = draw.uniform(-1.0, 1.0, count) * (1.0 if name == "weave" else 0.15)
        long = np.full(count, usual)
        if name != "weave":  # along the section, or seen end-on
            lies = draw.random(count) < along[pixel(z, slice_.z), pixel(x, slice_.x)]
            long[~lies] = END_ON_UM
        step = np.linspace(-0.5, 0.5, 7)[None, :] * long[:, None]
        wave = 2.0 * np.sin(step / 7.0 + draw.uniform(0.0, 2.0 * np.pi, (count, 1)))
        cosine, sine = np.cos(tilt)[:, None], np.sin(tilt)[:, None]
        lines = np.stack([x[:, None] + step * cosine - wave * sine, z[:, None] + step * sine + wave * cosine], axis=-1)
        top, bottom = _dermis(slice_)
        lines[..., 1] = np.clip(lines[..., 1], top, bottom)
        strokes = LineCollection(list(lines), colors=colour, linewidths=width, alpha=alpha, zorder=2)
        strokes.set_gid(name)
        ax.add_collection(strokes, autolim=False)


def _dermis(slice_: Slice) -> tuple[float, float]:
    layers = [layer for layer in slice_.layers if layer.name in ("papillary", "reticular")]
    return layers[0].top_um, min(layers[-1].bottom_um, slice_.bottom)


def _nuclei(ax: Axes, slice_: Slice, draw: np.random.Generator) -> None:
    """Of keratinocytes: rows of them, each with the chance that the epidermis is whole there."""
    import numpy as np

    living = [layer for layer in slice_.layers if layer.name in ("viable epidermis", "basal")]
    top, bottom = living[0].top_um, min(living[-1].bottom_um, slice_.bottom)
    down = np.arange(bottom - 0.5 * ROW_OF_NUCLEI_UM, top + 0.3 * ROW_OF_NUCLEI_UM, -ROW_OF_NUCLEI_UM)
    x, z = (each.ravel() for each in np.meshgrid(np.arange(0.0, slice_.width, ROW_OF_NUCLEI_UM), down))
    x, z = (each + draw.uniform(-1.8, 1.8, each.size) for each in (x, z))
    whole = slice_["keratinocytes"][pixel(z, slice_.z), pixel(x, slice_.x)]
    stands = draw.random(x.size) < whole
    near_top = np.clip((bottom - z) / max(bottom - top, NUCLEUS_UM), 0.0, 1.0)  # cells flatten on their way up
    high = NUCLEUS_UM * (1.0 - 0.6 * near_top)
    _ellipses(ax, x[stands], z[stands], np.full(stands.sum(), NUCLEUS_UM), high[stands], 0.0, NUCLEUS, "keratinocytes")


def _cells(ax: Axes, slice_: Slice, kind: Cells, thickness: float, draw: np.random.Generator) -> None:
    """As many as the slice would hold."""
    import numpy as np

    per_mm3 = sum((slice_[name] for name in kind.fields), np.zeros((slice_.z.size, slice_.x.size)))
    count = round(float(per_mm3.sum()) * PIXEL_UM**2 * thickness * MM3_PER_UM3)
    if count == 0:
        return
    x, z = drawn_places(slice_, per_mm3, count, draw)
    tilt = np.degrees(draw.uniform(-0.8, 0.8, count))
    _ellipses(ax, x, z, np.full(count, kind.long), np.full(count, kind.wide), tilt, kind.colour, kind.fields[0])


def _ellipses(
    ax: Axes, x: _Numbers, z: _Numbers, long: _Numbers, wide: _Numbers, tilt: _Numbers | float, colour: str, gid: str
) -> None:
    import numpy as np
    from matplotlib.collections import EllipseCollection

    drawn = EllipseCollection(
        long,
        wide,
        np.broadcast_to(tilt, x.shape),
        units="xy",
        offsets=np.column_stack([x, z]),
        transOffset=ax.transData,
        facecolors=colour,
        edgecolors="none",
        zorder=3,
    )
    drawn.set_gid(gid)
    ax.add_collection(drawn, autolim=False)


def _frame(ax: Axes, slice_: Slice) -> None:
    """Depth, names of layers, a scale bar and what the colours stand for."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch, Rectangle

    ax.set_aspect("equal")
    ax.set_xlim(0.0, slice_.width)
    ax.set_ylim(slice_.bottom, 0.0)
    ax.set_xticks([])
    ax.set_ylabel("depth [um]", fontsize=drawing.SMALL)
    ax.tick_params(labelsize=drawing.SMALL)
    _sections.name_layers(ax, slice_.layers, slice_.bottom, colour="none")
    bar = 100.0 if slice_.width < 1500.0 else 200.0
    line_um = _sections.LINE_IN / _sections.WIDTH_LEFT_IN * slice_.width  # height of a line of letters
    pad, side = 0.4 * line_um, line_um
    box = (slice_.width - bar - 2.0 * side - pad, slice_.bottom - 2.0 * line_um - pad)
    ax.add_patch(Rectangle(box, bar + 2.0 * side, 2.0 * line_um, facecolor="white", alpha=0.85, zorder=4))
    low = slice_.bottom - 2.0 * pad
    (line,) = ax.plot([box[0] + side, box[0] + side + bar], [low, low], color="black", linewidth=2.5, zorder=5)
    line.set_gid("scale bar")
    middle = box[0] + side + 0.5 * bar
    ax.text(middle, low - 0.6 * pad, f"{bar:g} um", ha="center", va="bottom", fontsize=drawing.SMALL - 1.5, zorder=5)

    def stroke(colour: str, width: float, label: str) -> Line2D:
        return Line2D([], [], color=colour, linewidth=width, label=label)

    def dot(colour: str, label: str) -> Line2D:
        return Line2D([], [], color=colour, marker="o", markersize=4, linestyle="none", label=label)

    handles: list[Any] = [
        Patch(facecolor=FULL["horn"], label="horn"),
        Patch(facecolor=FULL["epidermis"], label="living epidermis"),
        Patch(facecolor=FULL["melanin"], label="melanin"),
        Patch(facecolor=FULL["clot"], label="clot (fibrin)"),
        stroke(WEAVE, 1.2, "ordered collagen"),
        stroke(YOUNG, 1.6, "new collagen"),
        stroke(SCAR, 2.0, "disordered collagen"),
        *(dot(kind.colour, kind.legend) for kind in CELLS),
    ]
    drawing.legend_below(ax, 3, lines_down=0.5, centre=0.58, handles=handles)
    drawing.title(ax, f"Schematic from fields{slice_.when}; no microscope's image")
