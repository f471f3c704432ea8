# SPDX-License-Identifier: Apache-2.0
"""Writes docs/performance.md from the JSON of a benchmark run: page.py BENCHMARKS.json PAGE.md

Sections of which nothing was run stay as they are."""

import json
import pathlib
import re
import sys

HEAD = """# Performance

Written by `script/bench`; every section says when it was measured. Machine: {cpus} x {mhz} MHz as the system reports it, compiled
with this machine's own vector instructions. Times differ between machines and days; the ratios were taken within one run.

*Share of one pass*: the time in which this machine reads and writes the same numbers once in place, on all threads, over
the time taken. It is the physical limit of anything that must touch every number.
"""

DIFFUSION = """## Diffusion: all three axes of every field, on all threads

{when}

| grid and fields | solver | ns per voxel and field | share of one pass | textbook / ours |
|---|---|---|---|---|
{rows}

The textbook solver goes line by line and number by number; both are checked to give the same answer before they are timed. One pass
is over numbers of the solver's own precision.
"""

KINETICS = """## Kinetics: the laws of one layer for 30 days, on one thread

{when}

Voxels of skin right after a session, each hurt to another degree; what comes from other layers is held. Every solver gets
the loosest tolerance (four to a decade) at which it is as accurate as asked: the error is the largest of any field at any
of six times, over the field's peak, against CVODE at 1e-12. "Stopped" means begun anew every half hour, as when something else
acts in between. Processor time; ours runs {voxels} voxels in lanes, the others run one after the other and keep their memory.

| layer and way | solver | steps | calls of the laws | error | us per voxel and day | theirs / ours |
|---|---|---|---|---|---|---|
{rows}

All get the same laws (the compiled ones where they ask for one voxel) and the exact Jacobian. CVODE is Debian's build, BDF with
dense or with KLU's sparse elimination; Odeint's Rosenbrock method keeps its step across stops, as ours does; LSODA calls
the compiled laws from Python.
"""

STEP = """## One whole step: cautionary case, standard grid, an hour after a session

{when}

| precision | threads | voxels | ms per step | ns per voxel and field | share of one pass | reaction | diffusion |
|---|---|---|---|---|---|---|---|
{rows}

Two threads take one thread's time divided by {single:.2f} in single precision and by {double:.2f} in double. The state is kept in double
precision in both, and one pass is over that.
"""

RUNS_TABLE = """{when}

| resolution | precision | threads | voxels | steps | tried again | s | simulated days per s |
|---|---|---|---|---|---|---|---|
{rows}
"""

RUNS = "## Whole runs: cautionary case, six sessions and six months\n\n" + RUNS_TABLE + "\n{ready}\n"

FINE = "## Fine: the same on the fine grid\n\n" + RUNS_TABLE

COHORT = """## A cohort as depth columns: thirty days after one session

{when}

Patients of the cautionary case on the standard grid, with needles from 0.3 to 1.5 mm, two to eight passes and light or heavy
hands. Each is one column that stands for the mean of the patch; what instruments would read is worked out for each.

| patients | threads | s | processor s | patients per s | steps of a chunk |
|---|---|---|---|---|---|
{rows}

{error}
"""

COHORT_ERROR = """Against each patient alone at a tenth of the tolerance, for the worst of eight observables and as share of its largest value: alone at
the usual tolerance {alone_typical:.2f} % typically and {alone_worst:.2f} % at worst, among others who share the steps {among_typical:.2f} % and
{among_worst:.2f} % ({patients:.0f} patients over the same range, so that mates are less alike than above)."""

GROWTH = """## Growth: what a voxel and a session cost as there are more of them

{when}

| what | times | cost of each |
|---|---|---|
{rows}
"""

MEMORY = """## Memory: the most that a whole run held, above the bare program

{when}

| resolution | voxels | MB | bytes per voxel and field | over the state |
|---|---|---|---|---|
{rows}
"""

