// SPDX-License-Identifier: Apache-2.0
// One result file from its first frame to its name.
#include "cicatrix/io/files.hpp"

#include "result_parts.hpp"
#include "safe_target.hpp"

#include <cstring>
#include <fstream>

namespace cicatrix::io {

class ResultFile::Work {
public:
    explicit Work(const std::filesystem::path& target) : safe_{target} {}
    ~Work() {
        const h5::Session session;
        frames_.reset();
        file_.reset();
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    void begin(std::shared_ptr<const Layout> layout, const Scenario& scenario) {
        attempt([&] {
            file_ = h5::create_file(safe_.temporary(), trouble_);
            write_scenario(file_, scenario);
            frames_ = std::make_unique<FrameWriter>(file_, std::move(layout));
        });
    }
    void frame(const State& state) {
        attempt([&] {
            frames_->append(state);
            h5::check(H5Fflush(file_, H5F_SCOPE_LOCAL), "writing a frame");
        });
    }
    std::vector<std::int8_t> so_far() {
        attempt([&] { h5::check(H5Fflush(file_, H5F_SCOPE_LOCAL), "bringing the file to the disk"); });
        std::error_code failed;
        const auto size = std::filesystem::file_size(safe_.temporary(), failed);
        std::vector<std::int8_t> bytes(failed ? 0 : static_cast<std::size_t>(size));
        std::ifstream file{safe_.temporary(), std::ios::binary};
        file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (bytes.empty() || file.gcount() != static_cast<std::streamsize>(bytes.size()))
            throw RunError{"could not read '" + safe_.temporary().string() + "' again"};
        return bytes;
    }
    void go_on_from(const std::vector<std::int8_t>& bytes) {
        attempt([&] {
            const auto layout = frames_->shared_layout();
            frames_.reset();
            file_.close("closing the file");
            std::ofstream file{safe_.temporary(), std::ios::binary | std::ios::trunc};
            file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
            file.close();
            if (!file) throw h5::Failure{"the frames so far could not be written"};
            file_ = h5::open_to_extend(safe_.temporary(), trouble_);
            frames_ = std::make_unique<FrameWriter>(FrameWriter::of_existing(file_, layout));
        });
    }
    void finish(const RunResult& result) {
        attempt([&] {
            write_findings(file_, result.findings);
            write_parameters(file_, result.parameters);
            write_sections(file_, result);
            write_provenance(file_, result);
            write_vtkhdf(file_, frames_->layout(), frames_->count());
            frames_.reset();
            file_.close("closing the file");
        });
        safe_.commit();
    }

private:
    template <class Do>
    void attempt(Do&& body) {
        const h5::Session session;
        try {
            body();
            if (trouble_.error != 0) throw h5::Failure{std::strerror(trouble_.error)};
        } catch (const h5::Failure& failure) {
            throw RunError{"could not write '" + safe_.target().string() + "': " + failure.what()};
        }
    }

    SafeTarget safe_;
    h5::WriteTrouble trouble_;  // outlives the file
    h5::Handle file_;
    std::unique_ptr<FrameWriter> frames_;
};

ResultFile::ResultFile(const std::filesystem::path& target) : work_{std::make_unique<Work>(target)} {}
ResultFile::~ResultFile() = default;
void ResultFile::begin(const Model& model, const Scenario& scenario) {
    begin(model.layout(), scenario);
}
void ResultFile::begin(std::shared_ptr<const Layout> layout, const Scenario& scenario) {
    work_->begin(std::move(layout), scenario);
}
void ResultFile::frame(const State& state) {
    work_->frame(state);
}
std::vector<std::int8_t> ResultFile::so_far() {
    return work_->so_far();
}
void ResultFile::go_on_from(const std::vector<std::int8_t>& bytes) {
    work_->go_on_from(bytes);
}
void ResultFile::finish(const RunResult& result) {
    work_->finish(result);
}

}  // namespace cicatrix::io
