// SPDX-License-Identifier: Apache-2.0
#include "summary.hpp"

#include "cicatrix/study/expectations.hpp"
#include "loading.hpp"
#include "missed_sessions.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace cicatrix::cli {

namespace {

/// Which number of a series a reader wants first.
enum class Pick { last, highest, lowest };

struct Headline {
    std::string_view observable;
    Pick pick = Pick::last;  ///< scalars have only one number
};

constexpr std::array headlines{
    Headline{"wound_depth"},
    Headline{"bleeding_points"},
    Headline{"reepithelialisation_time"},
    Headline{"barrier_recovery_time"},
    Headline{"barrier_integrity", Pick::lowest},
    Headline{"erythema", Pick::highest},
    Headline{"erythema_duration"},
    Headline{"inflammation_auc"},
    Headline{"resolution_time"},
    Headline{"bacterial_load", Pick::highest},
    Headline{"infected"},
    Headline{"pih_index", Pick::highest},
    Headline{"pih_duration"},
    Headline{"collagen_gain"},
    Headline{"net_collagen"},
    Headline{"torn_collagen", Pick::highest},
    Headline{"scar_index"},
};

struct Number {
    std::string unit;
    double value;
    bool of_series;
};

std::optional<Number> find(const Findings& findings, const Headline& h) {
    if (const auto s = findings.scalars.find(std::string{h.observable}); s != findings.scalars.end())
        return Number{s->second.unit, s->second.value, false};
    const auto s = findings.series.find(std::string{h.observable});
    if (s == findings.series.end() || s->second.value.empty()) return std::nullopt;
    const auto& v = s->second.value;
    switch (h.pick) {
        case Pick::highest:
            return Number{s->second.unit, *std::max_element(v.begin(), v.end()), true};
        case Pick::lowest:
            return Number{s->second.unit, *std::min_element(v.begin(), v.end()), true};
        case Pick::last:
            break;
    }
    return Number{s->second.unit, v.back(), true};
}

std::string caption(const Headline& h, const Number& n) {
    std::string text{h.observable};
    if (n.of_series)
        text += h.pick == Pick::highest ? ", highest" : h.pick == Pick::lowest ? ", lowest" : ", at the end";
    if (!n.unit.empty() && n.unit != "1" && n.unit != "bool") text += " [" + n.unit + "]";
    return text;
}

std::string cell(const Number& n) {
    if (n.unit == "bool") return n.value != 0.0 ? "yes" : "no";
    return number_text(n.value);
}

std::vector<std::string> heading(const std::string& first, const std::vector<const RunResult*>& runs) {
    std::vector<std::string> row{first};
    for (const RunResult* r : runs) row.push_back(short_name(r->scenario.path));
    return row;
}

std::string outcomes_table(const std::vector<const RunResult*>& runs) {
    std::vector<std::vector<std::string>> rows{heading("outcome", runs)};
    for (const Headline& h : headlines) {
        std::vector<std::string> row{""};
        for (const RunResult* r : runs) {
            const auto n = find(r->findings, h);
            if (n && row[0].empty()) row[0] = caption(h, *n);
            row.push_back(n ? cell(*n) : "-");
        }
        if (!row[0].empty()) rows.push_back(std::move(row));
    }
    return text_table(rows);
}

std::vector<std::string> harms_of(const std::vector<const RunResult*>& runs) {
    std::vector<std::string> harms;
    for (const RunResult* r : runs)
        for (const Harm& h : r->verdict)
            if (std::find(harms.begin(), harms.end(), h.harm) == harms.end()) harms.push_back(h.harm);
    return harms;
}

std::string verdict_table(const std::vector<const RunResult*>& runs) {
    std::vector<std::vector<std::string>> rows{heading("harm", runs)};
    for (const std::string& harm : harms_of(runs)) {
        std::vector<std::string> row{harm};
        for (const RunResult* r : runs) {
            const auto h =
                std::find_if(r->verdict.begin(), r->verdict.end(), [&](const Harm& x) { return x.harm == harm; });
            row.push_back(h == r->verdict.end() ? "-" : std::string{to_string(h->level)});
        }
        rows.push_back(std::move(row));
    }
    return text_table(rows);
}

Colour colour_of(Level level) {
    if (level == Level::none) return Colour::green;
    return level == Level::mild ? Colour::yellow : Colour::red;
}

/// What the scenario said must come out, line by line where it did not.
std::string expectations(const RunResult& run) {
    const std::vector<Answer> all = answers(run);
    if (all.empty()) return "";
    std::string missed;
    std::size_t met = 0;
    for (const Answer& a : all) {
        met += a.met;
        if (!a.met)
            missed += fmt::format("  {}: {} should be {} but is {}\n", painted("not as expected", Colour::red, stdout),
                                  a.observable, a.expected, a.found.empty() ? "no observable" : a.found);
    }
    return fmt::format("  {} of {} expectations of the scenario met\n", met, all.size()) + missed;
}

std::string reasons(const RunResult& run) {
    std::string out = short_name(run.scenario.path) + ": " + run.scenario.title + "\n";
    for (const Harm& h : run.verdict) {
        const std::string level = painted(to_string(h.level), colour_of(h.level), stdout);
        out += fmt::format("  {}: {}. {}\n", h.harm, level, h.because);
    }
    if (const std::string missed = missed_sessions(run.sessions, run.scenario.run.resolution); !missed.empty())
        out += "  " + painted("note:", Colour::yellow, stdout) + " " + missed + "\n";
    const std::string memory =
        run.bytes_per_value > 0.0 ? fmt::format(", {:.0f} bytes per voxel and field", run.bytes_per_value) : "";
    return out + expectations(run) +
           fmt::format("  seed {}, {} voxels, {} steps, {:.1f} s{}; {:.0f} % of the parameters are assumed; hash {}\n",
                       run.scenario.run.seed, run.voxels, run.steps, run.wall_s, memory, 100.0 * run.assumed_share,
                       run.hash);
}

}  // namespace

std::string summary_text(const std::vector<const RunResult*>& runs) {
    std::string out = outcomes_table(runs) + "\n" + verdict_table(runs) + "\n";
    for (const RunResult* r : runs) out += reasons(*r) + "\n";
    return out + "For research and teaching; not medical advice.\n";
}

}  // namespace cicatrix::cli
