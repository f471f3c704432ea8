# SPDX-License-Identifier: Apache-2.0
"""What a mechanism of one's own declares: its numbers and its fields."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import _core
from .naming import near

GROUPS = {name: tuple(layers) for name, layers in _core.layer_groups.items()}
# What a law finds beside its fields, and what the laws of a layer as SBML hold beside them.
RESERVED = {*_core.inputs, *_core.reserved_names, "layer"}


@dataclass(frozen=True)
class Parameter:
    """A number of a mechanism, declared once: what it is, how sure it is, and where it comes from.

    Parameters
    ----------
    name : str
        By which the law finds it.
    value : float
        Counted in `unit`.
    unit : str
        As scenarios spell units: ``"1/h"``, ``"pg/mm3"``, ``"1"`` for a share.
    source : str
        A key of a bibliography, or ``"own"`` for a guess.
    where : str
        Table, figure or page; of a guess the reason for it.
    plausible : (float, float), optional
        What the evidence leaves open, in `unit`; the value alone without it.
    status : str
        ``"measured_human"`` to ``"assumed"``, as in ``cicatrix.describe("parameters")``.
    symbol, meaning : str
        For tables.

    Raises
    ------
    ValueError
        The unit or the status is unknown, a number is not finite, or the value lies outside what is plausible.

    Examples
    --------
    >>> import cicatrix as cx
    >>> cx.Parameter("cooling", 0.5, "1/h", source="own", where="a toy: any rate will do").value
    0.5
    """

    name: str
    value: float
    unit: str
    source: str
    where: str
    plausible: tuple[float, float] | None = None
    status: str = "assumed"
    symbol: str = ""
    meaning: str = ""

    def __post_init__(self) -> None:
        check_name(self.name, "a parameter")
        unit_size(self.unit, f"parameter {self.name}")
        if self.status not in _core.statuses:
            raise ValueError(f"parameter {self.name}: status {self.status!r} is unknown" + near(self.status, _core.statuses))
        if not self.source or not self.where:
            raise ValueError(f"parameter {self.name} needs a source, and where in it; of a guess, \"own\" and why")
        low, high = self.plausible or (self.value, self.value)
        check_numbers(f"parameter {self.name}", self.value, low, high)
        if not all(map(math.isfinite, (self.value, low, high))) or not low <= self.value <= high:
            raise ValueError(f"parameter {self.name}: {self.value!r} does not lie in {low!r} .. {high!r}")

    @property
    def size(self) -> float:
        """The value in the engine's units: mm, h, pg, cells."""
        return self.value * unit_size(self.unit, self.name)