STEPS = """## Number of steps: thirty days after one session, error of 1 %

{when}

Error: the largest of any field at any of seven times, of that field's departure from rest then, while that is above a thousandth of
its peak; so the last traces of a field decide it. Split steps solve diffusion and reaction one after the other, each to second order.

| method | steps | error | steps / ours |
|---|---|---|---|
{rows}
"""

METHODS = {"steps_of_ours": "ours, attempted", "steps_split_on_our_schedule/strang": "Strang, our steps cut in parts",
           "steps_split_on_our_schedule/first_order": "first order, our steps cut in parts",
           "steps_split_evenly/strang": "Strang, constant steps"}

SOLVES = {"diffusion_of_the_step<double>": "the step's, double", "diffusion_of_the_step<float>": "the step's, single",
          "diffusion_by_the_textbook": "textbook, double"}

SOLVERS = {"ours": "ours", "cvode_dense": "CVODE, dense", "cvode_klu": "CVODE, KLU", "odeint": "Odeint rosenbrock4",
           "lsoda": "SciPy LSODA"}


def medians(document):
    found = {}
    for entry in document["benchmarks"]:
        once = entry["repetitions"] == 1 and entry["run_type"] == "iteration"
        if once or entry.get("aggregate_name") == "median":
            found[re.split("/iterations|/manual_time|/real_time", entry["run_name"])[0]] = entry
    return found


