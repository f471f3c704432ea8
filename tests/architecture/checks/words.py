# SPDX-License-Identifier: Apache-2.0
"""Nothing in the tree names one machine's folders, waits to be finished, or pins where a package is fetched from."""

import re
from pathlib import Path

from .tree import Breach, files, text_of

# Written in pieces so that this file does not trip over itself.
MARKS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
FOLDERS = re.compile(r"(?<![\w.])/(" + "|".join(["ho" + "me", "wo" + "rk", "ro" + "ot", "Use" + "rs"]) + r")/")
ADDRESSES = re.compile(r'"resolved"|https?://[^"\s]*(?:\.tgz|\.whl|\.tar\.gz)')
LOCKS = re.compile(r"(^|[-.])lock(\.|$)|\.lock$|-lock\.json$")
FOREIGN = {".min.js", ".min.css"}  # other people's files


def check(root: Path) -> list[Breach]:
    breaches = []
    for path in files(root):
        if any(path.name.endswith(end) for end in FOREIGN) or (text := text_of(path)) is None:
            continue
        where = str(path.relative_to(root))
        is_lock = bool(LOCKS.search(path.name))
        for number, line in enumerate(text.splitlines(), 1):
            if is_lock:
                if ADDRESSES.search(line):
                    breaches.append(Breach(where, number, "a lock file pins versions, not download addresses"))
                continue
            if match := MARKS.search(line):
                breaches.append(Breach(where, number, f"unfinished: {match.group(1)}"))
            if match := FOLDERS.search(line):
                breaches.append(Breach(where, number, f"names a folder of one machine: {match.group(0)}"))
    return breaches
