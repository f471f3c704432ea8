// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/study/contrast_answers.hpp"

#include "cicatrix/base/unit.hpp"
#include "courses_of_arms.hpp"
#include "judgement.hpp"
#include "people.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace cicatrix {
namespace {

using Expect = Finding::Expect;

class Judge {
public:
    Judge(const CoursesOfArms& courses, int seeds) : courses_{courses}, seeds_{seeds} {}

    FindingAnswer answer(const Finding& finding, const std::vector<Arm>& arms) const {
        FindingAnswer a;
        if (!finding.wants.empty()) {
            for (const std::string& w : finding.wants) a.because += (a.because.empty() ? "wants " : ", ") + w;
            return a;
        }
        if (finding.measure.share) return of_people(finding, arms);
        if (finding.measure.of == Measure::Of::curve) return of_curve(finding, arms);
        std::vector<Values> values;
        for (const std::string& name : finding.arms) {
            const auto v = by_seed(finding.measure, name, arms, a.because);
            if (v.empty()) {  // the model has it, but not in these runs: nothing to divide by, or over before that day
                a.answered = Answered::unclear;
                return a;
            }
            values.push_back(v);
            a.values.push_back({name, summarise(v)});
        }
        a.unit = unit_of(finding.measure);
        a.effect = finding.expect == Expect::bounds || finding.arms.size() < 2
                       ? a.values.front().value.mean
                       : a.values.back().value.mean - a.values.front().value.mean;
        a.answered = judge(finding, values, arms, a);
        return a;
    }

private:
    static const Arm& arm(const std::vector<Arm>& arms, const std::string& name) {
        return *std::find_if(arms.begin(), arms.end(), [&](const Arm& x) { return x.name == name; });
    }

    Values by_seed(const Measure& m, const std::string& name, const std::vector<Arm>& arms, std::string& why) const {
        Values values;
        for (int seed = 1; seed <= seeds_; ++seed) {
            const Arm& over = arm(arms, m.over_arm.empty() ? name : m.over_arm);
            const auto v = courses_.value(m, arm(arms, name), over, seed, why);
            if (!v || !std::isfinite(*v)) return {};
            values.push_back(*v);
        }
        return values;
    }

    static std::string unit_of(const Measure& m) {
        if (m.over || m.take == Measure::Take::ratio || m.normalise != Measure::Normalise::no) return "1";
        if (m.take == Measure::Take::percentage || m.share) return "%";
        if (m.of == Measure::Of::time_of_peak) return "h";
        for (const ObservableFacts& o : observable_table())
            if (o.name == m.observable) return std::string{o.unit};
        return {};
    }

    Answered judge(const Finding& f, const std::vector<Values>& v, const std::vector<Arm>& arms,
                   FindingAnswer& a) const {
        switch (f.expect) {
            case Expect::rises:
                return monotone(v, 1);
            case Expect::falls:
                return monotone(v, -1);
            case Expect::higher:
                return against_first(v, 1);
            case Expect::lower:
                return against_first(v, -1);
            case Expect::saturates:
                return saturates(v, f.arms);
            case Expect::rises_then_falls:
                return rises_then_falls(v);
            case Expect::bounds: {
                Answered worst = Answered::holds;
                for (const ArmValue& value : a.values) worst = weaker(worst, within(value.value, f.low, f.high));
                return worst;
            }
            case Expect::before: {
                const auto later = by_seed(f.other, f.other_arm, arms, a.because);
                if (later.empty()) return Answered::unclear;
                a.values.push_back({f.other_arm + ", " + f.other.observable, summarise(later)});
                const int d = direction(v.front(), later);
                return d > 0 ? Answered::holds : d < 0 ? Answered::fails : without_direction(v.front(), later);
            }
            case Expect::data:
                return against_data(f, a);
        }
        return Answered::lacking;
    }

    FindingAnswer of_people(const Finding& f, const std::vector<Arm>& arms) const {
        FindingAnswer a;
        a.unit = unit_of(f.measure);
        a.answered = Answered::unclear;
        Answered worst = Answered::holds;
        for (const std::string& name : f.arms) {
            const auto share = share_in(f.measure, name, arms, a.because);
            if (!share) return a;
            a.values.push_back({name, {share->value, 0.0, share->count.of}, share});
            worst = weaker(worst, within(*share, f.low, f.high));
        }
        a.effect = a.values.front().value.mean;
        a.answered = f.expect == Expect::bounds ? worst : against_data(f, a);
        return a;
    }

