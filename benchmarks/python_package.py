#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the Python package costs over the program, and how well a sweep uses all processors.

Usage: CICATRIX_PROGRAM=build/release/cicatrix python benchmarks/python_package.py [--runs 200]

Install the package for this processor, as the program is built, else two builds are compared:
pip install --config-settings=cmake.define.CICATRIX_NATIVE=ON .
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time

import cicatrix as cx

ROUNDS = 9


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def overhead(scenario):
    """Medians of rounds in turn, so that both meet the same weather."""
    program = [os.environ["CICATRIX_PROGRAM"], "run", "-", "-q", "--json", "-"]
    text = scenario.to_toml()

    def by_program():
        subprocess.run(program, input=text, text=True, stdout=subprocess.DEVNULL, check=True)

    def by_package():
        cx.run(scenario)

    by_package()
    pairs = [(timed(by_program), timed(by_package)) for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*pairs)]


def share_of_processors(scenario, runs):
    """Processor time over wall time and processors, of a whole sweep."""
    design = cx.latin_hypercube({"routine.passes": (2, 8), "device.needle_length": (0.25, 1.5, "mm")}, runs)

    def used():
        me = resource.getrusage(resource.RUSAGE_SELF)
        return me.ru_utime + me.ru_stime

    before = used()
    wall = timed(lambda: cx.sweep(scenario, design, keep=["collagen_gain"]))
    return wall, (used() - before) / wall / len(os.sched_getaffinity(0))


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--runs", type=int, default=200, help="runs of the sweep")
    runs = words.parse_args().runs
    home = cx.Scenario.shipped("safe_home")
    for resolution in ("preview", "standard"):
        course = {"run.resolution": resolution, "routine.sessions": 2, "run.follow_up": "60 d"}
        program, package = overhead(home.with_(course))
        print(f"two sessions and 60 days, {resolution}: program {program:.2f} s, package {package:.2f} s, {package / program - 1:+.1%}")
        sys.stdout.flush()
    wall, share = share_of_processors(home.with_(run__resolution="preview"), runs)
    print(f"{runs} runs at preview: {wall:.0f} s, {share:.0%} of all processors")


if __name__ == "__main__":
    main()
