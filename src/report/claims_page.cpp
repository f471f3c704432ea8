// SPDX-License-Identifier: Apache-2.0
#include "study_text.hpp"

#include <fmt/format.h>

namespace cicatrix {
namespace {

using Expect = Finding::Expect;

std::string knock_out_text(const Contrast& c, const ContrastAnswer& a) {
    if (!c.without) return {};
    std::string text = fmt::format("Switched off: {}. ", lower_first(c.without->mechanism));
    if (!a.without) return text + "Not run.\n";
    const std::string which = c.findings.size() > 1 ? fmt::format(" of finding {}", c.without->finding + 1) : "";
    if (!a.without->because.empty()) return text + "It could not be read: " + a.without->because + ".\n";
    if (!a.without->shown)
        return text + fmt::format("Finding {} does not hold, so there is nothing to undo.\n", c.without->finding + 1);
    if (a.without->reversed)
        return text +
               fmt::format("The effect{} turned round ({} of it): it needs this mechanism, and not only that one.\n",
                           which, share_text(a.without->left));
    text += fmt::format("Left{}: {} of the effect; ", which, share_text(a.without->left));
    return text + (a.without->undone ? "so it is this mechanism.\n"
                                     : fmt::format("more than the {} that may be, so it is not this mechanism alone.\n",
                                                   share_text(c.without->leaves_at_most)));
}

std::string entry(const Contrast& c, const ContrastAnswer& a) {
    std::string text = fmt::format("### {}: {}\n\n", c.id, c.says);
    if (c.kind == "claim") text += fmt::format("**The model {}.**\n\n", claim_verdict(a));
    text += findings_table(c, a);
    text += "\n";
    if (c.kind == "claim") {
        text += knock_out_text(c, a);
        if (c.without && !c.without->owners.empty() && a.assumed_share > 0)
            text += fmt::format("Assumed: {} of the parameters of {}, {} of all.\n", share_text(a.assumed_share_owners),
                                joined(c.without->owners, ", "), share_text(a.assumed_share));
    }
    return text + "\n";
}

}  // namespace

std::string claims_page(const std::vector<Contrast>& contrasts, const StudyAnswers& answers) {
    std::map<std::string, int> count;
    std::string summary =
        "| claim | in one sentence | the model | mechanism shown by switching it off |\n|---|---|---|---|\n";
    std::string entries, contradictions;
    for (std::size_t i = 0; i < contrasts.size(); ++i) {
        const Contrast& c = contrasts[i];
        const ContrastAnswer& a = answers.contrasts[i];
        if (c.kind != "claim") {
            contradictions += entry(c, a);
            continue;
        }
        ++count[claim_verdict(a)];
        summary += fmt::format("| {} | {} | {} | {} |\n", c.id, c.says, claim_verdict(a), knock_out_verdict(a));
        entries += entry(c, a);
    }
    std::string text =
        "# What people say about microneedling, and what the model says\n\n"
        "Written by `cicatrix claims`. Research and teaching software; not medical advice.\n\n"
        "Each claim is a contrast of scenarios that differ in the named factor alone (`validation/claims/`), run over "
        "several\n"
        "seeds: means with standard deviations. A difference counts when it is twice its standard error, seed by seed. "
        "Then the\n"
        "mechanism that is said to be responsible is switched off, and the same contrast run again. Agreement does not "
        "make a\n"
        "claim true: a third of the parameters are assumed, and harm by overuse is sparsely documented.\n\n";
    text += fmt::format("Runs are at resolution `{}` where an entry has no grid of its own.\n\n", study_resolution);
    for (const auto& [verdict, n] : count) text += fmt::format("- {}: {}\n", verdict, n);
    text += "\n" + summary + "\n## Claim by claim\n\n" + entries;
    if (!contradictions.empty()) text += "## Where people contradict each other\n\n" + contradictions;
    return text;
}

}  // namespace cicatrix
