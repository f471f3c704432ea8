# SPDX-License-Identifier: Apache-2.0
"""No file of src, include or python is longer than 400 lines, and every source file begins with its licence."""

from pathlib import Path

from .tree import Breach, files, text_of

LONGEST = 400
SPDX = "SPDX-License-Identifier: Apache-2.0"
LICENSED = {".cpp", ".hpp", ".py", ".pyi", ".cmake", ".mjs"}


def check(root: Path) -> list[Breach]:
    breaches = []
    for path in files(root, "src", "include", "python"):
        text = text_of(path)
        count = len(text.splitlines()) if text is not None else 0
        if count > LONGEST:
            breaches.append(Breach(str(path.relative_to(root)), count, f"{count} lines; at most {LONGEST}"))
    for path in files(root, "src", "include", "tests", "cmake", "tools", "python"):
        if path.suffix not in LICENSED and path.name != "CMakeLists.txt":
            continue
        head = (text_of(path) or "").splitlines()[:2]  # a script's first line is its interpreter
        if not any(SPDX in line for line in head):
            breaches.append(Breach(str(path.relative_to(root)), 1, f"does not begin with '{SPDX}'"))
    return breaches
