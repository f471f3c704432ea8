// SPDX-License-Identifier: Apache-2.0
// A small made-up run whose every number follows from its place: for the tests of result files in C++ and Python.
#pragma once

#include "cicatrix/io/files.hpp"

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <numbers>

namespace cicatrix::sample {

inline std::shared_ptr<const Layout> layout(int nx = 12, int ny = 10) {
    const Grid grid{nx,
                    ny,
                    25.0,
                    20.0,
                    {0, 15, 25, 40, 60, 100, 180, 300, 500},
                    {Layer::stratum_corneum, Layer::viable_epidermis, Layer::viable_epidermis, Layer::basal,
                     Layer::papillary, Layer::papillary, Layer::reticular, Layer::reticular}};
    Field collagen{"collagen_i", "C_1", "ug/mm3", "mature collagen", "fibroplasia", Concentration, 1e6, dermis, {}, 1};
    Field debris{"debris", "D_b", "1", "dead and torn material", "injury", Fraction, 1.0, everywhere, {}, 1};
    Field barrier{"barrier", "B", "1", "water barrier", "barrier", Fraction, 1.0, surface, {}, 1};
    return std::make_shared<const Layout>(grid, std::vector<Field>{collagen, debris, barrier});
}

/// In the field's own unit. Python's test knows the same sentence.
inline double value(int field, double time_d, int k, int j, int i) {
    return 1000.0 * field + 100.0 * time_d + 10.0 * k + j + 0.01 * i;
}

inline State state(const std::shared_ptr<const Layout>& where, double time_d) {
    State result{where};
    result.time_h = 24.0 * time_d;
    const Grid& grid = where->grid();
    for (int f = 0; f < where->field_count(); ++f)
        for (int k = 0; k < grid.nz(); ++k) {
            auto plane = result.plane(f, k);
            if (plane.empty()) continue;
            for (int j = 0; j < grid.ny(); ++j)
                for (int i = 0; i < grid.nx(); ++i)
                    plane[static_cast<std::size_t>(j * grid.pitch() + i)] =
                        value(f, time_d, k, j, i) * where->fields()[static_cast<std::size_t>(f)].unit_size;
        }
    return result;
}

inline ParameterRecord parameter(std::string_view name, double number, Source source) {
    return {"fibroplasia", name,   "k",          "1/d",      "how fast it goes", Rate,
            1.0 / 24.0,    number, 0.5 * number, {0.0, 9.0}, {0.1, 0.25},        source};
}

inline RunResult result() {
    RunResult r;
    r.scenario.title = "A made-up run";
    r.scenario.path = "sample.toml";
    r.scenario.note = "Für den Test";
    r.scenario.text = "title = \"A made-up run\"\nnote = \"Für den Test\"\n";
    r.scenario.run.seed = std::numeric_limits<std::uint64_t>::max();
    r.findings.time_d = {0.0, 0.5, 1.0 / 3.0 + 1.0, 28.0};
    r.findings.session_d = {0.0, 14.0};
    r.findings.series["erythema"] = {"1", "redness", {0.0, 4.1, 2.0 / 3.0, 0.1}};
    r.findings.series["collagen_i"] = {
        "%", "mature collagen against untreated", {0.0, std::numeric_limits<double>::quiet_NaN(), -1.0, 2.5}};
    r.findings.scalars["wound_depth"] = {"um", "mean depth", 512.25};
    r.findings.scalars["resolution_time"] = {"d", "never reached", std::numeric_limits<double>::quiet_NaN()};
    r.verdict = {{"scar", Level::mild, "The scar index reached 0.12, above \"mild\"."}, {"pigment", Level::none, "-"}};
    r.parameters = {parameter("growth", 0.2, assumed("a round number")),
                    parameter("decay", std::numbers::pi / 100, convention("a definition"))};
    r.x_um = {12.5, 37.5, 62.5};
    r.z_um = {5.0, 40.0};
    r.sections = {
        {"collagen_i", "ug/mm3", "mature collagen", {{0.0, 3, 2, {1, 2, 3, 4, 5, 6}}, {7.0, 3, 2, {6, 5, 4, 3, 2, 1}}}},
        {"debris", "1", "dead material", {{1.0, 3, 2, {0, 0, 1, 0, 0, 0.5F}}}}};
    r.assumed_share = 0.375;
    r.hash = "0123456789abcdef";
    r.wall_s = 1.25;
    r.voxels = 960;
    r.steps = 17;
    r.rejected = 3;
    r.clipped_share = 0.002;
    r.clipped_field = "debris";
    return r;
}

inline const std::vector<double>& frame_days() {
    static const std::vector<double> days{0.0, 0.5, 3.0};
    return days;
}

inline void write(const std::filesystem::path& path, const std::shared_ptr<const Layout>& where = layout()) {
    const RunResult whole = result();
    io::ResultFile file{path};
    file.begin(where, whole.scenario);
    for (const double time_d : frame_days()) file.frame(state(where, time_d));
    file.finish(whole);
}

/// A folder of its own that goes away with the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "cicatrix_io_XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_}, {}));
    }

private:
    std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace cicatrix::sample