    std::optional<ShareOfPeople> share_in(const Measure& m, const std::string& name, const std::vector<Arm>& arms,
                                          std::string& why) const {
        const auto here = count_people(courses_, m, arm(arms, name), seeds_, why);
        if (!here || !m.over) return here ? std::optional{share_of(*here)} : std::nullopt;
        const std::string& other = m.over_arm.empty() ? name : m.over_arm;
        const auto over = count_people(courses_, *m.over, arm(arms, other), seeds_, why);
        if (over && over->yes > 0) return ratio_of(*here, *over);
        const auto said = [](const PeopleCount& c, const std::string& of) {
            return std::to_string(c.yes) + " of " + std::to_string(c.of) + " in " + of;
        };
        if (over) why = said(*here, name) + ", " + said(*over, other) + ": there is nothing to divide by";
        return std::nullopt;
    }

    /// The row's unit against ours, where both are units that we know.
    static double in_unit(const std::string& to, const std::string& from) {
        const auto a = parse_unit(from), b = parse_unit(to);
        return a && b && a->dimension == b->dimension ? a->size / b->size : 1.0;
    }

    static RowAnswer hold_against(const DataRow& row, double model) {
        RowAnswer answer{row, model, 0.0, model >= row.low && model <= row.high};
        const double middle = row.value.value_or(0.5 * (row.low + row.high));
        const double half = model < middle ? middle - row.low : row.high - middle;
        constexpr double outside = 2.0;  // of an open band, or of one that ends at the printed value
        answer.off = half > 0 && std::isfinite(half) ? (model - middle) / half
                     : answer.inside                 ? 0.0
                                                     : std::copysign(outside, model - row.high);
        return answer;
    }

    Answered against_data(const Finding& f, FindingAnswer& a) const {
        bool all = true;
        for (const DataRow& row : f.rows) {
            a.rows.push_back(hold_against(row, a.values.front().value.mean * in_unit(row.unit, a.unit)));
            all = all && a.rows.back().inside;
        }
        if (a.rows.empty()) return Answered::lacking;
        return all ? Answered::holds : Answered::fails;
    }

    /// A curve is met when its rows are, in the root mean square, no farther off than their bands.
    FindingAnswer of_curve(const Finding& f, const std::vector<Arm>& arms) const {
        FindingAnswer a;
        a.unit = unit_of(f.measure);
        a.curve = courses_.curve(f.measure, arm(arms, f.arms.front()), 1, a.because);
        double sum = 0.0;
        for (const DataRow& row : f.rows) {
            if (!row.time_h) continue;
            const double t = *row.time_h / day.size;
            const auto after = std::lower_bound(a.curve.begin(), a.curve.end(), std::pair{t, -HUGE_VAL});
            if (after == a.curve.end()) {
                a.because = "the run ends before day " + to_text(t);
                return a;
            }
            double model = after->second;
            if (after != a.curve.begin() && after->first > t) {
                const auto before = std::prev(after);
                model = before->second +
                        (after->second - before->second) * (t - before->first) / (after->first - before->first);
            }
            a.rows.push_back(hold_against(row, model * in_unit(row.unit, a.unit)));
            sum += a.rows.back().off * a.rows.back().off;
        }
        if (a.rows.empty()) return a;
        a.answered = std::sqrt(sum / static_cast<double>(a.rows.size())) <= 1.0 ? Answered::holds : Answered::fails;
        return a;
    }

