// SPDX-License-Identifier: Apache-2.0
#include "standing.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

void add(Environment::Supply& sum, const Environment::Supply& more) {
    sum.irritant_per_h += more.irritant_per_h;
    sum.humectant_per_h += more.humectant_per_h;
    sum.steroid_per_h += more.steroid_per_h;
    sum.depigmenting_per_h += more.depigmenting_per_h;
    sum.antimicrobial_per_h += more.antimicrobial_per_h;
    sum.antiviral_per_h += more.antiviral_per_h;
    sum.entry.irritant += more.entry.irritant;
    sum.entry.steroid += more.entry.steroid;
    sum.entry.depigmenting += more.entry.depigmenting;
    sum.entry.antimicrobial += more.entry.antimicrobial;
    sum.wet_per_h += more.wet_per_h;
    sum.wet_ph_per_h += more.wet_ph_per_h;
}

std::vector<double> times_of_change(const std::vector<Span>& spans, double end_h) {
    std::vector<double> times{0.0};
    for (const Span& s : spans)
        for (const double t : {s.from_h, s.until_h})
            if (0.0 < t && t < end_h && s.from_h < s.until_h) times.push_back(t);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

/// "hyaluronic acid serum on, dressing off".
std::string label_at(const std::vector<Span>& spans, double time_h) {
    std::string label = time_h == 0.0 ? "daylight" : "";
    for (const Span& s : spans) {
        if (s.from_h >= s.until_h || (s.from_h != time_h && s.until_h != time_h)) continue;
        label += (label.empty() ? "" : ", ") + s.label + (s.from_h == time_h ? " on" : " off");
    }
    return label;
}

}  // namespace

std::vector<Act> exposures(const std::vector<Span>& spans, double uv_sed_per_h, double end_h) {
    std::vector<Act> acts;
    for (const double t : times_of_change(spans, end_h)) {
        Environment environment;
        environment.uv_sed_per_h = uv_sed_per_h;
        for (const Span& s : spans) {
            if (t < s.from_h || s.until_h <= t) continue;
            add(environment.supply, s.supply);
            environment.occlusion = std::max(environment.occlusion, s.occlusion);
        }
        acts.push_back({t, label_at(spans, t), Exposure{environment}});
    }
    return acts;
}

}  // namespace cicatrix
