# SPDX-License-Identifier: Apache-2.0
"""Numbers that write down what is done with them, and the forms that kinetic laws share.

A law of :class:`cicatrix.Mechanism` is called once, with such numbers; what it did with them is what the engine then
does for every voxel. So a law may loop and branch over what is fixed (its layer, its parameters), and must say with
:func:`maximum` and :func:`minimum` what depends on the tissue. The forms take plain numbers as well, to be drawn:

>>> from cicatrix.laws import saturating
>>> [saturating(x, 2.0) for x in (0.0, 2.0, 6.0)]
[0.0, 0.5, 0.75]
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias, overload

Node: TypeAlias = tuple[str, int, int, float]
Plain = (int, float)


class Tape:
    """The operations written down so far, each after those that it needs."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._inputs: dict[int, Quantity] = {}

    def input(self, number: int) -> Quantity:
        """The same object for the same number."""
        if number not in self._inputs:
            self._inputs[number] = self._write("input", number, -1, 0.0)
        return self._inputs[number]

    def quantity(self, value: Number) -> Quantity:
        """A plain number as one on this tape."""
        if isinstance(value, Quantity):
            if value.tape is not self:
                raise TypeError("a number of one call of a law was used in another; a law must not keep numbers")
            return value
        if not isinstance(value, Plain):
            raise TypeError(f"a law calculates with numbers, not with {type(value).__name__}")
        if not math.isfinite(value):
            raise ValueError(f"a law contains the number {value}")
        return self._write("constant", -1, -1, float(value))

    def apply(self, operation: str, a: Number, b: Number) -> Quantity:
        """Writes one operation down."""
        return self._write(operation, self.quantity(a).node, self.quantity(b).node, 0.0)

    def _write(self, operation: str, a: int, b: int, value: float) -> Quantity:
        self.nodes.append((operation, a, b, value))
        return Quantity(self, len(self.nodes) - 1)


class Quantity:
    """A number of a voxel, not yet known: it can be added, subtracted, multiplied, divided and raised to whole powers.

    It is not compared, because the law is called once for all voxels; :func:`maximum` and :func:`minimum` choose.
    """

    __slots__ = ("node", "tape")

    def __init__(self, tape: Tape, node: int) -> None:
        self.tape = tape
        self.node = node

    def __add__(self, other: Number) -> Quantity:
        return self._with("add", self, other)

    def __radd__(self, other: Number) -> Quantity:
        return self._with("add", other, self)

    def __sub__(self, other: Number) -> Quantity:
        return self._with("subtract", self, other)

    def __rsub__(self, other: Number) -> Quantity:
        return self._with("subtract", other, self)

    def __mul__(self, other: Number) -> Quantity:
        return self._with("multiply", self, other)

    def __rmul__(self, other: Number) -> Quantity:
        return self._with("multiply", other, self)

    def __truediv__(self, other: Number) -> Quantity:
        return self._with("divide", self, other)

    def __rtruediv__(self, other: Number) -> Quantity:
        return self._with("divide", other, self)

    def __neg__(self) -> Quantity:
        return self._with("subtract", 0.0, self)

    def __pos__(self) -> Quantity:
        return self

    def __pow__(self, exponent: int) -> Quantity:
        if not isinstance(exponent, int) or not 1 <= exponent <= 8:
            raise TypeError(f"a law has whole powers from 1 to 8, not {exponent!r}")
        result = self
        for _ in range(exponent - 1):
            result = result * self
        return result

    def __bool__(self) -> bool:
        raise TypeError("a law is called once for all voxels, so it cannot ask how large a number is; say it with "
                        "cicatrix.laws.maximum and minimum")  # fmt: skip

    def _compared(self, other: object) -> bool:
        return bool(self)

    __lt__ = __le__ = __gt__ = __ge__ = _compared
    __eq__ = __ne__ = _compared
    __hash__ = None  # type: ignore[assignment]

    def __float__(self) -> float:
        raise TypeError("a law is called once for all voxels; this number is not known yet")

    def __array_ufunc__(self, function: Any, method: str, *inputs: Any, **options: Any) -> Any:
        known = _UFUNCS.get(function.__name__)
        if known is None or method != "__call__" or options:
            raise TypeError(f"a law has + - * /, whole powers, maximum and minimum; numpy.{function.__name__} is not "
                            "among them")  # fmt: skip
        return known(*(x.item() if hasattr(x, "item") else x for x in inputs))

    def _with(self, operation: str, a: Number, b: Number) -> Quantity:
        return self.tape.apply(operation, _plain(a), _plain(b))

    def __repr__(self) -> str:
        return f"<cicatrix.laws.Quantity: operation {self.node} of a law>"


