// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/calibration_page.hpp"

#include "cicatrix/base/unit.hpp"
#include "study_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double shown_from = 0.1;  // parts of a direction

/// Four significant digits: what is written down and pasted.
std::string written(double value) {
    return fmt::format("{:.4g}", value);
}

std::string in_unit(double value, const ParameterRecord& record) {
    return record.unit == "1" ? written(value) : written(value) + " " + std::string{record.unit};
}

std::size_t numbers_of(const Calibration& c) {
    std::size_t numbers = 0;
    for (const Contrast& t : c.targets)
        for (const Finding& f : t.findings) numbers += cicatrix::numbers_of(f);
    return numbers;
}

/// One line of the table: what was found of one printed number, at the start and at the end.
std::string data_row(const Contrast& target, Finding finding, const RowAnswer* before, const RowAnswer* after) {
    const DataRow row = finding.rows.front();
    std::string read = measure_text(finding.measure);
    if (finding.measure.of == Measure::Of::curve) read += fmt::format(", day {:g}", *row.time_h / day.size);
    if (target.arms.size() > 1) read += " of \"" + finding.arms.front() + "\"";
    const auto found = [](const RowAnswer* r) { return r ? digits(r->model) : "-"; };
    const auto miss = [](const RowAnswer* r) { return r ? fmt::format("{:+.2f}", r->off) : "-"; };
    return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", target.id, target.role, read,
                       expectation_text(finding), found(before), found(after), miss(before), miss(after));
}

std::string data_table(const Calibration& c, const CalibrationAnswer& a) {
    std::string text =
        "| target | role | read | said | before | after | miss before | miss after "
        "|\n|---|---|---|---|---|---|---|---|\n";
    for (std::size_t t = 0; t < c.targets.size(); ++t)
        for (std::size_t f = 0; f < c.targets[t].findings.size(); ++f) {
            const auto &before = a.before.contrasts[t].findings[f].rows, &after = a.after.contrasts[t].findings[f].rows;
            Finding one = c.targets[t].findings[f];
            for (const DataRow& row : c.targets[t].findings[f].rows) {
                if (one.measure.of == Measure::Of::curve && !row.time_h) continue;
                one.rows = {row};
                const auto answered = [&](const std::vector<RowAnswer>& rows) -> const RowAnswer* {
                    const auto same = std::find_if(rows.begin(), rows.end(), [&](const RowAnswer& r) {
                        return r.row.time_h == row.time_h && r.row.value == row.value && r.row.unit == row.unit;
                    });
                    return same == rows.end() ? nullptr : &*same;
                };
                text += data_row(c.targets[t], one, answered(before), answered(after));
            }
        }
    return text;
}

std::string parameter_table(const Calibration& c, const CalibrationAnswer& a) {
    std::string text =
        "| parameter | status | declared | start | bounds | fitted | one standard error | |\n"
        "|---|---|---|---|---|---|---|---|\n";
    for (std::size_t p = 0; p < c.parameters.size(); ++p) {
        const CalibratedParameter& parameter = c.parameters[p];
        const auto error = one_error_around(c, a, p);
        const std::string around =
            a.identifiability.fixed[p] ? written(error.first) + " to " + in_unit(error.second, parameter.record) : "-";
        text += fmt::format("| `{}` | {} | {} | {} | {} to {} | **{}** | {} | {} |\n", name_of(parameter.record),
                            to_string(parameter.record.source.evidence),
                            in_unit(parameter.record.standard, parameter.record),
                            in_unit(parameter.start, parameter.record), written(parameter.bounds.low),
                            in_unit(parameter.bounds.high, parameter.record), in_unit(a.values[p], parameter.record),
                            around, fit_remark(a, p));
    }
    return text;
}

/// "barrier.sealing +0.71, barrier.moisture -0.70".
std::string parts_text(const Calibration& c, const Direction& d) {
    std::vector<std::string> parts;
    for (std::size_t p = 0; p < d.parts.size(); ++p)
        if (std::abs(d.parts[p]) >= shown_from)
            parts.push_back(fmt::format("`{}` {:+.2f}", name_of(c.parameters[p].record), d.parts[p]));
    return joined(parts, ", ");
}

std::string directions_table(const Calibration& c, const Identifiability& found) {
    std::string text = "| moved together | strength | |\n|---|---|---|\n";
    for (const Direction& d : found.directions)
        text += fmt::format("| {} | {} | {} |\n", parts_text(c, d), digits(d.strength),
                            d.fixed ? "" : "not fixed by these data");
    return text;
}

std::string correlation_text(const Calibration& c, const Identifiability& found) {
    constexpr double strong = 0.9;
    std::vector<std::string> pairs;
    for (std::size_t p = 0; p < c.parameters.size(); ++p)
        for (std::size_t q = 0; q < p; ++q)
            if (std::abs(found.correlation[p][q]) >= strong)
                pairs.push_back(fmt::format("`{}` with `{}` {:+.2f}", name_of(c.parameters[q].record),
                                            name_of(c.parameters[p].record), found.correlation[p][q]));
    if (c.parameters.size() < 2) return {};
    return pairs.empty() ? "No two of them are correlated by 0.9 or more.\n"
                         : "Correlated by 0.9 or more: " + joined(pairs, "; ") + ".\n";
}

