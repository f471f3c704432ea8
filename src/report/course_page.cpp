// SPDX-License-Identifier: Apache-2.0
// The first scenario told week by week, then what each of the others changes: with one mistake less each, its share.
#include "cicatrix/outcomes/courses.hpp"
#include "cicatrix/report/report.hpp"
#include "study_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cicatrix {
namespace {

/// A column of the diary: the last number of a span of days, or its greatest, as of what comes and goes within a week.
struct Column {
    std::string_view observable, heading;
    enum class Of { last, greatest, lowest } of;
};
constexpr std::array diary{
    Column{"erythema", "redness, greatest of the week [delta a*]", Column::Of::greatest},
    Column{"tewl", "water loss, greatest of the week [g/m2/h]", Column::Of::greatest},
    Column{"barrier_integrity", "barrier at its end [1]", Column::Of::last},
    Column{"pih_index", "darker by [deg]", Column::Of::last},
    Column{"collagen_gain", "ordered collagen [%]", Column::Of::last},
    Column{"scar_index", "disordered collagen [1]", Column::Of::last},
};
constexpr std::array summary{Column{"erythema_duration", "visible redness [h]", Column::Of::last},
                             Column{"pih_index", "darkest [deg]", Column::Of::greatest},
                             Column{"collagen_gain", "lowest collagen [%]", Column::Of::lowest},
                             Column{"collagen_gain", "collagen at the end [%]", Column::Of::last},
                             Column{"scar_index", "disordered at the end [1]", Column::Of::last}};

double number_of(const Course& course, Column::Of of, double from_d, double to_d) {
    double found = last_until(course, to_d, 0.0);
    if (of == Column::Of::last) return found;
    for (std::size_t i = 0; i < course.time_d.size(); ++i)
        if (course.time_d[i] >= from_d && course.time_d[i] <= to_d)
            found = of == Column::Of::greatest ? std::max(found, course.value[i]) : std::min(found, course.value[i]);
    return found;
}

/// A bar would end the cell of a table.
std::string in_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

std::string shown(const Findings& f, const Column& column, double from_d, double to_d) {
    const std::string name{column.observable};
    if (const auto scalar = f.scalars.find(name); scalar != f.scalars.end()) return digits(scalar->second.value);
    const auto series = f.series.find(name);
    if (series == f.series.end() || series->second.value.empty()) return "-";
    return digits(number_of({f.time_d, series->second.value}, column.of, from_d, to_d));
}

template <class Columns>
std::string head(std::string_view first, const Columns& columns) {
    std::string text = fmt::format("| {} |", first), line = "|---|";
    for (const Column& c : columns) {
        text += fmt::format(" {} |", c.heading);
        line += "---|";
    }
    return text + "\n" + line + "\n";
}

/// Every week of the first month, then ever more rarely.
std::vector<int> weeks_of(double end_d) {
    std::vector<int> weeks;
    for (int w = 1; 7 * w <= end_d + 0.5; w += w < 4 ? 1 : w < 8 ? 2 : w < 16 ? 4 : 8) weeks.push_back(w);
    return weeks;
}

std::string marked(const std::vector<Harm>& verdict) {
    std::string text;
    for (const Harm& h : verdict)
        if (h.level != Level::none)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", h.harm, to_string(h.level));
    return text.empty() ? "none" : text;
}

}  // namespace

std::string course_page(const std::vector<const RunResult*>& runs) {
    const RunResult& first = *runs.front();
    std::string text = fmt::format(
        "# {}, week by week\n\nWritten by `cicatrix compare`. Research and teaching software; not medical advice.\n\n"
        "One run of {} voxels, seed {}, {} sessions. {} of the numbers behind it are assumed.\n\n",
        first.scenario.title, first.voxels, first.scenario.run.seed, first.findings.session_d.size(),
        share_text(first.assumed_share));
    text += head("week", diary);
    double from_d = 0;
    for (const int week : weeks_of(first.scenario.run.end_h / day.size)) {
        text += fmt::format("| {} |", week);
        for (const Column& c : diary) text += fmt::format(" {} |", shown(first.findings, c, from_d, 7.0 * week));
        text += "\n";
        from_d = 7.0 * week;
    }
    text += "\n";
    for (const Harm& h : first.verdict)
        text += fmt::format("- **{}**: {}. {}\n", h.harm, to_string(h.level), h.because);
    if (runs.size() < 2) return text;
    text += "\n## What the others change\n\nEach line is another run, alike but for what its name says.\n\n";
    text += head("scenario", summary);
    for (const RunResult* run : runs) {
        text += fmt::format("| {} |", in_cell(run->scenario.title));
        for (const Column& c : summary)
            text += fmt::format(" {} |", shown(run->findings, c, 0.0, run->scenario.run.end_h / day.size));
        text += "\n";
    }
    text += "\n| scenario | harms |\n|---|---|\n";
    for (const RunResult* run : runs)
        text += fmt::format("| {} | {} |\n", in_cell(run->scenario.title), marked(run->verdict));
    return text;
}

}  // namespace cicatrix
