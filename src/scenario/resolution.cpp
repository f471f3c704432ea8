// SPDX-License-Identifier: Apache-2.0
// Named resolutions, and the memory that a grid would take.
#include "bind.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cicatrix {
namespace {

/// The state, its successor and two stages; then the outcomes' volumes and what is written. A standard run was seen to
/// peak at 89 MB above the bare program, where this says 129.
constexpr double copies_of_state = 5;
constexpr double most_gigabytes = 32;

struct Named {
    std::string_view name;
    double step_tolerance;
    Resolution grid;
};

// Tolerances were chosen on the three headline scenarios (preview grid, six months) against 0.003: at 0.15 what compare
// prints keeps within 2.4 %, at 0.05 within 0.9 % and at 0.02 within 0.3 %, most of it within a third. The grids err
// more. Sketch has preview's patch and steps on a third of its voxels.
constexpr std::array named{
    Named{"sketch", 0.15, {.nx = 20, .ny = 20, .lateral_um = 60, .finest_um = 18, .growth = 1.6, .coarsest_um = 300}},
    Named{"preview", 0.15, {.nx = 30, .ny = 30, .lateral_um = 40, .finest_um = 14, .growth = 1.45, .coarsest_um = 220}},
    Named{"standard", 0.05, {.nx = 46, .ny = 46, .lateral_um = 25, .finest_um = 5, .growth = 1.12, .coarsest_um = 60}},
    Named{"fine", 0.02, {.nx = 150, .ny = 150, .lateral_um = 10, .finest_um = 4, .growth = 1.06, .coarsest_um = 30}},
};

const Named* find(std::string_view name) {
    const auto it = std::find_if(named.begin(), named.end(), [&](const Named& n) { return n.name == name; });
    return it == named.end() ? nullptr : &*it;
}

std::string whole(double x) {
    return to_text(std::round(x));
}

}  // namespace

std::span<const std::string_view> resolution_names() {
    static constexpr auto names = [] {
        std::array<std::string_view, named.size()> n{};
        for (std::size_t i = 0; i < n.size(); ++i) n[i] = named[i].name;
        return n;
    }();
    return names;
}

std::optional<Resolution> find_resolution(std::string_view name) {
    const Named* const found = find(name);
    return found ? std::optional{found->grid} : std::nullopt;
}

std::optional<Precision> find_precision(std::string_view name) {
    for (const Precision p : {Precision::single, Precision::double_})
        if (to_string(p) == name) return p;
    return std::nullopt;
}

std::string_view to_string(Precision precision) {
    return precision == Precision::single ? "single" : "double";
}

double bytes_of_run(double numbers_of_state) {
    return copies_of_state * numbers_of_state * sizeof(double);
}

std::optional<double> step_tolerance(std::string_view resolution_name) {
    const Named* const found = find(resolution_name);
    return found ? std::optional{found->step_tolerance} : std::nullopt;
}

void set_resolution(Scenario& scenario, std::string_view name) {
    scenario.run.resolution_name = name;
    scenario.run.resolution = find_resolution(name).value();
    scenario.adjustments.set["numerics.tolerance"] = step_tolerance(name).value();
}

void check_memory(Reader& run, const Person& person, const Adjustments& adjustments, const Resolution& resolution) {
    const Grid grid = make_grid(make_skin(person, adjustments), resolution);
    // In floating point: what is refused here may not fit any integer.
    const double voxels = double(resolution.nx) * resolution.ny * grid.nz();
    const double fields = static_cast<double>(field_count());
    const double gigabytes = bytes_of_run(voxels * fields) / 1e9;
    if (gigabytes <= most_gigabytes) return;
    run.complain("resolution",
                 whole(voxels / 1e6) + " million voxels would take about " + whole(gigabytes) + " GB of memory",
                 "at most " + whole(most_gigabytes) + " GB; the named ones take less");
}

}  // namespace cicatrix
