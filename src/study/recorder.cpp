// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/recorder.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

bool among(const std::vector<double>& times, double t) {
    return std::binary_search(times.begin(), times.end(), t);
}

void keep_section(Archive& archive, SectionSet& set) {
    std::size_t count = set.frames.size();
    archive.count("frames", count);
    set.frames.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        Section& s = set.frames[i];
        Drawer drawer{archive, std::to_string(i)};
        drawer.number("time_d", s.time_d);
        drawer.count("nx", s.nx);
        drawer.count("nz", s.nz);
        std::vector<double> values{s.value.begin(), s.value.end()};
        drawer.list("values", values);
        s.value.assign(values.begin(), values.end());
    }
}

}  // namespace

Recorder::Recorder(const Model& model, const Adjustments& adjustments, const State& rest, PictureTimes pictures,
                   std::function<const State&(double)> untreated_at, FrameSink* frames)
    : row_{telling_row(model.layout()->grid(), model.timeline())},
      pictures_{std::move(pictures)},
      untreated_at_{std::move(untreated_at)},
      frames_{frames} {
    for (const OutcomeEntry& e : outcome_catalogue()) {
        outcomes_.push_back(e.make(e.name, adjustments));
        outcomes_.back()->begin(model, rest);
    }
    for (const SectionRecipe& r : section_recipes())
        sections_.push_back({std::string{r.name}, std::string{r.unit}, std::string{r.meaning}, {}});
}

void Recorder::see(const View& view) {
    const double time_d = view.time_h / day.size;
    if (!findings_.time_d.empty() && time_d <= findings_.time_d.back()) return;  // before the act counts
    findings_.time_d.push_back(time_d);
    const Glance glance{view, untreated_at_(view.time_h)};
    for (const auto& outcome : outcomes_) outcome->see(glance, findings_);
    if (among(pictures_.sections_h, view.time_h))
        for (std::size_t i = 0; i < sections_.size(); ++i)
            sections_[i].frames.push_back(cut(view.state, section_recipes()[i], row_));
    if (frames_ && among(pictures_.frames_h, view.time_h)) frames_->frame(view.state);
}

void Recorder::acted(const View& view) {
    if (!view.wound) return;
    findings_.session_d.push_back(view.time_h / day.size);
    for (const auto& outcome : outcomes_) outcome->acted(view, findings_);
}

void Recorder::keep(Archive& archive) {
    archive.list("time_d", findings_.time_d);
    archive.list("session_d", findings_.session_d);
    for (const ObservableFacts& o : observable_table()) {
        if (!o.is_series) continue;
        const std::string name{o.name};
        const auto seen = findings_.series.find(name);
        std::vector<double> values = seen == findings_.series.end() ? std::vector<double>{} : seen->second.value;
        archive.list("series_" + name, values);
        if (!values.empty()) findings_.series[name] = {std::string{o.unit}, std::string{o.meaning}, std::move(values)};
    }
    const auto catalogue = outcome_catalogue();
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        Drawer drawer{archive, catalogue[i].name};
        outcomes_[i]->keep(drawer);
    }
    for (SectionSet& set : sections_) {
        Drawer drawer{archive, "section_" + set.field};
        keep_section(drawer, set);
    }
}

Findings Recorder::findings(const Model& model) {
    for (const auto& outcome : outcomes_) outcome->conclude(model, findings_);
    return findings_;
}

}  // namespace cicatrix
