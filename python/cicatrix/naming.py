# SPDX-License-Identifier: Apache-2.0
"""How messages say what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near(name: object, known: Iterable[str]) -> str:
    """``; did you mean 'tewl'?``, or nothing where no known name is near."""
    found = difflib.get_close_matches(str(name), list(known), 1)
    return f"; did you mean {found[0]!r}?" if found else ""


def refuse_text(value: object, what: str) -> None:
    """A text is an iterable of letters, so that one name in place of several would go unnoticed."""
    if isinstance(value, str):
        raise TypeError(f"{what}: a list of names is needed, [{value!r}] for example, not a text")
