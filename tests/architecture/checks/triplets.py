# SPDX-License-Identifier: Apache-2.0
"""Every mechanism has its test and its page, and no test or page has lost its mechanism."""

from pathlib import Path

from .tree import Breach

SOURCES = Path("src/biology/mechanisms")
TESTS = Path("tests/unit/biology")
PAGES = Path("docs/mechanisms")
NO_MECHANISM = {"README"}  # pages that are about all of them


def check(root: Path) -> list[Breach]:
    breaches = []
    names = {p.stem for p in (root / SOURCES).glob("*.cpp")}
    for name in sorted(names):
        source = str(SOURCES / f"{name}.cpp")
        for partner in (TESTS / f"test_{name}.cpp", PAGES / f"{name}.md"):
            if not (root / partner).is_file():
                breaches.append(Breach(source, 1, f"mechanism '{name}' has no {partner}"))
    for page in sorted((root / PAGES).glob("*.md")):
        if page.stem not in names | NO_MECHANISM:
            breaches.append(Breach(str(PAGES / page.name), 1, f"page without a mechanism {SOURCES / page.stem}.cpp"))
    return breaches
