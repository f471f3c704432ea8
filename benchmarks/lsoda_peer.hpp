// SPDX-License-Identifier: Apache-2.0
// SciPy's LSODA in a Python process. The laws are compiled and called through ctypes, so that Python's share is the
// solver's.
#pragma once

#include "kinetics_case.hpp"

#include <string>

namespace cicatrix::bench {

struct LsodaAnswer {
    std::vector<Course> courses = {};
    double seconds = 0, steps = 0, rates = 0;
    std::string trouble = {};  ///< why there is no answer
};

LsodaAnswer run_lsoda(const KineticsCase& of, bool restarted, double tolerance, std::size_t voxels);

}  // namespace cicatrix::bench
