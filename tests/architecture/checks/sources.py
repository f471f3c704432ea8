# SPDX-License-Identifier: Apache-2.0
"""Every number's source is in the bibliography, and what is our own does not claim to be measured."""

import re
from pathlib import Path

from .tree import Breach, files

BIBLIOGRAPHY = Path("data/references.bib")
TEXT = r'"(?:[^"\\]|\\.)*"'
# A source as it stands in code: {"key", "where" "more", Evidence::kind}
SOURCE = re.compile(rf'[{{(]\s*"([^"]*)"\s*,\s*((?:{TEXT}\s*)+),\s*Evidence::(\w+)', re.S)
OWN = re.compile(rf"\b(assumed|convention)\(\s*((?:{TEXT}\s*)+)\)", re.S)
ENTRY = re.compile(r"^\s*@(\w+)\s*\{\s*([^,\s]+)\s*,", re.M)
OWN_KINDS = {"assumed", "convention", "calibrated", "derived"}
SHORTEST_REASON = 8  # letters; a reason is a phrase, not a mark


def keys_of(bibliography: Path) -> set[str]:
    if not bibliography.is_file():
        return set()
    entries = ENTRY.findall(bibliography.read_text(encoding="utf-8"))
    return {key for kind, key in entries if kind.lower() not in {"comment", "string", "preamble"}}


def fault_of(key: str, evidence: str, known: set[str]) -> str | None:
    if key == "own":
        return None if evidence in OWN_KINDS else f"source 'own' cannot be {evidence}"
    return None if key in known else f"source '{key}' is not in {BIBLIOGRAPHY}"


def check(root: Path) -> list[Breach]:
    known = keys_of(root / BIBLIOGRAPHY)
    breaches = []
    for path in files(root, "src", "include"):
        if path.suffix not in {".cpp", ".hpp"}:
            continue
        text = path.read_text(encoding="utf-8")
        where = str(path.relative_to(root))

        def line_of(place: int) -> int:
            return text.count("\n", 0, place) + 1

        for match in SOURCE.finditer(text):
            if fault := fault_of(match.group(1), match.group(3), known):
                breaches.append(Breach(where, line_of(match.start()), fault))
        for match in OWN.finditer(text):
            reason = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(2)))
            if len(reason) < SHORTEST_REASON:
                breaches.append(Breach(where, line_of(match.start()), f"{match.group(1)}() gives no reason"))
    return breaches
