// SPDX-License-Identifier: Apache-2.0
#include "lsoda_peer.hpp"

#include <cstdio>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace cicatrix::bench {
namespace {

void write(std::ostream& out, const Values& values) {
    for (double x : values) out << ' ' << x;
    out << '\n';
}

}  // namespace

/// Question and answer are plain numbers; see lsoda_peer.py.
LsodaAnswer run_lsoda(const KineticsCase& of, bool restarted, double tolerance, std::size_t voxels) {
    const std::string folder = CICATRIX_BENCHMARK_DIR;
    const std::string question = folder + "/lsoda_question.txt", answer = folder + "/lsoda_answer.txt";
    {
        std::ofstream out{question};
        out << std::setprecision(17) << index(of.site.layer) << ' ' << of.site.depth_um << ' ' << tolerance << ' '
            << (restarted ? restart_h : 0.0) << ' ' << voxels << ' ' << of.peak.size() << '\n';
        write(out, of.times_h);
        write(out, of.absolute(tolerance));
        for (std::size_t v = 0; v < voxels; ++v) {
            write(out, of.starts[v]);
            write(out, of.columns[v]);
        }
    }
    const std::string command = "/usr/bin/python3 " CICATRIX_SOURCE_DIR "/benchmarks/lsoda_peer.py " CICATRIX_LAWS " " +
                                question + " " + answer + " 2> " + folder + "/lsoda_errors.txt";
    if (std::system(command.c_str()) != 0)
        return {.trouble = "SciPy did not run (apt-get install python3-scipy); see lsoda_errors.txt in " + folder};
    LsodaAnswer result;
    std::ifstream in{answer};
    in >> result.seconds >> result.steps >> result.rates;
    for (std::size_t v = 0; v < voxels; ++v) {
        Course& course = result.courses.emplace_back(of.times_h.size(), Values(of.peak.size()));
        for (Values& y : course)
            for (double& x : y) in >> x;
    }
    if (!in) return {.trouble = "SciPy's answer could not be read"};
    return result;
}

}  // namespace cicatrix::bench
