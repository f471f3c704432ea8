# SPDX-License-Identifier: Apache-2.0
"""SciPy's LSODA on the kinetics: lsoda_peer.py LAWS.so QUESTION ANSWER, both of plain numbers (see lsoda_peer.cpp)."""

import ctypes
import sys
import time

import numpy as np
from scipy.integrate import LSODA


def main(laws_file, question, answer):
    laws = ctypes.CDLL(laws_file)
    pointer = ctypes.c_void_p
    laws.laws_choose.argtypes = [ctypes.c_int, ctypes.c_double, pointer]
    laws.laws_rates.argtypes = laws.laws_jacobian.argtypes = [pointer, pointer]
    with open(question) as lines:
        layer, depth, tolerance, restart, voxels, unknowns = (float(x) for x in next(lines).split())
        times, absolute, *rest = (np.array([float(x) for x in line.split()]) for line in lines)
    n = int(unknowns)
    dydt, dense = np.empty(n), np.empty((n, n))
    here, slope, matrix = np.empty(n), dydt.ctypes.data, dense.ctypes.data
    place = here.ctypes.data
    asked = 0

    def rates(_, y):
        nonlocal asked
        asked += 1
        here[:] = y
        laws.laws_rates(place, slope)
        return dydt.copy()

    def jacobian(_, y):
        here[:] = y
        laws.laws_jacobian(place, matrix)
        return dense

    courses, seconds, steps = [], 0.0, 0
    for voxel in range(int(voxels)):
        y, reads = rest[2 * voxel].copy(), rest[2 * voxel + 1]
        laws.laws_choose(int(layer), depth, reads.ctypes.data)
        begun, now, course = time.process_time(), 0.0, []
        stops = np.arange(restart, times[-1] + restart / 2, restart) if restart else times[-1:]
        for stop in stops:
            solver = LSODA(rates, now, y, stop, rtol=tolerance, atol=absolute, jac=jacobian)
            while solver.status == "running":
                message = solver.step()
                steps += 1
                while len(course) < len(times) and times[len(course)] <= solver.t:
                    course.append(solver.dense_output()(times[len(course)]))
            if solver.status != "finished":
                raise RuntimeError(message)
            y, now = solver.y, stop
        seconds += time.process_time() - begun
        courses.append(course)
    with open(answer, "w") as out:
        print(seconds, steps, asked, file=out)
        for course in courses:
            for y in course:
                print(*(repr(float(x)) for x in y), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
