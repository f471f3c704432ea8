// SPDX-License-Identifier: Apache-2.0
// From a study file to contrasts: entries, arms, findings, and what is switched off.
#include "cicatrix/scenario/overridable.hpp"
#include "cicatrix/study/contrast.hpp"
#include "cicatrix/study/entry_reader.hpp"
#include "drawn_values.hpp"
#include "finding_reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace cicatrix {
namespace {

Node table_of(std::string_view key, Node inner) {
    Node outer{Node::Table{}, inner.place, inner.place};
    std::get<Node::Table>(outer.value).push_back({std::string{key}, std::move(inner)});
    return outer;
}

/// A grid of an entry's own is stepped as the default one, unless the entry says how.
void lay_tolerance(Node& root) {
    const Node* const run = root.find("run");
    const Node* const resolution = run ? run->find("resolution") : nullptr;
    if (!resolution || !resolution->table()) return;
    if (const Node* const overrides = root.find("override")) {
        const Node* const numerics = overrides->find("numerics");
        if (!overrides->table() || (numerics && (!numerics->table() || numerics->find("tolerance")))) return;
    }
    const Node tolerance{*step_tolerance(study_resolution), resolution->place, resolution->place};
    lay_over(root, table_of("override", table_of("numerics", table_of("tolerance", tolerance))));
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

std::string key_of(const Arm& arm) {
    std::string key = text_of(arm.document.root);
    for (const auto& [parameter, factor] : arm.spread) key += parameter + "*" + to_text(factor) + ";";
    return key;
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
        if (const Node* spread = entry_.find("spread")) read_spread(*spread);
        if (contrast_.kind == "target") read_target();
        read_arms();
        const FindingReader findings{contrast_, rows_, entry_.shown(), diagnostics_};
        for (const Node& n : entry_.list("finding")) contrast_.findings.push_back(findings.read(n));
        if (const Node* without = entry_.find("without")) read_knock_out(*without);
        return std::move(contrast_);
    }

private:
    /// Seeds of one person, or people: each seed draws one.
    int read_seeds() {
        constexpr double most = 1000;
        contrast_.people = entry_.has("people");
        const std::string key = contrast_.people ? "people" : "seeds";
        if (contrast_.people && entry_.has("seeds")) entry_.complain("seeds", "stands beside people", "either");
        if (!entry_.has(key)) return entry_.shown() == "target" ? 1 : 5;
        const double seeds = entry_.number(key);
        if (seeds >= 1 && seeds <= most && seeds == std::floor(seeds)) return static_cast<int>(seeds);
        entry_.complain(key, "is no number of " + key, "1 to 1000");
        return 1;
    }

    /// How people differ: spread.<mechanism>.<parameter> = factor of a standard deviation.
    void read_spread(const Node& node) {
        EntryReader spread{node, entry_.shown() + ".spread", diagnostics_};
        if (!contrast_.people) entry_.complain("spread", "seeds of one person do not differ", "people = 30");
        std::map<std::string, std::vector<std::string>> known;
        for (const ParameterRecord& p : overridable_parameters({})) known[std::string{p.owner}].emplace_back(p.name);
        for (const auto& [owner, parameters] : known) {
            const Node* const own = spread.find(owner);
            if (!own) continue;
            EntryReader factors{*own, spread.shown() + "." + owner, diagnostics_};
            for (const std::string& parameter : parameters) {
                if (!factors.has(parameter)) continue;
                const double factor = factors.number(parameter);
                if (!(factor >= 1.0))
                    factors.complain(parameter, "is no factor", "1 or more; 1.5 is half as much again");
                spread_[owner + "." + parameter] = factor;
            }
        }
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
        entry_.refuse_unknown(key, written, known);
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
        const Node resolution{std::string{study_resolution}, asked.place(), asked.place()};
        lay_over(document->root, table_of("run", table_of("resolution", resolution)));
        for (const Node& set : sets) lay_over(document->root, Node{set});
        lay_tolerance(document->root);
        Arm arm{name, std::move(*document), spread_, {}};
        arm.key = key_of(arm);
        if (contrast_.wants.empty()) check(arm);
        return arm;
    }

    /// Says what is wrong with a scenario, of the first seed's person.
    void check(const Arm& arm) {
        Document drawn = arm.document;
        draw_values(drawn.root, 1);
        bind_scenario(drawn, diagnostics_);
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
    std::map<std::string, double> spread_;
};

}  // namespace

void Arm::set(const Node& settings) {
    lay_over(document.root, Node{settings});
    lay_tolerance(document.root);
    key = key_of(*this);
}

Scenario Arm::scenario(std::uint64_t seed) const {
    Document drawn = document;
    draw_values(drawn.root, seed);
    Diagnostics diagnostics;
    auto made = bind_scenario(drawn, diagnostics);
    diagnostics.stop_if_any();
    made.value().run.seed = seed;
    for (const auto& [parameter, deviation] : spread)
        made->adjustments.factor.try_emplace(parameter, 1.0).first->second *= drawn_factor(parameter, deviation, seed);
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
