// SPDX-License-Identifier: Apache-2.0
// One whole run: two skins side by side, what instruments would read, and what to think of it.
#include "cicatrix/study/run.hpp"

#include "cicatrix/simulation/parameters.hpp"
#include "cicatrix/study/fingerprint.hpp"
#include "cicatrix/study/recorder.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>

namespace cicatrix {
namespace {

/// How long after a session the fresh wound is looked at; the look at its very moment comes before the needles.
constexpr double just_after_h = 1.0 / 60.0;

std::vector<double> session_times(const Model& model) {
    std::vector<double> times;
    for (const Act& act : model.timeline())
        if (std::holds_alternative<Needling>(act.kind)) times.push_back(act.time_h);
    return times;
}

}  // namespace

std::vector<double> times_to_look(const Model& model, double frames_every_h) {
    std::vector<double> times = observation_times(model);
    for (const double t : session_times(model)) {
        times.push_back(t);
        if (t + just_after_h < model.end_h()) times.push_back(t + just_after_h);
    }
    if (frames_every_h > 0.0)
        for (double t = 0.0; t <= model.end_h(); t += frames_every_h) times.push_back(t);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

namespace {

std::vector<ParameterRecord> resolved_parameters(const Model& model, const Adjustments& adjustments) {
    std::vector<ParameterRecord> all = model_parameters(model, adjustments);
    const std::vector<ParameterRecord> more = outcome_parameters(adjustments);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Of parameters only: rows of data (sites, products, devices, traits) are listed by `describe evidence`.
double share_assumed(const std::vector<ParameterRecord>& parameters) {
    std::size_t claims = 0, guesses = 0;
    for (const ParameterRecord& p : parameters) {
        if (p.source.evidence == Evidence::convention) continue;
        ++claims;
        if (p.source.evidence == Evidence::assumed) ++guesses;
    }
    return claims > 0 ? static_cast<double>(guesses) / static_cast<double>(claims) : 0.0;
}

void set_axes(RunResult& result, const Grid& grid) {
    for (int i = 0; i < grid.nx(); ++i) result.x_um.push_back((i + 0.5) * grid.dx_um());
    for (int k = 0; k < grid.nz(); ++k) result.z_um.push_back(grid.centre_um(k));
}

void tell_clipping(const Simulation& simulation, RunResult& result) {
    const Layout& layout = simulation.state().layout();
    const Grid& grid = layout.grid();
    const auto& clipped = simulation.integrator().statistics().clipped;
    for (int f = 0; f < layout.field_count(); ++f) {
        const PlaneRange lives = layout.planes(f);
        const Field& field = layout.fields()[static_cast<std::size_t>(f)];
        const double volume_mm3 = grid.nx() * grid.dx_um() * grid.ny() * grid.dy_um() *
                                  (grid.edge_um(lives.last) - grid.edge_um(lives.first)) * um.size * um.size * um.size;
        const double share = clipped[static_cast<std::size_t>(f)] / (field.scale * volume_mm3);
        if (share <= result.clipped_share) continue;
        result.clipped_share = share;
        result.clipped_field = field.name;
    }
}

/// The state and what its integrator holds, per voxel and field.
double bytes_per_value(const Simulation& simulation) {
    const Layout& layout = simulation.state().layout();
    std::size_t held = 0, values = 0;
    for (int f = 0; f < layout.field_count(); ++f) {
        held += layout.array_size(f);
        values += static_cast<std::size_t>(layout.planes(f).count() * layout.grid().nx() * layout.grid().ny());
    }
    return static_cast<double>(held * sizeof(double) + simulation.integrator().bytes()) / static_cast<double>(values);
}

}  // namespace

RunResult run(const Scenario& scenario, const RunOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    const Model model{scenario}, untreated_model{scenario, true};
    Simulation treated{model, model.rest()}, untreated{untreated_model, untreated_model.rest()};

    const std::vector<double> looks = times_to_look(model, scenario.run.frames_every_h);
    const auto untreated_at = [&](double time_h) -> const State& {
        untreated.advance_to(time_h, {}, {});
        return untreated.state();
    };
    Recorder recorder{model,        scenario.adjustments,
                      model.rest(), picture_times(looks, session_times(model), scenario.run.frames_every_h),
                      untreated_at, options.frames};
    if (options.frames) options.frames->begin(model, scenario);

    const auto note = [&](const std::string& text) {
        if (options.note) options.note(text);
    };
    double earlier_s = 0;
    const auto so_far_s = [&] {
        return earlier_s + std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto all = [&](Archive& archive) {
        Drawer first{archive, "treated"}, second{archive, "untreated"}, seen{archive, "seen"};
        treated.keep(first);
        untreated.keep(second);
        recorder.keep(seen);
        double seconds = so_far_s();
        archive.number("seconds", seconds);
        if (archive.gives()) earlier_s = seconds;
    };
    if (options.keeper && options.keeper->give_back(all))
        note("goes on at day " + to_text(std::round(treated.state().time_h / day.size * 10) / 10));
    const auto keep_if_due = [&](bool stopping) {
        if (stopping) return options.keeper->keep(all);
        if (!options.keeper->is_due()) return;
        try {
            options.keeper->keep(all);
        } catch (const std::exception& e) {  // of a run that is well, a copy that fails is no reason to end it
            note(std::string{e.what()} + "; the run goes on");
        }
    };

    const auto keep_going = [&](double time_h) {
        return !options.progress || options.progress(model.end_h() > 0.0 ? time_h / model.end_h() : 1.0);
    };
    bool stopped = !keep_going(treated.state().time_h);
    if (!stopped)
        treated.advance_to(model.end_h(), looks, {&recorder}, [&](double time_h) {
            stopped = stopped || !keep_going(time_h);
            if (options.keeper) keep_if_due(stopped);
            return !stopped;
        });
    if (stopped) throw Interrupted{};

    RunResult result;
    result.scenario = scenario;
    result.other_mechanisms = scenario.mechanisms.text();
    result.findings = recorder.findings(model);
    result.verdict = verdict(result.findings, scenario.adjustments);
    result.parameters = resolved_parameters(model, scenario.adjustments);
    result.sections = recorder.take_sections();
    set_axes(result, model.layout()->grid());
    result.assumed_share = share_assumed(result.parameters);
    result.sessions = count_sessions(model);
    result.hash = fingerprint(treated.state(), result.findings);
    result.voxels = model.layout()->grid().voxel_count();
    result.steps = treated.integrator().statistics().accepted;
    result.rejected = treated.integrator().statistics().rejected;
    tell_clipping(treated, result);
    result.bytes_per_value = bytes_per_value(treated);
    result.wall_s = so_far_s();
    return result;
}

}  // namespace cicatrix