Number: TypeAlias = Quantity | float


def _plain(value: Any) -> Any:
    """NumPy's scalars as numbers of Python."""
    return value.item() if hasattr(value, "item") and not isinstance(value, Quantity) else value


@overload
def maximum(a: float, b: float) -> float: ...
@overload
def maximum(a: Number, b: Number) -> Number: ...
def maximum(a: Number, b: Number) -> Number:
    """The greater of two numbers.

    Parameters
    ----------
    a, b : number
        In the same unit; numbers of a law or plain ones.

    Examples
    --------
    >>> from cicatrix.laws import maximum
    >>> maximum(0.0, -3.0)
    0.0
    """
    return _chosen("maximum", a, b)


@overload
def minimum(a: float, b: float) -> float: ...
@overload
def minimum(a: Number, b: Number) -> Number: ...
def minimum(a: Number, b: Number) -> Number:
    """The smaller of two numbers.

    Parameters
    ----------
    a, b : number
        In the same unit; numbers of a law or plain ones.

    Examples
    --------
    >>> from cicatrix.laws import minimum
    >>> minimum(1.0, 2.5)
    1.0
    """
    return _chosen("minimum", a, b)


def _chosen(operation: str, a: Number, b: Number) -> Number:
    for x in (a, b):
        if isinstance(x, Quantity):
            return x.tape.apply(operation, _plain(a), _plain(b))
    greater = a > b
    return (a if greater else b) if operation == "maximum" else (b if greater else a)


def saturating(x: Any, half: float) -> Any:
    """Rising saturation, ``x / (half + x)``: 0 at 0, a half at `half`, towards 1.

    Parameters
    ----------
    x : number
        Of the tissue.
    half : float
        Where it is a half, in the unit of `x`.

    Examples
    --------
    >>> from cicatrix.laws import saturating
    >>> saturating(3.0, 1.0)
    0.75
    """
    return x / (x + half)


def saturating2(x: Any, half: float) -> Any:
    """Rising saturation of second order, ``x**2 / (half**2 + x**2)``.

    Parameters
    ----------
    x : number
        Of the tissue.
    half : float
        Where it is a half, in the unit of `x`.

    Examples
    --------
    >>> from cicatrix.laws import saturating2
    >>> saturating2(3.0, 1.0)
    0.9
    """
    square = x * x
    return square / (square + half * half)


def inhibited(x: Any, half: float) -> Any:
    """Falling saturation, ``half / (half + x)``: 1 at 0, a half at `half`, towards 0.

    Parameters
    ----------
    x : number
        Of the tissue.
    half : float
        Where it is a half, in the unit of `x`.

    Examples
    --------
    >>> from cicatrix.laws import inhibited
    >>> inhibited(3.0, 1.0)
    0.25
    """
    return half / (x + half)


def inhibited2(x: Any, half: float) -> Any:
    """Falling saturation of second order, ``half**2 / (half**2 + x**2)``.

    Parameters
    ----------
    x : number
        Of the tissue.
    half : float
        Where it is a half, in the unit of `x`.

    Examples
    --------
    >>> from cicatrix.laws import inhibited2
    >>> inhibited2(3.0, 1.0)
    0.1
    """
    return (half * half) / (x * x + half * half)


_UFUNCS: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "maximum": maximum,
    "minimum": minimum,
    "negative": lambda a: -a,
    "positive": lambda a: a,
    "square": lambda a: a * a,
}
