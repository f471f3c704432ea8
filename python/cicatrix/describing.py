# SPDX-License-Identifier: Apache-2.0
"""What the model holds, told by the engine itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core
from .naming import near

if TYPE_CHECKING:
    import pandas as pd


def describe(what: str) -> pd.DataFrame:
    """A table of what the model holds, from the declarations that it computes with.

    Parameters
    ----------
    what : str
        ``"parameters"``: every declared number with unit, hard range and plausible spread;
        ``"observables"``: what a run reports, in which unit;
        ``"mechanisms"``: the phenomena, and the fields that each owns, writes and reads;
        ``"fields"`` of the tissue: unit, the mechanism that owns it, the layers where it lives;
        ``"sites"``: thicknesses of the skin, micrometres;
        ``"phototypes"``: relative melanin of skin types;
        ``"conditions"``: what age, skin tone and conditions do to parameters;
        ``"products"``, ``"chemistry"`` of their molecules, ``"devices"``, ``"disinfectants"``: what a routine may use;
        ``"scenario"``: every key of a scenario, with its default.

    Returns
    -------
    pandas.DataFrame
        Numbers come with ``status`` (``measured_human`` to ``assumed``), ``source`` (a key of the bibliography, or
        ``own``) and ``where`` in it.

    Raises
    ------
    ValueError
        There is no such table.

    Examples
    --------
    >>> import cicatrix as cx
    >>> numbers = cx.describe("parameters")
    >>> guesses = numbers[numbers["status"] == "assumed"]
    >>> bool(0 < len(guesses) < len(numbers))
    True
    >>> cx.describe("observables").loc["tewl", "unit"]
    'g/m2/h'
    """
    import pandas as pd

    table = _core.tables.get(what)
    if table is None:
        raise ValueError(f"there is no table {what!r}; there are {', '.join(_core.tables)}" + near(what, _core.tables))
    frame = pd.DataFrame(table())
    return frame.set_index(frame.columns[0])
