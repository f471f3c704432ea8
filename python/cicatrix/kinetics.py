# SPDX-License-Identifier: Apache-2.0
"""The local laws of one layer, for programs that read SBML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _core
from .running import settled
from .scenario import ScenarioLike


def to_sbml(
    scenario: ScenarioLike,
    changes: Mapping[str, Any] | None = None,
    /,
    *,
    layer: str = "papillary",
    killed: float = 0.0,
    **overrides: Any,
) -> str:
    """The laws of one layer of a person's skin as SBML Level 3 Version 2, every quantity with its unit.

    The layer is well mixed: nothing diffuses, the other layers stay as they are, and nothing acts from outside unless
    its parameter is set. The rules are the operations that the engine runs, to the last digit.

    Parameters
    ----------
    scenario : Scenario, path, dict
        Whose skin it is. Device, routine, products and daylight are left out.
    changes : mapping, optional
        What differs from the scenario, by dotted name.
    layer : str
        ``"stratum_corneum"``, ``"viable_epidermis"``, ``"basal"``, ``"papillary"``, ``"reticular"`` or
        ``"hypodermis"``.
    killed : float
        Share of the layer, 0 to 1, that a needle has just killed; the initial values are those right after it. With 0
        they are those of healthy skin.
    **overrides
        Like `changes`, with two underscores for the dot.

    Returns
    -------
    str
        The file's text. Time counts in hours; each field is a parameter with a rate rule.

    Raises
    ------
    ScenarioError
        The scenario, or a change of it, is wrong.
    ValueError
        There is no such layer, or the share is not from 0 to 1.

    Examples
    --------
    >>> import cicatrix as cx
    >>> text = cx.to_sbml({"title": "Cheek", "person": {"age": 40}}, layer="papillary", killed=0.3)
    >>> '<parameter id="tnf"' in text, 'units="pg_per_mm3"' in text
    (True, True)
    """
    return _core.sbml(settled(scenario, None, None, changes, overrides)._core, layer, killed)
