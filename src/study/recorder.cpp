// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/recorder.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

bool among(const std::vector<double>& times, double t) {
    return std::binary_search(times.begin(), times.end(), t);
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

Findings Recorder::findings(const Model& model) {
    for (const auto& outcome : outcomes_) outcome->conclude(model, findings_);
    return findings_;
}

}  // namespace cicatrix