def row(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def diffusion(median, when):
    rows = []
    for name, ours in median.items():
        if not name.startswith("diffusion_"):
            continue
        solver, n, nz, fields = name.split("/")[:4]
        theirs = median[f"diffusion_by_the_textbook/{n}/{nz}/{fields}"]
        ratio = "" if ours is theirs else f"{theirs['real_time'] / ours['real_time']:.1f}"
        rows.append(row(f"{n} x {n} x {nz}, {fields}", SOLVES[solver], f"{ours['ns_per_voxel_field']:.2f}",
                        f"{100 * ours['share_of_one_pass']:.0f} %", ratio))
    return rows and DIFFUSION.format(when=when, rows="\n".join(rows))


def kinetics(median, when):
    rows, voxels = [], 0
    for name, m in median.items():
        if not name.startswith("kinetics") or "steps" not in m:  # a peer that is not installed
            continue
        way, layer, solver = name.split("/")
        ours = median[f"{way}/{layer}/ours"]
        voxels = int(ours["voxels"])
        stopped = ", stopped" if way == "kinetics_restarted" else ""
        label = f"{layer.replace('_', ' ')} ({int(m['unknowns'])} unknowns){stopped}"
        cost = m["ns_per_voxel_day"]
        ratio = "" if m is ours else f"{cost / ours['ns_per_voxel_day']:.0f}"
        rows.append(row(label, SOLVERS[solver], f"{m['steps']:.0f}", f"{m['rates']:.0f}", f"{m['error']:.1e}",
                        f"{cost / 1000:.2f}", ratio))
    return rows and KINETICS.format(when=when, voxels=voxels, rows="\n".join(rows))


def step(median, when):
    rows = [row(*name.split("/")[1:3], int(m["voxels"]), f"{m['real_time']:.1f}", f"{m['ns_per_voxel_field']:.1f}",
                f"{100 * m['share_of_one_pass']:.1f} %", f"{100 * m['reaction_share']:.0f} %",
                f"{100 * m['diffusion_share']:.0f} %")
            for name, m in median.items() if name.startswith("whole_step/")]
    return rows and STEP.format(when=when, rows="\n".join(rows),
                                **{p: median[f"whole_step/{p}/1"]["real_time"] / median[f"whole_step/{p}/2"]["real_time"]
                                   for p in ("single", "double")})


def run_row(what, m):
    return row(*what, int(m["voxels"]), int(m["steps"]), int(m["rejected"]), f"{m['real_time']:.1f}",
               f"{m['simulated_days_per_s']:.1f}")


def runs(median, when):
    rows = [run_row(name.split("/")[1:4], m) for name, m in median.items() if name.startswith("whole_run/")]
    if not rows:
        return ""
    ready = median["ready_for_whole_run"]
    return RUNS.format(when=when, rows="\n".join(rows), ready=f"All that comes before the first step takes "
                       f"{ready['real_time']:.2f} s on the fine grid ({ready['voxels'] / 1e6:.2f} million voxels).")


def fine(median, when):
    rows = [run_row(("fine", "single", name.split("/")[1]), m) for name, m in median.items()
            if name.startswith("fine_run/")]
    return rows and FINE.format(when=when, rows="\n".join(rows))


def cohort(median, when):
    rows = [row(int(m["patients"]), name.split("/")[1], f"{m['real_time']:.1f}", f"{m['cpu_time']:.1f}",
                f"{m['patients_per_s']:.0f}", f"{m['steps']:.0f}") for name, m in median.items() if name.startswith("cohort/")]
    errors = [m for name, m in median.items() if name.startswith("cohort_error/")]
    if not rows or not errors:
        return ""
    shares = {key: value * (1 if key == "patients" else 100) for key, value in errors[0].items()
              if key == "patients" or key.endswith(("_typical", "_worst"))}
    return COHORT.format(when=when, rows="\n".join(rows), error=COHORT_ERROR.format(**shares))


def growth(median, when):
    rows = []
    for kind, counter, unit in (("voxels", "ns_per_voxel", "ns per voxel and step"),
                                ("sessions", "s_per_session", "s per session")):
        found = [m for name, m in median.items() if name.startswith(f"growth_of_{kind}/")]
        for factor, m in zip((1, 2, 4, 8), found):
            cost, first = m[counter], found[0][counter]
            rows.append(row(kind, factor, f"{cost:.3g} {unit}, {cost / first:.2f} times the first"))
    return rows and GROWTH.format(when=when, rows="\n".join(rows))


def memory(median, when):
    rows = [row(name.split("/")[1], int(m["voxels"]), f"{m['peak_mb'] - m['bare_mb']:.0f}",
                f"{m['peak_bytes_per_voxel_field']:.1f}", f"{m['peak_over_state']:.1f}")
            for name, m in median.items() if name.startswith("memory_of_a_run/")]
    return rows and MEMORY.format(when=when, rows="\n".join(rows))


def steps(median, when):
    rows = [row(METHODS[name], f"{m['steps']:.0f}", f"{100 * m['error']:.2f} %", f"{m['steps_per_ours']:.1f}")
            for name, m in median.items() if name in METHODS]
    return rows and STEPS.format(when=when, rows="\n".join(rows))


def old_sections(page):
    """By the first word of their headings."""
    text = page.read_text() if page.exists() else ""
    return {part.split()[1].rstrip(":"): part for part in re.split(r"(?m)^(?=## )", text) if part.startswith("## ")}


def main(source, page):
    document = json.loads(pathlib.Path(source).read_text())
    context, median, page = document["context"], medians(document), pathlib.Path(page)
    repetitions = document["benchmarks"][0]["repetitions"]
    when = f"*Measured on {context['date'][:10]}; medians of {repetitions}.*"
    old = old_sections(page)
    parts = [HEAD.format(cpus=context["num_cpus"], mhz=context["mhz_per_cpu"])]
    for word, write in (("Diffusion", diffusion), ("Kinetics", kinetics), ("One", step), ("Whole", runs), ("Fine", fine),
                        ("A", cohort), ("Number", steps), ("Growth", growth), ("Memory", memory)):
        parts.append((write(median, when) or old.get(word, "")).rstrip("\n") + "\n")
    page.write_text("\n".join(part for part in parts if part.strip()))


if __name__ == "__main__":
    main(*sys.argv[1:])
