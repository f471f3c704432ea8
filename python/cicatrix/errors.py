# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, with the facts as attributes: nobody needs to take a message apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong with a scenario.

    Attributes
    ----------
    message : str
        What was found and why it cannot be.
    file : str or None
        Where it is written: a path, ``"text"``, ``"dict"``, or ``"override"`` for something given to a call.
    line, column : int or None
        The place in it, from 1.
    key : str or None
        Dotted name, ``"device.needle_length"``.
    found : str or None
        What is written there.
    allowed : str or None
        What would be right.
    nearest : str or None
        The valid name that is nearest to what was written.

    Examples
    --------
    >>> import cicatrix as cx
    >>> cx.Complaint("is too deep", key="device.needle_length").key
    'device.needle_length'
    """

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    key: str | None = None
    found: str | None = None
    allowed: str | None = None
    nearest: str | None = None


class CicatrixError(Exception):
    """Whatever Cicatrix could not do; the other exceptions are of this kind.

    Examples
    --------
    >>> import cicatrix as cx
    >>> issubclass(cx.ScenarioError, cx.CicatrixError)
    True
    """


class ScenarioError(CicatrixError, ValueError):
    """A scenario, or what was laid over it, is wrong. All complaints come at once.

    Parameters
    ----------
    message : str
        All complaints in words, with the lines they are about.
    complaints : sequence of Complaint
        The same as facts, in the order of the file.

    Attributes
    ----------
    complaints : list of Complaint
    file, line, column, key, found, allowed, nearest
        Of the first complaint; None where there is nothing to say.

    Examples
    --------
    >>> import cicatrix as cx
    >>> try:
    ...     cx.Scenario.from_dict({"device": {"needle_length": "50 mm"}})
    ... except cx.ScenarioError as error:
    ...     print(error.key, error.found, error.line)
    device.needle_length 50 mm 2
    """

    def __init__(self, message: str, complaints: Sequence[Complaint] = ()) -> None:
        super().__init__(message)
        self.complaints: list[Complaint] = list(complaints)
        first = self.complaints[0] if self.complaints else Complaint(message)
        self.file: str | None = first.file
        self.line: int | None = first.line
        self.column: int | None = first.column
        self.key: str | None = first.key
        self.found: str | None = first.found
        self.allowed: str | None = first.allowed
        self.nearest: str | None = first.nearest

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.complaints), vars(self)


class NumericalError(CicatrixError, ArithmeticError):
    """The mathematics broke down; the run has no result.

    Parameters
    ----------
    message : str
    time_h : float or None
        Hours since the start of the run.
    field : str or None
        The field of the tissue in which it happened.
    depth_um : float or None
        Depth below the surface, micrometres.
    step_h : float or None
        The step that was tried, hours.

    Examples
    --------
    >>> import cicatrix as cx
    >>> cx.NumericalError("is no number", time_h=12.5, field="il6").time_h
    12.5
    """

    def __init__(
        self,
        message: str,
        time_h: float | None = None,
        field: str | None = None,
        depth_um: float | None = None,
        step_h: float | None = None,
    ) -> None:
        super().__init__(message)
        self.time_h = time_h
        self.field = field
        self.depth_um = depth_um
        self.step_h = step_h

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.time_h, self.field, self.depth_um, self.step_h), vars(self)


class ResultError(CicatrixError):
    """A result file cannot be written or read.

    Parameters
    ----------
    message : str
    file : str or None
        The file.

    Examples
    --------
    >>> import cicatrix as cx
    >>> try:
    ...     cx.open("not_there.nc")
    ... except cx.ResultError as error:
    ...     print(error.file)
    not_there.nc
    """

    def __init__(self, message: str, file: str | None = None) -> None:
        super().__init__(message)
        self.file = file

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.file), vars(self)
