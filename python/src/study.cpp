// SPDX-License-Identifier: Apache-2.0
// Study files, answered: published targets and claims, as plain values of Python.
#include "cicatrix/base/unit.hpp"
#include "cicatrix/io/study_files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/contrast_answers.hpp"
#include "cicatrix/study/run.hpp"

#include "watch.hpp"

#include <pybind11/stl.h>

#include <atomic>
#include <future>

namespace cicatrix::python {

namespace {

/// Between two looks at the work, from the thread that Python called in: only there Ctrl-C is heard.
constexpr std::chrono::milliseconds glance{50};

struct Wanted {
    int seeds = 0, threads = 0;
    bool knock_outs = true;
};

/// Without the interpreter's lock. Runs are told as they end, by whichever thread made them.
StudyAnswers work(const std::vector<Contrast>& contrasts, const Wanted& wanted, Watch& watch) {
    std::atomic<double> share{0.0};
    std::atomic<bool> stop{false};
    StudyOptions options;
    if (wanted.seeds > 0) options.most_seeds = wanted.seeds;
    options.knock_outs = wanted.knock_outs;
    options.progress = [&](std::size_t done, std::size_t all) {
        share = static_cast<double>(done) / static_cast<double>(all);
        return !stop;
    };
    auto answers = std::async(std::launch::async, [&] {
        const ThreadLimit limit{wanted.threads};
        return answer_contrasts(contrasts, options);
    });
    while (answers.wait_for(glance) != std::future_status::ready)
        if (!watch.go_on(share)) stop = true;
    StudyAnswers all = answers.get();
    if (!watch.go_on(1.0)) throw Interrupted{};
    return all;
}

StudyAnswers answered(const std::vector<Contrast>& contrasts, const Wanted& wanted, py::object progress) {
    Watch watch{std::move(progress)};
    try {
        const py::gil_scoped_release others_go_on;
        return work(contrasts, wanted, watch);
    } catch (const Interrupted&) {
        watch.rethrow_if_stopped();
        throw;
    }
}

std::string_view name_of(Measure::Of of) {
    using Of = Measure::Of;
    switch (of) {
        case Of::scalar:
            return "value";
        case Of::at:
            return "at";
        case Of::last:
            return "last";
        case Of::peak:
            return "peak";
        case Of::lowest:
            return "lowest";
        case Of::mean:
            return "mean";
        case Of::time_of_peak:
            return "time of peak";
        case Of::curve:
            return "curve";
    }
    return "";
}

std::string_view name_of(Finding::Expect expect) {
    using Expect = Finding::Expect;
    switch (expect) {
        case Expect::rises:
            return "rises";
        case Expect::falls:
            return "falls";
        case Expect::higher:
            return "higher";
        case Expect::lower:
            return "lower";
        case Expect::saturates:
            return "saturates";
        case Expect::rises_then_falls:
            return "rises then falls";
        case Expect::bounds:
            return "bounds";
        case Expect::before:
            return "before";
        case Expect::data:
            return "data";
    }
    return "";
}

py::object days_or_none(std::optional<double> hours) {
    return hours ? py::object{py::float_{*hours / day.size}} : py::none();
}

py::dict arm_of(const ArmValue& v) {
    py::dict arm;
    arm["arm"] = v.arm;
    arm["model"] = v.value.mean;
    arm["deviation"] = v.people ? py::object{py::none()} : py::float_{v.value.deviation};
    arm["seeds"] = v.value.seeds;
    arm["model_low"] = v.people ? py::object{py::float_{v.people->low}} : py::none();
    arm["model_high"] = v.people ? py::object{py::float_{v.people->high}} : py::none();
    return arm;
}

py::dict row_of(const RowAnswer& r, const std::string& unit) {
    py::dict row;
    row["arm"] = r.row.arm;
    row["time_d"] = days_or_none(r.row.time_h);
    row["unit"] = r.row.unit.empty() ? unit : r.row.unit;
    row["published"] = r.row.value ? py::object{py::float_{*r.row.value}} : py::none();
    row["low"] = r.row.low;
    row["high"] = r.row.high;
    row["model"] = r.model;
    row["off"] = r.off;
    row["inside"] = r.inside;
    row["status"] = r.row.status;
    return row;
}

py::dict finding_of(const Finding& finding, const FindingAnswer& answer) {
    const Measure& m = finding.measure;
    const bool bounded = finding.expect == Finding::Expect::bounds;
    py::dict f;
    f["observable"] = m.observable;
    f["of"] = text_of(name_of(m.of));
    f["time_d"] = days_or_none(m.of == Measure::Of::at ? std::optional{m.at_h} : std::nullopt);
    f["after_last"] = m.after_last;
    f["expect"] = text_of(name_of(finding.expect));
    f["low"] = bounded ? py::object{py::float_{finding.low}} : py::none();
    f["high"] = bounded ? py::object{py::float_{finding.high}} : py::none();
    f["unit"] = answer.unit;
    f["answered"] = text_of(to_string(answer.answered));
    f["because"] = answer.because;
    py::list arms, rows;
    for (const ArmValue& v : answer.values) arms.append(arm_of(v));
    for (const RowAnswer& r : answer.rows) rows.append(row_of(r, answer.unit));
    f["arms"] = arms;
    f["rows"] = rows;
    return f;
}

py::dict entry_of(const Contrast& c, const ContrastAnswer& a) {
    py::dict e;
    e["id"] = c.id;
    e["kind"] = c.kind;
    e["role"] = c.role;
    e["says"] = c.says;
    e["sources"] = c.sources;
    e["where"] = c.where;
    e["reason"] = c.reason;
    e["answered"] = text_of(to_string(a.answered));
    e["verdict"] = claim_verdict(a);
    e["mechanism"] = c.without ? c.without->mechanism : std::string{};
    e["mechanism_shown"] = knock_out_verdict(a);
    e["left"] = a.without && a.without->shown ? py::object{py::float_{a.without->left}} : py::none();
    e["leaves_at_most"] = c.without ? py::object{py::float_{c.without->leaves_at_most}} : py::none();
    e["assumed_share"] = a.assumed_share;
    e["assumed_share_mechanism"] = a.assumed_share_owners;
    py::list findings;
    for (std::size_t i = 0; i < c.findings.size(); ++i) findings.append(finding_of(c.findings[i], a.findings[i]));
    e["findings"] = findings;
    return e;
}

py::list answer_study(const std::vector<std::string>& files, const std::vector<std::string>& only, int seeds,
                      bool knock_outs, int threads, py::object progress) {
    if (threads < 0) throw py::value_error{"threads: " + std::to_string(threads) + " is no number of threads"};
    Diagnostics diagnostics;
    auto contrasts = io::read_contrasts(files, diagnostics);
    diagnostics.stop_if_any();
    io::keep_only(only, contrasts);
    const StudyAnswers answers = answered(contrasts, {seeds, threads, knock_outs}, std::move(progress));
    py::list entries;
    for (std::size_t i = 0; i < contrasts.size(); ++i) entries.append(entry_of(contrasts[i], answers.contrasts[i]));
    return entries;
}

}  // namespace

void add_study(py::module_& m) {
    m.def("answer_study", &answer_study, py::arg("files"), py::arg("only"), py::arg("seeds"), py::arg("knock_outs"),
          py::arg("threads"), py::arg("progress"));
}

}  // namespace cicatrix::python
