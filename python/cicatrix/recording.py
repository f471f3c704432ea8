# SPDX-License-Identifier: Apache-2.0
"""What the functions of a mechanism are given: the tissue to read, rates to add to, new values to set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from . import _core
from .laws import Number, Quantity, Tape

SlotOf: TypeAlias = Callable[[str, bool], int]  # of a field by name; whether it must be one that may be changed


class Tissue:
    """What a law reads, of one layer."""

    _slot: SlotOf
    _tape: Tape

    def __init__(self, slot: SlotOf, tape: Tape, layer: str, outside: Sequence[str]) -> None:
        numbers = {name: tape.input(_core.inputs[name]) for name in ("depth_um", *outside)}
        self.__dict__.update(numbers, layer=layer, _slot=slot, _tape=tape)

    def __getattr__(self, field: str) -> Any:
        return self._tape.input(self._slot(field, False))

    def __getitem__(self, field: str) -> Quantity:
        return self._tape.input(self._slot(field, False))

    def __setattr__(self, field: str, value: object) -> None:
        raise AttributeError(f"a law does not set {field}; it adds to rate.{field}")


class Rates:
    """What a law adds to."""

    _slot: SlotOf
    _tape: Tape
    _sums: dict[str, Number]

    def __init__(self, slot: SlotOf, tape: Tape) -> None:
        self.__dict__.update(_slot=slot, _tape=tape, _sums={})

    def __getattr__(self, field: str) -> Number:
        self._slot(field, True)
        return self._sums.get(field, 0.0)

    def __setattr__(self, field: str, value: Number) -> None:
        self._slot(field, True)
        self._sums[field] = value

    def _results(self) -> list[tuple[int, int]]:
        """Slot and node of each sum."""
        return [(self._slot(f, True), self._tape.quantity(v).node) for f, v in self._sums.items()]


class Answering(Tissue):
    """What an answer to needles reads and sets."""

    _new: dict[str, Number]

    def __init__(self, slot: SlotOf, tape: Tape, layer: str) -> None:
        super().__init__(slot, tape, layer, ())
        self.__dict__["_new"] = {}

    def __getattr__(self, field: str) -> Any:
        return self._new[field] if field in self._new else super().__getattr__(field)

    def __getitem__(self, field: str) -> Any:
        return self.__getattr__(field)

    def __setattr__(self, field: str, value: Number) -> None:  # type: ignore[override]
        self._slot(field, True)
        self._new[field] = value

    def _results(self) -> list[tuple[int, int]]:
        """Slot and node of each new value."""
        return [(self._slot(f, True), self._tape.quantity(v).node) for f, v in self._new.items()]
