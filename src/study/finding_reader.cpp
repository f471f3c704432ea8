// SPDX-License-Identifier: Apache-2.0
#include "finding_reader.hpp"

#include "cicatrix/outcomes/outcome.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cicatrix {
namespace {

using Of = Measure::Of;
using Expect = Finding::Expect;
constexpr double infinite = std::numeric_limits<double>::infinity();

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
    entry.refuse_unknown(key, written, known);
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

/// Only what is true or not of a person can be counted.
void need_yes_or_no(EntryReader& entry, const std::string& key, const std::string& name, Finding& finding) {
    need_observable(name, finding);
    const ObservableFacts* const facts = facts_of(name);
    if (!facts || facts->unit == "bool") return;
    std::string all;
    for (const ObservableFacts& o : observable_table())
        if (o.unit == "bool") all += (all.empty() ? "" : ", ") + std::string{o.name};
    entry.complain(key, in_quotes(name) + " is not yes or no", all);
}

}  // namespace

Finding FindingReader::read(const Node& node) const {
    EntryReader entry{node, shown_, diagnostics_};
    Finding finding;
    read_what(entry, finding);
    if (const Node* over = entry.find("over")) read_over(*over, finding);
    finding.wants.insert(finding.wants.end(), contrast_.wants.begin(), contrast_.wants.end());
    for (const std::string& w : entry.texts("wants")) finding.wants.push_back(w);
    if (entry.has("arm")) finding.arms = {known_arm(entry, "arm")};
    read_expectation(entry, finding);
    read_rows(entry, finding);
    return finding;
}

void FindingReader::read_what(EntryReader& entry, Finding& finding) const {
    if (entry.has("share_of")) return read_share(entry, finding);
    finding.measure.observable = entry.needed("measure");
    read_measure(entry, finding.measure);
    check_kind(entry, finding.measure);
    need_observable(finding.measure.observable, finding);
}

/// How many of the people it is true of: ever, unless a time is given.
void FindingReader::read_share(EntryReader& entry, Finding& finding) const {
    Measure& m = finding.measure;
    if (!contrast_.people) entry.complain("share_of", "a share needs people", "people = 30 in the entry");
    if (entry.has("measure")) entry.complain("measure", "stands beside share_of", "either");
    m.share = true;
    m.of = Of::peak;
    read_measure(entry, m);
    m.observable = entry.text("share_of");
    m.among = entry.text("among");
    need_yes_or_no(entry, "share_of", m.observable, finding);
    if (!m.among.empty()) need_yes_or_no(entry, "among", m.among, finding);
    if ((m.of != Of::peak && m.of != Of::at && m.of != Of::last) || m.take != Measure::Take::value)
        entry.complain({}, "a share is counted ever, at the end or at a time", "of = \"last\", or at = \"28 d\"");
}

void FindingReader::read_over(const Node& node, Finding& finding) const {
    EntryReader entry{node, shown_ + ".over", diagnostics_};
    Measure over = finding.measure;
    read_measure(entry, over);
    need_observable(over.observable, finding);
    if (entry.has("arm")) finding.measure.over_arm = known_arm(entry, "arm");
    finding.measure.over = std::make_shared<const Measure>(std::move(over));
}

std::string FindingReader::known_arm(EntryReader& entry, const std::string& key) const {
    std::string written = entry.text(key);
    check_arm(entry, key, written);
    return written;
}

void FindingReader::check_arm(EntryReader& entry, const std::string& key, const std::string& name) const {
    std::vector<std::string> names;
    for (const Arm& a : contrast_.arms) names.push_back(a.name);
    if (std::find(names.begin(), names.end(), name) == names.end())
        entry.complain(key, "no arm is called " + in_quotes(name), {}, nearest(name, names));
}

void FindingReader::read_bounds(EntryReader& entry, Finding& finding) const {
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
}

void FindingReader::read_expectation(EntryReader& entry, Finding& finding) const {
    read_bounds(entry, finding);
    const bool bounded = finding.low > -infinite || finding.high < infinite;
    finding.expect = bounded ? Expect::bounds : chosen(entry, "expect", expectations(), Expect::data);
    if (const Node* before = entry.find("before")) {
        EntryReader other{*before, shown_ + ".before", diagnostics_};
        finding.expect = Expect::before;
        finding.other = finding.measure;
        finding.other.over = nullptr;
        read_measure(other, finding.other);
        need_observable(finding.other.observable, finding);
        finding.other_arm = other.has("arm") ? known_arm(other, "arm") : finding.arms.empty() ? "" : finding.arms[0];
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
    if (finding.measure.share && finding.expect != Expect::bounds && finding.expect != Expect::data)
        entry.complain({}, "a share is held against data or bounds", "to compare arms: measure, of = \"peak\"");
}

/// Rows of the finding's arm, or of the one named; with a time of its own, the row of that time.
void FindingReader::read_rows(EntryReader& entry, Finding& finding) const {
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

}  // namespace cicatrix
