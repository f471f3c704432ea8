# SPDX-License-Identifier: Apache-2.0
"""The model held against published measurements, and against what people say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from ._library import library
from .running import Progress, teller

if TYPE_CHECKING:
    import pandas as pd

# Laid out as in the tree: the files name each other by relative paths.
LIBRARY = library() / "validation"

Files = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

COLUMNS = [
    *("id", "kind", "role", "says", "finding", "observable", "of", "arm", "time_d", "after_last", "unit"),
    *("published", "low", "high", "model", "deviation", "seeds", "model_low", "model_high", "off", "inside"),
    *("expect", "answered", "because", "entry_answered", "status", "where", "sources"),
]


def validate(
    only: str | Iterable[str] | None = None,
    *,
    seeds: int | None = None,
    threads: int = 0,
    progress: Progress = None,
    files: Files | None = None,
) -> pd.DataFrame:
    """Holds the model against published measurements, as ``cicatrix validate`` does, with the same bits.

    All targets take some minutes of many threads; ``only`` and ``seeds`` give a quick look.

    Parameters
    ----------
    only : str or iterable of str, optional
        Ids of targets; all without.
    seeds : int, optional
        At most so many seeds, or people, of each target.
    threads : int
        Threads to use; 0 for all. Results do not depend on it.
    progress : callable or True, optional
        As in :func:`cicatrix.run`: the share of the runs that are done. Ctrl-C is heard when a run ends.
    files : path or paths, optional
        Study files (TOML) of your own, or folders of them; without, those that come with the package.

    Returns
    -------
    pandas.DataFrame
        One row per published number; where a finding has none, one per arm. ``id``, ``kind``, ``role`` (test,
        calibration or prior) and ``says`` of the target; ``finding``, its number in the target; ``observable``, ``of``
        (what is taken of its course), ``arm``, ``time_d`` (days, since the last session where ``after_last``); in
        ``unit``: ``published``, the band ``low`` to ``high``, and ``model``, with ``deviation`` over ``seeds``, or
        with the range ``model_low`` to ``model_high`` (95 %) where it is a share of people; ``off``, from the
        published value or the band's middle, in half widths of the band; ``inside``. ``answered`` of the finding and
        ``entry_answered`` of the whole target: holds, fails, unclear or lacking; ``because`` says why it is unclear or
        lacking. ``sources`` are keys of the bibliography.

    Raises
    ------
    ScenarioError
        There is no target of this id, or a study file is wrong.
    NumericalError
        The mathematics of a run broke down.
    ValueError
        `seeds` or `threads` is no number of them.
    KeyboardInterrupt
        Ctrl-C.

    Examples
    --------
    >>> import cicatrix as cx
    >>> table = cx.validate("thickness_forehead_eyelid")
    >>> table[["role", "arm", "published"]].values.tolist()
    [['test', 'forehead over eyelid', 2.8]]
    """
    entries = _answered("targets", only, seeds, True, threads, progress, files)
    return _table([row for entry in entries for row in _rows(entry)])


def claims(
    only: str | Iterable[str] | None = None,
    *,
    seeds: int | None = None,
    knock_outs: bool = True,
    detail: bool = False,
    threads: int = 0,
    progress: Progress = None,
    files: Files | None = None,
) -> pd.DataFrame:
    """Asks the model what people say about microneedling, as ``cicatrix claims`` does, with the same bits.

    Agreement does not make a claim true: many parameters are assumed.

    Parameters
    ----------
    only, seeds, threads, progress, files
        As in :func:`validate`.
    knock_outs : bool
        Also switch off the mechanism that is said to be responsible.
    detail : bool
        One row per number, with the columns of :func:`validate`, in place of one per claim.

    Returns
    -------
    pandas.DataFrame
        By ``id``: ``says``; ``verdict`` of the model (agrees, agrees in part, disagrees, cannot say; none where people
        contradict each other and nothing is claimed); ``holds`` of so many ``findings``; ``mechanism`` that was
        switched off, ``shown`` by that or not (yes, turned round, no, or ``-`` where there was nothing to undo), the
        share of the effect that was ``left`` and that may be left; ``assumed_share`` of all parameters, and of those
        of the mechanism; ``numbers``, what was found, in words.

    Raises
    ------
    ScenarioError, NumericalError, ValueError, KeyboardInterrupt
        As in :func:`validate`.

    Examples
    --------
    >>> import cicatrix as cx
    >>> answers = cx.claims("C21", seeds=1, knock_outs=False)
    >>> answers.loc["C21", ["says", "verdict"]].tolist()
    ['Channels through the stratum corneum let more in for a while, and then no longer.', 'agrees']
    """
    entries = _answered("claims", only, seeds, knock_outs, threads, progress, files)
    entries.sort(key=lambda entry: str(entry["id"]))
    if detail:
        return _table([row for entry in entries for row in _rows(entry)])
    import pandas as pd

    return pd.DataFrame([_claim(entry) for entry in entries]).set_index("id")


def _answered(
    folder: str,
    only: str | Iterable[str] | None,
    seeds: int | None,
    knock_outs: bool,
    threads: int,
    progress: Progress,
    files: Files | None,
) -> list[dict[str, Any]]:
    if seeds is not None and seeds < 1:
        raise ValueError(f"seeds: {seeds} is no number of seeds; at least 1")
    chosen = LIBRARY / folder if files is None else files
    paths = [chosen] if isinstance(chosen, (str, os.PathLike)) else list(chosen)
    ids = [only] if isinstance(only, str) else list(only or [])
    with teller(progress) as tell:
        return _core.answer_study([os.fspath(path) for path in paths], ids, seeds or 0, knock_outs, threads, tell)


def _rows(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """One per published number, else one per arm, and at least one per finding and entry."""
    whole = {name: entry[name] for name in ("id", "kind", "role", "says", "where")}
    whole |= {"entry_answered": entry["answered"], "sources": ", ".join(entry["sources"])}
    rows: list[dict[str, Any]] = []
    for number, finding in enumerate(entry["findings"], 1):
        said = {name: value for name, value in finding.items() if name not in ("arms", "rows")}
        for row in finding["rows"] or finding["arms"] or [{}]:
            rows.append({**whole, "finding": number, **said, **_arm_of(row, finding), **_known(row)})
    return rows or [{**whole, "answered": entry["answered"], "because": entry["reason"]}]


def _arm_of(row: dict[str, Any], finding: dict[str, Any]) -> dict[str, Any]:
    """How the arm of a published number scatters, unless the number is in a unit of its own."""
    same = row.get("unit", finding["unit"]) == finding["unit"]
    return next((arm for arm in finding["arms"] if same and arm["arm"] == row.get("arm")), {})


def _known(row: dict[str, Any]) -> dict[str, Any]:
    """What a row says itself; for the rest holds what its finding says."""
    return {name: value for name, value in row.items() if value is not None}


def _table(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    table = pd.DataFrame(list(rows), columns=COLUMNS)
    numbers = ["time_d", "published", "low", "high", "model", "deviation", "model_low", "model_high", "off"]
    counts = {"finding": "Int64", "seeds": "Int64", "inside": "boolean", "after_last": "boolean"}
    return table.astype({**dict.fromkeys(numbers, "float64"), **counts})


def _claim(entry: dict[str, Any]) -> dict[str, Any]:
    findings = entry["findings"]
    return {
        "id": entry["id"],
        "says": entry["says"],
        "verdict": entry["verdict"] if entry["kind"] == "claim" else None,
        "holds": sum(finding["answered"] == "holds" for finding in findings),
        "findings": len(findings),
        "mechanism": entry["mechanism"],
        "shown": entry["mechanism_shown"],
        "left": entry["left"],
        "leaves_at_most": entry["leaves_at_most"],
        "assumed_share": entry["assumed_share"],
        "assumed_share_mechanism": entry["assumed_share_mechanism"],
        "numbers": "; ".join(_in_words(finding) for finding in findings),
    }


def _in_words(finding: dict[str, Any]) -> str:
    unit = "" if finding["unit"] in ("", "1") else f" {finding['unit']}"
    found = ", ".join(f"{arm['arm']}: {arm['model']:.3g}{unit}" for arm in finding["arms"]) or finding["because"]
    return f"{finding['observable']} {finding['answered']} ({found})"
