# SPDX-License-Identifier: Apache-2.0
"""Writes docs/performance.md from the JSON of one benchmark run: page.py BENCHMARKS.json PAGE.md"""

import json
import pathlib
import sys

HEAD = """# Performance

Written by `script/bench` on {date}; medians of {repetitions}. Machine: {cpus} x {mhz} MHz as the system reports it, compiled
with this machine's own vector instructions. Times differ between machines and days; the ratios were taken within this run.

*Share of one pass*: the time in which this machine reads and writes the same numbers once in place, on all threads, over
the time taken. It is the physical limit of anything that must touch every number.

## Diffusion: all three axes of every field, on all threads

| grid and fields | solver | ns per voxel and field | share of one pass | textbook / ours |
|---|---|---|---|---|
{diffusion}

The textbook solver goes line by line and number by number; both are checked to give the same answer before they are timed.

## One whole step: cautionary case, standard grid, an hour after a session

| threads | voxels | ms per step | ns per voxel and field | share of one pass | reaction | diffusion |
|---|---|---|---|---|---|---|
{step}

Two threads take one thread's time divided by {speedup:.2f}.

## Whole runs: cautionary case, six sessions and six months

| resolution | threads | voxels | steps | tried again | s | simulated days per s |
|---|---|---|---|---|---|---|
{runs}
"""


def medians(document):
    found = {}
    for entry in document["benchmarks"]:
        if entry.get("aggregate_name") == "median":
            found[entry["run_name"].split("/iterations")[0].split("/manual_time")[0].split("/real_time")[0]] = entry
    return found


def row(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def main(source, page):
    document = json.loads(pathlib.Path(source).read_text())
    median = medians(document)
    diffusion = []
    for name, ours in median.items():
        if not name.startswith("diffusion_of_the_step/"):
            continue
        n, nz, fields = name.split("/")[1:4]
        theirs = median[name.replace("of_the_step", "by_the_textbook")]
        ratio = theirs["real_time"] / ours["real_time"]
        for solver, m, last in (("the step's", ours, f"{ratio:.1f}"), ("textbook", theirs, "")):
            diffusion.append(row(f"{n} x {n} x {nz}, {fields}", solver, f"{m['ns_per_voxel_field']:.2f}",
                                 f"{100 * m['share_of_one_pass']:.0f} %", last))
    step = [row(name.split("/")[1], int(m["voxels"]), f"{m['real_time']:.1f}", f"{m['ns_per_voxel_field']:.1f}",
                f"{100 * m['share_of_one_pass']:.1f} %", f"{100 * m['reaction_share']:.0f} %",
                f"{100 * m['diffusion_share']:.0f} %")
            for name, m in median.items() if name.startswith("whole_step/")]
    runs = [row(name.split("/")[1], name.split("/")[2], int(m["voxels"]), int(m["steps"]), int(m["rejected"]),
                f"{m['real_time']:.1f}", f"{m['simulated_days_per_s']:.1f}")
            for name, m in median.items() if name.startswith("whole_run/")]
    context = document["context"]
    pathlib.Path(page).write_text(HEAD.format(
        date=context["date"][:10], repetitions=document["benchmarks"][0]["repetitions"], cpus=context["num_cpus"],
        mhz=context["mhz_per_cpu"], diffusion="\n".join(diffusion), step="\n".join(step), runs="\n".join(runs),
        speedup=median["whole_step/1"]["real_time"] / median["whole_step/2"]["real_time"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
