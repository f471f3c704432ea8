#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one check of the house, or all: check.py [includes|triplets|lengths|sources|words|all] [ROOT]"""

import sys
from pathlib import Path

from checks import includes, lengths, sources, triplets, words

CHECKS = {c.__name__.split(".")[-1]: c for c in (includes, triplets, lengths, sources, words)}


def main(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "all"
    root = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parents[2]
    if name != "all" and name not in CHECKS:
        print(__doc__, file=sys.stderr)
        return 2
    if not (root / "src").is_dir():
        print(f"{root} has no src folder", file=sys.stderr)
        return 2
    breaches = [b for n, c in CHECKS.items() if name in (n, "all") for b in c.check(root)]
    for breach in sorted(breaches):
        print(breach)
    print(f"{name}: {len(breaches)} breach{'' if len(breaches) == 1 else 'es'}")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
