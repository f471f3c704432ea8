# SPDX-License-Identifier: Apache-2.0
"""A run that stops where you want, to be looked at or to be branched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from . import _core
from ._facts import FieldFacts
from .running import Progress, settled, teller
from .scenario import Scenario, ScenarioLike

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import xarray as xr


class Simulation:
    """The treated skin of a scenario, step by step.

    Parameters
    ----------
    scenario, changes, resolution, seed, **overrides
        As in :func:`cicatrix.run`.

    Raises
    ------
    ScenarioError
        The scenario, or what was laid over it, is wrong.

    Notes
    -----
    The acts of the scenario are done as their time comes. An act that is due at the time where :meth:`advance_to`
    stopped is done when the simulation goes on.

    Where a simulation stops, a step ends; so stopping often computes with smaller steps than a whole run, and gives
    the same skin within the error that steps are held to, not the same bits.

    Examples
    --------
    >>> import cicatrix as cx
    >>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
    ...         "run": {"follow_up": "1 d", "resolution": {"nx": 3, "ny": 3, "lateral": "500 um",
    ...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
    >>> simulation = cx.Simulation(tiny)
    >>> simulation.advance_to(6)
    >>> simulation.time_h
    6.0
    >>> simulation.field("debris").shape == simulation.values("debris").shape
    True
    """

    def __init__(
        self,
        scenario: ScenarioLike,
        changes: Mapping[str, Any] | None = None,
        /,
        *,
        resolution: str | None = None,
        seed: int | None = None,
        **overrides: Any,
    ) -> None:
        self._scenario = settled(scenario, resolution, seed, changes, overrides)
        self._stepper = _core.Stepper(self._scenario._core)

    def advance_to(self, time_h: float, *, threads: int = 0, progress: Progress = None) -> None:
        """Goes on until exactly this time.

        Parameters
        ----------
        time_h : float
            Hours since the start; not before :attr:`time_h`, not after :attr:`end_h`.
        threads : int
            Threads to use; 0 for all. Results do not depend on it.
        progress : callable or True, optional
            Called with the share of the way that is done, 0 to 1.

        Raises
        ------
        ValueError
            The time lies before now, or after the end.
        NumericalError
            The mathematics broke down.
        KeyboardInterrupt
            Ctrl-C. The simulation stands after the last whole step and can go on from there.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"run": {"follow_up": "1 d", "resolution": {
        ...     "nx": 1, "ny": 1, "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}})
        >>> simulation.advance_to(24)
        >>> simulation.time_h == simulation.end_h
        True
        """
        with teller(progress) as tell:
            self._stepper.advance_to(time_h, threads, tell)

    @property
    def time_h(self) -> float:
        """Where it stands, hours since the start."""
        return self._stepper.time_h

    @property
    def end_h(self) -> float:
        """End of the scenario, hours since the start."""
        return self._stepper.end_h

    @property
    def scenario(self) -> Scenario:
        """What is simulated."""
        return self._scenario

    @property
    def fields(self) -> pd.DataFrame:
        """The fields of the tissue, by name.

        ``unit``; ``unit_size``, by which :meth:`field` must be divided to be in it; ``owner``, the mechanism that
        keeps it; ``first_plane`` and ``last_plane`` (not included) of the planes where it lives; ``meaning``.
        """
        import pandas as pd

        return pd.DataFrame(self._stepper.fields()).set_index("field")

    def field(self, name: str) -> npt.NDArray[np.float64]:
        """A field as it is now, without copying it.

        Parameters
        ----------
        name : str
            One of :attr:`fields`.

        Returns
        -------
        numpy.ndarray
            ``(planes, y, x)``, double precision, read-only, in the engine's units (mm, h, pg, cells; divide by
            ``unit_size`` for the usual ones). The planes are those where the field lives. It looks at the memory of
            the simulation, and keeps it alive. It stays as it is when the simulation goes on: then the simulation
            takes a copy, once for all views of a moment.

        Raises
        ------
        KeyError
            There is no such field.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 2, "ny": 1, "finest": "18 um", "growth": 1.6,
        ...                                                    "coarsest": "300 um"}}})
        >>> collagen = simulation.field("collagen_i")
        >>> collagen.shape[1:], collagen.flags.writeable
        ((1, 2), False)
        """
        return self._stepper.field(name)

    def values(self, name: str) -> xr.DataArray:
        """A copy of a field in its usual unit, with places.

        Parameters
        ----------
        name : str
            One of :attr:`fields`.

        Returns
        -------
        xarray.DataArray
            ``(z, y, x)`` with ``z`` the depth, all in micrometres, ``z_top``, ``z_bottom`` and ``layer`` along
            ``z``, and ``time_h`` as a coordinate.

        Raises
        ------
        KeyError
            There is no such field.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 2, "ny": 1, "finest": "18 um", "growth": 1.6,
        ...                                                    "coarsest": "300 um"}}})
        >>> simulation.values("collagen_i").attrs["units"]
        'ug mm-3'
        """
        import numpy as np
        import xarray as xr

        view = self.field(name)  # complains of a name that does not exist
        facts = self._facts(name)
        grid = self._stepper.grid()
        lives = slice(facts["first_plane"], facts["last_plane"])
        edges = np.asarray(grid["edges_um"])
        um = {"units": "um"}
        return xr.DataArray(
            view / facts["unit_size"],
            dims=("z", "y", "x"),
            coords={
                "z": ("z", (0.5 * (edges[:-1] + edges[1:]))[lives], um | {"positive": "down"}),
                "y": ("y", grid["dy_um"] * (np.arange(grid["ny"]) + 0.5), um),
                "x": ("x", grid["dx_um"] * (np.arange(grid["nx"]) + 0.5), um),
                "z_top": ("z", edges[:-1][lives], um),
                "z_bottom": ("z", edges[1:][lives], um),
                "layer": ("z", np.array(grid["layers"])[lives]),
                "time_h": self.time_h,
            },
            name=name,
            attrs={"units": facts["units"], "shown_unit": facts["unit"], "long_name": facts["meaning"]},
        )

    def _facts(self, name: str) -> FieldFacts:
        return next(row for row in self._stepper.fields() if row["field"] == name)

    def needle(self, changes: Mapping[str, Any] | None = None, /, **overrides: Any) -> int:
        """A session now, which the scenario did not plan: its device, its hygiene, and products put on at once.

        Parameters
        ----------
        changes, **overrides
            What is different in this session, as in :func:`cicatrix.run`: ``routine__passes=8``. It meets the skin
            as it stands: changes of the person change nothing. Sessions that were planned come as planned, and do
            not count the wear of this one.

        Returns
        -------
        int
            How many needles met the patch. Each session has a draw of its own.

        Raises
        ------
        ScenarioError
            The changed scenario would be wrong.
        ValueError
            The scenario has no device.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"device": {"needle_length": "0.5 mm"}, "run": {"follow_up": "2 d", "resolution": {
        ...     "nx": 2, "ny": 2, "lateral": "500 um", "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}})
        >>> simulation.advance_to(24)
        >>> simulation.needle(device__needle_length="1.0 mm") > 0
        True
        """
        how = self._scenario.with_(changes, **overrides) if changes or overrides else self._scenario
        return self._stepper.needle(how._core)

    def apply(self, product: str, amount: float = 1.0) -> None:
        """Puts a product on, once and now.

        Parameters
        ----------
        product : str
            One of ``cicatrix.describe("products")``.
        amount : float
            Relative to a usual application.

        Raises
        ------
        ValueError
            There is no such product, or the amount is none.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 1, "ny": 1, "finest": "18 um", "growth": 1.6,
        ...                                                    "coarsest": "300 um"}}})
        >>> simulation.apply("bland moisturiser")
        """
        if not 0 < amount < float("inf"):
            raise ValueError(f"amount: {amount!r} is no amount; more than 0 usual ones")
        self._stepper.apply(product, amount)

    def put(self, name: str, values: npt.ArrayLike) -> None:
        """Gives a field other values, now: for what no act of a scenario does.

        Parameters
        ----------
        name : str
            One of :attr:`fields`.
        values : array_like
            Of the shape ``(planes, y, x)`` that :meth:`values` has, or what NumPy spreads over it, one number for
            example; in the field's usual unit, finite and not negative.

        Raises
        ------
        KeyError
            There is no such field.
        ValueError
            The shape does not fit, or a value makes no sense.

        Examples
        --------
        >>> import cicatrix as cx
        >>> simulation = cx.Simulation({"run": {"resolution": {"nx": 2, "ny": 1, "finest": "18 um", "growth": 1.6,
        ...                                                    "coarsest": "300 um"}}})
        >>> simulation.put("il10", 5.0)
        >>> float(simulation.values("il10").max())
        5.0
        """
        import numpy as np

        field = self.field(name)
        wanted = np.asarray(values, dtype=np.float64)
        try:
            spread = np.broadcast_to(wanted, field.shape)
        except ValueError:
            raise ValueError(f"values of {name} have the shape {wanted.shape}; needed is {field.shape}") from None
        if not (np.isfinite(spread).all() and (spread >= 0).all()):
            raise ValueError(f"values of {name} must be finite and not negative")
        self._stepper.put(name, np.ascontiguousarray(spread * self._facts(name)["unit_size"]))

    def copy(self) -> Simulation:
        """A second simulation that goes on from here by itself, with the same bits: "what if".

        Examples
        --------
        >>> import cicatrix as cx
        >>> one = cx.Simulation({"run": {"follow_up": "1 d", "resolution": {
        ...     "nx": 1, "ny": 1, "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}})
        >>> other = one.copy()
        >>> other.advance_to(12)
        >>> one.time_h, other.time_h
        (0.0, 12.0)
        """
        other = object.__new__(Simulation)
        other._scenario = self._scenario
        other._stepper = self._stepper.copy()
        return other

    def __copy__(self) -> Simulation:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Simulation:
        return self.copy()

    def __repr__(self) -> str:
        return f"<cicatrix.Simulation {self.scenario.title!r} at {self.time_h:g} h of {self.end_h:g} h>"
