// SPDX-License-Identifier: Apache-2.0
// From a study file to contrasts: entries, arms, findings, and what is switched off.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/study/contrast.hpp"
#include "cicatrix/study/entry_reader.hpp"
#include "drawn_values.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

namespace cicatrix {
namespace {

using Of = Measure::Of;
using Expect = Finding::Expect;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::string_view default_resolution = "preview";

template <class Value>
using Names = std::vector<std::pair<std::string, Value>>;

const Names<Of>& ofs() {
    static const Names<Of> names{{"at", Of::at},         {"last", Of::last}, {"peak", Of::peak},
                                 {"lowest", Of::lowest}, {"mean", Of::mean}, {"time_of_peak", Of::time_of_peak},
                                 {"curve", Of::curve}};
    return names;
}
const Names<Measure::Take>& takes() {
    using Take = Measure::Take;
    static const Names<Take> names{
        {"excess", Take::excess}, {"ratio", Take::ratio}, {"percent", Take::percentage}, {"change", Take::change}};
    return names;
}
const Names<Measure::Normalise>& normalisations() {
    using Normalise = Measure::Normalise;
    static const Names<Normalise> names{
        {"peak", Normalise::peak}, {"first", Normalise::first}, {"last", Normalise::last}};
    return names;
}
const Names<Expect>& expectations() {
    static const Names<Expect> names{{"rises", Expect::rises},         {"falls", Expect::falls},
                                     {"higher", Expect::higher},       {"lower", Expect::lower},
                                     {"saturates", Expect::saturates}, {"rises then falls", Expect::rises_then_falls}};
    return names;
}

/// Complains of a word that is none of those known.
void refuse_unknown(EntryReader& entry, const std::string& key, const std::string& word,
                    const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string all;
    for (const std::string& k : known) all += (all.empty() ? "" : ", ") + k;
    entry.complain(key, in_quotes(word) + " is not known", all, nearest(word, known));
}

/// One of the named values; `standard` when the key is absent.
template <class Value>
Value chosen(EntryReader& entry, const std::string& key, const Names<Value>& names, Value standard) {
    const std::string written = entry.text(key);
    if (written.empty()) return standard;
    std::vector<std::string> known;
    for (const auto& [name, value] : names) {
        if (name == written) return value;
        known.push_back(name);
    }
    refuse_unknown(entry, key, written, known);
    return standard;
}

/// What is not said stays as it was in `measure`.
void read_measure(EntryReader& entry, Measure& measure) {
    if (entry.has("measure")) measure.observable = entry.text("measure");
    measure.of = chosen(entry, "of", ofs(), measure.of);
    measure.take = chosen(entry, "take", takes(), measure.take);
    measure.normalise = chosen(entry, "normalise", normalisations(), measure.normalise);
    for (const char* const key : {"at", "after_last"})
        if (entry.has(key)) {
            measure.of = entry.has("of") ? measure.of : Of::at;
            measure.at_h = entry.time_h(key);
            measure.after_last = std::string_view{key} == "after_last";
        }
}

const ObservableFacts* facts_of(const std::string& observable) {
    for (const ObservableFacts& o : observable_table())
        if (o.name == observable) return &o;
    return nullptr;
}

/// A text that is equal for equal settings.
std::string text_of(const Node& node) {
    if (const auto* table = node.table()) {
        std::vector<std::string> parts;
        for (const Entry& e : *table)
            if (e.key != "title" && e.key != "note") parts.push_back(e.key + "=" + text_of(e.node));
        std::sort(parts.begin(), parts.end());
        std::string all = "{";
        for (const std::string& p : parts) all += p + ";";
        return all + "}";
    }
    if (const auto* array = node.array()) {
        std::string all = "[";
        for (const Node& n : *array) all += text_of(n) + ",";
        return all + "]";
    }
    if (const auto* flag = std::get_if<bool>(&node.value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<long long>(&node.value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&node.value)) return to_text(*number);
    return "'" + *node.text() + "'";
}

class ContrastReader {
public:
    ContrastReader(const Node& node, const std::string& kind, const std::string& folder, const StudyFiles& files,
                   Diagnostics& diagnostics)
        : entry_{node, kind, diagnostics}, folder_{folder}, files_{files}, diagnostics_{diagnostics} {
        contrast_.kind = kind;
    }

    Contrast read() {
        contrast_.id = entry_.needed("id");
        contrast_.says = entry_.needed("says");
        contrast_.wants = entry_.texts("wants");
        contrast_.seeds = read_seeds();
        if (contrast_.kind == "target") read_target();
        read_arms();
        for (const Node& n : entry_.list("finding")) read_finding(n);
        if (const Node* without = entry_.find("without")) read_knock_out(*without);
        return std::move(contrast_);
    }

private:
    int read_seeds() {
        constexpr double most = 1000;
        if (!entry_.has("seeds")) return entry_.shown() == "target" ? 1 : 5;
        const double seeds = entry_.number("seeds");
        if (seeds >= 1 && seeds <= most && seeds == std::floor(seeds)) return static_cast<int>(seeds);
        entry_.complain("seeds", "is no number of seeds", "1 to 1000");
        return 1;
    }

    void read_target() {
        contrast_.kind = one_of("kind", {"quantity", "direction", "cannot"});
        contrast_.role = one_of("role", {"test", "calibration", "prior"});
        contrast_.sources = entry_.texts("source");
        contrast_.where = entry_.text("where");
        contrast_.unlike = entry_.text("unlike");
        contrast_.miss_means = entry_.text("miss_means");
        contrast_.reason = entry_.text("reason");
        if (const Node* data = entry_.find("data")) rows_ = files_.table(path_of(entry_.text("data")), data->place);
    }

    std::string one_of(const std::string& key, const std::vector<std::string>& known) {
        std::string written = entry_.needed(key);
        refuse_unknown(entry_, key, written, known);
        return written;
    }

    std::string path_of(const std::string& relative) const {
        return (std::filesystem::path{folder_} / relative).lexically_normal().string();
    }

    void read_arms() {
        base_ = entry_.text("base");
        for (const Node& n : entry_.list("arm")) {
            EntryReader arm{n, entry_.shown() + ".arm", diagnostics_};
            const std::string name = arm.needed("name"), own = arm.text("base");
            if (std::any_of(contrast_.arms.begin(), contrast_.arms.end(), [&](const Arm& a) { return a.name == name; }))
                arm.complain("name", in_quotes(name) + " is there twice");
            const Node* const set = arm.find("set");
            bases_.push_back(own.empty() ? base_ : own);
            sets_.push_back(set ? *set : Node{Node::Table{}, n.place, n.key_place});
            if (auto made = make_arm(name, bases_.back(), {sets_.back()}, arm)) contrast_.arms.push_back(*made);
        }
    }

    std::optional<Arm> make_arm(const std::string& name, const std::string& base, const std::vector<Node>& sets,
                                EntryReader& asked) {
        if (base.empty()) {
            asked.complain({}, "has no base", "base = \"../../scenarios/safe_clinic.toml\", here or for all arms");
            return std::nullopt;
        }
        auto document = files_.document(path_of(base), asked.place());
        if (!document) return std::nullopt;
        take(document->root, "expect");
        Node preview{Node::Table{}, asked.place(), asked.place()};
        std::get<Node::Table>(preview.value)
            .push_back({"resolution", Node{std::string{default_resolution}, asked.place(), asked.place()}});
        Node run{Node::Table{}, asked.place(), asked.place()};
        std::get<Node::Table>(run.value).push_back({"run", std::move(preview)});
        lay_over(document->root, std::move(run));
        Arm arm{name, std::move(*document), {}};
        for (const Node& set : sets) arm.set(set);
        if (contrast_.wants.empty()) check(arm);
        return arm;
    }

    /// Says what is wrong with a scenario, of the first seed's person.
    void check(const Arm& arm) {
        Document drawn = arm.document;
        draw_values(drawn.root, 1);
        bind_scenario(drawn, diagnostics_);
    }

    void read_finding(const Node& node) {
        EntryReader entry{node, entry_.shown() + ".finding", diagnostics_};
        Finding finding;
        finding.measure.observable = entry.needed("measure");
        read_measure(entry, finding.measure);
        check_kind(entry, finding.measure);
        need_observable(finding.measure.observable, finding);
        if (const Node* over = entry.find("over")) read_over(*over, finding);
        finding.wants.insert(finding.wants.end(), contrast_.wants.begin(), contrast_.wants.end());
        for (const std::string& w : entry.texts("wants")) finding.wants.push_back(w);
        if (entry.has("arm")) finding.arms = {known_arm(entry, "arm")};
        read_expectation(entry, finding);
        read_rows(entry, finding);
        contrast_.findings.push_back(std::move(finding));
    }

    void read_over(const Node& node, Finding& finding) {
        EntryReader entry{node, entry_.shown() + ".finding.over", diagnostics_};
        Measure over = finding.measure;
        read_measure(entry, over);
        need_observable(over.observable, finding);
        if (entry.has("arm")) finding.measure.over_arm = known_arm(entry, "arm");
        finding.measure.over = std::make_shared<const Measure>(std::move(over));
    }

    void need_observable(const std::string& name, Finding& finding) {
        if (!facts_of(name)) finding.wants.push_back("observable " + name);
    }

    /// A single number per run has no course: it cannot be taken at a time or against untreated skin.
    void check_kind(EntryReader& entry, const Measure& m) {
        const ObservableFacts* const facts = facts_of(m.observable);
        if (facts && !facts->is_series && (m.take != Measure::Take::value || m.normalise != Measure::Normalise::no))
            entry.complain({}, in_quotes(m.observable) + " is one number per run; it has no untreated course");
        if (m.normalise != Measure::Normalise::no && m.of != Of::curve)
            entry.complain("normalise", "is for curves", "of = \"curve\"");
        if (m.of == Of::mean && m.take != Measure::Take::value)
            entry.complain("take", "a mean cannot be taken against untreated skin or the start");
    }

    std::string known_arm(EntryReader& entry, const std::string& key) {
        std::string written = entry.text(key);
        check_arm(entry, key, written);
        return written;
    }
    void check_arm(EntryReader& entry, const std::string& key, const std::string& name) {
        std::vector<std::string> names;
        for (const Arm& a : contrast_.arms) names.push_back(a.name);
        if (std::find(names.begin(), names.end(), name) == names.end())
            entry.complain(key, "no arm is called " + in_quotes(name), {}, nearest(name, names));
    }

    void read_expectation(EntryReader& entry, Finding& finding) {
        finding.low = -infinite;
        finding.high = infinite;
        if (entry.has("above")) finding.low = entry.number("above");
        if (entry.has("below")) finding.high = entry.number("below");
        if (const Node* between = entry.find("between")) {
            const auto number = [](const Node& n) {
                if (const auto* i = std::get_if<long long>(&n.value)) return static_cast<double>(*i);
                const auto* x = std::get_if<double>(&n.value);
                return x ? *x : std::nan("");
            };
            if (between->array() && between->array()->size() == 2) {
                finding.low = number((*between->array())[0]);
                finding.high = number((*between->array())[1]);
            }
            if (!(finding.low < finding.high) || !std::isfinite(finding.low))
                entry.complain("between", "is not two rising numbers", "such as [24, 72]");
        }
        const bool bounded = finding.low > -infinite || finding.high < infinite;
        finding.expect = bounded ? Expect::bounds : chosen(entry, "expect", expectations(), Expect::data);
        if (const Node* before = entry.find("before")) {
            EntryReader other{*before, entry_.shown() + ".finding.before", diagnostics_};
            finding.expect = Expect::before;
            finding.other = finding.measure;
            finding.other.over = nullptr;
            read_measure(other, finding.other);
            need_observable(finding.other.observable, finding);
            finding.other_arm = other.has("arm")       ? known_arm(other, "arm")
                                : finding.arms.empty() ? ""
                                                       : finding.arms[0];
        }
        if (entry.has("arms")) {
            finding.arms = entry.texts("arms");
            for (const std::string& name : finding.arms) check_arm(entry, "arms", name);
        }
        if (finding.arms.empty())
            for (const Arm& a : contrast_.arms) finding.arms.push_back(a.name);
        if (finding.arms.empty()) entry.complain({}, "there is no arm to read it from");
        const bool needs_more = finding.expect == Expect::saturates || finding.expect == Expect::rises_then_falls;
        const bool compares = needs_more || (finding.expect != Expect::bounds && finding.expect != Expect::before &&
                                             finding.expect != Expect::data);
        if (compares && finding.arms.size() < (needs_more ? 3U : 2U))
            entry.complain("expect", "there are too few arms to compare", needs_more ? "three or more" : "two or more");
    }

    /// Rows of the finding's arm, or of the one named; with a time of its own, the row of that time.
    void read_rows(EntryReader& entry, Finding& finding) {
        const std::string named = entry.text("row");
        if (finding.expect != Expect::data || !finding.wants.empty() || finding.arms.empty()) return;
        for (const DataRow& row : rows_) {
            if (row.arm != (named.empty() ? finding.arms.front() : named)) continue;
            const bool timed = finding.measure.of == Of::at && row.time_h;
            if (timed && std::abs(*row.time_h - finding.measure.at_h) > 1e-6 * (1 + finding.measure.at_h)) continue;
            finding.rows.push_back(row);
        }
        if (finding.rows.empty() && !entry.has("expect") && contrast_.kind != "disagreement")
            entry.complain({}, "no row of the data is about this arm and time");
    }

    void read_knock_out(const Node& node) {
        EntryReader entry{node, entry_.shown() + ".without", diagnostics_};
        KnockOut knock;
        knock.mechanism = entry.needed("mechanism");
        knock.leaves_at_most = entry.number("leaves_at_most");
        const double which = entry.number("finding");
        knock.finding = static_cast<std::size_t>(std::max(1.0, which)) - 1;
        if (which < 1 || knock.finding >= contrast_.findings.size())
            entry.complain("finding", "there is no such finding", "1 to " + std::to_string(contrast_.findings.size()));
        const Node* const set = entry.find("set");
        if (!set) return entry.complain({}, "nothing is switched off", "set.override.<mechanism>.<parameter> = ...");
        if (const Node* override_ = set->find("override"); override_ && override_->table())
            for (const Entry& e : *override_->table()) knock.owners.push_back(e.key);
        for (std::size_t i = 0; i < contrast_.arms.size(); ++i)
            if (auto arm = make_arm(contrast_.arms[i].name, bases_[i], {sets_[i], *set}, entry))
                knock.arms.push_back(std::move(*arm));
        contrast_.without = std::move(knock);
    }

    EntryReader entry_;
    const std::string& folder_;
    const StudyFiles& files_;
    Diagnostics& diagnostics_;
    Contrast contrast_;
    std::string base_;
    std::vector<std::string> bases_;
    std::vector<Node> sets_;
    std::vector<DataRow> rows_;
};

}  // namespace

void Arm::set(const Node& settings) {
    lay_over(document.root, Node{settings});
    key = text_of(document.root);
}

Scenario Arm::scenario(std::uint64_t seed) const {
    Document drawn = document;
    draw_values(drawn.root, seed);
    Diagnostics diagnostics;
    auto made = bind_scenario(drawn, diagnostics);
    diagnostics.stop_if_any();
    made.value().run.seed = seed;
    return std::move(*made);
}

const Arm& Contrast::arm(const std::string& name) const {
    return *std::find_if(arms.begin(), arms.end(), [&](const Arm& a) { return a.name == name; });
}

std::vector<Contrast> bind_contrasts(const Document& document, const std::string& folder, const StudyFiles& files,
                                     Diagnostics& diagnostics) {
    std::vector<Contrast> all;
    EntryReader root{document.root, document.path, diagnostics};
    for (const char* const kind : {"claim", "disagreement", "target"})
        for (const Node& n : root.list(kind)) all.push_back(ContrastReader{n, kind, folder, files, diagnostics}.read());
    return all;
}

}  // namespace cicatrix
