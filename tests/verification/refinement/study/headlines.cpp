// SPDX-License-Identifier: Apache-2.0
#include "headlines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace cicatrix::refinement {
namespace {

enum class Pick { last, highest, lowest };

struct Row {
    const char* observable;
    double least;  ///< a difference is never compared with less than this: smaller amounts are hardly ever seen
    Pick pick = Pick::last;  ///< of a course; a single number is taken as it is
};

constexpr std::array rows{
    Row{"wound_depth", 1},
    Row{"bleeding_points", 1},
    Row{"reepithelialisation_time", 1},
    Row{"barrier_recovery_time", 1},
    Row{"barrier_integrity", 0.01, Pick::lowest},
    Row{"erythema", 0.1, Pick::highest},
    Row{"erythema_duration", 1},
    Row{"inflammation_auc", 0.01},
    Row{"resolution_time", 0.1},
    Row{"bacterial_load", 0.1, Pick::highest},
    Row{"pih_index", 0.1, Pick::highest},
    Row{"pih_duration", 0.1},
    Row{"collagen_gain", 0.1},
    Row{"net_collagen", 0.001},
    Row{"torn_collagen", 0.001, Pick::highest},
    Row{"scar_index", 0.01},
};

double picked(const std::vector<double>& v, Pick pick) {
    if (pick == Pick::highest) return *std::max_element(v.begin(), v.end());
    if (pick == Pick::lowest) return *std::min_element(v.begin(), v.end());
    return v.back();
}

double excursion(const std::vector<double>& v) {
    double most = 0;
    for (const double x : v) most = std::max(most, std::abs(x - v.front()));
    return most;
}

}  // namespace

std::vector<Headline> headlines(const Findings& findings) {
    std::vector<Headline> found;
    for (const Row& row : rows) {
        const std::string name = row.observable;
        if (const auto s = findings.scalars.find(name); s != findings.scalars.end()) {
            found.push_back({name, s->second.unit, s->second.value, std::max(row.least, std::abs(s->second.value))});
            continue;
        }
        const auto s = findings.series.find(name);
        if (s == findings.series.end() || s->second.value.empty()) continue;
        const char* which = row.pick == Pick::highest  ? ", highest"
                            : row.pick == Pick::lowest ? ", lowest"
                                                       : ", at the end";
        found.push_back({name + which, s->second.unit, picked(s->second.value, row.pick),
                         std::max(row.least, excursion(s->second.value))});
    }
    return found;
}

double difference(const Headline& value, const Headline& reference) {
    if (value.value == reference.value || (std::isnan(value.value) && std::isnan(reference.value))) return 0.0;
    const double off = std::abs(value.value - reference.value) / reference.size;
    return std::isfinite(off) ? off : std::numeric_limits<double>::infinity();
}

}  // namespace cicatrix::refinement
