// SPDX-License-Identifier: Apache-2.0
#include "study_text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace cicatrix {

std::string screening_page(const Screening& s) {
    int paths = 0;
    for (const ScreenedParameter& p : s.parameters)
        for (const Elementary& e : p.effects) paths = std::max(paths, e.count);
    std::string text =
        "# What decides the answer\n\n"
        "Written by `cicatrix screen`. Research and teaching software; not medical advice.\n\n";
    text += fmt::format(
        "Every uncertain parameter ({}) was moved over two thirds of its plausible spread, one after the other, with "
        "all "
        "others\n"
        "anywhere within theirs (Morris' screening: {} random path{}, {} runs), in these scenarios, from the one that "
        "should "
        "harm\n"
        "most:\n\n",
        s.parameters.size(), paths, paths == 1 ? "" : "s", s.runs);
    for (const std::string& title : s.scenarios) text += "- " + title + "\n";
    text += "\n## The ten that matter most\n\n| parameter | status | weight | moves most |\n|---|---|---|---|\n";
    for (std::size_t p = 0; p < std::min<std::size_t>(10, s.parameters.size()); ++p) {
        const ScreenedParameter& parameter = s.parameters[p];
        std::string most;
        double share = 0;
        for (std::size_t c = 0; c < parameter.effects.size(); ++c) {
            double largest = 0;
            for (const ScreenedParameter& other : s.parameters) largest = std::max(largest, other.effects[c].mean_abs);
            if (largest <= 0 || parameter.effects[c].mean_abs / largest <= share) continue;
            share = parameter.effects[c].mean_abs / largest;
            most = fmt::format("`{}` of \"{}\" by {}", s.outcomes[c % s.outcomes.size()],
                               s.scenarios[c / s.outcomes.size()], digits(parameter.effects[c].mean_abs));
        }
        text +=
            fmt::format("| `{}` | {} | {:.2f} | {} |\n", parameter.name, parameter.evidence, parameter.weight, most);
    }
    text +=
        "\nWeight: the mean, over scenarios and outcomes, of how far it moves the outcome, over what the weightiest\n"
        "parameter of that outcome does. Few paths see few corners of what is plausible: more of them change the "
        "order.\n\n"
        "## Does the ranking ever turn round?\n\nHow often, over all runs, a gentler scenario came out worse than the "
        "first.\n\n"
        "| gentler scenario | outcome | worse in | of |\n|---|---|---|---|\n";
    for (const RankingFlips& f : s.flips)
        text += fmt::format("| {} | `{}` | {} | {} |\n", f.scenario, f.outcome, f.turned, f.compared);
    text += fmt::format("\n{} runs broke down.\n", s.failures.size());
    for (const std::string& failure : s.failures) text += "- " + failure + "\n";
    return text;
}

}  // namespace cicatrix
