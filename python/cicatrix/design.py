# SPDX-License-Identifier: Apache-2.0
"""Designs: at which points of a scenario's settings runs are made."""

from __future__ import annotations

import itertools
import numbers
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Point: TypeAlias = Mapping[str, Any]
Design: TypeAlias = Mapping[str, Sequence[Any]] | Iterable[Point]


def latin_hypercube(spreads: Mapping[str, Sequence[Any]], count: int, *, seed: int = 1) -> list[dict[str, Any]]:
    """A random design that leaves no part of any range empty.

    Each range is cut into `count` equal parts, and each part is used once, in an order of its own.

    Parameters
    ----------
    spreads : mapping
        By dotted name: ``(low, high)``, two numbers, or ``(low, high, unit)``, which makes texts such as
        ``"0.73 mm"``. Two whole numbers give whole numbers, ends included.
    count : int
        How many points.
    seed : int
        Names the draw.

    Returns
    -------
    list of dict
        What :func:`cicatrix.sweep` takes as a design.

    Raises
    ------
    ValueError
        `count` is less than one, or a range is none.

    Examples
    --------
    >>> import cicatrix as cx
    >>> design = cx.latin_hypercube({"routine.passes": (1, 4), "device.needle_length": (0.25, 1.5, "mm")}, 4)
    >>> sorted(point["routine.passes"] for point in design)
    [1, 2, 3, 4]
    """
    import numpy as np

    if count < 1:
        raise ValueError(f"count: {count} is no number of points; at least 1")
    draw = np.random.default_rng(seed)
    columns: dict[str, list[Any]] = {}
    for name, spread in spreads.items():
        if len(spread) not in (2, 3) or not spread[0] < spread[1]:
            raise ValueError(f"{name}: {spread!r} is no range; (low, high) or (low, high, unit)")
        low: Any = spread[0]
        high: Any = spread[1]
        shares = (draw.permutation(count) + draw.random(count)) / count
        if all(isinstance(end, numbers.Integral) for end in (low, high)):
            values: list[Any] = [int(v) for v in np.floor(low + shares * (high - low + 1))]
        else:
            values = [float(v) for v in low + shares * (high - low)]
        columns[name] = values if len(spread) == 2 else [f"{v!r} {spread[2]}" for v in values]
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


def points_of(design: Design) -> list[dict[str, Any]]:
    """All of them, each by the same names."""
    if isinstance(design, Mapping):
        points = [dict(zip(design, values)) for values in itertools.product(*design.values())]
    else:
        points = [dict(point) for point in design]
    if not points:
        raise ValueError("the design has no point")
    for number, point in enumerate(points, 1):
        if point.keys() != points[0].keys():
            raise ValueError(f"point {number} of the design names {', '.join(point)}; the first {', '.join(points[0])}")
    return points
