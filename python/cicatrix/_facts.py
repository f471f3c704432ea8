# SPDX-License-Identifier: Apache-2.0
"""The dicts that the compiled half gives."""

from __future__ import annotations

from typing import Any, TypedDict


class Observable(TypedDict):
    units: str
    shown_unit: str
    long_name: str
    value: Any


class Harm(TypedDict):
    harm: str
    level: str
    because: str


class FieldFacts(TypedDict):
    field: str
    symbol: str
    unit: str
    units: str
    unit_size: float
    owner: str
    first_plane: int
    last_plane: int
    meaning: str


class GridFacts(TypedDict):
    nx: int
    ny: int
    dx_um: float
    dy_um: float
    edges_um: list[float]
    layers: list[str]
