// SPDX-License-Identifier: Apache-2.0
#include "work_estimate.hpp"

#include <algorithm>

namespace cicatrix::cli {

WorkEstimate::WorkEstimate(const Model& model) {
    end_h_ = model.end_h();
    stops_h_ = observation_times(model);
    for (const Act& act : model.timeline()) stops_h_.push_back(act.time_h);
    stops_h_.insert(stops_h_.end(), {0.0, end_h_});
    std::sort(stops_h_.begin(), stops_h_.end());
}

double WorkEstimate::share(double share_of_time) const {
    const double t = share_of_time * end_h_;
    const auto next = std::upper_bound(stops_h_.begin(), stops_h_.end(), t);
    if (next == stops_h_.end()) return 1.0;
    if (next == stops_h_.begin()) return 0.0;
    const double before = *(next - 1);
    const double passed = static_cast<double>(next - stops_h_.begin() - 1) + (t - before) / (*next - before);
    return passed / static_cast<double>(stops_h_.size() - 1);
}

}  // namespace cicatrix::cli
