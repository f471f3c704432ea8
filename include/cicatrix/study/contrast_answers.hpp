// SPDX-License-Identifier: Apache-2.0
// Runs contrasts and holds what they find against what is said.
#pragma once

#include "cicatrix/study/contrast.hpp"
#include "cicatrix/study/variation.hpp"

#include <cmath>
#include <functional>

namespace cicatrix {

enum class Answered {
    holds,
    fails,
    unclear,  ///< within what chance does between seeds
    lacking   ///< the model has not what it takes
};
std::string_view to_string(Answered answered);

/// Mean and standard deviation over seeds.
struct SeedMean {
    double mean = 0, deviation = 0;
    int seeds = 0;
};

struct PeopleCount {
    int yes = 0, of = 0;
};

/// A share of people in percent, or how often it is another share, and the range (95 %) that so few people leave open.
struct ShareOfPeople {
    PeopleCount count;
    std::optional<PeopleCount> over;
    double value = 0, low = 0, high = 0;
};

struct ArmValue {
    std::string arm;
    SeedMean value;
    std::optional<ShareOfPeople> people{};  ///< where a share was asked for; `value` then has it as its mean
};

/// What became of one printed number.
struct RowAnswer {
    DataRow row;
    double model = 0;
    double off = 0;  ///< from the printed value (or the band's middle), in half widths of the band on that side
    bool inside = false;
    double error() const { return std::abs(off); }
};

struct FindingAnswer {
    Answered answered = Answered::lacking;
    std::string unit, because;  ///< `because`: why it is unclear or lacking
    std::vector<ArmValue> values;
    std::vector<RowAnswer> rows;
    std::vector<std::pair<double, double>> curve;  ///< time [d] and value, where a curve was asked for
    double effect = 0;                             ///< last arm minus first; for bounds, the value itself
};

struct KnockOutAnswer {
    double effect = 0, left = 0;  ///< of the finding, and its share without the mechanism; negative: turned round
    bool shown = false;           ///< the finding held, so there is an effect to undo
    bool undone = false;          ///< hardly any of it is left, in either direction
    bool reversed = false;        ///< it surely turned round: needed, and not alone
    std::string because;          ///< why it could not be read
};

struct ContrastAnswer {
    std::vector<FindingAnswer> findings;
    std::optional<KnockOutAnswer> without;
    double assumed_share = 0;         ///< of all parameters
    double assumed_share_owners = 0;  ///< of those of the mechanisms that are switched off
    Answered answered = Answered::lacking;
    bool in_part = false;  ///< some findings hold, others do not
};

/// "agrees", "disagrees", "agrees in part", "cannot say".
std::string claim_verdict(const ContrastAnswer& answer);
/// What switching the mechanism off has shown: "yes", "turned round", "no", or "-" where there was
/// nothing to undo or it could not be read.
std::string knock_out_verdict(const ContrastAnswer& answer);

struct StudyOptions {
    int most_seeds = 1000;  ///< fewer than the entries ask for: a quick look
    bool knock_outs = true;
    Factors factors;                                                  ///< on declared parameters, in all arms
    std::function<bool(std::size_t done, std::size_t all)> progress;  ///< runs; false: stop, throws Interrupted
};

struct StudyAnswers {
    std::vector<ContrastAnswer> contrasts;
    std::size_t runs = 0;  ///< scenarios that were run; equal ones once
};

/// Deterministic: the same files give the same answers. Throws RunError when a scenario breaks down, InputError when a
/// person that was drawn for a seed cannot be, and Interrupted when progress says stop.
StudyAnswers answer_contrasts(const std::vector<Contrast>& contrasts, const StudyOptions& options = {});

}  // namespace cicatrix
