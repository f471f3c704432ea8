// SPDX-License-Identifier: Apache-2.0
// Charts of the validation page as plain SVG: readable at phone width, in light and dark, told apart by shape as well
// as by colour.
#include "study_text.hpp"

#include "cicatrix/base/unit.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

constexpr double width = 480, row_height = 18, left = 230, right = 20, top = 62;  // a phone shows it at four fifths
constexpr const char* ink = "#444444";
constexpr const char* met_colour = "#0072b2";  // blue and vermilion, safe for the colour-blind
constexpr const char* missed_colour = "#d55e00";
constexpr double widest_error = 4.0;  // half widths of a band; what lies farther is drawn at the edge

std::string text_at(double x, double y, const std::string& text, const char* anchor = "start", int size = 11) {
    std::string safe;
    for (const char c : text) safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string{c};
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\">{}</text>\n", x,
                       y, size, anchor, ink, safe);
}

std::string line(double x1, double y1, double x2, double y2, const char* colour, double stroke = 1) {
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" stroke-width=\"{}\"/>\n", x1, y1,
        x2, y2, colour, stroke);
}

/// A dot where it was met, a diamond where not.
std::string mark(double x, double y, bool met) {
    if (met) return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n", x, y, met_colour);
    return fmt::format("<path d=\"M{0:.1f} {1:.1f}l5 5l-5 5l-5 -5z\" fill=\"{2}\"/>\n", x, y - 5, missed_colour);
}

std::string drawing(double height, const std::string& inside) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" font-family=\"sans-serif\">\n"
        "<rect width=\"{0}\" height=\"{1:.0f}\" fill=\"#ffffff\"/>\n{2}</svg>\n",
        width, height, inside);
}

/// About five steps of 1, 2 or 5 times a power of ten.
double round_step(double largest) {
    double step = std::pow(10.0, std::floor(std::log10(largest / 5)));
    for (const double more : {2.0, 2.5, 2.0})
        if (largest / step > 7) step *= more;
    return step;
}

/// Where the model lies in the row's band: -1 and 1 are its ends.
double place_in_band(const RowAnswer& r) {
    return std::clamp(r.off, -widest_error, widest_error);
}

std::string bands_chart(const std::vector<Contrast>& contrasts, const StudyAnswers& answers) {
    std::string rows;
    double y = top;
    const double centre = left + 0.5 * (width - left - right), unit = 0.5 * (width - left - right) / widest_error;
    for (std::size_t i = 0; i < contrasts.size(); ++i)
        for (const FindingAnswer& f : answers.contrasts[i].findings) {
            if (!f.curve.empty()) continue;
            for (const RowAnswer& r : f.rows) {
                if (!std::isfinite(r.row.low) || !std::isfinite(r.row.high)) continue;
                const std::string role = contrasts[i].role == "test"    ? ""
                                         : contrasts[i].role == "prior" ? " (p)"
                                                                        : " (c)";
                rows += text_at(left - 8, y + 4, contrasts[i].id + role, "end");
                rows += mark(centre + unit * place_in_band(r), y, r.inside);
                y += row_height;
            }
        }
    std::string back =
        fmt::format("<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#e6eef5\"/>\n",
                    centre - unit, top - 12, 2 * unit, y - top + 12);
    back += line(centre, top - 12, centre, y, "#888888");
    back += text_at(8, 18, "model against the published bands", "start", 13);
    back += text_at(8, 34, "dot: within, diamond: outside; (c) calibration, (p) prior, else test");
    back += text_at(centre - unit, 49, "low end", "end") + text_at(centre + unit, 49, "high end", "start");
    return drawing(y + 10, back + rows);
}

std::string curve_chart(const Contrast& c, const Finding& f, const FindingAnswer& found) {
    const double height = 300, plot_left = 44, plot_bottom = 250, plot_top = 64, plot_right = width - 20;
    double last = 0, highest = 0;
    for (const RowAnswer& r : found.rows) {
        last = std::max(last, r.row.time_h.value_or(0) / day.size);
        highest = std::max({highest, std::isfinite(r.row.high) ? r.row.high : 0.0, r.row.value.value_or(0)});
    }
    last *= 1.1;
    for (const auto& [t, v] : found.curve)
        if (t <= last) highest = std::max(highest, v);
    if (last <= 0 || highest <= 0) return {};
    const auto x = [&](double t) { return plot_left + (plot_right - plot_left) * t / last; };
    const auto y = [&](double v) {
        return plot_bottom - (plot_bottom - plot_top) * std::max(0.0, v) / (1.05 * highest);
    };
    std::string inside = text_at(8, 18, c.says, "start", 12);
    inside += line(plot_left, plot_bottom, plot_right, plot_bottom, ink) +
              line(plot_left, plot_top, plot_left, plot_bottom, ink);
    for (double t = 0; t <= last; t += round_step(last))
        inside += text_at(x(t), plot_bottom + 16, fmt::format("{:g}", t), "middle");
    for (double v = 0; v <= highest; v += round_step(highest))
        inside += text_at(plot_left - 6, y(v) + 4, fmt::format("{:.3g}", v), "end");
    inside += text_at(0.5 * (plot_left + plot_right), plot_bottom + 36, "time after the session [d]", "middle");
    inside +=
        text_at(8, plot_top - 4, f.measure.observable + " [" + (found.unit.empty() ? "1" : found.unit) + "]", "start");
    for (const RowAnswer& r : found.rows) {
        const double at = x(r.row.time_h.value_or(0) / day.size);
        if (std::isfinite(r.row.low) && std::isfinite(r.row.high))
            inside += line(at, y(r.row.low), at, y(r.row.high), "#999999", 6);
        if (r.row.value) inside += mark(at, y(*r.row.value), r.inside);
    }
    std::string points;
    for (const auto& [t, v] : found.curve)
        if (t <= last) points += fmt::format("{:.1f},{:.1f} ", x(t), y(v));
    inside += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", points, ink);
    inside += text_at(8, 35, "line: model; marks on bars: data and their band");
    return drawing(height, inside);
}

}  // namespace

std::map<std::string, std::string> validation_charts(const std::vector<Contrast>& contrasts,
                                                     const StudyAnswers& answers) {
    std::map<std::string, std::string> charts;
    charts["bands.svg"] = bands_chart(contrasts, answers);
    for (std::size_t i = 0; i < contrasts.size(); ++i)
        for (std::size_t f = 0; f < contrasts[i].findings.size(); ++f) {
            const FindingAnswer& found = answers.contrasts[i].findings[f];
            if (found.curve.empty() || found.rows.empty()) continue;
            charts[contrasts[i].id + ".svg"] = curve_chart(contrasts[i], contrasts[i].findings[f], found);
        }
    return charts;
}

}  // namespace cicatrix
