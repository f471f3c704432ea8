# SPDX-License-Identifier: Apache-2.0
"""A scenario: who is treated, with what, how often, and how finely it is computed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from . import _core
from ._core import Scenario as CoreScenario
from ._library import shipped_scenarios
from .mechanism import Mechanism, check_together
from .naming import near


def dotted(changes: Mapping[str, Any] | None, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Changes by dotted name: ``routine__passes`` of a call is ``routine.passes`` of a scenario."""
    by_name = {str(key): value for key, value in (changes or {}).items()}
    by_name.update({key.replace("__", "."): value for key, value in overrides.items()})
    return by_name


class Scenario:
    """A checked scenario. It never changes; :meth:`with_` gives another one.

    Make one with :meth:`from_file`, :meth:`from_toml` or :meth:`from_dict`. Everything in it has been checked: a
    scenario that exists can be run. It pickles, copies, compares and hashes by what it says.

    Examples
    --------
    >>> import cicatrix as cx
    >>> s = cx.Scenario.from_toml('title = "Half a millimetre"\\n[device]\\nneedle_length = "0.5 mm"')
    >>> s.title, s["device.needle_length"]
    ('Half a millimetre', '0.5 mm')
    """

    __slots__ = ("_core", "_mechanisms", "_off")
    _core: CoreScenario
    _mechanisms: tuple[Mechanism, ...]
    _off: tuple[str, ...]

    def __init__(self, core: CoreScenario, mechanisms: tuple[Mechanism, ...] = (), off: tuple[str, ...] = ()) -> None:
        if not isinstance(core, CoreScenario):
            raise TypeError("a Scenario is made with Scenario.from_file, from_toml or from_dict")
        object.__setattr__(self, "_core", core)
        object.__setattr__(self, "_mechanisms", mechanisms)
        object.__setattr__(self, "_off", off)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Scenario does not change; with_() gives another one")

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Scenario:
        """Reads a scenario file, and the files that it extends.

        Parameters
        ----------
        path : str or path
            A TOML file. Where there is no ``scenarios/NAME.toml``, that of :meth:`shipped` is meant.

        Raises
        ------
        ScenarioError
            With every complaint about the file at once.

        Examples
        --------
        >>> import cicatrix as cx, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "mine.toml")
        ...     _ = path.write_text('title = "Mine"')
        ...     cx.Scenario.from_file(path).title
        'Mine'
        """
        name = os.fspath(path)
        if not os.path.exists(name) and Path(name).parent == Path("scenarios"):
            name = os.fspath(shipped_scenarios().get(Path(name).stem, name))
        return cls(CoreScenario.from_file(name))

    @classmethod
    def shipped(cls, name: str) -> Scenario:
        """A ready-made scenario that comes with the package.

        Parameters
        ----------
        name : str
            ``"safe_home"``, ``"safe_clinic"``, ``"cautionary_case"`` and its variants, ``"untreated"``.

        Raises
        ------
        ValueError
            There is none of this name.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.shipped("safe_home")["device.needle_length"]
        '0.5 mm'
        """
        known = shipped_scenarios()
        if name not in known:
            raise ValueError(f"no scenario is called {name!r}; there are {', '.join(known)}" + near(name, known))
        return cls.from_file(known[name])

    @classmethod
    def from_toml(cls, text: str, name: str = "text") -> Scenario:
        """Reads a scenario from the text of a file.

        Parameters
        ----------
        text : str
            TOML.
        name : str
            What messages call it. Files that it extends are looked for beside a file of this name.

        Raises
        ------
        ScenarioError
            With every complaint about the text at once.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.from_toml('title = "Mine"').resolution
        'standard'
        """
        return cls(CoreScenario.from_text(text, name))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Scenario:
        """Makes a scenario of nested dicts, by the names that a scenario file has.

        Parameters
        ----------
        document : mapping
            Sections are dicts, repeated sections lists of dicts, quantities texts with a unit (``"0.5 mm"``).

        Raises
        ------
        ScenarioError
            With every complaint at once; lines are those of the TOML that the dict stands for.
        TypeError
            A value is of a type that a scenario cannot hold.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.from_dict({"run": {"seed": 7}}).seed
        7
        """
        return cls(CoreScenario.from_dict(dict(document), "dict"))

    @classmethod
    def of(cls, what: ScenarioLike) -> Scenario:
        """A scenario from whatever :func:`cicatrix.run` takes: a Scenario, a path or a mapping.

        Raises
        ------
        ScenarioError
            It is wrong.
        TypeError
            It is none of these.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.of({"title": "Mine"}).title
        'Mine'
        """
        if isinstance(what, Scenario):
            return what
        if isinstance(what, Mapping):
            return cls.from_dict(what)
        if isinstance(what, (str, os.PathLike)):
            return cls.from_file(what)
        raise TypeError(f"a scenario is a path, a dict or a Scenario, not {type(what).__name__}")

    def with_(self, changes: Mapping[str, Any] | None = None, /, **overrides: Any) -> Scenario:
        """Another scenario, in which some values are different.

        Parameters
        ----------
        changes : mapping, optional
            Values by dotted name, ``{"routine.passes": 8}``. None takes a value out, so that its default holds.
        **overrides
            The same with two underscores for the dot, ``routine__passes=8``.

        Raises
        ------
        ScenarioError
            The changed scenario would be wrong. What was given is the file ``"override"`` in its complaints.

        Examples
        --------
        >>> import cicatrix as cx
        >>> s = cx.Scenario.from_dict({"device": {"kind": "pen"}, "routine": {"passes": 2}})
        >>> s.with_(routine__passes=8)["routine.passes"], s["routine.passes"]
        (8, 2)
        """
        return Scenario(self._core.changed(dotted(changes, overrides)), self._mechanisms, self._off)

    def plus(self, *mechanisms: Mechanism) -> Scenario:
        """The same scenario in a model that has more mechanisms.

        Raises
        ------
        ValueError
            A name is taken, or a field that one of them reads or writes is not there.

        Examples
        --------
        >>> import cicatrix as cx
        >>> def law(tissue, rate, p):
        ...     rate.debris -= p.eaten * tissue.debris
        >>> eaten = cx.Parameter("eaten", 0.1, "1/h", source="own", where="a toy")
        >>> cx.Scenario.from_dict({"title": "A"}).plus(cx.Mechanism("eating", law, writes=["debris"], parameters=[eaten]))
        <cicatrix.Scenario 'A': 180 d, standard, seed 1, with eating>
        """
        return self._of_model((*self._mechanisms, *mechanisms), self._off)

    def without(self, *mechanisms: str) -> Scenario:
        """The same scenario in a model of which some mechanisms are switched off: their fields stay at rest.

        Parameters
        ----------
        *mechanisms : str
            Names of ``cicatrix.describe("mechanisms")``.

        Raises
        ------
        ValueError
            There is no such mechanism.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.from_dict({"title": "A"}).without("nerves")
        <cicatrix.Scenario 'A': 180 d, standard, seed 1, without nerves>
        """
        return self._of_model(self._mechanisms, (*self._off, *mechanisms))

    def _of_model(self, mechanisms: tuple[Mechanism, ...], off: tuple[str, ...]) -> Scenario:
        for mechanism in mechanisms:
            if not isinstance(mechanism, Mechanism):
                raise TypeError(f"plus takes a cicatrix.Mechanism, not {type(mechanism).__name__}")
        for name in off:
            if not isinstance(name, str):
                raise TypeError(f"without takes names of mechanisms, not {type(name).__name__}")
        check_together(mechanisms, off)
        off = tuple(sorted(set(off)))
        core = self._core.with_mechanisms(list(off), [_core.Mechanism(m.facts) for m in mechanisms])
        return Scenario(core, mechanisms, off)

    def __getitem__(self, key: str) -> Any:
        value = self._core.get(key)
        if value is not None:
            return value
        keys = {row["key"].replace("[]", ""): row["standard"] for row in _core.tables["scenario"]()}
        if key in keys:
            raise KeyError(f"{key} is not written in this scenario; its default is {keys[key] or 'nothing'}")
        raise KeyError(f"there is no {key} in this scenario" + near(key, keys))

    def __contains__(self, key: str) -> bool:
        return self._core.get(key) is not None

    def to_dict(self) -> dict[str, Any]:
        """Everything that is written in it, as nested dicts; ``extends`` is merged in.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.from_dict({"run": {"seed": 7}}).to_dict()
        {'run': {'seed': 7}}
        """
        return self._core.document()

    def to_toml(self) -> str:
        """The text of a scenario file that says the same; ``extends`` is merged in.

        Examples
        --------
        >>> import cicatrix as cx
        >>> print(cx.Scenario.from_dict({"run": {"seed": 7}}).to_toml())
        [run]
        seed = 7
        <BLANKLINE>
        """
        return self._core.text

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes :meth:`to_toml` to a file.

        Raises
        ------
        OSError
            The file cannot be written.
        ValueError
            It has mechanisms of its own, or lacks some; a file cannot say so.

        Examples
        --------
        >>> import cicatrix as cx, pathlib, tempfile
        >>> s = cx.Scenario.from_dict({"run": {"seed": 7}})
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     s.save(pathlib.Path(folder, "mine.toml"))
        ...     cx.Scenario.from_file(pathlib.Path(folder, "mine.toml")) == s
        True
        """
        if self.has_own_model:
            raise ValueError(f"a scenario file cannot hold its mechanisms ({self._model()}); pickle it instead")
        Path(path).write_text(self.to_toml(), encoding="utf-8")

    @property
    def title(self) -> str:
        """Its title; empty when it has none."""
        return self._core.title

    @property
    def note(self) -> str:
        """Its note; empty when it has none."""
        return self._core.note

    @property
    def path(self) -> str:
        """The file that it was read from, or ``"text"`` or ``"dict"``."""
        return self._core.path

    @property
    def seed(self) -> int:
        """Names the draw of punctures."""
        return self._core.seed

    @property
    def resolution(self) -> str:
        """``"sketch"``, ``"preview"``, ``"standard"``, ``"fine"``, or ``"explicit"`` for a grid of its own."""
        return self._core.resolution

    @property
    def precision(self) -> str:
        """``"single"`` or ``"double"``: what steps calculate with."""
        return self._core.precision

    @property
    def end_h(self) -> float:
        """When the run ends, hours."""
        return self._core.end_h

    def __repr__(self) -> str:
        days = f"{self.end_h / 24:g} d"
        model = self._model()
        return f"<cicatrix.Scenario {self.title!r}: {days}, {self.resolution}, seed {self.seed}{model and ', '}{model}>"

    def _model(self) -> str:
        with_ = "with " + ", ".join(m.name for m in self._mechanisms) if self._mechanisms else ""
        without = "without " + ", ".join(self._off) if self._off else ""
        return "; ".join(part for part in (without, with_) if part)

    @property
    def has_own_model(self) -> bool:
        """Whether mechanisms were added to the engine's, or some of those switched off."""
        return bool(self._mechanisms or self._off)

    def said(self) -> str:
        """All that decides what a run of it gives, as one text: equal for equal scenarios.

        Examples
        --------
        >>> import cicatrix as cx
        >>> cx.Scenario.from_dict({"run": {"seed": 7}}).said() == cx.Scenario.from_toml("[run]\\nseed = 7").said()
        True
        """
        return "\n".join([self.to_toml(), *self._off, *(m.said() for m in self._mechanisms)])

    def __eq__(self, other: object) -> bool:
        return self.said() == other.said() if isinstance(other, Scenario) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.said())

    def __copy__(self) -> Scenario:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Scenario:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.to_toml(), self.path, self._mechanisms, self._off)


ScenarioLike: TypeAlias = Scenario | str | os.PathLike[str] | Mapping[str, Any]


def _restored(text: str, path: str, mechanisms: tuple[Mechanism, ...] = (), off: tuple[str, ...] = ()) -> Scenario:
    """What unpickling calls."""
    restored = Scenario.from_toml(text, path)
    return restored._of_model(mechanisms, off) if mechanisms or off else restored