/// Which values may be taken over, and what has to be said with them.
std::string change_text(const Calibration& c, const CalibrationAnswer& a) {
    std::string text;
    std::vector<std::string> ids;
    for (const Contrast& t : c.targets)
        if (t.role == "prior") ids.push_back("`" + t.id + "`");
    for (std::size_t p = 0; p < c.parameters.size(); ++p) {
        const ParameterRecord& record = c.parameters[p].record;
        const std::string name = "`" + name_of(record) + "`";
        const bool stopped = at_bound(a.fit.best.places[p]) != AtBound::no;
        if (!a.identifiability.fixed[p])
            text += "- " + name + ": leave it; these data do not fix it" +
                    (stopped ? ", though the fit runs into its bound.\n" : ".\n");
        else if (stopped)
            text += "- " + name +
                    ": it was stopped by its bound. Before it is changed, ask whether the bound, the law or "
                    "the data are wrong.\n";
        else
            text += "- " + name + ": `.value = " + written(a.values[p]) + "` in place of " + written(record.standard) +
                    ", with a source that says `Evidence::calibrated` and names the data.\n";
    }
    if (ids.empty()) return text;
    return text + "- These are prior, and meeting them then proves nothing: " + joined(ids, ", ") + ".\n";
}

std::string section(const Calibration& c, const CalibrationAnswer& a) {
    std::string text = fmt::format("## {}: {}\n\n", c.id, c.title);
    if (!c.note.empty()) text += c.note + "\n\n";
    text += fit_summary(c, a) + "\n\n";
    text += data_table(c, a) + "\n" + parameter_table(c, a) + "\n";
    text += directions_table(c, a.identifiability) + "\n" + correlation_text(c, a.identifiability);
    if (a.identifiability.noise > 1)
        text += fmt::format("The fit misses by more than the bands; standard errors are widened by {}.\n",
                            digits(a.identifiability.noise));
    for (const std::string& failure : a.failures) text += "\nBroke down on the way: " + failure + "\n";
    return text +
           "\nWhat to change, if it is taken over (an override has the last word, also over what a person's age "
           "or\nconditions do):\n\n" +
           change_text(c, a) + "\n```toml\n" + override_block(c, a) + "```\n\n";
}

}  // namespace

std::string fit_summary(const Calibration& c, const CalibrationAnswer& a) {
    return fmt::format(
        "{}: {} numbers of {} target{}; sum of squares {} before, {} after {} evaluations{} ({} runs with those for "
        "slopes).",
        c.id, numbers_of(c), c.targets.size(), c.targets.size() == 1 ? "" : "s",
        digits(sum_of_squares(a.fit.start.residuals)), digits(sum_of_squares(a.fit.best.residuals)), a.fit.evaluations,
        a.fit.settled ? "" : ", all that were allowed: it may not have come to rest", a.runs);
}

std::string fit_remark(const CalibrationAnswer& a, std::size_t parameter) {
    std::vector<std::string> remarks;
    switch (at_bound(a.fit.best.places[parameter])) {
        case AtBound::lower:
            remarks.emplace_back("at its lower bound");
            break;
        case AtBound::upper:
            remarks.emplace_back("at its upper bound");
            break;
        case AtBound::no:
            break;
    }
    if (!a.identifiability.fixed[parameter]) remarks.emplace_back("not fixed by these data");
    return joined(remarks, ", ");
}

std::string override_block(const Calibration& c, const CalibrationAnswer& a) {
    std::vector<std::string> owners;
    for (const CalibratedParameter& p : c.parameters)
        if (std::find(owners.begin(), owners.end(), p.record.owner) == owners.end())
            owners.emplace_back(p.record.owner);
    std::string text;
    for (const std::string& owner : owners) {
        text += (text.empty() ? "[override." : "\n[override.") + owner + "]\n";
        for (std::size_t p = 0; p < c.parameters.size(); ++p) {
            const ParameterRecord& record = c.parameters[p].record;
            if (record.owner != owner) continue;
            const std::string remark = fit_remark(a, p);
            text += fmt::format("{} = \"{}\"{}\n", record.name, in_unit(a.values[p], record),
                                remark.empty() ? "" : "  # " + remark);
        }
    }
    return text;
}

std::string calibration_page(const std::vector<Calibration>& calibrations,
                             const std::vector<CalibrationAnswer>& answers) {
    std::string text =
        "# Calibration: parameters fitted to published measurements\n\n"
        "Written by `cicatrix calibrate`. Research and teaching software; not medical advice.\n\n"
        "Each fit moves some parameters within bounds until the sum of squared misses of some targets is least "
        "(NLopt's "
        "BOBYQA).\n"
        "A *miss* is the distance of the model from the printed value, in half widths of its band. Only targets that "
        "may "
        "set a\n"
        "parameter are taken: those in `validation/` whose role is calibration or prior, never a test. Nothing here is "
        "in "
        "the model\n"
        "until somebody changes a declaration; what a fit proposes still has to pass the tests of "
        "[`validation.md`](validation.md).\n\n";
    text += fmt::format(
        "What the data leave open is read from the slopes of the misses at the end (singular values). *Strength* is "
        "how "
        "far the misses\n"
        "move, all together, when parameters are moved together from end to end of their bounds. Standard errors take "
        "a "
        "half band for\n"
        "one standard deviation, more where the fit misses by more. What the data do not tell better than the bounds "
        "alone "
        "({:.0f} % of\n"
        "the spread), or what has less than {:.0f} % of the greatest strength, is *not fixed by these data*.\n\n",
        100 * known_without_data, 100 * fixed_share);
    for (std::size_t i = 0; i < calibrations.size(); ++i) text += section(calibrations[i], answers[i]);
    text.pop_back();
    return text;
}

}  // namespace cicatrix
