// SPDX-License-Identifier: Apache-2.0
// Watches a run: asks every outcome, cuts sections, hands frames on.
#pragma once

#include "cicatrix/outcomes/result.hpp"
#include "cicatrix/outcomes/sections.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cicatrix {

/// Which observation times also become pictures.
struct PictureTimes {
    std::vector<double> sections_h, frames_h;
};
/// Chooses about 14 sections and 20 frames among the observation times: before anything, after the first and the last
/// session, and then ever more rarely. `frames_every_h` asks for regular frames instead.
PictureTimes picture_times(const std::vector<double>& observations_h, const std::vector<double>& sessions_h,
                           double frames_every_h);

class Recorder final : public Observer {
public:
    /// `untreated_at` gives the same skin untreated at a time; times never go back.
    Recorder(const Model& model, const Adjustments& adjustments, const State& rest, PictureTimes pictures,
             std::function<const State&(double time_h)> untreated_at, FrameSink* frames);
    void see(const View& view) override;
    void acted(const View& view) override;

    /// All that was seen so far, so that a run can go on later; frames that were handed on are not in it.
    void keep(Archive& archive);

    /// Concludes the outcomes.
    Findings findings(const Model& model);
    std::vector<SectionSet> take_sections() { return std::move(sections_); }

private:
    std::vector<std::unique_ptr<Outcome>> outcomes_;
    Findings findings_;
    std::vector<SectionSet> sections_;
    int row_;  ///< where sections are cut
    PictureTimes pictures_;
    std::function<const State&(double)> untreated_at_;
    FrameSink* frames_;
};

}  // namespace cicatrix
