// SPDX-License-Identifier: Apache-2.0
// Writes the made-up run, as a volume and as a depth column, for the readers that the Python tests try.
#include "../unit/io/sample.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    cicatrix::sample::write(folder / "volume.nc");
    cicatrix::sample::write(folder / "column.nc", cicatrix::sample::layout(1, 1));
    return 0;
}
