# SPDX-License-Identifier: Apache-2.0
"""Mechanisms of one's own: a hypothesis in a few lines of Python, computed as those of the engine are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, TypeAlias

from . import _core
from .declaring import Field, Parameter, check_name, field_facts, parameter_facts, unique
from .laws import Tape
from .naming import near, refuse_text
from .recording import Answering, Rates, Tissue

Law: TypeAlias = Callable[[Any, Any, Any], None]


class Mechanism:
    """A phenomenon of skin, written in Python and computed by the engine.

    Its law is called once for each layer when the mechanism is made, with numbers that write down what is done with
    them. The engine replays that in every voxel, and knows the exact derivatives. So it is as fast as a mechanism of
    the engine, gives the same bits as the same law written there, and travels to other processes without its source.

    Parameters
    ----------
    name : str
        Unlike those of all other mechanisms.
    law : callable
        ``law(tissue, rate, p)``. It reads ``tissue.NAME`` of the fields named here, ``tissue.layer`` (a text),
        ``tissue.depth_um``, ``tissue.uv_sed_per_h`` and ``tissue.occlusion``, and adds to ``rate.NAME``, per hour, of
        fields that it owns or writes: ``rate.warmth += p.cooling * (1 - tissue.warmth)``. A field that does not live
        in the layer is 0. All numbers are in the engine's units: mm, h, pg, cells; so are the parameters ``p.NAME``.
        What it can do with them: :mod:`cicatrix.laws`.
    owns : sequence of Field
        Fields that it brings along.
    writes, reads : sequence of str
        Fields of other mechanisms that it changes, or only looks at: ``cicatrix.describe("fields")``. Read from
        another layer of the same column, a field is called ``"barrier@stratum_corneum"`` and found by
        ``tissue["barrier@stratum_corneum"]``.
    parameters : sequence of Parameter
        Its numbers. They are listed with the results.
    wounded : callable, optional
        ``wounded(tissue, wound, p)``: what needles do at once. It sets ``tissue.NAME = ...`` of fields that it owns or
        writes; ``wound.killed`` is the share of the voxel that needles swept, ``wound.torn`` the share of its fibres
        that tore beside them.
    summary : str
        One line.

    Raises
    ------
    ValueError
        A name is unknown or taken, or a number makes no sense.
    TypeError
        The law asks for what it cannot know, the size of a number for example.

    Examples
    --------
    >>> import cicatrix as cx
    >>> def law(tissue, rate, p):
    ...     rate.warmth += p.cooling * (1 - tissue.warmth) + p.heating * tissue.debris
    >>> guess = dict(source="own", where="a toy: any rate will do")
    >>> warmth = cx.Mechanism("warmth", law, owns=[cx.Field("warmth", "1", "dermis", scale=0.1, rest=1.0)],
    ...                       reads=["debris"], parameters=[cx.Parameter("cooling", 0.5, "1/h", **guess),
    ...                                                     cx.Parameter("heating", 2.0, "1/h", **guess)])
    >>> tiny = cx.Scenario.from_dict({"device": {"kind": "pen"}, "routine": {"sessions": 1}, "run": {
    ...     "follow_up": "1 d", "resolution": {"nx": 2, "ny": 2, "lateral": "500 um", "finest": "18 um",
    ...                                        "growth": 1.6, "coarsest": "300 um"}}})
    >>> simulation = cx.Simulation(tiny.plus(warmth))
    >>> simulation.advance_to(12)
    >>> bool(simulation.field("warmth").max() > 1.0)
    True
    """

    def __init__(
        self,
        name: str,
        law: Law,
        *,
        owns: Iterable[Field] = (),
        writes: Iterable[str] = (),
        reads: Iterable[str] = (),
        parameters: Iterable[Parameter] = (),
        wounded: Law | None = None,
        summary: str = "",
    ) -> None:
        check_name(name, "a mechanism")
        refuse_text(writes, f"mechanism {name}: writes")
        refuse_text(reads, f"mechanism {name}: reads")
        self._owns = tuple(owns)
        self._parameters = tuple(parameters)
        self._written = unique([*(f.name for f in self._owns), *writes], name)
        self._slots = {field: slot for slot, field in enumerate(unique([*self._written, *reads], name))}
        self._law: Law | None = law
        self._wounded = wounded
        unique([p.name for p in self._parameters], name)
        if not self._written:
            raise ValueError(f"mechanism {name} owns and writes nothing, so it would do nothing")
        most = _core.most_fields_of_a_mechanism
        if len(self._slots) > most:
            raise ValueError(f"mechanism {name} names {len(self._slots)} fields; at most {most}")
        others = list(self._slots)[len(self._owns) :]
        columns = [field for field in others if "@" in field]
        in_order = [field for field in others if "@" not in field] + columns  # as the engine numbers them
        self._slots = {field: slot for slot, field in enumerate([*(f.name for f in self._owns), *in_order])}
        self._facts: dict[str, Any] = {
            "name": name,
            "summary": summary,
            "owns": [field_facts(f) for f in self._owns],
            "writes": [field for field in self._written if field not in {f.name for f in self._owns}],
            "reads": [field for field in in_order if field not in self._written and "@" not in field],
            "reads_column": [tuple(field.split("@", 1)) for field in columns],
            "parameters": [parameter_facts(p) for p in self._parameters],
        }
        for field in columns:
            if field in self._written or field.split("@", 1)[1] not in _core.layers:
                raise ValueError(f"mechanism {name}: {field!r} is no field of another layer to read"
                                 + near(field.split("@", 1)[1], _core.layers))  # fmt: skip
        self._facts["law"] = self._texts(lambda layer: self._law_of(layer))
        self._facts["answer"] = self._texts(lambda layer: self._answer_of(layer)) if wounded else {}

    @property
    def name(self) -> str:
        """Its name."""
        return str(self._facts["name"])

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Its numbers by name."""
        return {p.name: p for p in self._parameters}

    def with_(self, **values: float) -> Mechanism:
        """The same mechanism with other values of some parameters, each in its unit.

        Raises
        ------
        ValueError
            A name is unknown, or a value not plausible.
        TypeError
            The mechanism came from another process, without the text of its law.

        Examples
        --------
        >>> import cicatrix as cx
        >>> def law(tissue, rate, p):
        ...     rate.debris -= p.eaten * tissue.debris
        >>> eating = cx.Mechanism("eating", law, writes=["debris"], parameters=[
        ...     cx.Parameter("eaten", 0.1, "1/h", source="own", where="a toy", plausible=(0, 1))])
        >>> eating.with_(eaten=0.2).parameters["eaten"].value
        0.2
        """
        if self._law is None:
            raise TypeError(f"mechanism {self.name} came from another process, without the text of its law")
        for name in values:
            if name not in self.parameters:
                raise ValueError(f"mechanism {self.name} has no parameter {name!r}" + near(name, self.parameters))
        return Mechanism(
            self.name,
            self._law,
            owns=self._owns,
            writes=self._facts["writes"],
            reads=[field for field in self._slots if field not in self._written],
            parameters=[replace(p, value=values.get(p.name, p.value)) for p in self._parameters],
            wounded=self._wounded,
            summary=self._facts["summary"],
        )

    def _texts(self, of_layer: Callable[[str], dict[str, Any]]) -> dict[str, dict[str, Any]]:
        texts = {layer: of_layer(layer) for layer in _core.layers}
        return {layer: text for layer, text in texts.items() if text["results"]}

    def _law_of(self, layer: str) -> dict[str, Any]:
        assert self._law is not None
        tape = Tape()
        outside = ("uv_sed_per_h", "occlusion")
        tissue = Tissue(self._slot, tape, layer, outside)
        rate = Rates(self._slot, tape)
        self._call(self._law, tissue, rate)
        return {"nodes": tape.nodes, "results": rate._results()}

    def _answer_of(self, layer: str) -> dict[str, Any]:
        assert self._wounded is not None
        tape = Tape()
        tissue = Answering(self._slot, tape, layer)
        wound = SimpleNamespace(**{name: tape.input(_core.inputs[name]) for name in ("killed", "torn")})
        self._call(self._wounded, tissue, wound)
        return {"nodes": tape.nodes, "results": tissue._results()}

    def _call(self, function: Law, tissue: Any, other: Any) -> None:
        values = SimpleNamespace(**{p.name: p.size for p in self._parameters})
        given: object = function(tissue, other, values)  # type: ignore[func-returns-value]
        if given is not None:
            raise TypeError(f"mechanism {self.name}: {function.__name__} returns something; it must add to the rates "
                            "that it is given, or set fields")  # fmt: skip

    def _slot(self, field: str, written: bool = False) -> int:
        names = self._written if written else tuple(self._slots)
        if field not in names:
            what = "owns or writes no" if written else "names no"
            raise AttributeError(f"mechanism {self.name} {what} field {field!r}" + near(field, names))
        return self._slots[field]

    def __repr__(self) -> str:
        return f"<cicatrix.Mechanism {self.name!r}: changes {', '.join(self._written)}>"

    def __eq__(self, other: object) -> bool:
        return self.said() == other.said() if isinstance(other, Mechanism) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.said())

    @property
    def facts(self) -> dict[str, Any]:
        """All that the engine is given: fields, numbers, and what the functions did, by layer."""
        return self._facts

    def said(self) -> str:
        """:attr:`facts` as one text: equal for mechanisms that compute the same.

        Examples
        --------
        >>> import cicatrix as cx
        >>> def law(tissue, rate, p):
        ...     rate.debris -= 0.1 * tissue.debris
        >>> one, other = (cx.Mechanism("eating", law, writes=["debris"]) for _ in range(2))
        >>> one.said() == other.said()
        True
        """
        return json.dumps(self._facts, sort_keys=True)

    def __copy__(self) -> Mechanism:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Mechanism:
        return self

    def __getstate__(self) -> dict[str, Any]:
        """Without its functions: what they did is written down, and those of a notebook do not travel."""
        return self.__dict__ | {"_law": None, "_wounded": None}


