// SPDX-License-Identifier: Apache-2.0
#include "study_text.hpp"

#include "cicatrix/base/unit.hpp"

#include <fmt/format.h>
#include <cctype>
#include <cmath>

namespace cicatrix {
namespace {

using Of = Measure::Of;
using Take = Measure::Take;
using Expect = Finding::Expect;

std::string when(const Measure& m) {
    const std::string time =
        std::abs(m.at_h) < 2 * day.size ? fmt::format("{:g} h", m.at_h) : fmt::format("{:g} d", m.at_h / day.size);
    return m.after_last ? time + " after the last session" : "at " + time;
}

std::string of_text(const Measure& m) {
    switch (m.of) {
        case Of::scalar:
            return "";
        case Of::at:
            return " " + when(m);
        case Of::last:
            return " at the end";
        case Of::peak:
            return ", peak";
        case Of::lowest:
            return ", lowest";
        case Of::mean:
            return ", mean";
        case Of::time_of_peak:
            return ", time of its peak";
        case Of::curve:
            return ", curve";
    }
    return "";
}

std::string take_text(Take take) {
    switch (take) {
        case Take::value:
            return "";
        case Take::excess:
            return ", above untreated";
        case Take::ratio:
        case Take::percentage:
            return ", against untreated";
        case Take::change:
            return ", against the start";
    }
    return "";
}

}  // namespace

std::string joined(const std::vector<std::string>& words, const std::string& with) {
    std::string all;
    for (const std::string& w : words) all += (all.empty() ? "" : with) + w;
    return all;
}

std::string lower_first(std::string text) {
    if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])))
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string digits(double value) {
    return fmt::format("{:.3g}", value);
}

std::string share_text(double share) {
    const double rounded = std::round(100.0 * share);
    return fmt::format("{:.0f} %", rounded == 0.0 ? 0.0 : rounded);  // never "-0"
}

std::string mean_text(const SeedMean& value) {
    return value.seeds > 1 && value.deviation > 0 ? digits(value.mean) + " +- " + digits(value.deviation)
                                                  : digits(value.mean);
}

std::string value_text(const ArmValue& found) {
    if (!found.people) return mean_text(found.value);
    const auto said = [](const PeopleCount& c) { return fmt::format("{} of {}", c.yes, c.of); };
    const ShareOfPeople& p = *found.people;
    return fmt::format("{} ({}{}; {} to {})", digits(p.value), said(p.count), p.over ? " over " + said(*p.over) : "",
                       digits(p.low), digits(p.high));
}

std::string measure_text(const Measure& m) {
    std::string text = (m.share ? "share of `" : "`") + m.observable + "`";
    text += m.share && m.of == Of::peak ? ", ever" : of_text(m) + take_text(m.take);
    if (!m.among.empty()) text += ", among those who ever were `" + m.among + "`";
    if (!m.over) return text;
    text += ", over ";
    if (m.over->observable != m.observable) return text + measure_text(*m.over);
    if (!m.over_arm.empty()) return text + "that of \"" + m.over_arm + "\"";
    return text + "the same" + of_text(*m.over);
}

std::string expectation_text(const Finding& f) {
    switch (f.expect) {
        case Expect::rises:
            return "rises";
        case Expect::falls:
            return "falls";
        case Expect::higher:
            return "higher than the first";
        case Expect::lower:
            return "lower than the first";
        case Expect::saturates:
            return "gains less and less";
        case Expect::rises_then_falls:
            return "rises, then falls";
        case Expect::bounds:
            if (!std::isfinite(f.high)) return "above " + digits(f.low);
            if (!std::isfinite(f.low)) return "below " + digits(f.high);
            return digits(f.low) + " to " + digits(f.high);
        case Expect::before:
            return "before " + measure_text(f.other) + " of \"" + f.other_arm + "\"";
        case Expect::data: {
            std::string rows;
            for (const DataRow& r : f.rows) {
                if (!rows.empty()) rows += "; ";
                if (r.value) rows += digits(*r.value) + " ";
                rows += "(" + digits(r.low) + " to " + digits(r.high) + ") " + r.unit;
            }
            return rows.empty() ? "-" : rows;
        }
    }
    return {};
}

std::string findings_table(const Contrast& c, const ContrastAnswer& a) {
    std::string text = "| read | said | found | |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < c.findings.size(); ++i) {
        const Finding& f = c.findings[i];
        const FindingAnswer& found = a.findings[i];
        std::string values;
        for (const ArmValue& v : found.values)
            values += fmt::format("{}{}: {}", values.empty() ? "" : "; ", v.arm, value_text(v));
        for (const RowAnswer& r : found.rows)
            if (r.row.time_h && found.values.empty())
                values += fmt::format("{}day {:g}: {}", values.empty() ? "" : "; ", *r.row.time_h / day.size,
                                      digits(r.model));
        if (!values.empty() && found.unit != "1" && !found.unit.empty()) values += " " + found.unit;
        if (values.empty()) values = found.because;
        const bool shown_only = f.expect == Expect::data && f.rows.empty() && f.wants.empty();
        text += fmt::format("| {} | {} | {} | {} |\n", measure_text(f.measure), expectation_text(f), values,
                            shown_only ? "" : std::string{to_string(found.answered)});
    }
    return text;
}

}  // namespace cicatrix
