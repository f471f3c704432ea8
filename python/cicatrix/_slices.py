# SPDX-License-Identifier: Apache-2.0
"""A vertical slice through all fields of the tissue, in pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _sections
from .simulation import Simulation

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import xarray as xr

    _Numbers = npt.NDArray[np.float64]

PIXEL_UM = 2.0


class Slice:
    """The fields in the plane of the section, at every pixel."""

    def __init__(self, skin: Simulation | xr.Dataset, day: float | None, y: float | None, depth: float) -> None:
        import numpy as np

        self._skin, self._day = skin, day
        whole = self._field("alarm")  # lives everywhere below the horn
        self._row = _sections.row_at(whole, y)
        self.width = float(_sections.edges_of_columns(whole)[-1])
        self.bottom = _sections.depth_to_draw(float(whole["z_bottom"].values[-1]), depth)
        self.x = np.arange(0.5 * PIXEL_UM, self.width, PIXEL_UM)
        self.z = np.arange(0.5 * PIXEL_UM, self.bottom, PIXEL_UM)
        self.when = _sections.when(whole)
        self.layers = _sections.layers_of(whole)
        first = self.layers[0].top_um
        if first > 0.0:
            self.layers.insert(0, _sections.Layer("stratum corneum", 0.0, first))

    def _field(self, name: str) -> xr.DataArray:
        """At the time asked for, without the planes where it does not live."""
        if isinstance(self._skin, Simulation):
            return self._skin.values(name)
        if f"field_{name}" not in getattr(self._skin, "data_vars", ()):
            raise TypeError("skin: a cicatrix.Simulation, or a dataset of cicatrix.open with the fields of the tissue")
        values = self._skin[f"field_{name}"]
        if "frame_time" in values.dims:
            last = self._day is None
            values = values.isel(frame_time=-1) if last else values.sel(frame_time=self._day, method="nearest")
        return values.dropna("z") if "z" in values.dims else values

    def __getitem__(self, name: str) -> _Numbers:
        """(z, x), on straight lines between the centres of voxels; nothing where the field does not live."""
        import numpy as np

        values = self._field(name)
        if "z" not in values.dims:
            return np.tile(self.along_x(values.values), (self.z.size, 1))
        values = values.transpose("z", "y", "x")
        rows = self.along_x(values.values)
        places = values["z"].values
        picture = np.stack([np.interp(self.z, places, column) for column in rows.T], axis=1)
        lives = (self.z >= float(values["z_top"].values[0])) & (self.z < float(values["z_bottom"].values[-1]))
        drawn: _Numbers = np.where(lives[:, None], picture, 0.0)
        return drawn

    def along_x(self, values: npt.NDArray[Any]) -> _Numbers:
        """The row of the section, from voxels to pixels."""
        import numpy as np

        row: _Numbers = values[..., self._row, :].astype(np.float64)
        places = self.width / row.shape[-1] * (np.arange(row.shape[-1]) + 0.5)
        planes = [np.interp(self.x, places, plane) for plane in np.atleast_2d(row)]
        return np.stack(planes) if row.ndim > 1 else planes[0]

    def within(self, *names: str) -> _Numbers:
        """1 in these layers, (z, 1)."""
        import numpy as np

        here = np.zeros(self.z.size)
        for layer in self.layers:
            if layer.name in names:
                here[(self.z >= layer.top_um) & (self.z < layer.bottom_um)] = 1.0
        return here[:, None]


def pixel(places: _Numbers, centres: _Numbers) -> npt.NDArray[np.intp]:
    """Number of the pixel in which each place lies."""
    import numpy as np

    return np.clip((places / PIXEL_UM).astype(np.intp), 0, centres.size - 1)


def drawn_places(slice_: Slice, weight: _Numbers, count: int, draw: np.random.Generator) -> tuple[_Numbers, _Numbers]:
    """So many places, where there is much with greater chance."""
    import numpy as np

    cumulated = np.cumsum(np.maximum(weight, 0.0).ravel())
    chosen = np.searchsorted(cumulated, draw.random(count) * cumulated[-1], side="right")
    row, column = np.unravel_index(np.minimum(chosen, cumulated.size - 1), weight.shape)
    jitter = PIXEL_UM * (draw.random((2, count)) - 0.5)
    return slice_.x[column] + jitter[0], slice_.z[row] + jitter[1]
