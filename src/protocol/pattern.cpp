// SPDX-License-Identifier: Apache-2.0
// Draws a session's punctures. Lattices are laid down with a random offset, so that every spot is equally likely. A
// plate is set down anew at every pass. A drum is rolled back and forth: passes of one direction share a line, from
// which the hand pulls it aside against the grip of the needles, which rises with the load:  offset = w_l normal / p.
#include "cicatrix/protocol/pattern.hpp"
#include "cicatrix/base/exact_math.hpp"

#include "cicatrix/base/random.hpp"
#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/settled.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double pi = 3.14159265358979323846;

// Names of random streams: the purpose in the top byte, the session below it.
constexpr std::uint32_t purpose_pass = 0xA0u << 24, purpose_needle = 0xA1u << 24, purpose_line = 0xA2u << 24,
                        purpose_contact = 0xA3u << 24;

struct Direction {
    double x, y;
};

struct Entry {
    double x_um, y_um;
    Direction along;      ///< of the hand
    std::uint32_t press;  ///< of a plate: which one, counted over the session
};

RandomStream stream(const Session& s, std::uint32_t purpose, std::uint32_t entity) {
    return {s.seed, purpose | (static_cast<std::uint32_t>(s.number) & 0xFFFFFFu), entity};
}

int direction_count(const Session& s) {
    return std::max(1, s.technique.directions);
}

Direction direction_of_pass(const Session& s, int pass, double error) {
    const int directions = direction_count(s);
    const double angle = pi * (pass % directions) / directions + error;
    return {exact_cos(angle), exact_sin(angle)};
}

struct Lattice {
    double along_um, across_um;  ///< distance of neighbours in a line, and of lines
};

Lattice lattice_of(const Device& device, const PatternParameters& p, const InsertionParameters& insertion) {
    if (device.kind == DeviceKind::stamp) {
        const double pitch = std::sqrt(*p.plate_area / device.needles);
        return {1e3 * pitch, 1e3 * pitch};
    }
    return {1e3 * pi * *insertion.drum_diameter * *p.drum_rows / device.needles, 1e3 * *p.drum_width / *p.drum_rows};
}

/// Presses of a plate lie side by side.
struct Presses {
    std::uint32_t pass;
    double side_um, from_a_um, from_b_um;

    std::uint32_t at(double a_um, double b_um) const {
        const auto tile = [this](double x_um) {
            return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor(x_um / side_um))) & 0xFFu;
        };
        return pass << 16 | tile(a_um + from_a_um) << 8 | tile(b_um + from_b_um);
    }
};

/// All lattice points on the patch. `u`, `v` in (0, 1) shift the lattice by a part of its pitch.
void add_lattice(const Session& s, const Lattice& lattice, Direction along, double u, double v, const Presses& presses,
                 std::vector<Entry>& entries) {
    const double reach = s.width_um + s.height_um;
    const int n = static_cast<int>(std::ceil(reach / lattice.along_um)) + 1;
    const int m = static_cast<int>(std::ceil(reach / lattice.across_um)) + 1;
    for (int j = -m; j <= m; ++j)
        for (int i = -n; i <= n; ++i) {
            const double a = (i + u) * lattice.along_um, b = (j + v) * lattice.across_um;
            const double x = settled(a * along.x - b * along.y), y = settled(a * along.y + b * along.x);
            if (0.0 <= x && x < s.width_um && 0.0 <= y && y < s.height_um)
                entries.push_back({x, y, along, presses.at(a, b)});
        }
}

std::vector<Entry> entries_of(const Session& s, const PatternParameters& p, const InsertionParameters& insertion) {
    std::vector<Entry> entries;
    const double expected = holes_per_pass_cm2(s.device, p, insertion) * s.width_um * s.height_um * 1e-8;
    for (int pass = 0; pass < s.technique.passes; ++pass) {
        RandomStream random = stream(s, purpose_pass, static_cast<std::uint32_t>(pass));
        RandomStream line = stream(s, purpose_line, static_cast<std::uint32_t>(pass % direction_count(s)));
        const bool rolls = s.device.kind == DeviceKind::roller;
        const Direction along =
            direction_of_pass(s, pass, *p.hand_angle * pi / 180.0 * (rolls ? line : random).normal());
        if (s.device.kind == DeviceKind::pen) {
            for (std::uint64_t i = random.poisson(expected); i > 0; --i) {
                const double x = random.uniform() * s.width_um;
                entries.push_back({settled(x), settled(random.uniform() * s.height_um), along, 0});
            }
            continue;
        }
        const Lattice lattice = lattice_of(s.device, p, insertion);
        const double u = random.uniform();
        double v = (rolls ? line : random).uniform();
        if (rolls) v += p.line_wander.in(um) / (s.technique.pressure * lattice.across_um) * random.normal();
        const double side = 1e3 * std::sqrt(*p.plate_area), from_a = random.uniform() * side;
        const Presses presses{static_cast<std::uint32_t>(pass), side, from_a, random.uniform() * side};
        add_lattice(s, lattice, along, u, v - std::floor(v), presses, entries);
    }
    return entries;
}

