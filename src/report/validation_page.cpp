// SPDX-License-Identifier: Apache-2.0
#include "study_text.hpp"

#include "cicatrix/base/unit.hpp"

#include <fmt/format.h>
#include <cmath>

namespace cicatrix {
namespace {

std::string status_text(const Contrast& c, const ContrastAnswer& a) {
    if (c.kind == "cannot") return "cannot";
    return a.answered == Answered::holds ? "met" : a.answered == Answered::lacking ? "unanswered" : "missed";
}

std::string tally_row(const std::string& name, const Tally& t) {
    return fmt::format("| {} | {} | {} | {} | {} |\n", name, t.asked, t.met, share_text(t.share()), t.lacking);
}

/// Root mean square of model minus data, over the data's largest, of one curve.
double curve_error(const FindingAnswer& f) {
    double sum = 0.0, largest = 0.0;
    int n = 0;
    for (const RowAnswer& r : f.rows)
        if (r.row.value) {
            sum += std::pow(r.model - *r.row.value, 2);
            largest = std::max(largest, std::abs(*r.row.value));
            ++n;
        }
    return n > 0 && largest > 0 ? std::sqrt(sum / n) / largest : 0.0;
}

std::string curves_text(const std::vector<Contrast>& contrasts, const StudyAnswers& answers,
                        const std::string& pictures) {
    std::string text = "| curve | role | normalised RMSE |\n|---|---|---|\n", drawn;
    double sum = 0.0;
    int n = 0;
    for (std::size_t i = 0; i < contrasts.size(); ++i)
        for (const FindingAnswer& f : answers.contrasts[i].findings) {
            if (f.curve.empty() || f.rows.empty()) continue;
            const double error = curve_error(f);
            sum += error;
            ++n;
            text += fmt::format("| {} | {} | {:.2f} |\n", contrasts[i].id, contrasts[i].role, error);
            drawn += fmt::format("\n![{0}]({1}/{0}.svg)\n", contrasts[i].id, pictures);
        }
    if (n == 0) return "No curve was answered.\n\n";
    return text + fmt::format("| mean | | {:.2f} |\n", sum / n) + drawn + "\n";
}

std::string entry(const Contrast& c, const ContrastAnswer& a) {
    std::string text = fmt::format("### {}: {}\n\n{} *{}, {}; {}{}.*\n\n", c.id, status_text(c, a), c.says, c.kind,
                                   c.role, joined(c.sources, ", "), c.where.empty() ? "" : ", " + c.where);
    if (c.kind == "cannot") return text + c.reason + "\n\n";
    text += findings_table(c, a) + "\n";
    if (!c.unlike.empty()) text += "Unlike: " + c.unlike + "\n";
    if (a.answered == Answered::fails || a.answered == Answered::unclear)
        text += "\nWhat the miss means: " + c.miss_means + "\n";
    return text + "\n";
}

}  // namespace

Tally tally(const std::vector<Contrast>& contrasts, const StudyAnswers& answers, const std::string& kind,
            const std::string& role) {
    Tally t;
    for (std::size_t i = 0; i < contrasts.size(); ++i) {
        if (contrasts[i].kind != kind || (!role.empty() && contrasts[i].role != role)) continue;
        ++t.asked;
        t.met += answers.contrasts[i].answered == Answered::holds;
        t.lacking += answers.contrasts[i].answered == Answered::lacking;
    }
    return t;
}

std::string validation_page(const std::vector<Contrast>& contrasts, const StudyAnswers& answers,
                            const std::string& pictures) {
    std::string text =
        "# Validation: the model against published measurements\n\n"
        "Written by `cicatrix validate`. Research and teaching software; not medical advice.\n\n"
        "Targets and their rules are in `validation/`, the numbers in `data/literature/`, the sources in "
        "`data/references.bib`. *Test*\n"
        "targets never set a parameter; *calibration* targets may have; *prior* ones are second-hand or of another "
        "kind, and prove\n"
        "nothing. A target is met when every number lies within its band. What the model has no observable for is "
        "unanswered, and\n"
        "counts as not met. Runs are at resolution `" +
        std::string{study_resolution} +
        "` where an entry has no grid of its own.\n\n"
        "| targets | asked | met | share | unanswered |\n|---|---|---|---|---|\n";
    for (const char* const role : {"test", "calibration", "prior"})
        text += tally_row(fmt::format("quantity, {}", role), tally(contrasts, answers, "quantity", role));
    for (const char* const role : {"test", "calibration", "prior"})
        text += tally_row(fmt::format("direction, {}", role), tally(contrasts, answers, "direction", role));
    text += fmt::format("\n{} more are listed that the model cannot answer, with the reason.\n\n",
                        tally(contrasts, answers, "cannot").asked);
    text += fmt::format("![All numbers, each on the scale of its own band]({}/bands.svg)\n\n", pictures);
    text += "## Curves\n\n" + curves_text(contrasts, answers, pictures);
    text += "## Target by target\n\n";
    for (const char* const wanted : {"missed", "met", "unanswered", "cannot"})
        for (std::size_t i = 0; i < contrasts.size(); ++i)
            if (status_text(contrasts[i], answers.contrasts[i]) == wanted)
                text += entry(contrasts[i], answers.contrasts[i]);
    return text;
}

}  // namespace cicatrix
