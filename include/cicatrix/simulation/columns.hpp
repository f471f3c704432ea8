// SPDX-License-Identifier: Apache-2.0
// Many depth columns stepped as one grid: the same skin and calendar, each column treated by a hand of its own.
#pragma once

#include "cicatrix/simulation/simulation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cicatrix {

/// What differs between patients whose skin, calendar, products and daylight are those of one scenario.
struct ColumnPatient {
    std::string name;  ///< for messages; empty: its number, from 1
    Device device;
    Technique technique;
    std::uint64_t seed = 1;  ///< names the draw of punctures
};

/// The scenario in which the whole patch is one column of the same area: a column stands for the mean of the patch.
Scenario as_one_column(Scenario scenario);

/// The acts that this patient undergoes: kinds and times are those of the scenario that `model` was made from.
std::vector<Act> patient_timeline(const Model& model, const Scenario& scenario, const ColumnPatient& patient);

/// Nothing flows between the columns, but all take the same steps: their error is judged by its mean square.
class Columns {
public:
    /// `model`: of one column. `timelines`: one per column, acts of the same kinds at the same times as the model's.
    /// `observers`: one per column; each is shown its own as a state of one column.
    Columns(const Model& model, std::vector<std::vector<Act>> timelines, std::vector<Observer*> observers);
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    /// To the end of the model's time.
    void run(const std::vector<double>& observe_at_h);
    const StepStatistics& statistics() const { return simulation_.integrator().statistics(); }

private:
    class Split;
    void answer(std::size_t act, State& all);
    void show(double time_h, const State& all);

    const Model& model_;
    std::vector<std::vector<Act>> timelines_;
    std::vector<Observer*> observers_;
    State column_;
    Simulation simulation_;
};

}  // namespace cicatrix