double cut_length(double slip_um, double give_um) {
    return slip_um > 0.0 ? slip_um * slip_um / (slip_um + give_um) : 0.0;
}

/// Length at the surface that a drum's needle sweeps from its slanting entry to its slanting exit.
double rocking_um(double depth_um, double drum_diameter_mm) {
    const double tangent = entry_tangent(1e-3 * depth_um, drum_diameter_mm);
    return 1e3 * drum_diameter_mm * (tangent - exact_atan(tangent));
}

Puncture puncture_at(const Session& s, const Entry& entry, double depth_um, double drag_factor,
                     const PatternParameters& p, const InsertionParameters& insertion) {
    const bool straight = s.device.kind == DeviceKind::stamp;
    const double rocking =
        s.device.kind == DeviceKind::roller ? *p.rocking_share * rocking_um(depth_um, *insertion.drum_diameter) : 0.0;
    const double slip = straight ? 0.0 : drag_factor * s.technique.drag_um;
    const double cut = cut_length(slip + rocking, p.elastic_give.in(um));
    const double taper = cut > 0.0 ? rocking / (slip + rocking) : 0.0;
    // A rocking needle pivots about its tip: it starts half its slit before the tip and leans towards it.
    const double lead = 0.5 * cut * taper;
    Puncture q;
    q.x_um = settled(entry.x_um - lead * entry.along.x);
    q.y_um = settled(entry.y_um - lead * entry.along.y);
    q.depth_um = settled(depth_um);
    q.radius_um = 0.5 * *p.channel_share * s.device.needle_diameter_um;
    q.tip_length_um = s.device.tip_length_um;
    q.lean_x = settled(lead / depth_um * entry.along.x);
    q.lean_y = settled(lead / depth_um * entry.along.y);
    q.drag_x_um = settled(cut * entry.along.x);
    q.drag_y_um = settled(cut * entry.along.y);
    q.drag_taper = settled(taper);
    q.bluntness = s.bluntness;
    q.tearing = s.tearing;
    return q;
}

/// The hand holds a pen above the skin, and its strokes are as long as that leaves them: they share no load.
double floating_depth_um(const Session& s, double usual_um, RandomStream& needle) {
    return std::min(needle.lognormal(usual_um, s.technique.depth_spread), 1e3 * s.device.needle_length_mm);
}

/// The hand's force varies from one press of a plate to the next, and for a drum from one row of needles to the next.
double pressed_depth_um(const Session& s, const Entry& entry, std::uint32_t number,
                        const InsertionParameters& insertion, RandomStream& needle) {
    RandomStream contact = stream(s, purpose_contact, s.device.kind == DeviceKind::stamp ? entry.press : number);
    const double pressure = contact.lognormal(s.technique.pressure, s.technique.depth_spread);
    return shared_depth_um(s.device, pressure, s.bluntness, s.skin, insertion, needle.normal(), contact);
}

}  // namespace

double holes_per_pass_cm2(const Device& device, const PatternParameters& p, const InsertionParameters& insertion) {
    if (device.kind == DeviceKind::pen) {
        const double strikes_per_mm2 = *insertion.strike_frequency * device.needles / (*p.hand_speed * *p.head_width);
        return 100.0 * *p.strike_yield * strikes_per_mm2;
    }
    const Lattice lattice = lattice_of(device, p, insertion);
    return 1e8 / (lattice.along_um * lattice.across_um);
}

int needles_at_once(const Device& device, const PatternParameters& p) {
    const int row = static_cast<int>(*p.drum_rows);
    return std::max(1, device.kind == DeviceKind::roller ? std::min(row, device.needles) : device.needles);
}

std::vector<Puncture> draw_punctures(const Session& s, const PatternParameters& p,
                                     const InsertionParameters& insertion) {
    const double usual = insertion_depth_um(s.device, s.technique.pressure, s.bluntness, s.skin, insertion);
    std::vector<Puncture> punctures;
    if (s.technique.pressure <= 0.0) return punctures;
    std::uint32_t needle = 0;
    for (const Entry& entry : entries_of(s, p, insertion)) {
        RandomStream random = stream(s, purpose_needle, needle);
        const double depth = s.device.kind == DeviceKind::pen ? floating_depth_um(s, usual, random)
                                                              : pressed_depth_um(s, entry, needle, insertion, random);
        ++needle;
        const double drag = random.lognormal(1.0, *p.drag_spread);
        if (depth > 0.0) punctures.push_back(puncture_at(s, entry, depth, drag, p, insertion));
    }
    return punctures;
}

}  // namespace cicatrix