def check_together(mechanisms: Sequence[Mechanism], off: Iterable[str]) -> None:
    """That these can join the engine's own mechanisms."""
    known = {row["mechanism"] for row in _core.tables["mechanisms"]()}
    for name in off:
        if name not in known:
            raise ValueError(f"the engine has no mechanism {name!r}" + near(name, known))
    owners = {row["parameter"].split(".", 1)[0] for row in _core.tables["parameters"]()}
    fields = {row["field"]: row["owner"] for row in _core.tables["fields"]()}
    layers = {row["field"]: row["layers"] for row in _core.tables["fields"]()}
    for mechanism in mechanisms:
        if mechanism.name in known | owners:
            raise ValueError(f"there is a mechanism {mechanism.name!r} already, or something else that has parameters")
        known.add(mechanism.name)
        for field in mechanism._owns:
            if field.name in fields:
                raise ValueError(f"mechanism {mechanism.name}: the field {field.name!r} is owned by {fields[field.name]}")
            fields[field.name] = mechanism.name
            layers[field.name] = list(field.by_layer())
    for mechanism in mechanisms:
        for name in mechanism._slots:
            plain, _, layer = name.partition("@")
            if plain not in fields:
                raise ValueError(f"mechanism {mechanism.name}: there is no field {plain!r}" + near(plain, fields))
            if layer and layer not in layers[plain]:
                raise ValueError(f"mechanism {mechanism.name}: {plain!r} does not live in {layer}, but in "
                                 + ", ".join(layers[plain]))  # fmt: skip
