// SPDX-License-Identifier: Apache-2.0
// A contrast: some scenarios that differ in one thing, what to read from them, and what is said of it. Claims and
// published targets are contrasts; `validation/` holds them as files.
#pragma once

#include "cicatrix/base/document.hpp"
#include "cicatrix/scenario/scenario.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

/// Of runs whose entry says none: studies are made of hundreds.
constexpr std::string_view study_resolution = "sketch";

/// A number, or a curve, taken from one run.
struct Measure {
    enum class Of { scalar, at, last, peak, lowest, mean, time_of_peak, curve };
    enum class Take { value, excess, ratio, percentage, change };
    enum class Normalise { no, peak, first, last };
    std::string observable;
    Of of = Of::scalar;
    Take take = Take::value;  ///< against the same skin untreated; `change`: against the start
    Normalise normalise = Normalise::no;
    double at_h = 0;          ///< for Of::at
    bool after_last = false;  ///< at_h counts from the last session
    bool share = false;       ///< the share of people of whom it is true, in percent
    std::string among;        ///< of `share`: only those of whom this was ever true; empty: all
    std::shared_ptr<const Measure> over;
    std::string over_arm;  ///< of `over`; empty: the same arm
};

/// One printed number, or a band without one.
struct DataRow {
    std::string arm, unit, status, note;
    std::optional<double> time_h, value;
    double low = 0, high = 0;
};

struct Finding {
    enum class Expect { rises, falls, higher, lower, saturates, rises_then_falls, bounds, before, data };
    Measure measure;
    Expect expect = Expect::data;
    std::vector<std::string> arms;  ///< in order; one for bounds, `before` and data
    double low = 0, high = 0;       ///< bounds, in the observable's unit; infinite where open
    Measure other;                  ///< `before`: what must come later
    std::string other_arm;
    std::vector<DataRow> rows;       ///< data
    std::vector<std::string> wants;  ///< what the model lacks to answer it
};

/// One scenario of a contrast. Texts such as "normal(1.0 mm, 0.2 mm)" and "choice(1, 15)" are drawn for each seed.
struct Arm {
    std::string name;
    Document document;
    std::map<std::string, double> spread;  ///< how people differ: parameter, and the factor of a standard deviation
    std::string key;                       ///< equal keys and seeds run alike
    /// Lays settings, written as in a scenario, over its own.
    void set(const Node& settings);
    Scenario scenario(std::uint64_t seed) const;
};

/// The mechanism said to be responsible, switched off.
struct KnockOut {
    std::string mechanism;
    std::vector<std::string> owners;  ///< mechanisms whose parameters it sets
    std::vector<Arm> arms;            ///< by place as the contrast's own
    std::size_t finding = 0;
    double leaves_at_most = 0;  ///< share of the effect that may remain
};

struct Contrast {
    std::string id, says, kind;  ///< kind: "claim", "disagreement", "quantity", "direction", "cannot"
    std::string role, where, unlike, miss_means, reason;  ///< of targets
    std::vector<std::string> sources;
    int seeds = 1;
    bool people = false;  ///< each seed is a person, so that shares of people can be asked for
    std::vector<Arm> arms;
    std::vector<Finding> findings;
    std::optional<KnockOut> without;
    std::vector<std::string> wants;  ///< what the model lacks to answer any of it

    const Arm& arm(const std::string& name) const;
};

/// How the files of a study are found: a document with all that it extends, and a table of data. Both by path, both
/// complain when there is none.
struct StudyFiles {
    std::function<std::optional<Document>(const std::string& path, const Place& asked)> document;
    std::function<std::vector<DataRow>(const std::string& path, const Place& asked)> table;
};

/// The entries of one study file; what is wrong is said through diagnostics. `folder`: what paths are relative to.
std::vector<Contrast> bind_contrasts(const Document& document, const std::string& folder, const StudyFiles& files,
                                     Diagnostics& diagnostics);

}  // namespace cicatrix
