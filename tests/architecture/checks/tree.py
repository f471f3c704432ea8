# SPDX-License-Identifier: Apache-2.0
"""What all checks share: a breach of a rule, and which files a check looks at."""

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

LEFT_OUT = {".git", "build", "out", "node_modules", "__pycache__", ".venv"}


@dataclass(frozen=True, order=True)
class Breach:
    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}"


def files(root: Path, *folders: str) -> Iterator[Path]:
    """Every file below the folders (of the whole tree if none is named), sorted, built things left out."""
    starts = [root / f for f in folders] if folders else [root]
    for start in starts:
        for path in sorted(start.rglob("*")):
            inside = path.relative_to(root).parts
            if path.is_file() and not LEFT_OUT.intersection(inside):
                yield path


def text_of(path: Path) -> str | None:
    """The file as text, or None when it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
