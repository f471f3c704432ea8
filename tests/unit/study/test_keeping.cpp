// SPDX-License-Identifier: Apache-2.0
// A run that is broken off again and again, and goes on each time, gives the bits of one that was left in peace.
#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/base/random.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/study/run.hpp"

#include <gtest/gtest.h>

#include <map>

namespace cicatrix {
namespace {

/// Keeps numbers in memory.
class Memory final : public Keeper {
public:
    bool give_back(const Body& body) override {
        if (kept_.empty()) return false;
        Box box{kept_, true};
        body(box);
        return true;
    }
    bool is_due() override { return due && due(); }
    void keep(const Body& body) override {
        kept_.clear();
        Box box{kept_, false};
        body(box);
    }
    const std::map<std::string, std::vector<double>>& kept() const { return kept_; }
    std::function<bool()> due;

private:
    class Box final : public Archive {
    public:
        Box(std::map<std::string, std::vector<double>>& kept, bool gives) : kept_{kept}, gives_{gives} {}
        bool gives() const override { return gives_; }
        void values(const std::string& name, std::span<double> values) override {
            if (!gives_) {
                EXPECT_TRUE(kept_.emplace(name, std::vector<double>{values.begin(), values.end()}).second) << name;
                return;
            }
            const std::vector<double>& found = kept_.at(name);
            ASSERT_EQ(found.size(), values.size()) << name;
            std::copy(found.begin(), found.end(), values.begin());
        }
        void list(const std::string& name, std::vector<double>& values) override {
            if (gives_)
                values = kept_.at(name);
            else
                this->values(name, values);
        }

    private:
        std::map<std::string, std::vector<double>>& kept_;
        bool gives_;
    };
    std::map<std::string, std::vector<double>> kept_;
};

/// Two sessions with products, a dressing, therapy and sun, so that every kind of act lies in the way.
Scenario eventful(Precision precision) {
    Scenario s;
    s.person.site = "cheek";
    s.run.precision = precision;
    s.run.resolution = {.nx = 6, .ny = 5, .lateral_um = 300.0, .finest_um = 18.0, .growth = 1.6, .coarsest_um = 300.0};
    s.plan.device = Device{};
    s.plan.device->needle_length_mm = 1.0;
    s.plan.routine.sessions = 3;
    s.plan.routine.every_h = 30.0;
    s.plan.routine.first_at_h = 5.0;
    s.plan.aftercare.push_back({.product = "hyaluronic acid serum", .at_h = 1, .every_h = 8, .for_h = 24});
    s.plan.therapy.push_back({.product = "topical steroid", .from_h = 40, .until_h = 60});
    s.plan.occlusion_h = 3;
    s.run.seed = 7;
    s.run.end_h = 100;
    return s;
}

/// Runs it, breaking off after so many steps each time; how often that was.
std::pair<RunResult, int> in_pieces(const Scenario& scenario, RandomStream& draw) {
    Memory memory;
    for (int pieces = 1;; ++pieces) {
        const ThreadLimit threads{1 + static_cast<int>(draw.uniform() * 2)};
        int left = 1 + static_cast<int>(draw.uniform() * 12);
        RunOptions options;
        options.keeper = &memory;
        memory.due = [&] { return draw.uniform() < 0.3; };  // to be kept does not disturb a run
        options.progress = [&](double) { return left-- > 0; };
        try {
            return {run(scenario, options), pieces};
        } catch (const Interrupted&) {
        }
    }
}

TEST(Keeping, ARunInPiecesHasTheBitsOfAWholeOne) {
    for (const Precision precision : {Precision::single, Precision::double_}) {
        const Scenario scenario = eventful(precision);
        const RunResult whole = run(scenario);
        RandomStream draw{11, 0, 0};
        for (int attempt = 0; attempt < 3; ++attempt) {
            const auto [result, pieces] = in_pieces(scenario, draw);
            EXPECT_GT(pieces, 5);
            EXPECT_EQ(result.hash, whole.hash);
            EXPECT_EQ(result.steps, whole.steps);
            EXPECT_EQ(result.rejected, whole.rejected);
            EXPECT_EQ(result.clipped_share, whole.clipped_share);
            EXPECT_EQ(result.findings.time_d, whole.findings.time_d);
            EXPECT_EQ(result.findings.session_d, whole.findings.session_d);
            for (const auto& [name, series] : whole.findings.series) {
                EXPECT_EQ(result.findings.series.at(name).value, series.value) << name;
                EXPECT_EQ(result.findings.series.at(name).unit, series.unit) << name;
            }
            for (const auto& [name, scalar] : whole.findings.scalars)
                EXPECT_EQ(result.findings.scalars.at(name).value, scalar.value) << name;
            ASSERT_EQ(result.sections.size(), whole.sections.size());
            for (std::size_t i = 0; i < whole.sections.size(); ++i) {
                ASSERT_EQ(result.sections[i].frames.size(), whole.sections[i].frames.size());
                for (std::size_t k = 0; k < whole.sections[i].frames.size(); ++k)
                    EXPECT_EQ(result.sections[i].frames[k].value, whole.sections[i].frames[k].value);
            }
        }
    }
}

/// What cannot be kept.
class Full final : public Keeper {
public:
    bool give_back(const Body&) override { return false; }
    bool is_due() override { return ++asked_ % 10 == 0; }
    void keep(const Body&) override { throw RunError{"the disk is full"}; }

private:
    int asked_ = 0;
};

TEST(Keeping, ACopyThatFailsDoesNotEndARunThatIsWell) {
    Full full;
    std::vector<std::string> notes;
    RunOptions options;
    options.keeper = &full;
    options.note = [&](const std::string& text) { notes.push_back(text); };
    EXPECT_EQ(run(eventful(Precision::single), options).hash, run(eventful(Precision::single)).hash);
    ASSERT_FALSE(notes.empty());
    EXPECT_EQ(notes.front(), "the disk is full; the run goes on");
    options.progress = [](double share) { return share < 0.5; };
    EXPECT_THROW(run(eventful(Precision::single), options), RunError) << "one that is stopped would be lost";
}

TEST(Keeping, NothingIsKeptOfARunThatWasNotBrokenOff) {
    Memory memory;
    RunOptions options;
    options.keeper = &memory;
    run(eventful(Precision::single), options);
    EXPECT_TRUE(memory.kept().empty());
}

}  // namespace
}  // namespace cicatrix