    const CoursesOfArms& courses_;
    int seeds_;
};

double assumed_among(const std::vector<ParameterRecord>& parameters, const std::vector<std::string>& owners) {
    double claims = 0, guesses = 0;
    for (const ParameterRecord& p : parameters) {
        if (p.source.evidence == Evidence::convention) continue;
        if (!owners.empty() && std::find(owners.begin(), owners.end(), p.owner) == owners.end()) continue;
        ++claims;
        if (p.source.evidence == Evidence::assumed) ++guesses;
    }
    return claims > 0 ? guesses / claims : 0.0;
}

bool answerable(const Finding& f) {
    return f.wants.empty();
}

/// Only the ends of a row of arms matter to what is left of an effect; to a bound, all do.
std::set<std::string> ends_of(const Finding& f) {
    std::set<std::string> names{f.arms.front(), f.arms.back()};
    if (f.expect == Expect::bounds) names.insert(f.arms.begin(), f.arms.end());
    if (!f.measure.over_arm.empty()) names.insert(f.measure.over_arm);
    return names;
}

/// What a bound says is counted from where it would no longer hold.
double effect_of(const Finding& f, double found) {
    if (f.expect != Expect::bounds) return found;
    return std::isfinite(f.low) ? found - f.low : f.high - found;
}

void foresee(const Contrast& c, int seeds, bool knock_outs, CoursesOfArms& courses) {
    const auto see = [&](const Finding& f, const std::vector<Arm>& arms, const std::set<std::string>& names) {
        if (!answerable(f)) return;
        for (const Arm& arm : arms)
            if (names.count(arm.name) > 0)
                for (int seed = 1; seed <= seeds; ++seed) courses.foresee(arm, seed, f.measure);
    };
    for (const Finding& f : c.findings) {
        std::set<std::string> names{f.arms.begin(), f.arms.end()};
        if (!f.measure.over_arm.empty()) names.insert(f.measure.over_arm);
        see(f, c.arms, names);
        if (f.expect == Expect::before && answerable(f))
            for (int seed = 1; seed <= seeds; ++seed) courses.foresee(c.arm(f.other_arm), seed, f.other);
    }
    if (knock_outs && c.without)
        see(c.findings[c.without->finding], c.without->arms, ends_of(c.findings[c.without->finding]));
}

KnockOutAnswer knock_out(const Judge& judge, const Contrast& c, const FindingAnswer& with) {
    Finding f = c.findings[c.without->finding];
    if (f.expect != Expect::bounds && f.arms.size() > 1) f.arms = {f.arms.front(), f.arms.back()};
    const FindingAnswer without = judge.answer(f, c.without->arms);
    KnockOutAnswer k;
    k.effect = effect_of(f, with.effect);
    if (without.values.size() < f.arms.size()) {
        k.because = without.because;
        return k;
    }
    k.left = k.effect != 0.0 ? effect_of(f, without.effect) / k.effect : 0.0;
    k.shown = with.answered == Answered::holds && k.effect != 0.0;
    k.undone = k.shown && std::abs(k.left) <= c.without->leaves_at_most;
    k.reversed = k.shown && without.answered == Answered::fails && k.left < -c.without->leaves_at_most;
    return k;
}

void conclude(ContrastAnswer& a) {
    std::size_t holds = 0, fails = 0, unclear = 0, lacking = 0;
    for (const FindingAnswer& f : a.findings) {
        lacking += f.answered == Answered::lacking && !f.because.empty();
        holds += f.answered == Answered::holds;
        fails += f.answered == Answered::fails;
        unclear += f.answered == Answered::unclear;
    }
    a.in_part = holds > 0 && fails + unclear + lacking > 0;
    a.answered = fails > 0                   ? Answered::fails
                 : unclear > 0               ? Answered::unclear
                 : holds > 0 && lacking == 0 ? Answered::holds
                                             : Answered::lacking;
}

}  // namespace

std::string_view to_string(Answered answered) {
    switch (answered) {
        case Answered::holds:
            return "holds";
        case Answered::fails:
            return "fails";
        case Answered::unclear:
            return "unclear";
        case Answered::lacking:
            return "lacking";
    }
    return "";
}

std::string claim_verdict(const ContrastAnswer& a) {
    switch (a.answered) {
        case Answered::holds:
            return "agrees";
        case Answered::fails:
            return a.in_part ? "agrees in part" : "disagrees";
        case Answered::unclear:
            return a.in_part ? "agrees in part" : "cannot say";
        case Answered::lacking:
            return "cannot say";
    }
    return {};
}

std::string knock_out_verdict(const ContrastAnswer& a) {
    if (!a.without || !a.without->shown) return "-";
    if (a.without->undone) return "yes";
    return a.without->reversed ? "turned round" : "no";
}

StudyAnswers answer_contrasts(const std::vector<Contrast>& contrasts, const StudyOptions& options) {
    CoursesOfArms courses;
    const auto seeds = [&](const Contrast& c) { return std::min(c.seeds, options.most_seeds); };
    for (const Contrast& c : contrasts) foresee(c, seeds(c), options.knock_outs, courses);
    courses.run_all(options.factors, options.progress);
    StudyAnswers all;
    all.runs = courses.foreseen();
    for (const Contrast& c : contrasts) {
        ContrastAnswer answer;
        const Judge judge{courses, seeds(c)};
        for (const Finding& f : c.findings) answer.findings.push_back(judge.answer(f, c.arms));
        conclude(answer);
        const bool any = std::any_of(c.findings.begin(), c.findings.end(), answerable);
        if (any) {
            const auto first = std::find_if(c.findings.begin(), c.findings.end(), answerable);
            const auto& parameters = courses.course(c.arm(first->arms.front()), 1).parameters;
            answer.assumed_share = assumed_among(parameters, {});
            if (c.without) answer.assumed_share_owners = assumed_among(parameters, c.without->owners);
        }
        if (options.knock_outs && c.without && answerable(c.findings[c.without->finding]))
            answer.without = knock_out(judge, c, answer.findings[c.without->finding]);
        all.contrasts.push_back(std::move(answer));
    }
    return all;
}

}  // namespace cicatrix
