// SPDX-License-Identifier: Apache-2.0
// Judges a run: each harm gets a level by declared thresholds, and one sentence with the numbers.
#include "cicatrix/outcomes/verdict.hpp"

#include "cicatrix/outcomes/courses.hpp"

#include <algorithm>
#include <cstdio>

namespace cicatrix {
namespace {

/// A number for a sentence, with so many decimals.
std::string shown(double value, int decimals = 0) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string result{text};
    if (result.find_first_not_of("-0.") == std::string::npos && result.front() == '-') result.erase(0, 1);  // no "-0"
    return result;
}

Level graded(double value, double mild, double marked, double severe) {
    if (value >= severe) return Level::severe;
    if (value >= marked) return Level::marked;
    return value >= mild ? Level::mild : Level::none;
}

/// What a verdict asks of findings; observables that were not followed count as absent.
class Inquiry {
public:
    explicit Inquiry(const Findings& findings) : findings_{findings} {}
    bool has(const std::string& name) const { return !values(name).empty(); }
    Course course(const std::string& name) const { return {findings_.time_d, values(name)}; }
    double start(const std::string& name) const { return has(name) ? values(name).front() : 0.0; }
    double final(const std::string& name) const { return has(name) ? values(name).back() : 0.0; }
    double peak(const std::string& name) const {
        const auto v = values(name);
        return v.empty() ? 0.0 : *std::max_element(v.begin(), v.end());
    }
    double scalar(const std::string& name) const {
        const auto place = findings_.scalars.find(name);
        return place == findings_.scalars.end() ? 0.0 : place->second.value;
    }
    std::size_t sessions() const { return findings_.session_d.size(); }
    /// Values of a series just before each session but the first.
    std::vector<double> before_next_sessions(const std::string& name) const {
        std::vector<double> all;
        if (has(name))
            for (std::size_t i = 1; i < sessions(); ++i)
                all.push_back(last_until(course(name), findings_.session_d[i], values(name).front()));
        return all;
    }

private:
    std::span<const double> values(const std::string& name) const {
        const auto place = findings_.series.find(name);
        if (place == findings_.series.end()) return {};
        return place->second.value;
    }
    const Findings& findings_;
};

Harm inflammation(const Inquiry& ask, const HarmThresholds& t) {
    const double hours = ask.scalar("erythema_duration");
    Level level = graded(hours, t.redness_usual.in(hour), t.redness_marked.in(hour), t.redness_severe.in(hour));
    if (hours <= t.redness_usual.in(hour)) level = Level::none;  // the usual time itself is no harm
    const auto left = ask.before_next_sessions("erythema");
    const auto early = std::count_if(left.begin(), left.end(), [&](double da) { return da >= *t.redness_carried; });
    if (early > 0) {
        level = std::max(level, Level::marked);
        return {"inflammation", level,
                "The skin had not recovered when " + shown(static_cast<double>(early)) + " of " +
                    shown(static_cast<double>(left.size())) +
                    " next sessions began: its redness was still measurable. It was visible for up to " + shown(hours) +
                    " h within one interval; up to " + shown(t.redness_usual.in(hour)) +
                    " h is usual after a session."};
    }
    if (hours <= 0.0) return {"inflammation", level, "Redness was never visible."};
    return {"inflammation", level,
            "Redness stayed visible for up to " + shown(hours) + " h after a session; up to " +
                shown(t.redness_usual.in(hour)) + " h is usual after a clinic session."};
}

Harm barrier(const Inquiry& ask, const HarmThresholds& t) {
    const auto before = ask.before_next_sessions("barrier_integrity");
    double lowest = ask.has("barrier_integrity") ? ask.final("barrier_integrity") : 1.0;
    bool at_end = true;
    for (const double b : before)
        if (b < lowest) lowest = b, at_end = false;
    const Level level = graded(1.0 - lowest, 1.0 - *t.barrier_mild, 1.0 - *t.barrier_marked, 1.0 - *t.barrier_severe);
    if (level == Level::none)
        return {"barrier", level,
                "The water barrier was back to " + shown(100.0 * lowest) +
                    " % or more before every next session and at "
                    "the end."};
    return {"barrier", level,
            "The water barrier was only at " + shown(100.0 * lowest) + " % of intact skin " +
                (at_end ? "at the end." : "when the next session began.")};
}

Harm infection(const Inquiry& ask, const HarmThresholds& t) {
    const double days = total_above(ask.course("infected"), 0.5);
    const double rise = ask.peak("bacterial_load") - ask.start("bacterial_load");
    const std::string load =
        "at most " + shown(ask.peak("bacterial_load"), 1) + " log10 CFU/cm2, " + shown(rise, 1) + " above the start";
    if (ask.peak("infected") > 0.5)
        return {"infection", days * day.size > *t.infection_severe ? Level::severe : Level::marked,
                "Bacteria in the upper skin passed the clinical threshold of infection for " + shown(days, 1) + " d (" +
                    load + ")."};
    if (rise >= *t.bacteria_rise)
        return {"infection", Level::mild, "Bacteria multiplied without infecting the skin (" + load + ")."};
    return {"infection", Level::none, "Bacteria stayed in the usual range (" + load + ")."};
}

Harm pigment(const Inquiry& ask, const HarmThresholds& t) {
    const double peak = ask.peak("pih_index");
    const Level level = graded(peak, *t.darkening_mild, *t.darkening_marked, *t.darkening_severe);
    if (level == Level::none)
        return {"pigment", level,
                "The skin darkened by at most " + shown(std::max(0.0, peak), 1) +
                    " deg of typology angle, which is hardly seen."};
    return {"pigment", level,
            "The skin darkened by up to " + shown(peak, 1) + " deg of typology angle, visibly for " +
                shown(ask.scalar("pih_duration")) + " d, and by " + shown(std::max(0.0, ask.final("pih_index")), 1) +
                " deg at the end."};
}

Harm scar(const Inquiry& ask, const HarmThresholds& t) {
    const double index = ask.final("scar_index");
    const Level level = graded(index, *t.scar_mild, *t.scar_marked, *t.scar_severe);
    return {"scar", level,
            "At the end " + shown(100.0 * std::max(0.0, index), 1) +
                " % more of the upper dermis's collagen was disordered than in the same skin untreated."};
}

Harm collagen_loss(const Inquiry& ask, const HarmThresholds& t) {
    const double gain = ask.final("collagen_gain");
    const double years = -gain / t.yearly_loss.in(percent);
    const Level level = graded(years, *t.years_mild, *t.years_marked, *t.years_severe);
    if (gain >= 0.0)
        return {"collagen loss", level,
                "Healthy collagen of the upper dermis ended " + shown(gain, 1) + " % above the same skin untreated."};
    return {"collagen loss", level,
            "Healthy collagen of the upper dermis ended " + shown(-gain, 1) +
                " % below the same skin untreated, as much as " + shown(years, 1) + " years of ageing take."};
}

Harm foreign_body(const Inquiry& ask, const HarmThresholds& t) {
    const double index = ask.final("granuloma_index");
    const Level level = graded(index, *t.granuloma_mild, *t.granuloma_marked, *t.granuloma_severe);
    if (level == Level::none) return {"foreign body", level, "Hardly any cells settled around foreign material."};
    return {"foreign body", level,
            "At the end " + shown(100.0 * index) +
                " % as many cells had settled around foreign material as are felt as nodules."};
}

}  // namespace

std::string_view to_string(Level level) {
    switch (level) {
        case Level::none:
            return "none";
        case Level::mild:
            return "mild";
        case Level::marked:
            return "marked";
        case Level::severe:
            break;
    }
    return "severe";
}

std::vector<Harm> verdict(const Findings& findings, const Adjustments& adjustments) {
    const HarmThresholds thresholds{adjustments};
    const Inquiry ask{findings};
    return {inflammation(ask, thresholds), barrier(ask, thresholds), infection(ask, thresholds),
            pigment(ask, thresholds),      scar(ask, thresholds),    collagen_loss(ask, thresholds),
            foreign_body(ask, thresholds)};
}

}  // namespace cicatrix
