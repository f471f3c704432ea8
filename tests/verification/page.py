#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes docs/verification.md from what the tests recorded: page.py FIGURES [PAGE]
Or holds the page to it, numbers within a factor of two:     page.py --check FIGURES [PAGE]"""

import datetime
import difflib
import json
import math
import re
import sys
from pathlib import Path

from page_text import HEAD, SECTIONS, STUDIES, TAIL

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "verification.md"
WHOLE_STUDIES = ROOT / "docs" / "verification"
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.]*\w)")
LITTLE = "< 0.001 %"
FAR_BELOW = 0.01  # of a limit: what the oracle's own error leaves there changes with every parameter of the model
STAMP = re.compile(r"^Written by `script/verify` on .*$", re.M)


def short(x, digits=2):
    """Few digits, so that the last bits of a number never show."""
    if x is None:
        return "not finite"
    if x == 0:
        return "0"
    if 0.01 <= abs(x) < 10 ** 4:
        decimals = max(0, digits - 1 - math.floor(math.log10(abs(x))))
        return f"{x:.{decimals}f}" if decimals else f"{float(f'{x:.{digits - 1}e}'):.0f}"
    mantissa, power = f"{x:.{digits - 1}e}".split("e")
    return f"{mantissa}e{int(power)}"


def plain(x):
    """A limit as one would write it: 0.01, 1e-4, 2.5e-4."""
    if x == 0 or 0.01 <= abs(x) < 10 ** 4:
        return f"{x:g}"
    mantissa, power = f"{x:e}".split("e")
    return f"{float(mantissa):g}e{int(power)}"


def measured(row):
    if row["kind"] == "near":
        return short(row["measured"], 3)
    if row["kind"] == "rounding" and row["holds"] and row["tolerance"] > 0:
        return f"below {plain(row['tolerance'])}"
    return short(row["measured"])


def allowed(row):
    kind = row["kind"]
    if kind == "near":
        return f"{plain(row['wanted'])} ± {plain(row['tolerance'])}"
    if kind == "told":
        return ""
    if kind == "digits" and row["printed"] > row["tolerance"]:
        return f"{short(row['printed'])} (digits)"
    return plain(row["tolerance"]) if row["tolerance"] > 0 else "0, to the last bit"


def verdict(row):
    if row["kind"] == "miss":
        return f"**misses**: {row['why']}"
    return {True: "holds", False: "**misses**", None: "told"}[row["holds"]]


def line(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def section(name, records):
    title, text, command = SECTIONS[name]
    rows = [(record["test"], row) for record in records for row in record["rows"] if row["section"] == name]
    if not rows:
        raise SystemExit(f"page.py: no test recorded anything for '{name}'; run script/verify")
    table = [line("what", "held against", "measured", "allowed", ""), "|---|---|---|---|---|"]
    table += [line(r["what"], r["reference"], measured(r), allowed(r), verdict(r)) for _, r in rows]
    return f"## {title}\n\n{text}\n\n" + "\n".join(table) + f"\n\nRun it: `{command}`\n"


def share(x):
    """In percent, never as a power of ten; what is less than a hundred thousandth is not worth its digits."""
    if x is None:
        return "not finite"
    return f"{float(short(100 * x)):.5f}".rstrip("0").rstrip(".") + " %" if x >= 1e-5 else LITTLE


def study_table(levels, head):
    """One line per outcome: its value at the finest level, and how far the others are from that."""
    reference = levels[-1]
    table = [line(*head, *(f"{level['name']}: off by" for level in levels[:-1])), "|---" * (len(levels) + 1) + "|"]
    for i, outcome in enumerate(reference["values"]):
        unit = "" if outcome["unit"] == "1" else " " + outcome["unit"]
        apart = [share(level["values"][i]["difference"]) for level in levels[:-1]]
        table.append(line(outcome["name"], short(outcome["value"], 3) + unit, *apart))
    return "\n".join(table)


def study(document, title):
    steps, grids = document["steps"], document["grids"]
    sessions = document["sessions"]
    sizes = "; ".join(f"{g['name']} {g['lateral_um']:g} µm, {g['voxels']} voxels" for g in grids["levels"])
    what = (f"`{document['scenario']}`, {sessions} session{'s' if sessions > 1 else ''}, followed for "
            f"{document['follow_up_d']:g} d after the last.")
    made = f" Made on {document['date']} by `{document['command']}`." if document["command"] else ""
    return (f"### {title}\n\n{what}{made}\n\nSteps, on the {steps['grid']} grid and a patch {steps['patch_um']:g} µm a side:\n\n"
            + study_table(steps["levels"], ["headline outcome", f"at tolerance {steps['levels'][-1]['name']}"])
            + f"\n\nGrids of a patch {grids['patch_um']:g} µm a side, each with the tolerance of its name ({sizes}):\n\n"
            + study_table(grids["levels"], ["headline outcome", f"on the {grids['levels'][-1]['name']} grid"]) + "\n")


def page(figures, studies=WHOLE_STUDIES, today=None):
    files = sorted(Path(figures).glob("*.json"))
    documents = [json.loads(f.read_text(encoding="utf-8")) for f in files]
    records = [d for d in documents if "rows" in d]
    unknown = {r["section"] for d in records for r in d["rows"]} - set(SECTIONS)
    if unknown:
        raise SystemExit(f"page.py: no section of the page is called {', '.join(sorted(unknown))}")
    rows = [row for d in records for row in d["rows"]]
    missed = [row["what"] for row in rows if row["holds"] is False]
    count = f"{sum(row['holds'] is not None for row in rows)} figures are held to a limit; "
    count += f"{len(missed)} missed: {'; '.join(missed)}." if missed else "all of them hold."
    parts = [HEAD.format(date=today or datetime.date.today().isoformat(), count=count)]
    parts += [section(name, records) for name in SECTIONS]
    parts += [study(d, "What the suite runs: reduced to one session, ten days and small patches")
              for d in documents if "scenario" in d]
    whole = sorted(Path(studies).glob("*.json"))
    parts.append(STUDIES[bool(whole)])
    parts += [study(json.loads(f.read_text(encoding="utf-8")), f"Whole course: {f.stem}") for f in whole]
    return "\n".join(parts) + "\n" + TAIL


def far_below_its_limit(line):
    """What such a line says beside its figure, or None: the figure counts for nothing there but for being small."""
    cells = line.split("|")
    try:
        figure, limit = float(cells[3]), float(cells[4])
    except (IndexError, ValueError):
        return None
    return [*cells[:3], *cells[4:]] if 0 < figure < FAR_BELOW * limit else None


def limit_of(line):
    """What a row of figures allows, which does not depend on any machine."""
    cells = line.split("|")
    return cells[4] if len(cells) == 7 and "(digits)" not in cells[4] else None


def differences(written, made):
    """What of the page is not so, in words. Numbers may differ by a factor of two: they depend on compiler and machine."""
    old, new = (STAMP.sub("", text).replace(LITTLE, LITTLE[2:]).splitlines() for text in (written, made))
    shapes = [[NUMBER.sub("#", line) for line in lines] for lines in (old, new)]
    found = []
    for kind, a, a_end, b, b_end in difflib.SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [f"only on the page: {line}" for line in old[a:a_end]]
            found += [f"only measured:    {line}" for line in new[b:b_end]]
            continue
        for x, y in zip(old[a:a_end], new[b:b_end]):
            if (said := far_below_its_limit(x)) and said == far_below_its_limit(y):
                continue
            if limit_of(x) != limit_of(y):
                found.append(f"on the page: {x}\n   in the test: {y}")
                continue
            pairs = zip(map(float, NUMBER.findall(x)), map(float, NUMBER.findall(y)))
            if any(max(p, q) > 2 * min(p, q) for p, q in pairs):
                found.append(f"on the page: {x}\n   measured: {y}")
    return found


def main(arguments):
    check = arguments[:1] == ["--check"]
    figures, *rest = arguments[check:]
    target = Path(rest[0]) if rest else PAGE
    text = page(figures)
    if not check:
        target.write_text(text, encoding="utf-8")
        return 0
    found = differences(target.read_text(encoding="utf-8"), text)
    for difference in found:
        print(difference)
    if found:
        print("docs/verification.md does not state what was measured; script/verify writes it anew.")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