@dataclass(frozen=True)
class Field:
    """A quantity of the tissue that a mechanism brings along.

    Parameters
    ----------
    name : str
        Unlike those of all other fields.
    unit : str
        In which people see it; the law sees the engine's units (mm, h, pg, cells).
    layers : str or sequence of str
        Where it lives: layers that lie one under the other, or ``"dermis"``, ``"epidermis"``, ``"living"``,
        ``"surface"``, ``"everywhere"``.
    scale : float
        A change of this size matters, in `unit`; steps are held to it.
    rest : float or mapping
        What healthy skin holds, in `unit`; a mapping says it by layer.
    diffusivity_um2_per_h : float
        How it spreads between voxels of living layers; 0: it does not.
    symbol, meaning : str
        For tables.

    Raises
    ------
    ValueError
        Unit or layers are unknown, or a number makes no sense.

    Examples
    --------
    >>> import cicatrix as cx
    >>> cx.Field("warmth", "1", "dermis", scale=0.1, rest=1.0).by_layer()
    {'papillary': 1.0, 'reticular': 1.0}
    """

    name: str
    unit: str
    layers: str | Sequence[str]
    scale: float
    rest: float | Mapping[str, float] = 0.0
    diffusivity_um2_per_h: float = 0.0
    symbol: str = ""
    meaning: str = ""

    def __post_init__(self) -> None:
        check_name(self.name, "a field")
        if self.name in RESERVED or self.name.startswith(("scale_", "term_")):
            raise ValueError(f"{self.name!r} is no name for a field: it means something else")
        unit_size(self.unit, f"field {self.name}")
        rest = self.rest.values() if isinstance(self.rest, Mapping) else (self.rest,)
        check_numbers(f"field {self.name}", self.scale, self.diffusivity_um2_per_h, *rest)
        if not (math.isfinite(self.scale) and self.scale > 0):
            raise ValueError(f"field {self.name}: a scale of {self.scale!r} is none; more than 0 {self.unit}")
        if not (math.isfinite(self.diffusivity_um2_per_h) and self.diffusivity_um2_per_h >= 0):
            raise ValueError(f"field {self.name}: diffusivity {self.diffusivity_um2_per_h!r}; at least 0 um2/h")
        for layer, value in self.by_layer().items():
            if not (math.isfinite(value) and value >= 0):
                raise ValueError(f"field {self.name}: {value!r} at rest in {layer}; at least 0 {self.unit}")

    def by_layer(self) -> dict[str, float]:
        """What it is at rest, in its unit, by layer from the top; layers where it does not live are left out.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Field("glow", "1", "epidermis", scale=0.1).by_layer()
        {'viable_epidermis': 0.0, 'basal': 0.0}
        """
        known = _core.layers
        named = (self.layers,) if isinstance(self.layers, str) else tuple(self.layers)
        wanted = {layer for name in named for layer in GROUPS.get(name, (name,))}
        for name in wanted:
            if name not in known:
                raise ValueError(f"field {self.name}: there is no layer {name!r}" + near(name, [*known, *GROUPS]))
        places = sorted(known.index(name) for name in wanted)
        if not places or places != list(range(places[0], places[-1] + 1)):
            raise ValueError(f"field {self.name}: its layers do not lie one under the other: {', '.join(named)}")
        rest = self.rest
        if isinstance(rest, Mapping) and (strange := sorted(set(rest) - wanted)):
            raise ValueError(f"field {self.name}: at rest in {', '.join(strange)}, where it does not live")
        return {known[k]: float(rest.get(known[k], 0.0) if isinstance(rest, Mapping) else rest) for k in places}


def unit_size(unit: str, what: str) -> float:
    """In the engine's units."""
    if not isinstance(unit, str):
        raise TypeError(f"{what}: a unit is a text such as \"1/h\", not {unit!r}")
    facts = _core.unit_facts(unit)
    if facts is None or not re.fullmatch(r"[A-Za-z0-9*/%]+", unit):  # others could not be written to files
        units = {str(row["unit"]) for row in _core.tables["fields"]()} | {"1/h", "1/d", "um", "mm", "h", "d"}
        raise ValueError(f"{what}: {unit!r} is no known unit" + near(unit, units))
    return facts[0]


def field_facts(f: Field) -> dict[str, Any]:
    rest = f.by_layer()
    spread = {layer: float(f.diffusivity_um2_per_h) for layer in rest if layer in GROUPS["living"]}
    return {"name": f.name, "unit": f.unit, "symbol": f.symbol or f.name, "meaning": f.meaning, "rest": rest,
            "scale": float(f.scale), "diffusivity_um2_per_h": spread}  # fmt: skip


def parameter_facts(p: Parameter) -> dict[str, Any]:
    low, high = p.plausible or (p.value, p.value)
    return {"name": p.name, "unit": p.unit, "symbol": p.symbol or p.name, "meaning": p.meaning, "value": float(p.value),
            "range": (float(low), float(high)), "plausible": (float(low), float(high)), "source": p.source,
            "where": p.where, "status": p.status}  # fmt: skip


def check_name(name: str, what: str) -> None:
    if not (isinstance(name, str) and name.isascii() and name.isidentifier() and not name.startswith("_")):
        raise ValueError(f"{name!r} is no name for {what}; letters, digits and underscores")


def unique(names: Sequence[str], mechanism: str) -> tuple[str, ...]:
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"mechanism {mechanism} names {name!r} twice")
    return tuple(names)


def check_numbers(what: str, *values: object) -> None:
    """That they are numbers at all."""
    for value in values:
        if not isinstance(value, numbers.Real):
            raise TypeError(f"{what}: {value!r} is no number")
