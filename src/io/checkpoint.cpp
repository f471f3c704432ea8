// SPDX-License-Identifier: Apache-2.0
// Attributes say what run it is; numbers lie in one group by name; frames are the bytes of the unfinished result file.
#include "cicatrix/io/checkpoint.hpp"

#include "cicatrix/version.hpp"
#include "hdf5.hpp"
#include "safe_target.hpp"

#include <cstring>

namespace cicatrix::io {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t checkpoint_format = 1;

class Writing final : public Archive {
public:
    explicit Writing(hid_t group) : group_{group} {}
    bool gives() const override { return false; }
    void values(const std::string& name, std::span<double> values) override {
        h5::write_numbers(group_, name, {values.size()}, std::span<const double>{values});
    }
    void list(const std::string& name, std::vector<double>& values) override { this->values(name, values); }

private:
    hid_t group_;
};

class Reading final : public Archive {
public:
    explicit Reading(hid_t group) : group_{group} {}
    bool gives() const override { return true; }
    void values(const std::string& name, std::span<double> values) override {
        const std::vector<double> kept = numbers(name);
        if (kept.size() != values.size()) throw h5::Failure{"'" + name + "' has another size here"};
        std::copy(kept.begin(), kept.end(), values.begin());
    }
    void list(const std::string& name, std::vector<double>& values) override { values = numbers(name); }

private:
    std::vector<double> numbers(const std::string& name) const {
        return h5::read_doubles(h5::open_dataset(group_, name));
    }
    hid_t group_;
};

void write_facts(hid_t file, const Scenario& scenario) {
    h5::attribute(file, "cicatrix_checkpoint", checkpoint_format);
    h5::attribute(file, "cicatrix_version", version);
    h5::attribute(file, "git_revision", git_revision());
    h5::attribute(file, "scenario_toml", scenario.text);
    h5::attribute(file, "seed", std::to_string(scenario.run.seed));
    h5::attribute(file, "resolution", scenario.run.resolution_name);
    h5::attribute(file, "precision", std::string{to_string(scenario.run.precision)});
    h5::attribute(file, "mechanisms", scenario.mechanisms.text());
}

/// Empty when it is of this run.
std::string why_not(hid_t file, const Scenario& scenario, bool with_frames) {
    const htri_t ours = H5Aexists(file, "cicatrix_checkpoint");
    h5::check(ours, "looking for the format's number");
    if (ours == 0) return "it is no checkpoint of Cicatrix";
    if (h5::need_integer(file, "cicatrix_checkpoint") != checkpoint_format)
        return "its format is that of another version of the program";
    const auto is = [&](const char* name, std::string_view value) { return h5::need_text(file, name) == value; };
    if (!is("cicatrix_version", version) || !is("git_revision", git_revision()))
        return "Cicatrix " + h5::need_text(file, "cicatrix_version") + " (" + h5::need_text(file, "git_revision") +
               ") kept it, and the model of this one, " + std::string{version} + " (" + std::string{git_revision()} +
               "), may be another";
    if (!is("scenario_toml", scenario.text)) return "it is of another scenario";
    if (!is("seed", std::to_string(scenario.run.seed)) || !is("resolution", scenario.run.resolution_name) ||
        !is("precision", to_string(scenario.run.precision)) || !is("mechanisms", scenario.mechanisms.text()))
        return "seed, resolution, precision or mechanisms of that run were others";
    if (h5::has(file, "frames") != with_frames)
        return with_frames ? "that run wrote no result file" : "that run wrote a result file, this one does not";
    return {};
}

}  // namespace

Checkpoint::Checkpoint(fs::path path, const Scenario& scenario, ResultFile* frames, Pause pause)
    : path_{std::move(path)}, scenario_{scenario}, frames_{frames}, pause_{pause} {
    check_writable(path_);
}

bool Checkpoint::exists() const {
    std::error_code ignored;
    return fs::exists(path_, ignored);
}

bool Checkpoint::give_back(const Body& body) {
    if (!exists()) return false;
    std::string refusal;
    std::vector<std::int8_t> frames;
    try {
        const h5::Session session;
        const h5::Handle file = h5::open_file(path_);
        refusal = why_not(file, scenario_, frames_ != nullptr);
        if (refusal.empty()) {
            if (frames_) frames = h5::read_bytes(h5::open_dataset(file, "frames"));
            const h5::Handle group = h5::open_group(file, "numbers");
            Reading numbers{group};
            body(numbers);
        }
    } catch (const h5::Failure& failure) {
        refusal = std::string{"it cannot be read ("} + failure.what() + ")";
    }
    if (!refusal.empty())
        throw InputError{"'" + path_.string() + "' does not belong to this run: " + refusal +
                         ". Delete it, or begin anew with --fresh"};
    if (frames_) frames_->go_on_from(frames);
    return true;
}

bool Checkpoint::is_due() {
    return std::chrono::steady_clock::now() - kept_at_ >= pause_;
}

void Checkpoint::keep(const Body& body) {
    const std::vector<std::int8_t> frames = frames_ ? frames_->so_far() : std::vector<std::int8_t>{};
    SafeTarget safe{path_};
    {
        const h5::Session session;
        h5::WriteTrouble trouble;
        try {
            h5::Handle file = h5::create_file(safe.temporary(), trouble);
            write_facts(file, scenario_);
            {
                const h5::Handle group = h5::create_group(file, "numbers");
                Writing numbers{group};
                body(numbers);
            }
            if (frames_) h5::write_numbers(file, "frames", {frames.size()}, std::span<const std::int8_t>{frames});
            file.close("closing the checkpoint");
            if (trouble.error != 0) throw h5::Failure{std::strerror(trouble.error)};
        } catch (const h5::Failure& failure) {
            throw RunError{"could not write the checkpoint '" + path_.string() + "': " + failure.what()};
        }
    }
    safe.commit();
    kept_at_ = std::chrono::steady_clock::now();
}

void Checkpoint::remove() {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

}  // namespace cicatrix::io
