// SPDX-License-Identifier: Apache-2.0
// Attributes say what run it is; numbers lie in one group by name; frames are the bytes of the unfinished result file.
#include "cicatrix/io/checkpoint.hpp"

#include "cicatrix/version.hpp"
#include "hdf5.hpp"
#include "safe_target.hpp"

#include <cstring>
#include <exception>

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
    h5::attribute(file, "compiler", compiler());
    h5::attribute(file, "flags", build_flags());
    h5::attribute(file, "scenario_toml", scenario.text);
    h5::attribute(file, "seed", std::to_string(scenario.run.seed));
    h5::attribute(file, "resolution", scenario.run.resolution_name);
    h5::attribute(file, "precision", std::string{to_string(scenario.run.precision)});
    h5::attribute(file, "mechanisms", scenario.mechanisms.text());
}

/// Empty when it is a checkpoint at all.
std::string why_none(hid_t file) {
    const htri_t ours = H5Aexists(file, "cicatrix_checkpoint");
    h5::check(ours, "looking for the format's number");
    return ours == 0 ? "it is no checkpoint of Cicatrix" : "";
}

/// Empty when it is of this run.
std::string why_not(hid_t file, const Scenario& scenario, bool with_frames) {
    if (h5::need_integer(file, "cicatrix_checkpoint") != checkpoint_format)
        return "its format is that of another version of the program";
    const auto is = [&](const char* name, std::string_view value) { return h5::need_text(file, name) == value; };
    if (!is("cicatrix_version", version) || !is("git_revision", git_revision()))
        return "Cicatrix " + h5::need_text(file, "cicatrix_version") + " (" + h5::need_text(file, "git_revision") +
               ") kept it, and the model of this one, " + std::string{version} + " (" + std::string{git_revision()} +
               "), may be another";
    if (!is("compiler", compiler()) || !is("flags", build_flags()))
        return "it comes from another build of this program";
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

bool Checkpoint::give_back(const Body& body) {
    std::error_code ignored;
    if (!fs::exists(path_, ignored)) return false;
    std::string refusal;
    bool one = false;
    std::vector<std::int8_t> frames;
    try {
        const h5::Session session;
        const h5::Handle file = h5::open_file(path_);
        refusal = why_none(file);
        one = refusal.empty();
        if (one && !anew_) refusal = why_not(file, scenario_, frames_ != nullptr);
        if (refusal.empty() && !anew_) {
            if (frames_) frames = h5::read_bytes(h5::open_dataset(file, "frames"));
            const h5::Handle group = h5::open_group(file, "numbers");
            Reading numbers{group};
            body(numbers);
        }
    } catch (const std::exception& failure) {  // whatever a damaged file makes of the numbers in it
        refusal = std::string{"it cannot be read ("} + failure.what() + ")";
        one = false;
    }
    if (!refusal.empty())
        throw CheckpointRefused{
            "'" + path_.string() + "' does not belong to this run: " + refusal + ". Delete it to begin anew", one};
    if (anew_) return false;
    if (frames_) frames_->go_on_from(frames);
    return holds_ = true;
}

bool Checkpoint::is_due() {
    return std::chrono::steady_clock::now() - kept_at_ >= pause_;
}

void Checkpoint::keep(const Body& body) {
    kept_at_ = std::chrono::steady_clock::now();  // one that fails is not tried again at the next step
    try {
        write(body);
        holds_ = true;
    } catch (const std::exception& failure) {
        throw RunError{"could not keep the run in '" + path_.string() + "': " + failure.what() +
                       (holds_ ? "; as it was kept before it is still there" : "")};
    }
}

void Checkpoint::write(const Body& body) const {
    const std::vector<std::int8_t> frames = frames_ ? frames_->so_far() : std::vector<std::int8_t>{};
    SafeTarget safe{path_};
    {
        const h5::Session session;
        h5::WriteTrouble trouble;
        h5::Handle file = h5::create_file(safe.temporary(), trouble);
        write_facts(file, scenario_);
        {
            const h5::Handle group = h5::create_group(file, "numbers");
            Writing numbers{group};
            body(numbers);
        }
        if (frames_) h5::write_bytes(file, "frames", frames);
        file.close("closing the checkpoint");
        if (trouble.error != 0) throw h5::Failure{std::strerror(trouble.error)};
    }
    safe.commit();
}

void remove_checkpoint(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_symlink(path, ignored)) fs::remove(fs::weakly_canonical(path, ignored), ignored);
    fs::remove(path, ignored);
}

}  // namespace cicatrix::io
